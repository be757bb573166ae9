import { type Cell, cellAt, type Grid, isEmptyCell } from '../domain/grid.ts';
import type { Issue, Location } from '../domain/issue.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { cellName } from './a1.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { givenText } from './reading.ts';

/** A column of a table: found by its header in either language, wherever staff moved it. */
export interface ColumnDefinition {
  readonly header: Bilingual;
  /** A column that is only rendered helps people to read the row; what it holds is never read. */
  readonly need: 'required' | 'optional' | 'rendered-only';
  /** True where cells are formatted as text, so that 1.10 stays 1.10 and 1/2024 does not become a date. */
  readonly asText?: boolean;
}

export type Columns<Name extends string> = Readonly<Record<Name, ColumnDefinition>>;

/** A tab as a table: where its header row is, where each known column is, which rows hold anything. */
export interface Table<Name extends string> {
  readonly tab: string;
  readonly language: Language;
  readonly grid: Grid;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Name, number>;
  readonly rows: readonly number[];
  readonly issues: readonly Issue[];
}

/** Free text may stand above the header row, in at most this many rows including it. */
const HEADER_SEARCH_ROWS = 20;

export function namesOf<Name extends string>(columns: Columns<Name>): readonly Name[] {
  // The keys of a record are its Names: the type says so, Object.keys does not.
  return Object.keys(columns) as Name[];
}

/** The row among the first twenty whose headers weigh most, the first of equals; undefined when none bears any. */
export function findHeaderRow(grid: Grid, weightOf: (cell: Cell) => number): number | undefined {
  let best: { readonly row: number; readonly weight: number } | undefined;
  for (const [row, cells] of grid.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const weight = cells.reduce<number>((sum, cell) => sum + weightOf(cell), 0);
    if (weight > (best?.weight ?? 0)) best = { row, weight };
  }
  return best?.row;
}

/** Finds header row, columns and rows of a tab; says which headers are missing or stand twice. */
export function findTable<Name extends string>(
  tab: InputTab,
  definitions: Columns<Name>,
  language: Language,
): Table<Name> {
  const names = namesOf(definitions).filter((name) => definitions[name].need !== 'rendered-only');
  const nameOf = (cell: Cell): Name | undefined => {
    if (typeof cell !== 'string') return undefined;
    const folded = foldLabel(cell);
    return names.find((name) => isLabel(folded, definitions[name].header));
  };
  const headerRow = findHeaderRow(tab.grid, (cell) => (nameOf(cell) === undefined ? 0 : 1));
  const row = headerRow ?? 0;
  const found = (tab.grid[row] ?? []).map(nameOf);
  const columns = new Map<Name, number>();
  const issues: Issue[] = [];
  for (const [column, name] of found.entries()) {
    if (name === undefined) continue;
    const first = columns.get(name);
    if (first === undefined) columns.set(name, column);
    else issues.push(duplicateHeader(tab, definitions[name].header[language], row, [first, column]));
  }
  const missing = names.filter((name) => definitions[name].need === 'required' && !columns.has(name));
  for (const name of missing) {
    const location = headerLocation(tab, headerRow);
    issues.push({ location, code: 'missing-header', header: definitions[name].header[language] });
  }
  const rows = findRows(tab.grid, row + 1, [...columns.values()]);
  issues.push(...misplacedCells(tab, row));
  return { tab: tab.title, language, grid: tab.grid, headerRow: row, columns, rows, issues };
}

/** A table with headers and nothing below them: the issue points at its first header. */
export function noRows<Name extends string>({
  tab,
  headerRow,
  columns,
  rows,
  issues,
}: Table<Name>): readonly Issue[] {
  if (rows.length > 0 || issues.length > 0) return [];
  const cell = cellName(headerRow, Math.min(...columns.values()));
  return [{ location: { tab, cell }, code: 'no-rows' }];
}

/** The first cell of each row of a text file that stands beyond the last header. */
export function misplacedCells({ title, grid, file }: InputTab, headerRow: number): readonly Issue[] {
  const last = (grid[headerRow] ?? []).findLastIndex((cell) => !isEmptyCell(cell));
  if (file === undefined || last < 0) return [];
  return grid.slice(headerRow + 1).flatMap((cells, below): readonly Issue[] => {
    const column = cells.findIndex((cell, place) => place > last && !isEmptyCell(cell));
    const location = { tab: title, cell: cellName(headerRow + 1 + below, column) };
    return column < 0 ? [] : [{ location, code: 'misplaced-cell', given: givenText(cells[column] ?? null) }];
  });
}

/** A header that stands in two columns of the header row: nobody can tell which one is meant. */
export function duplicateHeader(
  tab: InputTab,
  header: string,
  row: number,
  [first, second]: readonly [number, number],
): Issue {
  const location = { tab: tab.title, cell: cellName(row, second) };
  return { location, code: 'duplicate-header', header, otherCell: cellName(row, first) };
}

/** The start of the header row; the tab alone when there is no such row. */
export function headerLocation(tab: InputTab, headerRow: number | undefined): Location {
  return headerRow === undefined ? { tab: tab.title } : { tab: tab.title, cell: cellName(headerRow, 0) };
}

/**
 * Rows that hold anything in a known column. A tick box that nobody ticked counts as nothing: staff draw
 * them far below the last row.
 */
function findRows(grid: Grid, from: number, columns: readonly number[]): readonly number[] {
  const rows: number[] = [];
  for (let row = from; row < grid.length; row += 1) {
    const holdsAnything = columns.some((column) => {
      const cell = cellAt(grid, row, column);
      return cell !== false && !isEmptyCell(cell);
    });
    if (holdsAnything) rows.push(row);
  }
  return rows;
}
