import type { Content } from '../../../domain/content.ts';
import { type Cell, cellAt, type Grid } from '../../../domain/grid.ts';
import { BLOCK_HEADERS, OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import { ROWS_ABOVE_TABLE, STATUS_ROW } from '../content-rows.ts';
import type { OutputRecord } from '../output-record.ts';
import { keysOf } from './content-keys.ts';
import { familiarWith } from './familiar-cells.ts';
import { findKeyRow } from './find-columns.ts';
import type { Placement } from './placement.ts';
import { isBlankRow } from './row-digest.ts';

/** A tab whose record is gone, with what can still be told of it. */
export interface Recovered {
  readonly record: OutputRecord;
  readonly placement: Placement;
}

/** Headers with a figure inside, such as the full maximum of a block, are known by how they begin. */
const BEGINNINGS = Object.values(BLOCK_HEADERS).flatMap((headerOf) =>
  Object.values(headerOf('\u0000')).map((header) => header.slice(0, header.indexOf('\u0000'))),
);
const HEADERS = new Set<string>(Object.values(OUTPUT_HEADERS).flatMap(({ vi, en }) => [vi, en]));

function isOurHeader(cell: Cell): cell is string {
  if (typeof cell !== 'string') return false;
  return HEADERS.has(cell) || BEGINNINGS.some((beginning) => cell.startsWith(beginning));
}

/** What the columns are known by when only the grid is there: the row with the most headers of the product. */
function keyRowOf(grid: Grid): number | undefined {
  const counts = grid.map((row) => row.filter(isOurHeader).length);
  const most = Math.max(0, ...counts);
  return most < 2 ? undefined : counts.indexOf(most);
}

interface Found {
  readonly grid: Grid;
  readonly keyAt: number;
  readonly columns: readonly number[];
  readonly isKnown: (row: number) => boolean;
}

/** The table's rows down to the first empty one; those that hold nothing familiar are of staff. */
function bodyOf({ grid, keyAt, columns, isKnown }: Found): readonly number[] {
  const rows: number[] = [];
  const isFilled = (row: number) => !isBlankRow(columns.map((column) => cellAt(grid, row, column)));
  for (let row = keyAt + 1; row < grid.length && isFilled(row); row += 1) if (isKnown(row)) rows.push(row);
  return rows;
}

/** Title, subtitle, status and the empty line above the headers: all of them where the first stands in its place. */
function headOf({ grid, keyAt, columns, isKnown }: Found, keyRow: number): readonly number[] {
  const first = keyAt - keyRow;
  const head = Array.from({ length: keyRow }, (_, offset) => first + offset).filter((row) => row >= 0);
  if (head.length === keyRow && isKnown(first)) return head;
  return head.filter((row) => isKnown(row) || isBlankRow(columns.map((column) => cellAt(grid, row, column))));
}

/**
 * What the product wrote into a tab whose record was lost, as in a downloaded file: the columns whose header is one
 * of ours, the head lines above, the rows below down to the first empty one. Undefined when there is no such
 * table. What else staff keep in the tab is not the product's.
 */
export function lostRecord(grid: Grid, content?: Content): Recovered | undefined {
  const wanted = content === undefined ? undefined : keysOf(content);
  const keyRow = wanted?.keyRow ?? ROWS_ABOVE_TABLE - 1;
  const keyAt = (wanted && findKeyRow(grid, wanted.keys, keyRow)) ?? keyRowOf(grid);
  if (keyAt === undefined) return undefined;
  const wantedKeys = new Set<Cell>(wanted?.keys.filter((key) => key !== ''));
  const columns = (grid[keyAt] ?? []).flatMap((cell, column) =>
    wantedKeys.has(cell) || isOurHeader(cell) ? [column] : [],
  );
  const keys = columns.map((column) => String(cellAt(grid, keyAt, column)));
  const familiarity =
    content === undefined
      ? undefined
      : familiarWith(
          content,
          columns.map(() => undefined),
        );
  const isKnown = (row: number) =>
    familiarity === undefined || columns.some((column) => familiarity.knows(0, cellAt(grid, row, column)));
  const found = { grid, keyAt, columns, isKnown };
  const rows = [...headOf(found, keyRow), keyAt, ...bodyOf(found)];
  return {
    placement: { rows, columns, isUntouched: false },
    record: {
      rows: rows.length,
      spare: 0,
      keyRow,
      keys,
      columns,
      top: rows[0] ?? 0,
      digests: '',
      look: '',
      layout: '',
      ruled: [],
      charts: [],
      state: 'stale',
      cause: '',
      status: String(cellAt(grid, rows[STATUS_ROW] ?? -1, columns[0] ?? -1) ?? ''),
      results: '',
    },
  };
}
