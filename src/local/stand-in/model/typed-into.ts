import { typedText } from '../values/typed-text.ts';
import { parseUserEntered } from '../values/user-entered.ts';
import type { CellData, ExtendedValue, NumberFormat } from './wire.ts';

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
  return parseUserEntered(text, { ...typing, format: numberFormatOf(cell) });
}

/** What a person would have to type into this cell to get the value. */
export function typedOut(
  cell: CellData | undefined,
  value: ExtendedValue | undefined,
  locale: string,
): string {
  return typedText(value, numberFormatOf(cell), locale);
}

function numberFormatOf(cell: CellData | undefined): NumberFormat | undefined {
  return cell?.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
}
