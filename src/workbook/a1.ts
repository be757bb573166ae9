import { columnLetters } from '../domain/column-letters.ts';

const LETTERS = 26;
const CODE_OF_A = 65;

/** The name of the cell at a 0-based row and column. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The 0-based position that a cell's name stands for; undefined for a text that names no cell. */
export function parseCellName(name: string): CellPosition | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9][0-9]{0,7})$/.exec(name) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - CODE_OF_A + 1,
    0,
  );
  return { row: Number(digits) - 1, column: column - 1 };
}
