import type { Cell } from './grid.ts';

/** How a written cell looks; what is absent stays as the spreadsheet's default. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  /** Colours as #rrggbb. */
  readonly foreground?: string;
  readonly background?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** A spreadsheet number pattern such as 0.00; the workbook's locale decides comma or point. */
  readonly numberFormat?: string;
  readonly borders?: boolean;
}

/** A cell that the product writes: always a value, never a formula, whatever its text begins with. */
export interface ContentCell {
  readonly value: Cell;
  readonly style?: CellStyle;
}

/** A whole tab as the product writes it, from cell A1. */
export interface Content {
  /** Every row has the same length. */
  readonly rows: readonly (readonly ContentCell[])[];
  /** Widths in pixels, one per column. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}
