import type { Issue } from '../domain/issue.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import type { CaseCounts } from '../workbook/output/issues-tab.ts';
import type { OutputContext } from '../workbook/output/output-context.ts';
import { readEntries } from './read-entries.ts';
import { readWorkbook } from './read-workbook.ts';
import { makeStopwatch, type Phase } from './stopwatch.ts';

export interface CheckReport {
  readonly issues: readonly Issue[];
  /** How many units the entries hold; absent while they cannot be read as a whole. */
  readonly units?: number;
  readonly context: OutputContext;
  readonly cases: CaseCounts;
}

/** Everything that would have to be corrected before a recompute, found without writing anything. */
export async function check(
  spreadsheet: SpreadsheetPort,
  onPhase?: (phase: Phase) => void,
): Promise<CheckReport> {
  const stopwatch = makeStopwatch(() => 0, onPhase);
  const workbook = await stopwatch.time('read', () => readWorkbook(spreadsheet));
  const { input, context, cases } = await stopwatch.time('parse', () => readEntries(workbook));
  return {
    issues: input.issues,
    context,
    cases,
    ...(input.ok ? { units: input.value.units.length } : {}),
  };
}
