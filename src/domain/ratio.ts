/**
 * An exact fraction: an index, a mean or a share before it is rounded to be shown.
 * The denominator is positive and the fraction is in lowest terms, so equal fractions have equal fields.
 */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** By doubles while the numbers are whole in them, which is several times faster and just as exact. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > LARGEST_SAFE) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let [p, q] = [Number(y), Number(x % y)];
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** The fraction numerator ÷ denominator in lowest terms; a zero denominator is a bug of the caller. */
export function ratio(numerator: bigint | number, denominator: bigint | number): Ratio {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 1n) return { numerator: top, denominator: bottom };
  if (bottom === 0n) throw new Error('a ratio needs a denominator other than zero');
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Negative when a is smaller, zero when they are the same fraction, positive when a is larger. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
