import type { ContentCell } from './content.ts';
import type { Grid } from './grid.ts';
import type { Layout, RuledArea } from './layout.ts';
import type { Sheet } from './spreadsheet.ts';

export type Dimension = 'rows' | 'columns';

/** A row or column of a tab, 0-based. */
export interface Line {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly index: number;
}

/**
 * An invisible note on a line, by which its moves are noticed: it goes with its row or column wherever that is
 * moved, and is deleted with it (docs/adr/0025).
 */
export interface Anchor {
  /** Unique in the spreadsheet. */
  readonly anchorId: number;
  readonly line: Line;
}

/** One step of a commit. All steps of a commit take effect together or not at all. */
export type Change =
  | {
      readonly kind: 'add-sheet';
      readonly sheetId: number;
      readonly title: string;
      readonly rowCount: number;
      readonly columnCount: number;
      /** True for a tab that people find under the hidden ones. */
      readonly hidden?: boolean;
    }
  /** Rows and columns are added until the sheet has at least this size; it never shrinks. */
  | {
      readonly kind: 'grow-sheet';
      readonly sheetId: number;
      readonly rowCount: number;
      readonly columnCount: number;
    }
  /** The tab and all that is in it. The last tab of a spreadsheet cannot be deleted. */
  | { readonly kind: 'delete-sheet'; readonly sheetId: number }
  /** Empty rows or columns are put in before a line; everything from there on moves along, formulas included. */
  | {
      readonly kind: 'insert-lines';
      readonly sheetId: number;
      readonly dimension: Dimension;
      readonly at: number;
      readonly count: number;
    }
  /** Values and looks from a 0-based cell on; an empty value empties its cell. */
  | {
      readonly kind: 'write-cells';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly rows: readonly (readonly ContentCell[])[];
    }
  /** Rows after the last row of the sheet that holds anything. */
  | {
      readonly kind: 'append-rows';
      readonly sheetId: number;
      readonly rows: readonly (readonly ContentCell[])[];
    }
  /** Areas count from the first cell of the tab. What is left out of the layout is taken away where it was ours. */
  | (Omit<Layout, 'columnWidths' | 'frozenRows' | 'frozenColumns'> & {
      readonly kind: 'lay-out';
      readonly sheetId: number;
      /** From the first column of the tab on; a column with null keeps the width it has. */
      readonly columnWidths: readonly (number | null)[];
      /** Absent where what is frozen stays as it is. */
      readonly frozenRows?: number;
      readonly frozenColumns?: number;
      /** Areas that the last layout shaded or highlighted: their rules are replaced, those of staff stay. */
      readonly ruledBefore?: readonly RuledArea[];
      /** Keys of the charts that the last layout put there. */
      readonly chartedBefore?: readonly string[];
      /** Keys of the protections that the last layout put there. */
      readonly protectedBefore?: readonly string[];
    })
  | {
      readonly kind: 'set-metadata';
      readonly sheetId: number;
      readonly key: string;
      readonly value: string;
      /** The note to replace; absent for a new one. */
      readonly replaces?: number;
    }
  /** How numbers look, and whose clock counts; what is stored stays as it is. Files on disk keep neither. */
  | { readonly kind: 'set-locale'; readonly locale: string; readonly timeZone: string }
  /**
   * Ties the commit to an anchored line: it stands only if the anchor is still at the line where it was read.
   * Lines `from` count as they were read, `to` as the commit leaves them. An anchor without `from` is new, one
   * without `to` is taken away, one with neither is taken away wherever it is.
   */
  | { readonly kind: 'hold-line'; readonly anchorId: number; readonly from?: Line; readonly to?: Line }
  /** A name for the whole tab, by which it is found again in a downloaded file. The name must be free. */
  | { readonly kind: 'name-tab'; readonly sheetId: number; readonly name: string };

/** Everything that one run writes, on top of the version that it read. */
export interface Commit {
  /** The version that this commit makes: one more than the newest that was read. */
  readonly version: number;
  readonly runId: string;
  readonly changes: readonly Change[];
  readonly readBack?: ReadBack;
}

/** What is read once the commit was answered: by it the run knows what stands now. */
export interface ReadBack {
  readonly sheets: readonly Sheet[];
  /** Whether these grids show that the commit stands alone; if not, the guard itself is asked. */
  readonly shows: (grids: ReadonlyMap<number, Grid>) => boolean;
}

/** Whether the commit stands; if not, nothing was written. */
export type CommitOutcome =
  | {
      readonly kind: 'committed';
      readonly version: number;
      /** The tabs of the read-back as they stood after the commit; absent when none were asked for, or unreadable. */
      readonly seen?: ReadonlyMap<number, Grid>;
    }
  /** Another run made this version first. */
  | { readonly kind: 'superseded'; readonly version: number }
  /** The tabs are no longer as they were read: somebody deleted or moved what was to be written, or a line beside it. */
  | { readonly kind: 'moved'; readonly version: number };
