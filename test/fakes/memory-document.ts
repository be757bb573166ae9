import type { Anchor } from '../../src/domain/change.ts';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import type { Metadata, NamedRange, Sheet, Structure } from '../../src/domain/spreadsheet.ts';
import type { SpreadsheetFailure } from '../../src/domain/spreadsheet-failure.ts';

/** A tab of the in-memory spreadsheet: a full rectangle of cells, an empty one is null. */
export interface MemoryTab extends Sheet {
  readonly cells: Grid;
}

/** A spreadsheet as a value: replaced as a whole, so that a change is there or is not. */
export interface MemoryDocument extends Omit<Structure, 'sheets'> {
  readonly tabs: readonly MemoryTab[];
  readonly namedRanges: readonly NamedRange[];
  readonly anchors: readonly Anchor[];
}

/** Thrown inside a commit; the document then stays as it was. */
export class Refusal extends Error {
  readonly failure: SpreadsheetFailure;

  constructor(failure: SpreadsheetFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export function conflict(detail: string): Refusal {
  return new Refusal({ kind: 'conflict', detail });
}

export function resize(cells: Grid, rowCount: number, columnCount: number): Grid {
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => cells[row]?.[column] ?? null),
  );
}

/** Rows up to the last filled one, each up to its last filled cell: what a read by value returns. */
export function trimmed(cells: Grid): Grid {
  const rows = cells.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

export function tabOf(document: MemoryDocument, sheetId: number): MemoryTab {
  const tab = document.tabs.find((candidate) => candidate.sheetId === sheetId);
  if (tab === undefined) throw conflict(`No sheet with id: ${sheetId}`);
  return tab;
}

export function withTab(document: MemoryDocument, tab: MemoryTab): MemoryDocument {
  const tabs = document.tabs.map((other) => (other.sheetId === tab.sheetId ? tab : other));
  return { ...document, tabs };
}

/** The cells with a block written over them; a block that leaves the grid is refused, as by Google. */
export function writeBlock(
  tab: MemoryTab,
  row: number,
  column: number,
  block: readonly (readonly Cell[])[],
): MemoryTab {
  const width = Math.max(0, ...block.map((values) => values.length));
  if (row + block.length > tab.rowCount || column + width > tab.columnCount)
    throw conflict(`Range (${tab.title}) exceeds grid limits.`);
  const cells = tab.cells.map((values, r) =>
    values.map((cell, c) => {
      const written = block[r - row];
      if (written === undefined || c < column || c - column >= written.length) return cell;
      const value = written[c - column] ?? null;
      return value === '' ? null : value;
    }),
  );
  return { ...tab, cells };
}

export function nextMetadataId(document: MemoryDocument): number {
  const notes = [...document.metadata, ...document.tabs.flatMap(({ metadata }) => metadata)];
  return 1 + notes.filter(({ id }) => id < 1_000_000).reduce((newest, { id }) => Math.max(newest, id), 0);
}

export function structureOf({ tabs, anchors: _anchors, ...rest }: MemoryDocument): Structure {
  return { ...rest, sheets: tabs.map(({ cells: _cells, ...sheet }) => sheet) };
}

/** What a test says about a tab; the rest has the defaults of a new tab. */
export interface TabInput {
  readonly sheetId: number;
  readonly title: string;
  readonly cells?: Grid;
  readonly hidden?: boolean;
  readonly rowCount?: number;
  readonly columnCount?: number;
  readonly metadata?: readonly Metadata[];
}

export function makeTab(input: TabInput): MemoryTab {
  const cells = input.cells ?? [];
  const rowCount = Math.max(input.rowCount ?? 100, cells.length);
  const columnCount = Math.max(input.columnCount ?? 26, ...cells.map((row) => row.length));
  return {
    sheetId: input.sheetId,
    title: input.title,
    hidden: input.hidden ?? false,
    metadata: input.metadata ?? [],
    rowCount,
    columnCount,
    cells: resize(cells, rowCount, columnCount),
  };
}
