import type { Cell } from '../../../domain/grid.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HALF_LENGTH = 4;
const BITS_PER_CHARACTER = 6;

/** FNV-1a (Fowler, Noll, Vo), the offset and the prime for 32 bits. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The digest of half a row that holds nothing. */
const BLANK_HALF = '....';
/** The digest of a row that holds nothing. */
export const BLANK_ROW = BLANK_HALF + BLANK_HALF;

/** A cell as it is read back once it was written. */
function asRead(cell: Cell): Cell {
  return cell === '' ? null : cell;
}

export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => asRead(cell) === null);
}

/**
 * Parts are added up, and by FNV alone figures that differ in their last digit differ by a few times the prime: one point
 * more here and one less there would add up to the same. So each is stirred first (the last step of MurmurHash3, Appleby).
 */
function stirred(hash: number): number {
  let stir = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  stir = Math.imul(stir ^ (stir >>> 13), 0xc2b2ae35);
  return stir ^ (stir >>> 16);
}

function hashOf(text: string): number {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return stirred(hash);
}

/** Twenty-four bits of every other cell as four characters; each cell adds its part, so one that held nothing does not matter. */
function digestOfHalf(cells: readonly Cell[], firstColumn: 0 | 1): string {
  let sum: number | undefined;
  for (let column = firstColumn; column < cells.length; column += 2) {
    const cell = asRead(cells[column] ?? null);
    if (cell !== null) sum = ((sum ?? 0) + hashOf(`${column} ${JSON.stringify(cell)}`)) | 0;
  }
  if (sum === undefined) return BLANK_HALF;
  const folded = (sum >>> 8) ^ (sum & 0xff);
  return Array.from({ length: HALF_LENGTH }, (_, place) =>
    ALPHABET.charAt((folded >>> (place * BITS_PER_CHARACTER)) & 0x3f),
  ).join('');
}

/**
 * What a row is known by: a digest of every other cell from the first and one of every other from the second, so that
 * a row of which somebody typed over a cell or deleted a column is still known by the other half, even one that has
 * only a name and a figure. Enough to tell the product's own rows from those that staff put
 * between them, and short enough for the note on a tab. No proof of anything: figures are compared.
 */
export function digestOfRow(cells: readonly Cell[]): string {
  return digestOfHalf(cells, 0) + digestOfHalf(cells, 1);
}

/** The halves of a digest that say anything, each with the side that it is of. */
export function halvesOf(digest: string): readonly string[] {
  const halves = [`even ${digest.slice(0, HALF_LENGTH)}`, `odd ${digest.slice(HALF_LENGTH)}`];
  return halves.filter((half) => !half.endsWith(BLANK_HALF));
}

/** The digests of a record, one per row. */
export function splitDigests(text: string): readonly string[] {
  const length = BLANK_ROW.length;
  return Array.from({ length: Math.floor(text.length / length) }, (_, row) =>
    text.slice(row * length, (row + 1) * length),
  );
}
