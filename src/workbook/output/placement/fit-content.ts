import type { Dimension } from '../../../domain/change.ts';
import type { Content } from '../../../domain/content.ts';
import { keysOf, matchColumns } from './content-keys.ts';
import type { Placement } from './placement.ts';

/** Empty rows or columns to put in, one after the other. */
export interface Insertion {
  readonly dimension: Dimension;
  readonly at: number;
  readonly count: number;
}

/** Where a content goes: what has to be put in first, and where each of its rows and columns then stands. */
export interface Fit {
  readonly insertions: readonly Insertion[];
  /** Own rows: the content's, then those that stay empty. */
  readonly rows: readonly number[];
  /** The content's columns, in its order. */
  readonly columns: readonly number[];
  /** Own columns that the content no longer has: they are emptied and given up. */
  readonly releasedColumns: readonly number[];
}

/** Columns for the content: the old ones where they stand, new ones each put in after the one before it. */
function fitColumns(
  placed: readonly (number | undefined)[],
  matched: readonly (number | undefined)[],
): Pick<Fit, 'columns' | 'releasedColumns' | 'insertions'> {
  const insertions: Insertion[] = [];
  const standing = new Map(placed.flatMap((column, own) => (column === undefined ? [] : [[own, column]])));
  const columns: number[] = [];
  const putIn = (at: number): number => {
    const pushed = (column: number) => (column >= at ? column + 1 : column);
    insertions.push({ dimension: 'columns', at, count: 1 });
    for (const [own, column] of standing) standing.set(own, pushed(column));
    for (const [place, column] of columns.entries()) columns[place] = pushed(column);
    return at;
  };
  for (const own of matched) {
    const last = columns.at(-1);
    const next = last === undefined ? Math.min(...standing.values(), Number.MAX_SAFE_INTEGER) : last + 1;
    const column = own === undefined ? undefined : standing.get(own);
    columns.push(column ?? putIn(next === Number.MAX_SAFE_INTEGER ? 0 : next));
  }
  const kept = new Set(matched);
  const releasedColumns = [...standing].flatMap(([own, column]) => (kept.has(own) ? [] : [column]));
  return { insertions, columns, releasedColumns };
}

/** Rows for the content: the own ones that stand, missing ones put in below the last of them. */
function fitRows(placed: readonly number[], wanted: number): Pick<Fit, 'rows' | 'insertions'> {
  const count = wanted - placed.length;
  if (count <= 0) return { insertions: [], rows: placed };
  const at = (placed.at(-1) ?? -1) + 1;
  const added = Array.from({ length: count }, (_, offset) => at + offset);
  return { insertions: [{ dimension: 'rows', at, count }], rows: [...placed, ...added] };
}

/** Fits a content to where the one before it stands. */
export function fitContent(content: Content, placement: Placement, oldKeys: readonly string[]): Fit {
  const columns = fitColumns(placement.columns, matchColumns(oldKeys, keysOf(content).keys));
  const rows = fitRows(placement.rows, content.rows.length);
  return { ...columns, rows: rows.rows, insertions: [...columns.insertions, ...rows.insertions] };
}

/** Fits a content into a tab that holds nothing of ours: into rows put in above whatever stands there. */
export function fitAnew(content: Content): Fit {
  const rows = content.rows.map((_, row) => row);
  const columns = (content.rows[0] ?? []).map((_, column) => column);
  return {
    insertions: [{ dimension: 'rows', at: 0, count: rows.length }],
    rows,
    columns,
    releasedColumns: [],
  };
}
