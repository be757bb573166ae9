import type { Anchor, Dimension } from '../../src/domain/change.ts';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { type MemoryDocument, type MemoryTab, tabOf, withTab } from './memory-document.ts';

/** A stretch of rows or columns of a tab: 0-based, half open. */
export interface Stretch {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly from: number;
  readonly to: number;
}

type Row = readonly Cell[];

function empty(length: number): Row {
  return Array.from({ length }, () => null);
}

function withCells(tab: MemoryTab, cells: Grid): MemoryTab {
  return { ...tab, cells, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 };
}

/** The anchors after the lines of a tab changed place; one whose line has none is deleted with it. */
function relocated(
  document: MemoryDocument,
  { sheetId, dimension }: Stretch,
  placeOf: (index: number) => number | undefined,
): readonly Anchor[] {
  return document.anchors.flatMap((anchor): readonly Anchor[] => {
    const { line } = anchor;
    if (line.sheetId !== sheetId || line.dimension !== dimension) return [anchor];
    const index = placeOf(line.index);
    return index === undefined ? [] : [{ ...anchor, line: { ...line, index } }];
  });
}

export function insertLines(document: MemoryDocument, stretch: Stretch): MemoryDocument {
  const { sheetId, dimension, from, to } = stretch;
  const tab = tabOf(document, sheetId);
  const count = to - from;
  const cells =
    dimension === 'rows'
      ? tab.cells.toSpliced(from, 0, ...Array.from({ length: count }, () => empty(tab.columnCount)))
      : tab.cells.map((row) => row.toSpliced(from, 0, ...empty(count)));
  const anchors = relocated(document, stretch, (index) => (index < from ? index : index + count));
  return { ...withTab(document, withCells(tab, cells)), anchors };
}

export function deleteLines(document: MemoryDocument, stretch: Stretch): MemoryDocument {
  const { sheetId, dimension, from, to } = stretch;
  const tab = tabOf(document, sheetId);
  const cut = <T>(items: readonly T[]): readonly T[] => items.toSpliced(from, to - from);
  const cells = dimension === 'rows' ? cut(tab.cells) : tab.cells.map(cut);
  const anchors = relocated(document, stretch, (index) => {
    if (index < from) return index;
    return index < to ? undefined : index - (to - from);
  });
  return { ...withTab(document, withCells(tab, cells)), anchors };
}

/** The lines of a stretch in another order: `order` holds, for each place, the line that comes there. */
function reordered(document: MemoryDocument, stretch: Stretch, order: readonly number[]): MemoryDocument {
  const { sheetId, dimension, from } = stretch;
  const tab = tabOf(document, sheetId);
  const lineAt = (index: number): number => order[index - from] ?? index;
  const cells =
    dimension === 'rows'
      ? tab.cells.map((_, index) => tab.cells[lineAt(index)] ?? [])
      : tab.cells.map((row) => row.map((_, index) => row[lineAt(index)] ?? null));
  const anchors = relocated(document, stretch, (index) => {
    const place = order.indexOf(index);
    return place === -1 ? index : from + place;
  });
  return { ...withTab(document, { ...tab, cells }), anchors };
}

/** Moves a stretch before another line, counted before the move. */
export function moveLines(document: MemoryDocument, stretch: Stretch, before: number): MemoryDocument {
  const { from, to } = stretch;
  if (before >= from && before <= to) return document;
  const [first, end] = [Math.min(from, before), Math.max(to, before)];
  const all = Array.from({ length: end - first }, (_, offset) => first + offset);
  const moved = all.filter((index) => index >= from && index < to);
  const others = all.filter((index) => index < from || index >= to);
  const order = before < from ? [...moved, ...others] : [...others, ...moved];
  return reordered(document, { ...stretch, from: first, to: end }, order);
}

/** Sorts the rows of a stretch by a column, numbers first, then text, empty cells last. */
export function sortRows(document: MemoryDocument, stretch: Stretch, column: number): MemoryDocument {
  const { cells } = tabOf(document, stretch.sheetId);
  const keyOf = (row: number): readonly [number, string | number] => {
    const cell = cells[row]?.[column] ?? null;
    if (cell === null) return [2, ''];
    return typeof cell === 'number' ? [0, cell] : [1, String(cell)];
  };
  const rows = Array.from({ length: stretch.to - stretch.from }, (_, offset) => stretch.from + offset);
  const order = rows.toSorted((a, b) => {
    const [[rankA, keyA], [rankB, keyB]] = [keyOf(a), keyOf(b)];
    if (rankA !== rankB) return rankA - rankB;
    return keyA < keyB ? -1 : Number(keyA > keyB);
  });
  return reordered(document, { ...stretch, dimension: 'rows' }, order);
}
