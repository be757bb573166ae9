import type { CellStyle } from './cell-style.ts';
import type { Cell } from './grid.ts';
import type { Layout } from './layout.ts';

/** A cell that the product writes: always a value, never a formula, whatever its text begins with. */
export interface ContentCell {
  readonly value: Cell;
  readonly style?: CellStyle;
  /** Where a click on the cell leads, within the same workbook. */
  readonly link?: CellLink;
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
}
