import type { Content } from '../../../domain/content.ts';
import { type Cell, isEmptyCell } from '../../../domain/grid.ts';

/** What a content looks like, by which lines of it that somebody changed are still told from those of staff. */
export interface Familiarity {
  /** Whether a value is one that the content has in the place of an own column. */
  readonly knows: (ownColumn: number, cell: Cell) => boolean;
  /** Whether a row has figures and words where a row of the content has them, but for one cell. */
  readonly hasShape: (cells: readonly Cell[]) => boolean;
  /** Whether a row has figures, words and nothing just where a row of the content has them; lost columns aside. */
  readonly hasFigures: (cells: readonly Cell[], isLost: (ownColumn: number) => boolean) => boolean;
  /** Whether a row holds something, and nothing but figures and words that the content has anywhere. */
  readonly holdsOnlyOurs: (cells: readonly Cell[]) => boolean;
  /** Whether the content has nothing but figures in the place of an own column, its key aside. */
  readonly isFigures: (ownColumn: number) => boolean;
}

/** Rows with fewer cells than this have no shape to speak of: a title is like any note. */
const MIN_SHAPE = 3;

function cellsOf(content: Content, column: number | undefined): readonly Cell[] {
  const cells = column === undefined ? content.rows.flat() : content.rows.flatMap((row) => row[column] ?? []);
  return cells.map(({ value }) => value).filter((value) => value !== null && value !== '');
}

/** What says more than words alone, which are like any note. */
const FIGURE = '0';

/** Of each cell whether it holds a figure, words or nothing. */
function shapeOf(cells: readonly Cell[]): string {
  return cells
    .map((cell) => {
      if (isEmptyCell(cell)) return ' ';
      return typeof cell === 'number' ? FIGURE : 'a';
    })
    .join('');
}

function differences(a: string, b: string): number {
  return Array.from(a).filter((mark, place) => mark !== b[place]).length;
}

/** The different shapes that rows of a content have in the own columns. */
function shapesIn(content: Content, contentColumns: readonly (number | undefined)[]): readonly string[] {
  const shapes = content.rows.map((row) =>
    shapeOf(contentColumns.map((column) => row[column ?? -1]?.value ?? null)),
  );
  return [...new Set(shapes)];
}

/** Worked out when it is asked for: in a tab that nobody touched nothing of it is. */
function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

/** @param contentColumns for each own column the column of the content that goes there; undefined for one that goes away */
export function familiarWith(content: Content, contentColumns: readonly (number | undefined)[]): Familiarity {
  const known = once(() => contentColumns.map((column) => new Set(cellsOf(content, column))));
  const words = once(() => new Set(cellsOf(content, undefined)));
  const all = once(() => shapesIn(content, contentColumns));
  const shapes = once(() => all().filter((shape) => shape.replaceAll(' ', '').length >= MIN_SHAPE));
  return {
    knows: (ownColumn, cell) => known()[ownColumn]?.has(cell) === true,
    hasShape: (cells) => shapes().some((shape) => differences(shape, shapeOf(cells)) <= 1),
    hasFigures: (cells, isLost) => {
      const without = (shape: string) =>
        Array.from(shape, (mark, own) => (isLost(own) ? ' ' : mark)).join('');
      const left = without(shapeOf(cells));
      return left.includes(FIGURE) && all().some((shape) => without(shape) === left);
    },
    holdsOnlyOurs: (cells) => {
      const filled = cells.filter((cell) => !isEmptyCell(cell));
      return filled.length > 0 && filled.every((cell) => typeof cell === 'number' || words().has(cell));
    },
    isFigures: (ownColumn) => {
      const [, ...below] = cellsOf(content, contentColumns[ownColumn]);
      return below.length > 0 && below.every((cell) => typeof cell === 'number');
    },
  };
}

/**
 * Whether cells look like the product's: at least a third of what they hold is known. A line that somebody typed over
 * still holds most of its values; one that staff put in holds none or few.
 */
export function resembles(cells: readonly Cell[], isKnown: (cell: Cell, place: number) => boolean): boolean {
  const filled = cells.filter((cell) => !isEmptyCell(cell)).length;
  const known = cells.filter(isKnown).length;
  return known > 0 && known * 3 >= filled;
}
