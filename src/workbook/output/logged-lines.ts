import { type Cell, cellAt, type Grid, isEmptyCell } from '../../domain/grid.ts';
import type { Bilingual } from '../../domain/language.ts';
import { foldLabel, isLabel } from '../label.ts';
import { findHeaderRow } from '../table.ts';

/**
 * The lines of a log, oldest first: n lines × as many cells as there are headers, in the order of the headers, wherever staff moved the
 * columns and in whichever language their heads are. What stands in other columns is nobody's.
 */
export function loggedLines(grid: Grid, headers: readonly Bilingual[]): readonly (readonly Cell[])[] {
  const isHeader = (value: Cell, header: Bilingual) =>
    typeof value === 'string' && isLabel(foldLabel(value), header);
  const headerRow = findHeaderRow(grid, (value) => headers.filter((each) => isHeader(value, each)).length);
  if (headerRow === undefined) return [];
  const columns = headers.map((header) =>
    (grid[headerRow] ?? []).findIndex((value) => isHeader(value, header)),
  );
  return grid
    .slice(headerRow + 1)
    .map((_, offset) => columns.map((column) => cellAt(grid, headerRow + 1 + offset, column)))
    .filter((line) => !line.every(isEmptyCell));
}
