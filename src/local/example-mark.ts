import { findEntry } from '../jobs/causes/find-entry.ts';
import { readEntries } from '../jobs/read-entries.ts';
import { readWorkbook } from '../jobs/read-workbook.ts';
import type { Workspace } from './workspace.ts';

/** A mark of a workbook: where it stands, such as 'Thẩm định – huyen'!D6, and what was typed there. */
export interface ExampleMark {
  readonly cell: string;
  readonly points: number;
}

/** The first mark that was typed as a number, which may be typed again without harm; undefined where there is none. */
export async function findExampleMark(
  { editor, people, spreadsheetOf }: Workspace,
  spreadsheetId: string,
): Promise<ExampleMark | undefined> {
  const read = await readWorkbook(spreadsheetOf(spreadsheetId, people.editor));
  const { input, context } = readEntries(read);
  if (!input.ok) return undefined;
  const { groups, units, assessments } = input.value;
  const [assessment] = assessments.filter((each) => each.stage === 'appraisal');
  const unit = units.find(({ id }) => id === assessment?.unitId);
  const group = groups.find(({ id }) => id === unit?.groupId);
  const [code] = assessment?.marks.keys() ?? [];
  if (assessment === undefined || group === undefined || code === undefined) return undefined;
  const { stage, unitId } = assessment;
  const place = findEntry(
    { kind: 'mark', stage, setId: group.setId, unitId, code },
    { input: input.value, tabs: read.inputs, language: context.language },
  );
  if (place?.cell === undefined) return undefined;
  const cell = `'${place.tab.replaceAll("'", "''")}'!${place.cell}`;
  const points = await editor.typedValue(spreadsheetId, cell);
  return typeof points === 'number' ? { cell, points } : undefined;
}
