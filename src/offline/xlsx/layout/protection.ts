import type { Element } from '@xmldom/xmldom';
import type { Area, Protection } from '../../../domain/layout.ts';
import { parseCellName } from '../../../workbook/a1.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { childOf, childrenOf, ensureChild, makeElement } from '../xml.ts';
import type { OpenTab } from './open-tab.ts';
import { SHEET_ORDER } from './sheet-order.ts';

/** The width that a column has when nobody set one, in digits. */
const DEFAULT_WIDTH = 9.14;

/** What stays allowed on a protected tab: looks, widths, rows and columns of one's own, sorting and filtering. */
const ALLOWED = [
  ['formatCells', 'formatColumns', 'formatRows', 'insertColumns', 'insertRows', 'insertHyperlinks'],
  ['sort', 'autoFilter', 'pivotTables'],
].flat();

function isInside(areas: readonly Area[], row: number, column: number): boolean {
  return areas.some(
    ({ top, left, height, width }) =>
      row >= top && row < top + height && column >= left && column < left + width,
  );
}

function lookOf(element: Element, name: 's' | 'style'): number {
  return Number(element.getAttribute(name) ?? 0);
}

/** Cells that stand: closed inside the areas, open everywhere else. */
function lockCells({ root, styles }: OpenTab, areas: readonly Area[]): void {
  const data = childOf(root, 'sheetData');
  for (const row of data === undefined ? [] : childrenOf(data, 'row')) {
    if (row.getAttribute('s') !== null)
      row.setAttribute('s', String(styles.withLock(lookOf(row, 's'), false)));
    for (const cell of childrenOf(row, 'c')) {
      const place = parseCellName(cell.getAttribute('r') ?? '');
      if (place === undefined) continue;
      const isLocked = isInside(areas, place.row, place.column);
      cell.setAttribute('s', String(styles.withLock(lookOf(cell, 's'), isLocked)));
    }
  }
}

/** Columns of which the file says nothing, from one to the next that it describes. */
function undescribed(columns: readonly Element[]): readonly (readonly [min: number, max: number])[] {
  const described = columns.map((column) => ({
    column,
    min: Number(column.getAttribute('min')),
    max: Number(column.getAttribute('max')),
  }));
  const starts = [1, ...described.map(({ max }) => max + 1)];
  return starts.flatMap((min, index) => {
    const max = (described[index]?.min ?? MAX_COLUMNS + 1) - 1;
    return max < min ? [] : [[min, max] as const];
  });
}

/** Cells that are yet to be typed take the look of their column: all columns are open. */
function openColumns({ root, styles }: OpenTab): void {
  const list = ensureChild(root, 'cols', SHEET_ORDER);
  const columns = childrenOf(list, 'col');
  for (const column of columns)
    column.setAttribute('style', String(styles.withLock(lookOf(column, 'style'), false)));
  const style = styles.withLock(0, false);
  for (const [min, max] of undescribed(columns)) {
    const next = columns.find((column) => Number(column.getAttribute('min')) > max);
    list.insertBefore(makeElement(list, 'col', { min, max, width: DEFAULT_WIDTH, style }), next ?? null);
  }
}

/**
 * Closes the cells that hold a table together, without a password, and leaves the rest of the tab open. A tab that is
 * the office's as a whole is not closed: a file knows no people, and whoever has it is the office. A tab that staff
 * protected stays as they did it.
 */
export function writeProtection(tab: OpenTab, protections: readonly Protection[]): void {
  const areas = protections.flatMap(({ area }) => area ?? []);
  if (areas.length === 0) return;
  lockCells(tab, areas);
  openColumns(tab);
  if (childOf(tab.root, 'sheetProtection') !== undefined) return;
  const protection = ensureChild(tab.root, 'sheetProtection', SHEET_ORDER);
  protection.setAttribute('sheet', '1');
  for (const name of ALLOWED) protection.setAttribute(name, '0');
}
