import type { ICellData, IWorkbookData, IWorksheetData, LocaleType } from '@univerjs/core';
import type { Box } from '../../model/box.ts';
import type { Look } from '../../model/look.ts';
import type { PageRows, PageTab, PageWorkbook } from '../../model/page-workbook.ts';
import { cellData, styleData, USUAL_STYLE } from './cell-data.ts';

const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;
const HEAD_WIDTH = 46;
const HEAD_HEIGHT = 20;
/** Without one the grid has its own default, which is no colour. */
const NO_COLOR = '';

type Matrix = Record<number, Record<number, ICellData>>;

function matrixOf(rows: PageRows): Matrix {
  const matrix: Matrix = {};
  for (const [row, cells] of rows.entries()) {
    const filled: Record<number, ICellData> = {};
    for (const [column, cell] of cells.entries()) if (cell !== null) filled[column] = cellData(cell);
    matrix[row] = filled;
  }
  return matrix;
}

/** The grid’s ranges include their last row and column. */
function rangeOf({ top, bottom, left, right }: Box) {
  return { startRow: top, endRow: bottom - 1, startColumn: left, endColumn: right - 1 };
}

/** Heights as set; lines that nobody sized grow with wrapped text, as they do at Google. */
function rowData({ rowHeights, rows }: PageTab) {
  const used = rows.map((_, row) => [row, { ia: 1 }]);
  const sized = Object.entries(rowHeights).map(([row, height]) => [
    row,
    height === 0 ? { hd: 1 } : { h: height, ia: 0 },
  ]);
  return Object.fromEntries([...used, ...sized]);
}

function columnData(widths: PageTab['columnWidths']) {
  const lines = Object.entries(widths).map(([column, width]) => [
    column,
    width === 0 ? { hd: 1 } : { w: width },
  ]);
  return Object.fromEntries(lines);
}

/** Frozen columns may take so much of the window: beyond it nothing would be left to scroll, as on a phone. */
const MOST_FROZEN = 0.6;

function frozenColumnsIn({ frozenColumns, columnWidths }: PageTab, width: number): number {
  const columns = Array.from({ length: frozenColumns }, (_, column) => columnWidths[column] ?? COLUMN_PIXELS);
  const frozen = columns.reduce((sum, each) => sum + each, HEAD_WIDTH);
  return frozen > width * MOST_FROZEN ? 0 : frozenColumns;
}

function freezeOf(tab: PageTab, width: number) {
  const { frozenRows } = tab;
  const frozenColumns = frozenColumnsIn(tab, width);
  return {
    ySplit: frozenRows,
    xSplit: frozenColumns,
    startRow: frozenRows === 0 ? -1 : frozenRows,
    startColumn: frozenColumns === 0 ? -1 : frozenColumns,
  };
}

function sheetData(tab: PageTab, width: number): Partial<IWorksheetData> {
  return {
    id: String(tab.id),
    name: tab.title,
    tabColor: tab.color ?? NO_COLOR,
    hidden: tab.hidden ? 1 : 0,
    freeze: freezeOf(tab, width),
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    defaultRowHeight: ROW_PIXELS,
    defaultColumnWidth: COLUMN_PIXELS,
    mergeData: tab.merges.map(rangeOf),
    cellData: matrixOf(tab.rows),
    rowData: rowData(tab),
    columnData: columnData(tab.columnWidths),
    showGridlines: tab.gridlines ? 1 : 0,
    rowHeader: { width: HEAD_WIDTH },
    columnHeader: { height: HEAD_HEIGHT },
  };
}

function stylesOf(looks: Readonly<Record<string, Look>>) {
  return Object.fromEntries(Object.entries(looks).map(([name, look]) => [name, styleData(look)]));
}

export interface SnapshotFrame {
  readonly unitId: string;
  readonly locale: LocaleType;
  /** Of the window, in pixels. */
  readonly width: number;
}

/** A workbook as the grid opens it. */
export function toSnapshot(workbook: PageWorkbook, { unitId, locale, width }: SnapshotFrame): IWorkbookData {
  return {
    id: unitId,
    name: workbook.title,
    appVersion: '',
    locale,
    styles: stylesOf(workbook.looks),
    defaultStyle: USUAL_STYLE,
    sheetOrder: workbook.tabs.map(({ id }) => String(id)),
    sheets: Object.fromEntries(workbook.tabs.map((tab) => [String(tab.id), sheetData(tab, width)])),
  };
}
