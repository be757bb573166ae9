import { type Ratio, ratio } from '../../domain/ratio.ts';

/** Whole sums over the units that have an entry, from which mean and spread follow exactly. */
export interface ColumnSums {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: bigint;
  /** Zero over no units. */
  readonly min: number;
  readonly max: number;
}

/** Mean and variance of the units, exact; undefined over no units. */
export function momentsOf(sums: ColumnSums): { readonly mean: Ratio; readonly variance: Ratio } | undefined {
  if (sums.count === 0) return undefined;
  const [count, sum] = [BigInt(sums.count), BigInt(sums.sum)];
  return {
    mean: ratio(sum, count),
    variance: ratio(count * sums.sumOfSquares - sum * sum, count * count),
  };
}
