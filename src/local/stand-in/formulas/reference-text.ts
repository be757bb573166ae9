import { columnIndex, columnName } from '../values/column-name.ts';
import { formatTitle } from '../values/sheet-title.ts';

/** One end of a reference: `$B$3` has both parts, `B` is a whole column, `3` a whole row. Zero-based. */
interface Corner {
  readonly column?: number;
  readonly row?: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** Cells that a formula names: `B3`, `'Điểm'!$B$3:C9`, `B:B`, `3:4`, `B3:B`. */
export interface Reference {
  /** The title as it is, without quotes; undefined where the formula's own sheet is meant. */
  readonly title: string | undefined;
  readonly first: Corner;
  readonly last: Corner | undefined;
}

export const LOST_REFERENCE = '#REF!';

const NAME = /^[\p{L}_]/u;
const WORD = /[\p{L}\p{N}_.$]/u;
const CORNER = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d{1,8}))?$/;

type NameChange = (name: string) => string | undefined;

/**
 * The formula with each reference in it replaced by what `change` says, and each other name that is no function by what
 * `rename` says; undefined leaves it as it is written.
 */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => string | undefined,
  rename: NameChange = () => undefined,
): string {
  let out = '';
  let at = 0;
  while (at < formula.length) {
    const found = referenceAt(formula, at);
    const end = found?.end ?? literalEnd(formula, at);
    const text = formula.slice(at, end);
    const isName = found === undefined && NAME.test(text) && formula[end] !== '(';
    out +=
      (found === undefined ? undefined : change(found.reference)) ??
      (isName ? rename(text) : undefined) ??
      text;
    at = end;
  }
  return out;
}

interface Found {
  readonly reference: Reference;
  readonly end: number;
}

function referenceAt(formula: string, start: number): Found | undefined {
  const quoted = formula[start] === "'" ? quotedEnd(formula, start, "'") : undefined;
  const titleEnd = quoted ?? wordEnd(formula, start);
  if (titleEnd === start) return undefined;
  if (formula[titleEnd] !== '!') {
    return quoted === undefined ? cornersAt(formula, start, undefined) : undefined;
  }
  const written = formula.slice(start, titleEnd);
  const title = quoted === undefined ? written : written.slice(1, -1).replaceAll("''", "'");
  return cornersAt(formula, titleEnd + 1, title);
}

function cornersAt(formula: string, start: number, title: string | undefined): Found | undefined {
  const end = wordEnd(formula, start);
  const first = cornerOf(formula.slice(start, end));
  if (first === undefined || formula[end] === '(') return undefined;
  const rangeEnd = formula[end] === ':' ? wordEnd(formula, end + 1) : end;
  const last = rangeEnd > end + 1 ? cornerOf(formula.slice(end + 1, rangeEnd)) : undefined;
  const isRange = last !== undefined && formula[rangeEnd] !== '(' && pairs(first, last);
  if (isRange) return { reference: { title, first, last }, end: rangeEnd };
  const isCell = first.column !== undefined && first.row !== undefined;
  return isCell ? { reference: { title, first, last: undefined }, end } : undefined;
}

/** `B3:B` and `B:3` have an open end; `B:3` alone names nothing. */
function pairs(first: Corner, last: Corner): boolean {
  const both = [first, last];
  const allColumns = both.every(({ column }) => column !== undefined);
  const allRows = both.every(({ row }) => row !== undefined);
  return allColumns || allRows;
}

function cornerOf(word: string): Corner | undefined {
  const match = word === '' ? null : CORNER.exec(word);
  if (match === null) return undefined;
  const [, columnMark, letters, rowMark, digits] = match;
  const column = letters === undefined ? undefined : columnIndex(letters);
  const row = digits === undefined ? undefined : Number(digits) - 1;
  const isBeyond = (letters !== undefined && column === undefined) || row === -1;
  if (isBeyond) return undefined;
  return {
    ...(column === undefined ? {} : { column }),
    ...(row === undefined ? {} : { row }),
    columnFixed: columnMark === '$',
    rowFixed: rowMark === '$',
  };
}

function literalEnd(formula: string, start: number): number {
  const mark = formula[start];
  if (mark === '"' || mark === "'") return quotedEnd(formula, start, mark) ?? formula.length;
  return Math.max(start + 1, wordEnd(formula, start));
}

/** Past the closing mark, a doubled one being part of the text; undefined where it is never closed. */
function quotedEnd(formula: string, start: number, mark: string): number | undefined {
  for (let at = start + 1; at < formula.length; at += 1) {
    if (formula[at] !== mark) continue;
    if (formula[at + 1] !== mark) return at + 1;
    at += 1;
  }
  return undefined;
}

function wordEnd(formula: string, start: number): number {
  let end = start;
  while (end < formula.length && WORD.test(formula.charAt(end))) end += 1;
  return end;
}

function cornerText({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  return row === undefined ? letters : `${letters}${rowFixed ? '$' : ''}${row + 1}`;
}

/** The reference as it is written in a formula. */
export function referenceText({ title, first, last }: Reference): string {
  const sheet = title === undefined ? '' : `${formatTitle(title)}!`;
  return `${sheet}${cornerText(first)}${last === undefined ? '' : `:${cornerText(last)}`}`;
}
