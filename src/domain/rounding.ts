import { assertNever } from './assert-never.ts';
import { asPoints, type Points } from './points.ts';
import type { Ratio } from './ratio.ts';

/** How a figure is rounded to be shown: a setting of the criteria set, because published tables differ. */
export const ROUNDING_MODES = ['half-up', 'half-even', 'truncate'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/**
 * Numerator ÷ denominator as a whole number, rounded in the given mode. Half-up means half away from zero.
 * The only division with a remainder in the system: everything else stays exact.
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (denominator <= 0n) throw new Error('the denominator must be positive');
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const rounded = roundMagnitude(size / denominator, size % denominator, denominator, mode);
  return negative ? -rounded : rounded;
}

function roundMagnitude(quotient: bigint, rest: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const doubled = rest * 2n;
  switch (mode) {
    case 'half-up':
      return doubled >= denominator ? quotient + 1n : quotient;
    case 'half-even':
      return doubled > denominator || (doubled === denominator && quotient % 2n === 1n)
        ? quotient + 1n
        : quotient;
    case 'truncate':
      return quotient;
    default:
      return assertNever(mode);
  }
}

/** A fraction as a whole number of units of 10^-decimals: 969/1000 at 2 decimals is 97. */
export function roundRatio(value: Ratio, decimals: number, mode: RoundingMode): bigint {
  return divideRounded(value.numerator * 10n ** BigInt(decimals), value.denominator, mode);
}

/** The points that a rule gives when it divides: rounded once, half up, to a millionth (docs/adr/0001). */
export function dividePoints(numerator: bigint, denominator: bigint): Points {
  return asPoints(Number(divideRounded(numerator, denominator, 'half-up')));
}
