import { type Cell, cellAt, type Grid, isEmptyCell } from '../../../domain/grid.ts';

/** The row that bears the most of the keys, the one nearest to where it was among equals; undefined when none bears half. */
export function findKeyRow(grid: Grid, keys: readonly string[], expected: number): number | undefined {
  const wanted = new Set<Cell>(keys.filter((key) => key !== ''));
  let best: { readonly row: number; readonly found: number } | undefined;
  for (const [row, cells] of grid.entries()) {
    const found = new Set(cells.filter((cell) => wanted.has(cell))).size;
    if (found === 0 || found * 2 < wanted.size) continue;
    const isNearer = Math.abs(row - expected) < Math.abs((best?.row ?? row) - expected);
    if (best === undefined || found > best.found || (found === best.found && isNearer)) best = { row, found };
  }
  return best?.row;
}

/** The column of each key in the key row; the first one after the key before it, else any. */
function byKey(keyCells: readonly Cell[], keys: readonly string[]): (number | undefined)[] {
  const taken = new Set<number>();
  let before = -1;
  return keys.map((key) => {
    if (key === '') return undefined;
    const columns = keyCells.flatMap((cell, column) => (cell === key && !taken.has(column) ? [column] : []));
    const found = columns.find((column) => column > before) ?? columns[0];
    if (found === undefined) return undefined;
    taken.add(found);
    before = found;
    return found;
  });
}

type Places = readonly (number | undefined)[];

interface Gap {
  /** Own columns without a place yet, next to one another. */
  readonly members: readonly number[];
  /** Columns of the tab between their neighbours, or beyond the only neighbour that they have. */
  readonly candidates: readonly number[];
}

/** Each stretch of own columns without a place. */
function gapsIn(places: Places, width: number): readonly Gap[] {
  const starts = places.flatMap((place, own) =>
    place === undefined && (own === 0 || places[own - 1] !== undefined) ? [own] : [],
  );
  return starts.map((start) => {
    const found = places.findIndex((place, own) => own >= start && place !== undefined);
    const end = found === -1 ? places.length : found;
    const left = places[start - 1] ?? -1;
    const right = places[end] ?? width;
    const between = Array.from({ length: Math.max(right - left - 1, 0) }, (_, offset) => left + 1 + offset);
    return {
      members: places.slice(start, end).map((_, offset) => start + offset),
      candidates: between.filter((column) => !places.includes(column)),
    };
  });
}

function isEmptyColumn(grid: Grid, column: number): boolean {
  return grid.every((_, row) => isEmptyCell(cellAt(grid, row, column)));
}

/** How a column without its key is told to be one of ours. */
export interface ColumnTests {
  /** How many halves of rows are as they were written when the own columns stand at these places. */
  readonly halvesKnown: (places: Places) => number;
  readonly resembles: (column: number, own: number) => boolean;
  /** Both hold nothing but figures. */
  readonly isFigures: (column: number, own: number) => boolean;
}

/** Columns without a key beside one another, where they stand together after the one before them: as they were written. */
function placeTogether(
  places: Places,
  width: number,
  { halvesKnown }: Pick<ColumnTests, 'halvesKnown'>,
): Places {
  return gapsIn(places, width).reduce((found, { members, candidates }) => {
    const tried = found.map((place, own) => {
      const offset = members.indexOf(own);
      return offset === -1 ? place : candidates[offset];
    });
    return halvesKnown(tried) > halvesKnown(found) ? tried : found;
  }, places);
}

/** A column with which more of the rows is as it was written than without it: there is no doubt about it. The surest first. */
function placeByRows(
  places: Places,
  width: number,
  { halvesKnown }: Pick<ColumnTests, 'halvesKnown'>,
): Places {
  let best = { places, known: halvesKnown(places) };
  for (const own of places.keys()) {
    if (places[own] !== undefined) continue;
    for (let column = 0; column < width; column += 1) {
      if (places.includes(column)) continue;
      const tried = places.with(own, column);
      const known = halvesKnown(tried);
      if (known > best.known) best = { places: tried, known };
    }
  }
  return best.places === places ? places : placeByRows(best.places, width, { halvesKnown });
}

/** Together where that leaves the most rows as they were written, else each on its own: one of several may be gone. */
function placeAsWritten(
  places: Places,
  { width, filled }: { readonly width: number; readonly filled: number },
  tests: Pick<ColumnTests, 'halvesKnown'>,
): Places {
  const together = placeByRows(placeTogether(places, width, tests), filled, tests);
  const alone = placeByRows(places, filled, tests);
  return tests.halvesKnown(alone) > tests.halvesKnown(together) ? alone : together;
}

/** Columns between the same neighbours that hold what ours would. */
function placeByLikeness(
  grid: Grid,
  keys: readonly string[],
  places: Places,
  width: number,
  tests: ColumnTests,
): Places {
  const found = [...places];
  for (const { members, candidates } of gapsIn(places, width)) {
    // As many columns as are missing: nobody put one in, so figures between the same neighbours are ours.
    const isFull = candidates.length === members.length;
    const isOurs = (column: number, own: number) =>
      tests.resembles(column, own) ||
      (isFull && tests.isFigures(column, own)) ||
      (keys[own] === '' && isEmptyColumn(grid, column));
    let next = 0;
    for (const own of members) {
      const offset = candidates.slice(next).findIndex((column) => isOurs(column, own));
      if (offset === -1) continue;
      found[own] = candidates[next + offset];
      next += offset + 1;
    }
  }
  return found;
}

/**
 * Where each own column stands, by its key. A column whose key is gone, because somebody typed over it or because
 * it never had one, is known by the rows that are then as they were written, else by what it holds. Undefined for
 * a column that was deleted. Columns of staff, wherever they are, are nobody's.
 */
export function findColumns(
  grid: Grid,
  key: { readonly row: number; readonly keys: readonly string[]; readonly columnCount: number },
  tests: ColumnTests,
): Places {
  const places = byKey(grid[key.row] ?? [], key.keys);
  if (!places.includes(undefined)) return places;
  const filled = Math.max(0, ...grid.map((row) => row.length));
  // Own columns that hold nothing lie beyond the last filled cell, but never beyond the edge of the tab.
  const width = Math.max(filled, key.columnCount);
  return placeByLikeness(grid, key.keys, placeAsWritten(places, { width, filled }, tests), width, tests);
}

/**
 * Where the own columns stand in a tab whose key row was deleted: where more of the rows are as they were written than
 * at the places that they had, provided that each of them is found; else where they were.
 */
export function findColumnsByRows(
  were: readonly number[],
  width: number,
  tests: Pick<ColumnTests, 'halvesKnown'>,
): Places {
  const nowhere: Places = were.map(() => undefined);
  const found = placeAsWritten(nowhere, { width, filled: width }, tests);
  const isBetter = !found.includes(undefined) && tests.halvesKnown(found) > tests.halvesKnown(were);
  return isBetter ? found : were;
}
