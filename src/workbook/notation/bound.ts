import type { Language } from '../../domain/language.ts';
import type { Bound, Comparison } from '../../domain/rule.ts';
import { type Quantity, quantityOf, type Thousands, writeQuantity } from './number.ts';
import { mapParsed, type Parsed, type Piece, stopAt } from './piece.ts';

/** An open or closed bound, and whether it was written in percent. */
export interface QuantityBound extends Quantity {
  readonly comparison: Comparison;
}

const SIGNS: Readonly<Record<Comparison, string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' };

/** Longer signs and words first, so that >= is not read as > and "up to" not as something else. */
const WRITTEN: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:≥|>=|từ\s|from\s)/iu, '>='],
  [/^(?:≤|<=|đến\s|up to\s)/iu, '<='],
  [/^(?:>|trên\s|above\s|over\s)/iu, '>'],
  [/^(?:<|dưới\s|below\s|under\s)/iu, '<'],
];

/** A bound such as `≥ 90%`, `trên 90%`, `< 3`. */
export function boundOf(piece: Piece, thousands: Thousands = 'possible'): Parsed<QuantityBound> {
  for (const [pattern, comparison] of piece.quoted ? [] : WRITTEN) {
    const sign = pattern.exec(piece.text)?.[0];
    if (sign === undefined) continue;
    const rest = piece.text.slice(sign.length);
    const number = {
      text: rest.trim(),
      at: piece.at + piece.text.length - rest.trimStart().length,
      quoted: false,
    };
    return mapParsed(quantityOf(number, thousands), (quantity) => ({ ...quantity, comparison }));
  }
  return stopAt(piece.at, 'comparison');
}

export function writeBound({ comparison, value }: Bound, percent: boolean, language: Language): string {
  return `${SIGNS[comparison]} ${writeQuantity({ value, percent }, language)}`;
}
