import { type Cell, cellAt, type Grid } from '../../../domain/grid.ts';
import { withoutState } from '../../../domain/messages/status-lines.ts';
import { STATUS_ROW } from '../content-rows.ts';
import type { OutputRecord } from '../output-record.ts';
import { type Familiarity, resembles } from './familiar-cells.ts';
import { BLANK_ROW, digestOfRow, halvesOf, isBlankRow, splitDigests } from './row-digest.ts';

/** A row of the tab that is known to hold a certain row of the content. */
export interface KnownRow {
  readonly row: number;
  readonly contentRow: number;
}

export interface RowSearch {
  readonly grid: Grid;
  /** Rows of the tab: no own row lies beyond them. */
  readonly rowCount: number;
  /** Where the own columns stand; undefined for one that was deleted. */
  readonly columns: readonly (number | undefined)[];
  /** Where the search begins: the key row as a rule. */
  readonly known: KnownRow;
  readonly record: Pick<OutputRecord, 'rows' | 'spare' | 'digests' | 'status'>;
  readonly familiarity: Familiarity;
}

export interface FoundRows {
  /** Own rows, top to bottom. */
  readonly rows: readonly number[];
  /** True when every one of them but the status line is known by its digest: none was typed over, none is missing. */
  readonly isUntouched: boolean;
}

/** Rows of staff that may stand between the last row that is known and one below it that was changed. */
const ROWS_TO_LOOK_PAST = 5;

