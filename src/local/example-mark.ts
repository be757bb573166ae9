import { findEntry } from '../jobs/causes/find-entry.ts';
import { readEntries } from '../jobs/read-entries.ts';
import { readWorkbook } from '../jobs/read-workbook.ts';
import { quoteTitle } from '../sheets/a1-range.ts';
import type { Workspace } from './workspace.ts';

/** A mark of a workbook: where it stands, such as 'Thẩm định – huyen'!D6, and what was typed there. */
export interface ExampleMark {
  readonly cell: string;
  readonly points: number;
}

/**
 * The first appraised mark, where it was typed as points: it may be typed again without harm. Undefined where there is
 * none, as where every mark follows by a rule from what was declared.
 */
export async function findExampleMark(
  { editor, people, spreadsheetOf }: Workspace,
  spreadsheetId: string,
): Promise<ExampleMark | undefined> {
  const read = await readWorkbook(spreadsheetOf(spreadsheetId, people.editor));
  const { input, context } = readEntries(read);
  if (!input.ok) return undefined;
  const { groups, units, assessments } = input.value;
  const [scored] = assessments
    .filter((each) => each.stage === 'appraisal')
    .flatMap(({ unitId, stage, marks }) =>
      [...marks].flatMap(([code, { kind }]) => (kind === 'scored' ? [{ unitId, stage, code }] : [])),
    );
  const unit = units.find(({ id }) => id === scored?.unitId);
  const group = groups.find(({ id }) => id === unit?.groupId);
  if (scored === undefined || group === undefined) return undefined;
  const place = findEntry(
    { kind: 'mark', setId: group.setId, ...scored },
    { input: input.value, tabs: read.inputs, language: context.language },
  );
  if (place?.cell === undefined) return undefined;
  const cell = `${quoteTitle(place.tab)}!${place.cell}`;
  const points = await editor.typedValue(spreadsheetId, cell);
  return typeof points === 'number' ? { cell, points } : undefined;
}
