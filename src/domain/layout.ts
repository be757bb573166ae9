import type { CellStyle } from './cell-style.ts';

/** A rectangle of cells, 0-based: counted from the first cell of its content, or of its tab once it is placed. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** A colour as #rrggbb and the number that it stands for; without one, the smallest or largest of the area. */
export interface ScalePoint {
  readonly colour: string;
  readonly at?: number;
}

/** Cells that are shaded by their number, from one colour to another by way of a third. */
export interface ColourScale {
  readonly area: Area;
  readonly low: ScalePoint;
  /** Needs a number of its own. */
  readonly middle?: Required<ScalePoint>;
  readonly high: ScalePoint;
}

/** When cells are highlighted. A formula is written for the first cell of the area, as spreadsheets read it. */
export type Condition =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text-is'; readonly text: string }
  | { readonly kind: 'formula'; readonly formula: string };

/** Cells that look different while a condition holds; what the spreadsheet itself keeps up to date. */
export interface Highlight {
  readonly area: Area;
  readonly when: Condition;
  readonly style: Pick<CellStyle, 'bold' | 'foreground' | 'background'>;
}

/** What may be typed into a cell. */
export type Allowed =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  /** What stands in a column of a tab, from a row on downwards, however many there come to be; 0-based. */
  | {
      readonly kind: 'one-of-column';
      readonly sheetId: number;
      readonly column: number;
      readonly fromRow: number;
    }
  | {
      readonly kind: 'number-between';
      readonly from: number;
      readonly to: number;
      /** Words that may stand there in place of a number. */
      readonly orWords?: readonly string[];
    }
  | { readonly kind: 'date' };

export interface Validation {
  readonly area: Area;
  readonly allowed: Allowed;
  /** True where anything else is refused; false where it is let in with a warning. */
  readonly strict: boolean;
  /** Shown to whoever types into the cell. */
  readonly help?: string;
}

export interface ChartSeries {
  /** The figures, one row or one column; the cell before the first figure names the series. */
  readonly values: Area;
  readonly colour: string;
}

/** A chart that the spreadsheet draws from cells of the same tab, and keeps up to date. */
export interface Chart {
  /** Unique in its tab and stable: by it a chart is updated where it stands and never made twice. */
  readonly key: string;
  readonly kind: 'bar' | 'column' | 'line';
  readonly stacking: 'none' | 'stacked' | 'percent';
  readonly title: string;
  /** The names along the axis, one row or one column, with the heading cell before them like the series. */
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  readonly valueAxis: string;
  /** The cell at whose corner a new chart is put; where people move it later, it stays. */
  readonly at: { readonly row: number; readonly column: number };
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Cells that only the functions and the index office may change. */
export interface Protection {
  /** Unique in its tab and stable: by it a protection is updated where it stands and never made twice. */
  readonly key: string;
  /** What people find when they ask why they may not type here. */
  readonly description: string;
  /** Absent for the whole tab. */
  readonly area?: Area;
  /** Cells of a tab that is protected as a whole which stay open to everybody. */
  readonly open?: readonly Area[];
  /** E-mail addresses of the index office; absent where the office of the workbook stays as it is. */
  readonly office?: readonly string[];
}

/** An area that rules were laid over, and rules of which kind: others over the same area are staff's. */
export interface RuledArea extends Area {
  readonly by: 'scale' | 'highlight';
}

/** How a tab is laid out, its values aside. */
export interface Layout {
  /** Widths in pixels, one per column. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly scales?: readonly ColourScale[];
  readonly highlights?: readonly Highlight[];
  readonly validations?: readonly Validation[];
  readonly charts?: readonly Chart[];
  /** Header row and rows that people may filter and sort by. */
  readonly filter?: Area;
  readonly protections?: readonly Protection[];
  /** As #rrggbb; absent where the tab keeps the colour that it has. */
  readonly tabColour?: string;
  /** How the tab goes onto A4 paper; files and printed pages follow it, Google keeps no such setting. */
  readonly page?: 'portrait' | 'landscape';
  /** Rows, 0-based, that begin a new printed page; files follow them, Google keeps none. */
  readonly pageBreaks?: readonly number[];
}
