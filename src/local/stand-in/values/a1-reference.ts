import type { OpenBox } from './cell-box.ts';
import { columnIndex } from './column-name.ts';
import { parseR1C1 } from './r1c1-reference.ts';

/** The text before and after the `!`; a quoted title alone has no `rest`. */
interface SplitA1 {
  readonly title: string | undefined;
  readonly quoted: boolean;
  readonly rest: string | undefined;
}

function splitQuoted(text: string): SplitA1 | undefined {
  const [whole = '', title = ''] = /^'((?:[^']|'')*)'/.exec(text) ?? [];
  if (whole === '') return undefined;
  const rest = text.slice(whole.length);
  if (rest !== '' && !rest.startsWith('!')) return undefined;
  const name = title.replaceAll("''", "'");
  return { title: name, quoted: true, rest: rest === '' ? undefined : rest.slice(1) };
}

/** Undefined where a quote is not closed or something stands between title and `!`. */
export function splitA1(text: string): SplitA1 | undefined {
  if (text.startsWith("'")) return splitQuoted(text);
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { title: undefined, quoted: false, rest: text };
  return { title: text.slice(0, mark), quoted: false, rest: text.slice(mark + 1) };
}

/** One corner: a cell has both, `B` only a column, `3` only a row. */
interface Corner {
  readonly row?: number;
  readonly column?: number;
}

const MAX_ROW_DIGITS = 9;

function parseRow(digits: string): number | undefined {
  const row = Number(digits);
  return digits.length <= MAX_ROW_DIGITS && row >= 1 ? row - 1 : undefined;
}

function parseCorner(text: string): Corner | undefined {
  const match = /^\$?([A-Za-z]*)\$?(\d*)$/.exec(text);
  if (match === null) return undefined;
  const [, letters = '', digits = ''] = match;
  const column = letters === '' ? undefined : columnIndex(letters);
  const row = digits === '' ? undefined : parseRow(digits);
  if ((letters !== '' && column === undefined) || (digits !== '' && row === undefined)) return undefined;
  if (letters === '' && digits === '') return undefined;
  return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

interface Span {
  readonly start?: number;
  readonly end?: number;
}

/** Both bounds in either order; one bound alone is a start with an open end (`A2:C` has rows from 2 on). */
function spanOf(first: number | undefined, last: number | undefined): Span {
  if (first === undefined && last === undefined) return {};
  if (first === undefined || last === undefined) return { start: first ?? last ?? 0 };
  return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}

function boxBetween(first: Corner, last: Corner): OpenBox {
  const rows = spanOf(first.row, last.row);
  const columns = spanOf(first.column, last.column);
  return {
    ...(rows.start === undefined ? {} : { top: rows.start }),
    ...(rows.end === undefined ? {} : { bottom: rows.end }),
    ...(columns.start === undefined ? {} : { left: columns.start }),
    ...(columns.end === undefined ? {} : { right: columns.end }),
  };
}

/** `A1`, `A1:B2`, `A:C`, `2:4`, `A2:C`, `B3:3`, else the same in R1C1; a column or a row alone (`A`, `2`) is no range. */
export function parseReference(text: string): OpenBox | undefined {
  const [left = '', right, more] = text.split(':');
  if (more !== undefined) return undefined;
  const asA1 = parseCells(left, right);
  if (asA1 !== undefined) return asA1;
  const corners = parseR1C1(left, right);
  return corners === undefined ? undefined : boxBetween(corners.first, corners.last);
}

function parseCells(left: string, right: string | undefined): OpenBox | undefined {
  const first = parseCorner(left);
  const last = right === undefined ? first : parseCorner(right);
  if (first === undefined || last === undefined) return undefined;
  if (right === undefined && (first.row === undefined || first.column === undefined)) return undefined;
  return boxBetween(first, last);
}
