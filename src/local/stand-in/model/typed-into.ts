import { parseUserEntered } from '../values/user-entered.ts';
import type { CellData, NumberFormat } from './wire.ts';

interface Typing {
  /** The spreadsheet's. */
  readonly locale: string;
  /** For dates typed without a year. */
  readonly year: number;
}

/** What a text becomes that a person types into this cell: the cell's number format has a say in it. */
export function typedInto(
  cell: CellData | undefined,
  text: string,
  typing: Typing,
): ReturnType<typeof parseUserEntered> {
  const format = cell?.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
  return parseUserEntered(text, { ...typing, format });
}
