import type { Content, ContentCell } from '../../domain/content.ts';
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

const HEADERS = [
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

/** The line that a run adds to the log; lines are only ever added. */
export function renderRunRecord(run: RunRecord, context: OutputContext): readonly ContentCell[] {
  return [
    cell(run.number, STYLES.whole),
    cell(run.when, STYLES.centred),
    cell(run.who, STYLES.text),
    cell(say(context, RUN_OUTCOMES[run.outcome]), STYLES.text),
    cell(run.issues.errors, STYLES.whole),
    cell(run.issues.warnings, STYLES.whole),
    cell(run.entriesHash ?? null, STYLES.centred),
    cell(run.resultsHash ?? null, STYLES.centred),
    cell(run.rankChanges ?? null, STYLES.whole),
    cell(run.milliseconds, STYLES.whole),
    cell(run.calls, STYLES.whole),
  ];
}

/** The empty log: 5 head rows × 11 columns. */
export function renderRunLog(context: OutputContext): Content {
  return tableContent({
    title: say(context, OUTPUT_WORDS.runLogTitle),
    subtitle: '',
    status: '',
    headers: HEADERS.map((header) => say(context, header)),
    rows: [],
    columnWidths: COLUMN_WIDTHS,
    frozenColumns: 1,
  });
}
