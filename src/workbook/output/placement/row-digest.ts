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

function hashOf(text: string): number {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return hash;
}

/** Twenty-four bits of cells as four characters; each cell adds its part, so one that held nothing does not matter. */
function digestOfHalf(cells: readonly Cell[], firstColumn: number): string {
  if (isBlankRow(cells)) return BLANK_HALF;
  let sum = 0;
  for (const [offset, cell] of cells.entries())
    if (asRead(cell) !== null) sum = (sum + hashOf(`${firstColumn + offset} ${JSON.stringify(cell)}`)) | 0;
  const folded = (sum >>> 8) ^ (sum & 0xff);
  return Array.from({ length: HALF_LENGTH }, (_, place) =>
    ALPHABET.charAt((folded >>> (place * BITS_PER_CHARACTER)) & 0x3f),
  ).join('');
}

/**
 * What a row is known by: a digest of its left half and one of its right half, so that a row of which somebody
 * typed over a cell is still known by the other half. Enough to tell the product's own rows from those that staff put
 * between them, and short enough for the note on a tab. No proof of anything: figures are compared.
 */
export function digestOfRow(cells: readonly Cell[]): string {
  const middle = Math.ceil(cells.length / 2);
  return digestOfHalf(cells.slice(0, middle), 0) + digestOfHalf(cells.slice(middle), middle);
}

/** The halves of a digest that say anything, each with the side that it is of. */
export function halvesOf(digest: string): readonly string[] {
  const halves = [`left ${digest.slice(0, HALF_LENGTH)}`, `right ${digest.slice(HALF_LENGTH)}`];
  return halves.filter((half) => !half.endsWith(BLANK_HALF));
}

/** The digests of a record, one per row. */
export function splitDigests(text: string): readonly string[] {
  const length = BLANK_ROW.length;
  return Array.from({ length: Math.floor(text.length / length) }, (_, row) =>
    text.slice(row * length, (row + 1) * length),
  );
}
