import type { Cell, Grid } from '../../domain/grid.ts';

function trimmed(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

/** A grid with a block written over it from a 0-based cell on; an empty value empties its cell. */
export function writeBlock(
  grid: Grid,
  row: number,
  column: number,
  block: readonly (readonly Cell[])[],
): Grid {
  const height = Math.max(grid.length, row + block.length);
  const rows = Array.from({ length: height }, (_, index): readonly Cell[] => {
    const before = grid[index] ?? [];
    const written = block[index - row];
    if (written === undefined) return before;
    const width = Math.max(before.length, column + written.length);
    const cells = Array.from({ length: width }, (__, place): Cell => {
      const value = place < column ? undefined : written[place - column];
      if (value === undefined) return before[place] ?? null;
      return value === '' ? null : value;
    });
    return trimmed(cells);
  });
  return rows.slice(0, rows.findLastIndex((cells) => cells.length > 0) + 1);
}
