import type { Cell } from '../domain/grid.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';
import { type NumberText, readNumberText } from './number-text.ts';

/** Larger than any figure of a province. */
const SIZE_LIMIT = 1e15;

/** Smaller than any figure of a province: what is left over where binary arithmetic should have given zero. */
const DUST = 1e-15;

const NOT_A_NUMBER: NumberText = { kind: 'not-a-number' };

/** Digits that a spreadsheet shows at most: what lies beyond them came from binary arithmetic. */
const SHOWN_DIGITS = 15;

/** A cell as an exact number, by the decimal digits that a spreadsheet shows. */
export function readExactNumber(cell: Cell): NumberText {
  if (typeof cell === 'string') return readNumberText(cell);
  if (typeof cell !== 'number' || !Number.isFinite(cell) || Math.abs(cell) > SIZE_LIMIT) return NOT_A_NUMBER;
  const shown = Math.abs(cell) < DUST ? 0 : Number(cell.toPrecision(SHOWN_DIGITS));
  return { kind: 'number', value: decimalRatio(shown) };
}

/** The decimal digits of a number as an exact fraction. */
export function decimalRatio(value: number): Ratio {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = Number(exponent) - fraction.length;
  const scaled = BigInt(whole + fraction);
  return shift >= 0 ? ratio(scaled * 10n ** BigInt(shift), 1n) : ratio(scaled, 10n ** BigInt(-shift));
}
