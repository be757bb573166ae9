import type { Content, ContentCell } from '../../domain/content.ts';
import type { Cell } from '../../domain/grid.ts';
import { OUTPUT_HEADERS, OUTPUT_WORDS, RUN_OUTCOMES } from '../../domain/messages/output-messages.ts';
import { cell, tableContent } from './content-rows.ts';
import type { IssueCounts } from './issues-tab.ts';
import { type OutputContext, say } from './output-context.ts';
import { STYLES } from './styles.ts';

/** One run, as the log tells it. */
export interface RunRecord {
  /** Runs are counted from 1. */
  readonly number: number;
  readonly when: string;
  readonly who: string;
  readonly outcome: keyof typeof RUN_OUTCOMES;
  readonly issues: IssueCounts;
  /** Absent when the entries could not be read as a whole. */
  readonly entriesHash?: string;
  readonly resultsHash?: string;
  /** Units whose rank is another than the ranking tabs showed before; absent when nothing was ranked. */
  readonly rankChanges?: number;
  readonly milliseconds: number;
  readonly calls: number;
}

export const RUN_LOG_HEADERS = [
  OUTPUT_HEADERS.version,
  OUTPUT_HEADERS.when,
  OUTPUT_HEADERS.who,
  OUTPUT_HEADERS.outcome,
  OUTPUT_HEADERS.errors,
  OUTPUT_HEADERS.warnings,
  OUTPUT_HEADERS.entriesHash,
  OUTPUT_HEADERS.resultsHash,
  OUTPUT_HEADERS.rankChanges,
  OUTPUT_HEADERS.duration,
  OUTPUT_HEADERS.calls,
] as const;

const COLUMN_WIDTHS = [60, 150, 220, 220, 70, 90, 150, 150, 110, 110, 110] as const;

const { whole, centred, text } = STYLES;
const LOOKS = [whole, centred, text, text, whole, whole, centred, centred, whole, whole, whole] as const;

/** The cells of a line, in the order of the headers, as the log shows them. */
export function runLogLine(values: readonly Cell[]): readonly ContentCell[] {
  return values.map((value, column) => cell(value, LOOKS[column] ?? text));
}

/** The line that a run adds to the log; lines are only ever added. */
export function renderRunRecord(run: RunRecord, context: OutputContext): readonly ContentCell[] {
  return runLogLine([
    run.number,
    run.when,
    run.who,
    say(context, RUN_OUTCOMES[run.outcome]),
    run.issues.errors,
    run.issues.warnings,
    run.entriesHash ?? null,
    run.resultsHash ?? null,
    run.rankChanges ?? null,
    run.milliseconds,
    run.calls,
  ]);
}

/** The empty log: 5 head rows × 11 columns. */
export function renderRunLog(context: OutputContext): Content {
  return tableContent({
    title: say(context, OUTPUT_WORDS.runLogTitle),
    subtitle: '',
    status: '',
    headers: RUN_LOG_HEADERS.map((header) => say(context, header)),
    rows: [],
    columnWidths: COLUMN_WIDTHS,
    frozenColumns: 1,
  });
}
