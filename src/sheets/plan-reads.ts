import type { Grid } from '../domain/grid.ts';
import type { Sheet } from '../domain/spreadsheet.ts';

/**
 * Cells asked for in one call. A cell of a score matrix takes 4.4 bytes of an answer (measured:
 * 1.75 MB for 2,000 rows of 200 columns), so this keeps answers near the 2 MB that Google recommends and
 * the memory of a 10,598 × 100 workbook flat.
 */
export const CELLS_PER_READ = 400_000;

/** Rows `from` up to and without `to` of a tab. */
export interface RowRange {
  readonly sheet: Sheet;
  readonly from: number;
  readonly to: number;
}

/** Sheets that have cells at all; a range over nothing would be refused. */
function withCells(sheets: readonly Sheet[]): readonly Sheet[] {
  return sheets.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}

function split(sheet: Sheet, cellsPerRead: number): readonly RowRange[] {
  const step = Math.max(1, Math.floor(cellsPerRead / sheet.columnCount));
  const parts = Math.ceil(sheet.rowCount / step);
  return Array.from({ length: parts }, (_, part) => ({
    sheet,
    from: part * step,
    to: Math.min(sheet.rowCount, (part + 1) * step),
  }));
}

function cellsIn({ sheet, from, to }: RowRange): number {
  return (to - from) * sheet.columnCount;
}

/** The ranges of each call, in order: as few calls as the size of one answer allows. */
export function planReads(sheets: readonly Sheet[], cellsPerRead: number): readonly (readonly RowRange[])[] {
  const calls: RowRange[][] = [];
  let left = 0;
  for (const range of withCells(sheets).flatMap((sheet) => split(sheet, cellsPerRead))) {
    const cells = cellsIn(range);
    const call = calls.at(-1);
    if (call === undefined || cells > left) {
      calls.push([range]);
      left = cellsPerRead - cells;
    } else {
      call.push(range);
      left -= cells;
    }
  }
  return calls;
}

/** Rows without the empty ones at the end, which arrive as missing or as []. */
function withoutEmptyEnd(rows: Grid): Grid {
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

/**
 * The grid of each sheet from the answers to its ranges. An answer leaves out the empty rows at its end, so
 * a part is filled up to its size before the next part follows it.
 */
export function joinParts(
  sheets: readonly Sheet[],
  ranges: readonly RowRange[],
  parts: readonly Grid[],
): ReadonlyMap<number, Grid> {
  const rowsOf = new Map<number, Grid[number][]>(sheets.map(({ sheetId }) => [sheetId, []]));
  for (const [i, { sheet, from }] of ranges.entries()) {
    const rows = rowsOf.get(sheet.sheetId) ?? [];
    while (rows.length < from) rows.push([]);
    for (const row of parts[i] ?? []) rows.push(row);
  }
  return new Map([...rowsOf].map(([sheetId, rows]) => [sheetId, withoutEmptyEnd(rows)]));
}
