import type { Content } from '../../domain/content.ts';
import { type Cell, cellAt, type Grid, isEmptyCell } from '../../domain/grid.ts';
import { ROWS_ABOVE_TABLE, STATUS_ROW } from './content-rows.ts';
import type { OutputRecord } from './output-record.ts';

const HEADER_ROW = ROWS_ABOVE_TABLE - 1;

/** Columns up to the last header of ours, so that a column which the new content no longer has is emptied too. */
function columnsBy(content: Content, headers: readonly Cell[]): number {
  const ours = new Set(content.rows[HEADER_ROW]?.map(({ value }) => value));
  const last = headers.findLastIndex((header) => !isEmptyCell(header) && ours.has(header));
  return Math.max(last + 1, content.rows[0]?.length ?? 0);
}

function filledHeaders(headers: readonly Cell[]): number {
  const end = headers.findIndex(isEmptyCell);
  return end === -1 ? headers.length : end;
}

/**
 * What the product wrote into a tab whose record was lost, as in a downloaded file: the table's rows down to
 * the first empty one, and its columns as far as a header is one of ours. What staff keep below it or beside
 * it is not the product's.
 */
export function lostRecord(grid: Grid, content?: Content): OutputRecord {
  const headers = grid[HEADER_ROW] ?? [];
  const columns = content === undefined ? filledHeaders(headers) : columnsBy(content, headers);
  const isFilled = (row: number) =>
    grid[row]?.slice(0, columns).some((value) => !isEmptyCell(value)) === true;
  let rows = HEADER_ROW;
  while (isFilled(rows)) rows += 1;
  return { rows, columns, look: '', state: 'stale', status: String(cellAt(grid, STATUS_ROW, 0) ?? '') };
}
