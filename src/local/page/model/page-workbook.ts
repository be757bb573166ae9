import type { ChartModel } from '../chart/chart-model.ts';
import type { Box } from './box.ts';
import type { CellValue } from './cell-value.ts';
import type { Look } from './look.ts';
import type { CellRule } from './validation.ts';

/** A cell as the page shows it. What is absent is the spreadsheet's default. */
export interface PageCell {
  readonly value?: CellValue;
  /** As typed, with its equals sign; its value is absent where the server does not know it. */
  readonly formula?: string;
  /** What the cell shows, where that differs from its value as plain text. */
  readonly shown?: string;
  /** The name of a look of the workbook. */
  readonly look?: string;
  readonly note?: string;
  /** Where the cell leads: an address, or #gid=… within the workbook. */
  readonly link?: string;
}

/** Rows from the first on, ragged to the right; null is a cell with nothing in it. */
export type PageRows = readonly (readonly (PageCell | null)[])[];

/** Cells that only some may edit. */
export interface Protection {
  readonly box: Box;
  /** Cells within the box that anyone with the right to edit may edit. */
  readonly open: readonly Box[];
  readonly description: string;
  /** Whether the person whom the page is for may edit here. */
  readonly allowed: boolean;
}

export interface Validation {
  readonly boxes: readonly Box[];
  readonly rule: CellRule;
}

/** A chart, and where it floats: its upper left corner in pixels from that of a cell. */
export interface PlacedChart {
  readonly id: number;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  readonly chart: ChartModel;
}

export interface PageTab {
  readonly id: number;
  readonly title: string;
  /** What the tab is for, as the product's note on it says; absent on tabs of staff's own. */
  readonly key?: string;
  readonly hidden: boolean;
  readonly color?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  /** Heights and widths in pixels that differ from the default, by index; 0 for a hidden line. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly merges: readonly Box[];
  readonly protections: readonly Protection[];
  readonly validations: readonly Validation[];
  readonly charts: readonly PlacedChart[];
  readonly rows: PageRows;
}

/** A spreadsheet as one person sees it at one version: plain JSON, the same for the grid, the tables and the view. */
export interface PageWorkbook {
  readonly id: string;
  readonly title: string;
  /** Such as vi_VN: how numbers are typed and shown. */
  readonly locale: string;
  /** Drive's count of changes. */
  readonly version: number;
  readonly canEdit: boolean;
  readonly tabs: readonly PageTab[];
  readonly looks: Readonly<Record<string, Look>>;
}
