import { columnLetters } from './column-letters.ts';
import type { Progress } from './content.ts';

/** Where a progress cell stands, and the row of the maxima, all 0-based. */
export interface ProgressPlace {
  readonly row: number;
  readonly column: number;
  readonly maximaRow: number;
}

const ABOVE_ANY_MAXIMUM = 1_000_000;

/**
 * The formula that counts the entries beside a cell, such as 45/46, without the leading equals sign. Products take the
 * place of lists of arguments: what parts arguments is a comma in one locale and a semicolon in another.
 */
export function progressFormula(progress: Progress, { row, column, maximaRow }: ProgressPlace): string {
  const first = column + progress.columnsRight;
  const [from, to] = [columnLetters(first), columnLetters(first + progress.width - 1)];
  const entries = `${from}${row + 1}:${to}${row + 1}`;
  const maxima = `${from}$${maximaRow + 1}:${to}$${maximaRow + 1}`;
  // A maximum is a number: text is greater than any, and an empty cell counts as zero. ISNUMBER of a list is no list everywhere.
  const counts = `(${maxima}<>"")*(${maxima}<${ABOVE_ANY_MAXIMUM})`;
  const applies = `(${entries}<>"${progress.exemptWord.replaceAll('"', '""')}")*${counts}`;
  return `SUMPRODUCT((${entries}<>"")*${applies})&"/"&SUMPRODUCT(${applies})`;
}
