import type { Reader } from '../domain/audience.ts';
import type { Anchor, Commit, CommitOutcome } from '../domain/change.ts';
import type { DescribedShare, FileDescription } from '../domain/file-description.ts';
import type { Grid } from '../domain/grid.ts';
import type { Metadata, Sheet, Structure } from '../domain/spreadsheet.ts';
import type { SpreadsheetFailure } from '../domain/spreadsheet-failure.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** How many calls of each kind an account may still make in a minute that it has begun. */
export interface CallsLeft {
  readonly reads: number;
  readonly writes: number;
}

/** What the calls of one run cost: shown with every answer. */
export interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly retries: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** What the account may still ask of Google within the minute, all its runs counted; absent where nothing is asked. */
  readonly left?: CallsLeft;
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

/**
 * Notes of the product's own on a spreadsheet, apart from its cells and its version: they come between no run and
 * its commit. Every method fails with a SpreadsheetError and nothing else.
 */
export interface NotePort {
  /** One call: the value of the note with this id; undefined when there is none. */
  readNote(id: number): Promise<string | undefined>;
  /** One call: puts a note in the place of the one with its id. May be repeated freely. */
  writeNote(note: Metadata): Promise<void>;
}

/**
 * The file of a spreadsheet in Drive: what is in it down to the last note, and who may open it. Every method may
 * be repeated freely, and fails with a SpreadsheetError and nothing else.
 */
export interface FilePort {
  /** Everything that somebody who may read the file could find in it. Large files take several calls. */
  describe(): Promise<FileDescription>;
  /** Who may open the file. */
  shares(): Promise<readonly DescribedShare[]>;
  /** Lets somebody read, and nothing more; nobody is written to. */
  share(reader: Reader): Promise<void>;
  /** Takes a share away; one that is gone already is as good. */
  unshare(shareId: string): Promise<void>;
  /** Whether readers may download, print and copy. */
  allowCopying(allowed: boolean): Promise<void>;
}

/** A spreadsheet that is published: its cells, and its file. */
export interface PublishedFilePort {
  readonly spreadsheet: SpreadsheetPort;
  readonly file: FilePort;
}

/** What a method of the port failed with; undefined for a bug. */
export function failureOf(error: unknown): SpreadsheetFailure | undefined {
  return error instanceof SpreadsheetError ? error.failure : undefined;
}
