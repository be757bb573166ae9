import type { Anchor, Change, Dimension, Line } from '../../../domain/change.ts';
import type { OutputRecord } from '../output-record.ts';

/** Own lines of a tab, and its size. */
export interface OwnLines {
  readonly sheetId: number;
  /** Empty where only columns matter. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly rowCount: number;
  readonly columnCount: number;
  /** The cell that may be written alone. */
  readonly status?: CellPlace;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A line that a commit is tied to; its slot, counted from the tab's first anchor, tells which one it is. */
export interface HeldLine {
  readonly slot: number;
  readonly line: Line;
}

/** What a tab's anchors are known by. */
export type AnchorIds = NonNullable<OutputRecord['anchors']>;

/** Ids above those that people and other programs choose, below those of versions (src/domain/version.ts). */
const FIRST_ID = 2_000_000;
const IDS_PER_TAB = 256;
const TABS = 5_000_000;

/** Slots of the first own line, the last, the one after it and the last of the tab; those of lines between own ones; of the status line. */
const FIRST_SLOT: Readonly<Record<Dimension, number>> = { rows: 0, columns: 4 };
const FIRST_INNER_SLOT: Readonly<Record<Dimension, number>> = { rows: 8, columns: 128 };
const MAX_INNER = 120;
const STATUS_SLOT: Readonly<Record<Dimension, number>> = { rows: 248, columns: 249 };

/** The first id for a tab's anchors from a text that belongs to one attempt alone. */
export function firstAnchorId(fingerprint: string): number {
  return FIRST_ID + (Number.parseInt(fingerprint.slice(0, 8), 16) % TABS) * IDS_PER_TAB;
}

type OwnPlaces = Pick<OwnLines, 'rows' | 'columns'>;

function between(own: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...own), Math.max(...own)];
  return Array.from({ length: Math.max(last - first - 1, 0) }, (_, offset) => first + 1 + offset);
}

/** Lines of staff between own ones: own lines that change places among themselves are written whole in any case. */
function foreignBetween(own: readonly number[]): readonly number[] {
  const taken = new Set(own);
  return between(own).filter((line) => !taken.has(line));
}

function innerRows({ rows }: OwnPlaces): readonly number[] {
  return foreignBetween(rows).slice(0, MAX_INNER);
}

/** Where rows do not matter a row alone is written, so that every column has to be where it was. */
function innerColumns({ rows, columns }: OwnPlaces): readonly number[] {
  return (rows.length === 0 ? between(columns) : foreignBetween(columns)).slice(0, MAX_INNER);
}

interface Along {
  readonly dimension: Dimension;
  readonly own: readonly number[];
  readonly inner: readonly number[];
  readonly size: number;
  readonly status: number | undefined;
}

function linesAlong(sheetId: number, { dimension, own, inner, size, status }: Along): readonly HeldLine[] {
  if (own.length === 0) return [];
  const last = Math.max(...own);
  const outer = [Math.min(...own), last, last + 1, size - 1];
  const held = (slot: number, index: number): HeldLine => ({ slot, line: { sheetId, dimension, index } });
  return [
    ...outer.flatMap((index, place) => (index < size ? [held(FIRST_SLOT[dimension] + place, index)] : [])),
    ...inner.map((index, place) => held(FIRST_INNER_SLOT[dimension] + place, index)),
    ...(status === undefined ? [] : [held(STATUS_SLOT[dimension], status)]),
  ];
}

/**
 * The lines whose places tell that no row or column of a tab moved: the first and the last own one, the one after
 * it, the last of the tab, every line of staff between own ones, and those of the status line.
 */
export function linesToHold(own: OwnLines): readonly HeldLine[] {
  const { sheetId, rows, columns, rowCount, columnCount, status } = own;
  const down = { own: rows, inner: innerRows(own), size: rowCount, status: status?.row };
  const across = { own: columns, inner: innerColumns(own), size: columnCount, status: status?.column };
  return [
    ...linesAlong(sheetId, { dimension: 'rows', ...down }),
    ...linesAlong(sheetId, { dimension: 'columns', ...across }),
  ];
}

export function anchorIds(first: number, own: OwnPlaces): AnchorIds {
  return { first, innerRows: innerRows(own).length, innerColumns: innerColumns(own).length };
}

/** Whether the anchors of a record can be those of these lines. */
export function areAnchorsOf(ids: AnchorIds, own: OwnPlaces): boolean {
  const now = anchorIds(ids.first, own);
  return (own.rows.length === 0 || ids.innerRows === now.innerRows) && ids.innerColumns === now.innerColumns;
}

export function anchorsAt(first: number, lines: readonly HeldLine[]): readonly Anchor[] {
  return lines.map(({ slot, line }) => ({ anchorId: first + slot, line }));
}

/** Ties a commit to the lines as they were read, and leaves the anchors where the lines then are. */
export function holdLines(
  first: number,
  before: readonly HeldLine[],
  after: readonly HeldLine[],
): readonly Change[] {
  const from = new Map(before.map(({ slot, line }) => [slot, line]));
  const to = new Map(after.map(({ slot, line }) => [slot, line]));
  return [...new Set([...from.keys(), ...to.keys()])].map((slot): Change => {
    const [readAt, keptAt] = [from.get(slot), to.get(slot)];
    return {
      kind: 'hold-line',
      anchorId: first + slot,
      ...(readAt === undefined ? {} : { from: readAt }),
      ...(keptAt === undefined ? {} : { to: keptAt }),
    };
  });
}

/** Takes away all anchors that a record speaks of, wherever they are. */
export function releaseAnchors({ first, ...inner }: AnchorIds): readonly Change[] {
  const slots = [
    ...Array.from({ length: 8 }, (_, slot) => slot),
    ...Array.from({ length: inner.innerRows }, (_, place) => FIRST_INNER_SLOT.rows + place),
    ...Array.from({ length: inner.innerColumns }, (_, place) => FIRST_INNER_SLOT.columns + place),
    STATUS_SLOT.rows,
    STATUS_SLOT.columns,
  ];
  return slots.map((slot): Change => ({ kind: 'hold-line', anchorId: first + slot }));
}
