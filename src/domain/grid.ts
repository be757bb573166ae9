/** What a cell holds when read by value: never what it looks like. An empty cell is null. */
export type Cell = string | number | boolean | null;

/** Rows of cells, top to bottom; rows may be ragged, a missing cell is an empty one. */
export type Grid = readonly (readonly Cell[])[];

/** The cell at a 0-based row and column; null outside the grid. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid[row]?.[column] ?? null;
}

/** True for an empty cell and for one that holds nothing but white space. */
export function isEmptyCell(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
