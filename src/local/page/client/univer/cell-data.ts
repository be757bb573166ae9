import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { CellValue } from '../../model/cell-value.ts';
import type { Border, LineStyle, Look } from '../../model/look.ts';
import type { PageCell } from '../../model/page-workbook.ts';

/** The grid's numbers for kinds of values, as its documentation lists them. */
const TEXT = 1;
const NUMBER = 2;
const TRUTH = 3;

const ALIGNMENTS = { left: 1, center: 2, right: 3 } as const;
const VERTICALS = { top: 1, middle: 2 } as const;
const BOTTOM = 3;
const WRAPS = { clip: 2, wrap: 3 } as const;
const OVERFLOW = 1;
const LINES: Readonly<Record<LineStyle, number>> = {
  thin: 1,
  dotted: 3,
  dashed: 4,
  double: 7,
  medium: 8,
  thick: 13,
};

/** What a cell of the grid carries of ours. */
export interface Carried {
  readonly page: PageCell;
}

function kindOf(value: CellValue): number {
  if (typeof value === 'number') return NUMBER;
  return typeof value === 'boolean' ? TRUTH : TEXT;
}

/** The cell as the grid keeps it. A formula is not handed on: the server knows its value, the grid would work out one of its own. */
export function cellData(cell: PageCell): ICellData {
  const { value = cell.shown, look } = cell;
  const custom: Carried = { page: cell };
  return {
    ...(value === undefined
      ? {}
      : { v: typeof value === 'boolean' ? Number(value) : value, t: kindOf(value) }),
    ...(look === undefined ? {} : { s: look }),
    custom,
  };
}

/** What the page put into a cell of the grid; nothing in one that was filled by the grid itself. */
export function pageCellIn(data: Nullable<ICellData>): PageCell | undefined {
  const custom = data?.custom as Partial<Carried> | null | undefined;
  return custom?.page;
}

function lineOf({ style, color }: Border) {
  return { s: LINES[style], cl: { rgb: color } };
}

function bordersOf({ borders = {} }: Look) {
  const { top, bottom, left, right } = borders;
  return {
    ...(top === undefined ? {} : { t: lineOf(top) }),
    ...(bottom === undefined ? {} : { b: lineOf(bottom) }),
    ...(left === undefined ? {} : { l: lineOf(left) }),
    ...(right === undefined ? {} : { r: lineOf(right) }),
  };
}

const ON = { s: 1 };

/** In pixels: letters with two marks, such as Ế, and what hangs below the line need more room than the package leaves them. */
const PADDING = { t: 3, r: 3, b: 3, l: 3 };

/** A look as the grid knows it. */
export function styleData(look: Look): IStyleData {
  const { color, background, align, vertical, wrap, fontSize } = look;
  return {
    pd: PADDING,
    ...(look.bold === true ? { bl: 1 } : {}),
    ...(look.italic === true ? { it: 1 } : {}),
    ...(look.underline === true ? { ul: ON } : {}),
    ...(look.strikethrough === true ? { st: ON } : {}),
    ...(fontSize === undefined ? {} : { fs: fontSize }),
    ...(color === undefined ? {} : { cl: { rgb: color } }),
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(align === undefined ? {} : { ht: ALIGNMENTS[align] }),
    ...(vertical === undefined ? {} : { vt: VERTICALS[vertical] }),
    ...(wrap === undefined ? {} : { tb: WRAPS[wrap] }),
    ...(look.borders === undefined ? {} : { bd: bordersOf(look) }),
  };
}

/** How cells look that nobody formatted: as in Google’s sheets. */
export const USUAL_STYLE: IStyleData = { ff: 'Arial', fs: 10, vt: BOTTOM, tb: OVERFLOW };
