import { multiplyRatios, ratio } from '../../domain/ratio.ts';
import type { Bound } from '../../domain/rule.ts';

/** The first figure at or above a bound's value (>= and <), or above it (> and <=). */
export function firstOnOtherSide({ comparison, value }: Bound, scale: number): number {
  const { numerator, denominator } = multiplyRatios(value, ratio(scale, 1));
  const floor = numerator / denominator;
  const isWhole = floor * denominator === numerator;
  const takesTheBound = comparison === '>=' || comparison === '<';
  return Number(isWhole && takesTheBound ? floor : floor + 1n);
}
