import type { Issue } from '../domain/issue.ts';
import type { Unfinished } from '../domain/messages/unfinished-line.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { scorePeriod } from '../engine/score-period.ts';
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
  /** What is still to be entered before every unit has a place; absent when nothing is, or while the entries cannot be read. */
  readonly unfinished?: Unfinished;
  readonly context: OutputContext;
  readonly cases: CaseCounts;
}

function unfinishedIn(input: PeriodInput): Unfinished | undefined {
  const lacking = scorePeriod(input).groups.flatMap(({ unranked }) =>
    unranked.flatMap(({ reason }) => (reason.kind === 'incomplete' ? [reason.missing.length] : [])),
  );
  if (lacking.length === 0) return undefined;
  return { units: lacking.length, marks: lacking.reduce((sum, marks) => sum + marks, 0) };
}

/** Everything that would have to be corrected before a recompute, found without writing anything. */
export async function check(
  spreadsheet: SpreadsheetPort,
  onPhase?: (phase: Phase) => void,
): Promise<CheckReport> {
  const stopwatch = makeStopwatch(() => 0, onPhase);
  const workbook = await stopwatch.time('read', () => readWorkbook(spreadsheet));
  const { input, context, cases } = await stopwatch.time('parse', () => readEntries(workbook));
  const unfinished = input.ok ? unfinishedIn(input.value) : undefined;
  return {
    issues: input.issues,
    context,
    cases,
    ...(input.ok ? { units: input.value.units.length } : {}),
    ...(unfinished === undefined ? {} : { unfinished }),
  };
}
