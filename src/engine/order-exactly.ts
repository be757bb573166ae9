import { compareRatios, type Ratio } from '../domain/ratio.ts';

/** Far above the rounding of two conversions and a division of doubles (under 5e-16 of the value). */
const SAFE_DISTANCE = 1e-14;

/** A figure with a double close to it, which settles most comparisons. */
export interface ApproximatedFigure {
  readonly exact: Ratio;
  readonly near: number;
}

export function approximate(exact: Ratio): ApproximatedFigure {
  return { exact, near: Number(exact.numerator) / Number(exact.denominator) };
}

/**
 * The order of the exact figures: the doubles decide only when they lie so far apart that no rounding of
 * theirs can have turned the order; otherwise the fractions are compared.
 */
export function compareApproximated(a: ApproximatedFigure, b: ApproximatedFigure): number {
  const distance = a.near - b.near;
  if (Math.abs(distance) > SAFE_DISTANCE * (Math.abs(a.near) + Math.abs(b.near))) return distance;
  return compareRatios(a.exact, b.exact);
}
