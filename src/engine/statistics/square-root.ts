import { type Ratio, ratio } from '../../domain/ratio.ts';

/** The largest whole number whose square is not above the value. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** Decimals to which a spread is worked out. */
const SPREAD_DECIMALS = 6;

/** The standard deviation of a variance, half up to six decimals. */
export function spreadOf(variance: Ratio): Ratio {
  return squareRoot(variance, SPREAD_DECIMALS);
}

/** The square root rounded half up to so many decimals: a spread from a variance, without a double. */
export function squareRoot(value: Ratio, decimals: number): Ratio {
  if (value.numerator < 0n) throw new Error('a negative figure has no square root');
  const scale = 10n ** BigInt(decimals);
  const doubled = wholeRoot((value.numerator * 4n * scale * scale) / value.denominator);
  return ratio((doubled + 1n) / 2n, scale);
}
