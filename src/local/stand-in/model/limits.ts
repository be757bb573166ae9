import { Refusal } from '../refusal.ts';
import { columnCountOf, rowCountOf, type Workbook } from './workbook.ts';

/** Google's published limits (docs/stand-in.md, Differences on purpose). */
export const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;
const MAX_CELL_TEXT = 50_000;

/** Checked before anything is allocated, so that a request for a billion cells costs nothing. */
export function assertGridSize(rowCount: number, columnCount: number): void {
  if (rowCount < 1) throw new Refusal('gridProperties.rowCount must be > 0');
  if (columnCount < 1) throw new Refusal('gridProperties.columnCount must be > 0');
  assertColumnCount(columnCount);
  assertCellCount(rowCount * columnCount);
}

export function assertColumnCount(columnCount: number): void {
  if (columnCount <= MAX_COLUMNS) return;
  throw new Refusal(
    `This action would increase the number of columns in the sheet above the limit of ${MAX_COLUMNS} columns.`,
  );
}

/** Whatever made a spreadsheet larger: its tabs are no wider and all its cells no more than Google takes. */
export function assertWorkbookSize(workbook: Workbook): void {
  for (const sheet of workbook.sheets) assertColumnCount(columnCountOf(sheet));
  assertCellCount(workbook.sheets.reduce((sum, sheet) => sum + rowCountOf(sheet) * columnCountOf(sheet), 0));
}

function assertCellCount(cells: number): void {
  if (cells <= MAX_CELLS) return;
  throw new Refusal(
    `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
  );
}

export function assertTextFits(text: string | undefined): void {
  if (text === undefined || text.length <= MAX_CELL_TEXT) return;
  throw new Refusal(
    `Your input contains more than the maximum of ${MAX_CELL_TEXT} characters in a single cell.`,
  );
}
