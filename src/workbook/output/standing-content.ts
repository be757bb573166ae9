import type { Content } from '../../domain/content.ts';
import { type Cell, cellAt } from '../../domain/grid.ts';
import { withoutState } from '../../domain/messages/status-lines.ts';
import { STATUS_ROW } from './content-rows.ts';
import { findOutputRecord, type OutputRecord, outputNoteId } from './output-record.ts';
import type { StandingTab } from './output-tab.ts';
import { keysOf } from './placement/content-keys.ts';
import { lostRecord } from './placement/lost-record.ts';
import { findPlacement, type Placement } from './placement/placement.ts';
import { digestOfRow, isBlankRow, splitDigests } from './placement/row-digest.ts';

/** What the product wrote into a tab, as it stands there now. */
export interface StandingContent extends StandingTab {
  /** The note that holds the record; a damaged one is replaced too. */
  readonly noteId: number | undefined;
  readonly record: OutputRecord | undefined;
  /** Undefined when nothing of the product's is left. */
  readonly placement: Placement | undefined;
}

/** @param content what is going to be written there, when it is known: it helps to tell own rows that somebody typed over */
export function findStanding(standing: StandingTab, content?: Content): StandingContent {
  const { sheet, grid } = standing;
  const noteId = outputNoteId(sheet);
  const found = findOutputRecord(sheet)?.record;
  if (found === undefined) {
    const recovered = lostRecord(grid, content);
    return { ...standing, noteId, record: recovered?.record, placement: recovered?.placement };
  }
  const wanted = content ?? { rows: [], columnWidths: [], frozenRows: 0, frozenColumns: 0 };
  const { rowCount, columnCount } = sheet;
  const placement = findPlacement({ grid, rowCount, columnCount }, found, wanted);
  return { ...standing, noteId, record: found, placement };
}

function ownCells({ grid, placement }: StandingContent, row: number): readonly Cell[] {
  return (placement?.columns ?? []).map((column) =>
    column === undefined ? null : cellAt(grid, row, column),
  );
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

function endsWithStatus(cell: Cell, { status }: OutputRecord): boolean {
  return status !== '' && typeof cell === 'string' && cell.endsWith(withoutState(status));
}

/** The status line among the own cells: by its words or, when they were never current, by its digest. */
function ownStatus(standing: StandingContent, record: OutputRecord): CellPlace | undefined {
  const { placement } = standing;
  const column = placement?.columns[0];
  const written = splitDigests(record.digests)[STATUS_ROW];
  const row = placement?.rows.find((own) => {
    const cells = ownCells(standing, own);
    return endsWithStatus(cells[0] ?? null, record) || digestOfRow(cells) === written;
  });
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** The cell of the status line, wherever staff moved it, also when they changed what stands around it; undefined when it is gone. */
export function statusPlace(standing: StandingContent): CellPlace | undefined {
  const { grid, record } = standing;
  if (record === undefined) return undefined;
  const own = ownStatus(standing, record);
  if (own !== undefined) return own;
  const row = grid.findIndex((cells) => cells.some((cell) => endsWithStatus(cell, record)));
  if (row === -1) return undefined;
  return { row, column: grid[row]?.findIndex((cell) => endsWithStatus(cell, record)) ?? 0 };
}

function withoutStatus<T>(rows: readonly T[]): readonly T[] {
  return rows.toSpliced(STATUS_ROW, 1);
}

/** Whether every own cell holds what the content has there; the status line aside. */
function sameCells(content: Content, standing: StandingContent): boolean {
  const rows = standing.placement?.rows ?? [];
  return content.rows.every((cells, index) => {
    if (index === STATUS_ROW) return true;
    const standingCells = ownCells(standing, rows[index] ?? -1);
    return cells.every(({ value }, column) => (value === '' ? null : value) === standingCells[column]);
  });
}

/** Rows as texts, in the order of the alphabet: the order in which they stand is staff's. Empty ones say nothing. */
function sortedRows(rows: readonly (readonly Cell[])[]): readonly string[] {
  const filled = rows.filter((cells) => !isBlankRow(cells));
  return filled.map((cells) => JSON.stringify(cells.map((cell) => (cell === '' ? null : cell)))).toSorted();
}

/** Whether the own rows hold what the content has, in whatever order; the status line aside. Digests alone prove nothing. */
function sameRows(content: Content, standing: StandingContent): boolean {
  const status = statusPlace(standing)?.row;
  const own = (standing.placement?.rows ?? []).filter((row) => row !== status);
  return sameTexts(
    sortedRows(own.map((row) => ownCells(standing, row))),
    sortedRows(withoutStatus(content.rows).map((cells) => cells.map(({ value }) => value))),
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/**
 * Whether a tab holds a content already. The order of its rows is staff's as long as nothing changed: rows that
 * they sorted stay so until there is something new to write.
 */
export function holdsContent(content: Content, standing: StandingContent): boolean {
  const { record, placement } = standing;
  if (record === undefined || placement === undefined || placement.columns.includes(undefined)) return false;
  if (record.rows !== content.rows.length || !sameTexts(record.keys, keysOf(content).keys)) return false;
  if (record.status !== '' && statusPlace(standing) === undefined) return false;
  const written = splitDigests(record.digests);
  if (written.length < content.rows.length) return sameCells(content, standing);
  const wanted = content.rows.map((cells) => digestOfRow(cells.map(({ value }) => value)));
  const isAsWritten = placement.isUntouched && sameTexts(withoutStatus(written), withoutStatus(wanted));
  return isAsWritten && sameRows(content, standing);
}

/**
 * Whether somebody typed over what was written into a tab, or deleted some of it; rows in another order, and the status
 * line, do not count. Of a tab so long that its record does not know every row it is not told: the next run finds it.
 */
export function isAltered(standing: StandingTab): boolean {
  const { record, placement } = findStanding(standing);
  if (record === undefined || splitDigests(record.digests).length < record.rows) return false;
  return placement?.isUntouched !== true;
}
