import { type Checked, withIssues } from '../domain/checked.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Beside } from '../jobs/provision.ts';
import { parseFurther } from '../workbook/further-tabs.ts';
import { parseControlWorkbook } from '../workbook/parse-control-workbook.ts';
import { plainContent } from '../workbook/plain-content.ts';
import { readCsvFolder } from './csv-folder.ts';

/** A control workbook that is kept as a folder, whole: a workbook made from it lacks nothing. */
export interface ControlFolder {
  readonly input: PeriodInput;
  readonly beside: Beside;
}

/** Reads every CSV file of a folder: the entries, history and rule cases, and the tabs of the office's own. */
export async function readControlFolder(folder: string): Promise<Checked<ControlFolder>> {
  const { tabs, foreign } = await readCsvFolder(folder);
  const input = parseControlWorkbook(tabs);
  if (!input.ok) return input;
  const further = parseFurther(tabs, input.value);
  if (!further.ok) return withIssues(further, input.issues);
  const beside: Beside = {
    further: further.value,
    foreign: foreign.map(({ title, grid }) => ({ title, content: plainContent(grid) })),
  };
  return {
    ok: true,
    value: { input: input.value, beside },
    issues: [...input.issues, ...further.issues],
  };
}
