import type { Box } from './box.ts';
import { type Edge, edgeAt } from './edge.ts';
import { entriesOf, getAt, withEdits } from './sparse-list.ts';
import type { CellData } from './wire.ts';
import type { Row, Sheet } from './workbook.ts';

type CellAt = (cell: CellData | undefined, row: number, column: number) => CellData | undefined;

const NO_CELLS: Row = [];

export function cellAt(sheet: Sheet, row: number, column: number): CellData | undefined {
  return getAt(sheet.rows, row)?.[column];
}

/**
 * Every cell of the box, used or not, becomes what `changeIn` says for rows at that edge of the box: equal rows stay one
 * shared row.
 */
export function mapRowsAlike(
  sheet: Sheet,
  box: Box,
  changeIn: (edge: Edge) => (cell: CellData | undefined, column: number) => CellData | undefined,
): Sheet {
  const known = new Map<Edge, Map<Row, Row | undefined>>();
  const changes = new Map<Edge, ReturnType<typeof changeIn>>();
  const edits: [number, Row | undefined][] = [];
  for (let row = box.top; row < box.bottom; row += 1) {
    const edge = edgeAt(row, box.top, box.bottom);
    const before = getAt(sheet.rows, row) ?? NO_CELLS;
    const rows = known.get(edge) ?? new Map<Row, Row | undefined>();
    const change = changes.get(edge) ?? changeIn(edge);
    known.set(edge, rows);
    changes.set(edge, change);
    if (!rows.has(before)) rows.set(before, changedRow(before, box, change));
    edits.push([row, rows.get(before)]);
  }
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

/** Every cell of the box, used or not, becomes what `change` says; equal rows stay one shared row, so a format over a million cells stays small. */
export function mapCellsAlike(
  sheet: Sheet,
  box: Box,
  change: (cell: CellData | undefined) => CellData | undefined,
): Sheet {
  const known = new Map<Row, Row | undefined>();
  const cells = new Map<CellData | undefined, CellData | undefined>();
  const changeOnce = (cell: CellData | undefined): CellData | undefined => {
    if (!cells.has(cell)) cells.set(cell, change(cell));
    return cells.get(cell);
  };
  const edits: [number, Row | undefined][] = [];
  for (let row = box.top; row < box.bottom; row += 1) {
    const before = getAt(sheet.rows, row) ?? NO_CELLS;
    if (!known.has(before)) known.set(before, changedRow(before, box, changeOnce));
    edits.push([row, known.get(before)]);
  }
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

/** Only the cells of the box that are in use; costs by what is there, not by the size of the box. */
export function mapUsedCells(sheet: Sheet, box: Box, change: CellAt): Sheet {
  const edits: [number, Row | undefined][] = [];
  for (const [row, cells] of entriesOf(sheet.rows, box.top, box.bottom)) {
    const used = { left: box.left, right: Math.min(box.right, cells.length) };
    const now = changedRow(cells, used, (cell, column) =>
      cell === undefined ? undefined : change(cell, row, column),
    );
    edits.push([row, now]);
  }
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

/** The sheet with stretches of rows changed: `items[i]` goes into column `left + i`. No row may come twice. */
export function withRowStretches<T>(
  sheet: Sheet,
  stretches: Iterable<{ readonly row: number; readonly left: number; readonly items: readonly T[] }>,
  change: (cell: CellData | undefined, item: T) => CellData | undefined,
): Sheet {
  const edits: [number, Row | undefined][] = [];
  for (const { row, left, items } of stretches) {
    const draft = [...(getAt(sheet.rows, row) ?? NO_CELLS)];
    while (draft.length < left + items.length) draft.push(undefined);
    for (const [along, item] of items.entries()) draft[left + along] = change(draft[left + along], item);
    edits.push([row, trimmedRow(draft)]);
  }
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

/** The sheet with single cells replaced. */
export function withCells(
  sheet: Sheet,
  cells: Iterable<readonly [row: number, column: number, cell: CellData | undefined]>,
): Sheet {
  const drafts = new Map<number, (CellData | undefined)[]>();
  for (const [row, column, cell] of cells) {
    const draft = drafts.get(row) ?? [...(getAt(sheet.rows, row) ?? NO_CELLS)];
    drafts.set(row, draft);
    while (draft.length <= column) draft.push(undefined);
    draft[column] = cell;
  }
  const edits = [...drafts].map(([row, draft]) => [row, trimmedRow(draft)] as const);
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

export function trimmedRow(row: Row): Row | undefined {
  const end = row.findLastIndex((cell) => cell !== undefined) + 1;
  if (end === 0) return undefined;
  return end === row.length ? row : row.slice(0, end);
}

function changedRow(
  row: Row,
  span: { readonly left: number; readonly right: number },
  change: (cell: CellData | undefined, column: number) => CellData | undefined,
): Row | undefined {
  const draft = [...row];
  let changed = false;
  for (let column = span.left; column < span.right; column += 1) {
    while (draft.length <= column) draft.push(undefined);
    const before = draft[column];
    const after = change(before, column);
    if (after === before) continue;
    draft[column] = after;
    changed = true;
  }
  // The same row, where it stays as it was: what did not change is not written again.
  return changed ? trimmedRow(draft) : trimmedRow(row);
}

/** A cell that says nothing is no cell. */
export function cellOrNothing(cell: CellData): CellData | undefined {
  return Object.keys(cell).length === 0 ? undefined : cell;
}
