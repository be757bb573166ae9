import type { Content } from '../../../domain/content.ts';
import { type Cell, cellAt, type Grid, isEmptyCell } from '../../../domain/grid.ts';
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

function isBlankIn({ grid, columns }: Found, row: number): boolean {
  return isBlankRow(columns.map((column) => cellAt(grid, row, column)));
}

/** The most empty rows that stand together below the key row of a content, as between two of its blocks. */
function longestBlank({ rows }: Content, keyRow: number): number {
  let [longest, length] = [0, 0];
  for (const cells of rows.slice(keyRow + 1)) {
    length = isBlankRow(cells.map(({ value }) => value)) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** The rows below, until more of them are empty than ever are in the content; those that hold nothing familiar are of staff. */
function bodyOf(found: Found, blankRows: number): readonly number[] {
  const rows: number[] = [];
  let blanks: number[] = [];
  for (let row = found.keyAt + 1; row < found.grid.length && blanks.length <= blankRows; row += 1) {
    if (isBlankIn(found, row)) {
      blanks.push(row);
      continue;
    }
    if (found.isKnown(row)) rows.push(...blanks, row);
    blanks = [];
  }
  return rows;
}

/** Title, subtitle, status and the empty line above the headers: all of them where the first stands in its place. */
function headOf(found: Found, keyRow: number): readonly number[] {
  const { keyAt, isKnown } = found;
  const first = keyAt - keyRow;
  const head = Array.from({ length: keyRow }, (_, offset) => first + offset).filter((row) => row >= 0);
  if (head.length === keyRow && isKnown(first)) return head;
  return head.filter((row) => isKnown(row) || isBlankIn(found, row));
}

/** An own column of the tab and what it is known by: the content's column, where there is one. */
interface OwnColumn {
  readonly column: number;
  readonly contentColumn?: number;
}

/** The columns with a header that is wanted or is one of ours; a column of the content without one stands beside the one before it. */
function columnsAt(cells: readonly Cell[], keys: readonly string[]): readonly OwnColumn[] {
  return cells.flatMap((cell, column): readonly OwnColumn[] => {
    const contentColumn = isEmptyCell(cell) ? -1 : keys.indexOf(String(cell));
    if (contentColumn === -1) return isOurHeader(cell) ? [{ column }] : [];
    const after = keys.slice(contentColumn + 1);
    const next = after.findIndex((key) => key !== '');
    const nameless = after.slice(0, next === -1 ? after.length : next);
    return [
      { column, contentColumn },
      ...nameless.flatMap((_, offset) => {
        const beside = column + 1 + offset;
        return isEmptyCell(cells[beside] ?? null)
          ? [{ column: beside, contentColumn: contentColumn + 1 + offset }]
          : [];
      }),
    ];
  });
}

/** Whether a row holds something that the content holds, or figures where the content has them. */
function knownBy(content: Content | undefined, grid: Grid, columns: readonly OwnColumn[]) {
  if (content === undefined) return () => true;
  const { knows, hasFigures } = familiarWith(
    content,
    columns.map(({ contentColumn }) => contentColumn),
  );
  const isLost = (own: number) => columns[own]?.contentColumn === undefined;
  return (row: number) => {
    const cells = columns.map(({ column }) => cellAt(grid, row, column));
    return cells.some((cell, own) => knows(own, cell)) || hasFigures(cells, isLost);
  };
}

/**
 * What the product wrote into a tab whose record was lost, as in a downloaded file: the columns whose header is one
 * of ours, the head lines above, the rows below down to where the content ends. Undefined when there is no such
 * table. What else staff keep in the tab is not the product's.
 */
export function lostRecord(grid: Grid, content?: Content): Recovered | undefined {
  const wanted = content === undefined ? undefined : keysOf(content);
  const keyRow = wanted?.keyRow ?? ROWS_ABOVE_TABLE - 1;
  const keyAt = (wanted && findKeyRow(grid, wanted.keys, keyRow)) ?? keyRowOf(grid);
  if (keyAt === undefined) return undefined;
  const own = columnsAt(grid[keyAt] ?? [], wanted?.keys ?? []);
  const columns = own.map(({ column }) => column);
  const found = { grid, keyAt, columns, isKnown: knownBy(content, grid, own) };
  const blankRows = content === undefined ? 0 : longestBlank(content, keyRow);
  const rows = [...headOf(found, keyRow), keyAt, ...bodyOf(found, blankRows)];
  return {
    placement: { rows, columns, isUntouched: false },
    record: {
      rows: rows.length,
      spare: 0,
      keyRow,
      keys: columns.map((column) => String(cellAt(grid, keyAt, column) ?? '')),
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
