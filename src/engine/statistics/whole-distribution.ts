import { multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { Distribution } from '../../domain/statistics.ts';
import { spreadOf } from './square-root.ts';

/** So many squares of values up to SAFE_VALUE have a sum that is whole in a double. */
const SQUARES_AT_ONCE = 256;
const SAFE_VALUE = Math.floor(Math.sqrt(Number.MAX_SAFE_INTEGER / SQUARES_AT_ONCE));

/**
 * Figures of whole numbers, such as points in millionths: the same as of exact fractions, by sorted doubles
 * and whole sums. None of no figures.
 */
export function wholeDistribution(values: readonly number[]): Distribution | undefined {
  const sorted = Float64Array.from(values).sort();
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const count = BigInt(sorted.length);
  const sum = sumOf(sorted);
  const mean = ratio(sum, count);
  const variance = ratio(count * sumOfSquares(sorted) - sum * sum, count * count);
  return {
    count: sorted.length,
    mean,
    median: ratio(BigInt(middle(sorted, Math.floor)) + BigInt(middle(sorted, Math.ceil)), 2n),
    min: ratio(min, 1),
    max: ratio(max, 1),
    variance,
    spread: spreadOf(variance),
    aboveMean: sorted.length - firstAbove(sorted, mean),
  };
}

/** The same figures in another unit: every value times a positive factor. */
export function scaled(distribution: Distribution, factor: Ratio): Distribution {
  const times = (value: Ratio): Ratio => multiplyRatios(value, factor);
  const variance = times(times(distribution.variance));
  return {
    ...distribution,
    mean: times(distribution.mean),
    median: times(distribution.median),
    min: times(distribution.min),
    max: times(distribution.max),
    variance,
    spread: spreadOf(variance),
  };
}

function middle(sorted: Float64Array, side: (place: number) => number): number {
  const value = sorted[side((sorted.length - 1) / 2)];
  if (value === undefined) throw new Error('no figures have no median');
  return value;
}

function sumOf(values: Float64Array): bigint {
  const sum = values.reduce((total, value) => total + value, 0);
  if (!Number.isSafeInteger(sum)) throw new Error(`a sum that is no longer exact: ${sum}`);
  return BigInt(sum);
}

/** Squares are added as doubles while their sum is whole in one, then carried into a whole number. */
function sumOfSquares(values: Float64Array): bigint {
  let total = 0n;
  for (let from = 0; from < values.length; from += SQUARES_AT_ONCE) {
    const some = values.subarray(from, from + SQUARES_AT_ONCE);
    const isSafe = some.every((value) => Math.abs(value) <= SAFE_VALUE);
    total += isSafe
      ? BigInt(some.reduce((sum, value) => sum + value * value, 0))
      : some.reduce((sum, value) => sum + BigInt(value) * BigInt(value), 0n);
  }
  return total;
}

/** The place of the first value strictly above the mean. */
function firstAbove(sorted: Float64Array, mean: Ratio): number {
  // Whole division goes towards zero: one less is below the mean of negative values as well.
  const below = Number(mean.numerator / mean.denominator) - 1;
  const isAbove = (value: number): boolean =>
    value > below && BigInt(value) * mean.denominator > mean.numerator;
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const half = (from + to) >>> 1;
    if (isAbove(sorted[half] ?? 0)) to = half;
    else from = half + 1;
  }
  return from;
}
