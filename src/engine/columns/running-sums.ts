import type { ColumnSums } from './column-sums.ts';

const LOW_BITS = 15;
const LOW_MASK = 2 ** LOW_BITS - 1;
const NEVER = 2 ** 31 - 1;

/** Units that are read at a time: their points, totals and blanks stay in the processor's nearest store. */
export const STRETCH = 512;

/** Up to four points and a bit: the squares of a whole stretch have a sum that is whole in a double. */
const LARGEST_PLAIN = Math.floor(Math.sqrt(Number.MAX_SAFE_INTEGER / STRETCH));

/** The sums of a column while it is read, stretch by stretch. */
export interface RunningSums {
  count: number;
  sum: number;
  squares: bigint;
  min: number;
  max: number;
}

export function startSums(): RunningSums {
  return { count: 0, sum: 0, squares: 0n, min: NEVER, max: 0 };
}

export interface ScoredStretch {
  readonly points: Int32Array;
  readonly figures: Int32Array;
  readonly from: number;
  /** At most STRETCH units after the first. */
  readonly to: number;
}

/**
 * Adds a stretch of points to the sums and to the units' running totals; blanks are left out and counted.
 * One plain variable for each sum: what is taken out of an array or object at once is kept as a tagged value in the
 * loop and costs three times as much. Comparisons that are nearly always false are foretold; the least of two doubles
 * is worked out with branches that equal values send astray.
 */
export function addStretch(
  sums: RunningSums,
  { points, figures, from, to }: ScoredStretch,
  totals: Float64Array,
  blanks: Int32Array,
): void {
  let missing = 0;
  let sum = 0;
  let squares = 0;
  let min = NEVER;
  let max = 0;
  for (let unit = from; unit < to; unit += 1) {
    const value = points[unit - from] ?? 0;
    const blank = (figures[unit] ?? 0) >> 31;
    totals[unit] = (totals[unit] ?? 0) + value;
    blanks[unit] = (blanks[unit] ?? 0) - blank;
    missing -= blank;
    sum += value;
    squares += value * value;
    const least = value | (blank & NEVER);
    if (least < min) min = least;
    if (value > max) max = value;
  }
  sums.count += to - from - missing;
  sums.sum += sum;
  sums.squares += max <= LARGEST_PLAIN ? BigInt(squares) : squaresInParts(points, to - from);
  sums.min = Math.min(sums.min, min);
  sums.max = Math.max(sums.max, max);
}

/** The squares of large points from their high and low bits: three sums that are each whole in a double. */
function squaresInParts(points: Int32Array, units: number): bigint {
  let highSquares = 0;
  let products = 0;
  let lowSquares = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const value = points[unit] ?? 0;
    const high = value >> LOW_BITS;
    const low = value & LOW_MASK;
    highSquares += high * high;
    products += high * low;
    lowSquares += low * low;
  }
  const high = BigInt(highSquares) << BigInt(2 * LOW_BITS);
  return high + (BigInt(products) << BigInt(LOW_BITS + 1)) + BigInt(lowSquares);
}

export function finishSums({ count, sum, squares, min, max }: RunningSums): ColumnSums {
  return { count, sum, sumOfSquares: squares, min: count === 0 ? 0 : min, max };
}
