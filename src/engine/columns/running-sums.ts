import type { ColumnSums } from './column-sums.ts';

const LOW_BITS = 15;
const LOW_MASK = 2 ** LOW_BITS - 1;
const NEVER = 2 ** 31 - 1;

/**
 * The sums of a column while it is read. Squares are kept in three parts of the value's high and low bits, each
 * a whole number in a double for up to a million units: no rounding, and no big whole numbers in the loop.
 */
export interface RunningSums {
  count: number;
  sum: number;
  highSquares: number;
  products: number;
  lowSquares: number;
  min: number;
  max: number;
}

export const MOST_UNITS = 2 ** 20;

export function startSums(): RunningSums {
  return { count: 0, sum: 0, highSquares: 0, products: 0, lowSquares: 0, min: NEVER, max: 0 };
}

/** Adds a stretch of points to the sums and to the units' running totals; blanks are left out and counted. */
export function addStretch(
  sums: RunningSums,
  stretch: {
    readonly points: Int32Array;
    readonly figures: Int32Array;
    readonly from: number;
    readonly to: number;
  },
  totals: Float64Array,
  blanks: Int32Array,
): void {
  const { points, figures, from, to } = stretch;
  let { count, sum, highSquares, products, lowSquares, min, max } = sums;
  for (let unit = from; unit < to; unit += 1) {
    const value = points[unit - from] ?? 0;
    const blank = (figures[unit] ?? 0) >> 31;
    const [high, low] = [value >> LOW_BITS, value & LOW_MASK];
    totals[unit] = (totals[unit] ?? 0) + value;
    blanks[unit] = (blanks[unit] ?? 0) - blank;
    count += 1 + blank;
    sum += value;
    highSquares += high * high;
    products += high * low;
    lowSquares += low * low;
    min = Math.min(min, value | (blank & NEVER));
    max = Math.max(max, value);
  }
  Object.assign(sums, { count, sum, highSquares, products, lowSquares, min, max });
}

export function finishSums(sums: RunningSums): ColumnSums {
  const { count, sum, highSquares, products, lowSquares, max } = sums;
  const high = BigInt(highSquares) << BigInt(2 * LOW_BITS);
  const mixed = BigInt(products) << BigInt(LOW_BITS + 1);
  return {
    count,
    sum,
    sumOfSquares: high + mixed + BigInt(lowSquares),
    min: count === 0 ? 0 : sums.min,
    max,
  };
}
