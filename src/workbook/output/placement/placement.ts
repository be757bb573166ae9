import type { Content } from '../../../domain/content.ts';
import { type Cell, cellAt, type Grid, isEmptyCell } from '../../../domain/grid.ts';
import type { OutputRecord } from '../output-record.ts';
import { keysOf, matchColumns } from './content-keys.ts';
import { familiarWith, resembles } from './familiar-cells.ts';
import { findColumns, findColumnsByRows, findKeyRow } from './find-columns.ts';
import { findRows, type KnownRow } from './find-rows.ts';
import { BLANK_ROW, digestOfRow, halvesOf, splitDigests } from './row-digest.ts';

/**
 * Where the product's own rows and columns of a tab stand, whatever staff put above, between and beside them. The
 * cells where one meets the other are the product's; every other cell of the tab is not.
 */
export interface Placement {
  /** Top to bottom; the n-th holds the n-th row of the content, those beyond it are empty. */
  readonly rows: readonly number[];
  /** In the order in which they were written; undefined for one that was deleted. */
  readonly columns: readonly (number | undefined)[];
  /** True when the own rows hold what was written, in whatever order. */
  readonly isUntouched: boolean;
}

/** A tab's cells and its size. */
export interface PlacedGrid {
  readonly grid: Grid;
  readonly rowCount: number;
  readonly columnCount: number;
}

function columnCells(grid: Grid, column: number) {
  return grid.map((_, row) => cellAt(grid, row, column));
}

/** How many halves of a grid's rows are as the record says when its columns stand at these places. */
function halvesKnown(grid: Grid, { digests }: OutputRecord, places: readonly (number | undefined)[]): number {
  const wanted = new Set(splitDigests(digests).flatMap(halvesOf));
  return grid
    .flatMap((row) =>
      halvesOf(digestOfRow(places.map((column) => (column === undefined ? null : (row[column] ?? null))))),
    )
    .filter((half) => wanted.has(half)).length;
}

/** Figures but for one cell, its heading. */
function isFigures(cells: readonly Cell[]): boolean {
  const figures = cells.filter((cell) => typeof cell === 'number').length;
  return figures > 0 && cells.filter((cell) => !isEmptyCell(cell)).length - figures <= 1;
}

/** So many of the first rows tell where the columns stand; all of a long tab would take as long as writing it anew. */
const ROWS_LOOKED_AT = 60;

function columnsByRows(grid: Grid, record: OutputRecord): Placement['columns'] {
  const rows = grid.slice(0, ROWS_LOOKED_AT);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return findColumnsByRows(record.columns, width, {
    halvesKnown: (places) => halvesKnown(rows, record, places),
  });
}

/** A row that still is as it was written: for a tab whose key row was deleted. */
function knownByDigest(
  grid: Grid,
  columns: Placement['columns'],
  { digests }: OutputRecord,
): KnownRow | undefined {
  const wanted = splitDigests(digests);
  const found = grid.flatMap((cells, row): readonly KnownRow[] => {
    const digest = digestOfRow(
      columns.map((column) => (column === undefined ? null : (cells[column] ?? null))),
    );
    const contentRow = digest === BLANK_ROW ? -1 : wanted.indexOf(digest);
    return contentRow === -1 ? [] : [{ row, contentRow }];
  });
  return found[0];
}

/**
 * Finds what the product wrote into a tab by the record of it: the key row by its texts, each column by its key,
 * rows by their digests. When the key row itself was deleted, the rows that are left tell where the columns stand.
 * Undefined when nothing of it is left.
 */
export function findPlacement(
  tab: PlacedGrid,
  record: OutputRecord,
  content: Content,
): Placement | undefined {
  const contentColumns = invert(matchColumns(record.keys, keysOf(content).keys), record.keys.length);
  const familiarity = familiarWith(content, contentColumns);
  const { grid, rowCount } = tab;
  const keyAt = findKeyRow(grid, record.keys, record.top + record.keyRow);
  const without = keyAt === undefined ? columnsByRows(grid, record) : [];
  const known =
    keyAt === undefined ? knownByDigest(grid, without, record) : { row: keyAt, contentRow: record.keyRow };
  if (known === undefined) return undefined;
  const columns =
    keyAt === undefined
      ? without
      : findColumns(
          grid,
          { row: keyAt, keys: record.keys, columnCount: tab.columnCount },
          {
            halvesKnown: (places) => halvesKnown(grid, record, places),
            resembles: (column, own) =>
              resembles(columnCells(grid, column), (cell) => familiarity.knows(own, cell)),
            isFigures: (column, own) => familiarity.isFigures(own) && isFigures(columnCells(grid, column)),
          },
        );
  return { columns, ...findRows({ grid, rowCount, columns, known, record, familiarity }) };
}

/** For each old column the new one that takes its place. */
function invert(
  matched: readonly (number | undefined)[],
  oldColumns: number,
): readonly (number | undefined)[] {
  return Array.from({ length: oldColumns }, (_, old) => {
    const column = matched.indexOf(old);
    return column === -1 ? undefined : column;
  });
}
