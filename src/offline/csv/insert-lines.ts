import type { Change } from '../../domain/change.ts';
import type { Cell, Grid } from '../../domain/grid.ts';

type InsertLines = Extract<Change, { readonly kind: 'insert-lines' }>;

/** Items with empty ones put in before a place; beyond the last item there is nothing to move. */
function opened<T>(items: readonly T[], at: number, empty: readonly T[]): readonly T[] {
  return at < items.length ? items.toSpliced(at, 0, ...empty) : items;
}

/** A grid with empty rows or columns put in. */
export function insertLines(grid: Grid, { dimension, at, count }: InsertLines): Grid {
  const nothing = <T>(empty: T): readonly T[] => Array.from({ length: count }, () => empty);
  if (dimension === 'rows') return opened(grid, at, nothing<readonly Cell[]>([]));
  return grid.map((row) => opened(row, at, nothing<Cell>(null)));
}
