import type { Content } from '../domain/content.ts';
import type { Grid } from '../domain/grid.ts';

/** Pixels of a column: about seven to a character, narrow enough that a few columns fit a screen. */
const CHARACTER_WIDTH = 7;
const WIDTH_RANGE = { least: 80, most: 520 };

function widthOf(grid: Grid, column: number): number {
  const longest = Math.max(...grid.map((row) => String(row[column] ?? '').length));
  return Math.min(Math.max(longest * CHARACTER_WIDTH, WIDTH_RANGE.least), WIDTH_RANGE.most);
}

/** Cells of a tab that is none of the product's, such as notes, in columns wide enough for them. */
export function plainContent(grid: Grid): Content {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return {
    rows: grid.map((row) => columns.map((column) => ({ value: row[column] ?? null }))),
    columnWidths: columns.map((column) => widthOf(grid, column)),
    frozenRows: grid.length === 0 ? 0 : 1,
    frozenColumns: 0,
  };
}