class RowFinder {
  readonly own: Set<number>;
  isUntouched: boolean;
  readonly #search: RowSearch;
  /** Of rows of the content that are known the row of the tab. */
  readonly #places: Map<number, number>;
  readonly #digests: readonly string[];
  #rowsBy: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(search: RowSearch) {
    this.#search = search;
    this.own = new Set([search.known.row]);
    this.#places = new Map([[search.known.contentRow, search.known.row]]);
    this.#digests = splitDigests(search.record.digests);
    const { known, columns, record } = search;
    this.isUntouched =
      !columns.includes(undefined) &&
      this.#digests.length === record.rows &&
      this.#digests[known.contentRow] === digestOfRow(this.cellsAt(known.row));
  }

  get missing(): number {
    return Math.max(this.#search.record.rows - this.own.size, 0);
  }

  cellsAt(row: number): readonly Cell[] {
    const { grid, columns } = this.#search;
    return columns.map((column) => (column === undefined ? null : cellAt(grid, row, column)));
  }

  isFree(row: number): boolean {
    return row >= 0 && row < this.#search.rowCount && !this.own.has(row);
  }

  isFreeAndBlank(row: number): boolean {
    return this.isFree(row) && isBlankRow(this.cellsAt(row));
  }

  /** Rows whose digest is that of a row as it was written, outward from the known one; a blank one only next to the last. */
  takeByDigest(): void {
    const { known } = this.#search;
    const all = [...this.#digests.keys()];
    this.#takeWritten(all.slice(known.contentRow + 1), 1);
    this.#takeWritten(all.slice(0, known.contentRow).toReversed(), -1);
  }

  /** Rows of which somebody changed a cell: half of them is as it was written, or as it was but for what was added. */
  takeChanged(): void {
    const halves = new Set(this.#digests.flatMap(halvesOf));
    const isKnown = (cells: readonly Cell[]) => halvesOf(digestOfRow(cells)).some((half) => halves.has(half));
    this.#takeWhere(
      (cells) =>
        this.#isStatus(cells) ||
        isKnown(cells) ||
        cells.some((cell, own) => cell !== null && isKnown(cells.with(own, null))),
    );
  }

  /**
   * Rows where missing ones were: as far from the known ones around them, with figures where ours have them, or with
   * nothing but figures and words of ours, as when a column that no key names was deleted.
   */
  takeInPlace(): void {
    const known = [...this.#places].toSorted(([a], [b]) => a - b);
    const [lastContentRow, lastRow] = known.at(-1) ?? [0, 0];
    const end = this.#digests.length;
    const stops = [...known, [end, lastRow + end - lastContentRow] as const];
    for (const [index, [contentRow, row]] of known.entries()) {
      const [nextContentRow, nextRow] = stops[index + 1] ?? [contentRow, row];
      if (nextRow - row !== nextContentRow - contentRow) continue;
      for (let between = row + 1; between < nextRow; between += 1)
        if (this.isFree(between) && this.#mayBeOurs(this.cellsAt(between))) this.own.add(between);
    }
  }

  /** Rows that were changed in many places, or of which a column was deleted: like what would be written. */
  takeSimilar(): void {
    const { familiarity, columns } = this.#search;
    const hasLost = columns.includes(undefined);
    this.#takeWhere(
      (cells) =>
        resembles(cells, (cell, own) => familiarity.knows(own, cell)) ||
        familiarity.hasShape(cells) ||
        (hasLost && this.#hasFigures(cells)),
    );
  }

  /** Rows between own ones that somebody emptied. */
  takeCleared(): void {
    const to = Math.max(...this.own);
    for (let row = Math.min(...this.own); row < to && this.missing > 0; row += 1)
      if (this.isFreeAndBlank(row)) this.own.add(row);
  }

  /** Emptied rows below, as long as nobody uses them. */
  takeSpare(): void {
    const first = Math.max(...this.own) + 1;
    for (let row = first; row < first + this.#search.record.spare && this.isFreeAndBlank(row); row += 1)
      this.own.add(row);
  }

  #takeWritten(contentRows: readonly number[], step: 1 | -1): void {
    let last = this.#search.known.row;
    for (const contentRow of contentRows) {
      const digest = this.#digests[contentRow] ?? BLANK_ROW;
      const found = digest === BLANK_ROW ? this.#blankNextTo(last, step) : this.#written(digest, last, step);
      if (found === undefined) {
        this.isUntouched &&= contentRow === STATUS_ROW;
        continue;
      }
      this.own.add(found);
      this.#places.set(contentRow, found);
      last = found;
    }
  }

  #hasFigures(cells: readonly Cell[]): boolean {
    const { familiarity, columns } = this.#search;
    return familiarity.hasFigures(cells, (own) => columns[own] === undefined);
  }

  #mayBeOurs(cells: readonly Cell[]): boolean {
    return this.#hasFigures(cells) || this.#search.familiarity.holdsOnlyOurs(cells);
  }

  /** Takes missing rows near the own ones; a few rows of staff may stand below before the last of ours. */
  #takeWhere(isOurs: (cells: readonly Cell[]) => boolean): void {
    const { grid, known, record } = this.#search;
    const isWhole = this.#digests.length >= record.rows;
    const last = Math.max(...this.own);
    let left = isWhole ? this.missing + ROWS_TO_LOOK_PAST : Number.POSITIVE_INFINITY;
    const first = Math.max(Math.min(...this.own) - known.contentRow, 0);
    for (let row = first; row < grid.length && this.missing > 0 && left > 0; row += 1) {
      if (!this.isFree(row)) continue;
      const cells = this.cellsAt(row);
      if (isBlankRow(cells)) continue;
      if (row > last) left -= 1;
      if (isOurs(cells)) this.own.add(row);
    }
  }

  #rowsByDigest(): ReadonlyMap<string, readonly number[]> {
    const wanted = new Set(this.#digests);
    const rowsBy = new Map<string, number[]>();
    for (const row of this.#search.grid.keys()) {
      const digest = digestOfRow(this.cellsAt(row));
      if (digest === BLANK_ROW || !wanted.has(digest)) continue;
      const rows = rowsBy.get(digest);
      if (rows === undefined) rowsBy.set(digest, [row]);
      else rows.push(row);
    }
    return rowsBy;
  }

  /** The nearest row with a digest in the direction of the search, else the first anywhere: staff may have sorted. */
  #written(digest: string, last: number, step: 1 | -1): number | undefined {
    this.#rowsBy ??= this.#rowsByDigest();
    const free = (this.#rowsBy.get(digest) ?? []).filter((row) => this.isFree(row));
    const ahead = step === 1 ? free.find((row) => row > last) : free.findLast((row) => row < last);
    return ahead ?? free[0];
  }

  /** The next row that is not ours yet, if it is empty: sorted rows may stand beyond those before them. */
  #blankNextTo(last: number, step: 1 | -1): number | undefined {
    let row = last + step;
    while (this.own.has(row)) row += step;
    return this.isFreeAndBlank(row) ? row : undefined;
  }

  /** The status line keeps its own words whatever was put before them. */
  #isStatus(cells: readonly Cell[]): boolean {
    const { status } = this.#search.record;
    return (
      status !== '' && cells.some((cell) => typeof cell === 'string' && cell.endsWith(withoutState(status)))
    );
  }
}

/**
 * The own rows of a tab among those of staff: by digest where it is known, then those that somebody typed over or
 * emptied, then the empty ones below that an older content left. Rows that staff put in, above, between or
 * below, are nobody's.
 */
export function findRows(search: RowSearch): FoundRows {
  const finder = new RowFinder(search);
  finder.takeByDigest();
  finder.takeChanged();
  finder.takeInPlace();
  finder.takeSimilar();
  finder.takeCleared();
  finder.takeSpare();
  return { rows: [...finder.own].toSorted((a, b) => a - b), isUntouched: finder.isUntouched };
}
