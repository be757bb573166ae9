import type { CellStyle } from '../../domain/cell-style.ts';
import type { Content, ContentCell } from '../../domain/content.ts';
import type { Cell } from '../../domain/grid.ts';
import { STYLES } from './styles.ts';

/** Row (0-based) of the line that says whether the figures of a written tab still stand. */
export const STATUS_ROW = 2;

export function cell(value: Cell, style: CellStyle): ContentCell {
  return { value, style };
}

/** A row that holds one line of text in its first cell. */
export function line(text: string, style: CellStyle, width: number): readonly ContentCell[] {
  return [cell(text, style), ...emptyCells(width - 1)];
}

/** Cells that hold nothing and look like nothing. */
export function emptyCells(count: number): readonly ContentCell[] {
  return Array.from({ length: Math.max(count, 0) }, () => cell(null, STYLES.blank));
}

interface TableTab {
  readonly title: string;
  readonly subtitle: string;
  /** Text of the status row; it is left out when the content is compared with what stands. */
  readonly status: string;
  /** A line above the table that nobody may overlook, in place of the empty one. */
  readonly warning?: string | undefined;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ContentCell[])[];
  readonly columnWidths: readonly number[];
  readonly frozenColumns: number;
}

/** Rows above the first row of a table: title, subtitle, status, an empty line, headers. */
export const ROWS_ABOVE_TABLE = 5;

/** A tab with three head lines and a table below: rows of equal width, headers frozen. */
export function tableContent(tab: TableTab): Content {
  const width = tab.headers.length;
  const head = [
    line(tab.title, STYLES.title, width),
    line(tab.subtitle, STYLES.subtitle, width),
    line(tab.status, STYLES.current, width),
    tab.warning === undefined ? emptyCells(width) : line(tab.warning, STYLES.incomplete, width),
    tab.headers.map((header) => cell(header, STYLES.header)),
  ];
  return {
    rows: [...head, ...tab.rows],
    headerRow: ROWS_ABOVE_TABLE - 1,
    columnWidths: tab.columnWidths,
    frozenRows: ROWS_ABOVE_TABLE,
    frozenColumns: tab.frozenColumns,
  };
}
