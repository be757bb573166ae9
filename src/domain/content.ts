import type { CellStyle } from './cell-style.ts';
import type { Cell } from './grid.ts';
import type { Layout } from './layout.ts';

/** A cell that the product writes: its value is never a formula, whatever its text begins with. */
export interface ContentCell {
  readonly value: Cell;
  readonly style?: CellStyle;
  /** Where a click on the cell leads, within the same workbook. */
  readonly link?: CellLink;
  /** Shown to whoever points at the cell. */
  readonly note?: string;
  /** What the spreadsheet goes on counting in this cell; the value is what it comes to as the cell is written. */
  readonly progress?: Progress;
}

/**
 * How many of the entries beside a cell are there, of those that apply: “45/46”. A formula of the spreadsheet's own
 * is made from it, so that nothing but places and one fixed word ever becomes part of a formula.
 */
export interface Progress {
  /** The entries begin this many columns to the right of the cell. */
  readonly columnsRight: number;
  readonly width: number;
  /** The row of maxima stands this many rows above; a column without one is staff's own and not counted. */
  readonly rowsUp: number;
  /** The word that says that an entry does not apply. */
  readonly exemptWord: string;
}

/** A cell of a tab, or the tab itself. */
export interface CellLink {
  readonly sheetId: number;
  /** In A1. */
  readonly cell?: string;
}

/** A whole tab as the product writes it, from its first cell. */
export interface Content extends Layout {
  /** Every row has the same length. */
  readonly rows: readonly (readonly ContentCell[])[];
  /** The row that names the columns; by it they are found again wherever people moved them. */
  readonly headerRow?: number;
}
