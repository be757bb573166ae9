/** The pieces of a formula, as far as rules of conditional formats use them. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'cell'; readonly cell: CellReference }
  | { readonly kind: 'sign'; readonly sign: string };

/** A cell as written: $ makes its row or column the same everywhere. */
export interface CellReference {
  /** The title of another tab. */
  readonly tab?: string;
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

const CELL =
  /^(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_(!])/u;
const TEXT = /^"((?:[^"]|"")*)"/;
const NAME = /^[\p{L}_][\p{L}\p{N}_.]*/u;
const SIGN = /^(<>|<=|>=|[=<>+\-*/^&%(),;:])/;
const SPACE = /^\s+/;

function numberPattern(decimal: '.' | ','): RegExp {
  return decimal === ',' ? /^\d+(?:,\d+)?/ : /^\d+(?:\.\d+)?/;
}

function columnOf(letters: string): number {
  return (
    Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

function cellOf(match: RegExpExecArray): Token {
  const [, quoted, bare, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = match;
  const tab = quoted?.replaceAll("''", "'") ?? bare;
  const place = {
    row: Number(digits) - 1,
    column: columnOf(letters),
    fixedRow: fixedRow !== '',
    fixedColumn: fixedColumn !== '',
  };
  return { kind: 'cell', cell: tab === undefined ? place : { tab, ...place } };
}

interface Piece {
  readonly length: number;
  /** Absent for white space. */
  readonly token?: Token;
}

function pieceOf(rest: string, number: RegExp, decimal: '.' | ','): Piece | undefined {
  const space = SPACE.exec(rest)?.[0];
  if (space !== undefined) return { length: space.length };
  const text = TEXT.exec(rest);
  if (text !== null)
    return { length: text[0].length, token: { kind: 'text', value: (text[1] ?? '').replaceAll('""', '"') } };
  const cell = CELL.exec(rest);
  if (cell !== null) return { length: cell[0].length, token: cellOf(cell) };
  const digits = number.exec(rest)?.[0];
  if (digits !== undefined) {
    const value = Number(decimal === ',' ? digits.replace(',', '.') : digits);
    return { length: digits.length, token: { kind: 'number', value } };
  }
  const name = NAME.exec(rest)?.[0];
  if (name !== undefined) return { length: name.length, token: { kind: 'name', name: name.toUpperCase() } };
  const sign = SIGN.exec(rest)?.[0];
  return sign === undefined ? undefined : { length: sign.length, token: { kind: 'sign', sign } };
}

/** The tokens of a formula without its equals sign; undefined when a character belongs to none. */
export function tokensOf(text: string, decimal: '.' | ','): readonly Token[] | undefined {
  const number = numberPattern(decimal);
  const tokens: Token[] = [];
  let rest = text;
  while (rest !== '') {
    const piece = pieceOf(rest, number, decimal);
    if (piece === undefined) return undefined;
    if (piece.token !== undefined) tokens.push(piece.token);
    rest = rest.slice(piece.length);
  }
  return tokens;
}
