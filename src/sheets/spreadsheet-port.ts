import type { Anchor, Commit, CommitOutcome } from '../domain/change.ts';
import type { Grid } from '../domain/grid.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';
import type { SpreadsheetFailure } from '../domain/spreadsheet-failure.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** What the calls of one run cost: shown with every answer. */
export interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly retries: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
}

/**
 * One spreadsheet, as a run sees it. Grids and ranges only: what a tab means is not known here.
 * Every method fails with a SpreadsheetError and nothing else.
 */
export interface SpreadsheetPort {
  /** One call: tabs, names, notes, the newest version; no cells. */
  readStructure(): Promise<Structure>;
  /** One call for all sheets together: values as typed, each grid from A1 to its last filled cell. */
  readGrids(sheets: readonly Sheet[]): Promise<ReadonlyMap<number, Grid>>;
  /** Puts anchors on lines, under ids that only this run uses: nothing that people see changes (one call). */
  anchor(anchors: readonly Anchor[]): Promise<void>;
  /**
   * One call: everything or nothing, and at most once. Then one call more: the tabs of the commit's read-back, as
   * they stand after it, or the guard alone.
   */
  commit(commit: Commit): Promise<CommitOutcome>;
  /** What was spent since the port was made. */
  cost(): Cost;
}

/** What a method of the port failed with; undefined for a bug. */
export function failureOf(error: unknown): SpreadsheetFailure | undefined {
  return error instanceof SpreadsheetError ? error.failure : undefined;
}
