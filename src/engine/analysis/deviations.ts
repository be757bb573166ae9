import type { Deviation } from '../../domain/period-analysis.ts';
import { compareRatios } from '../../domain/ratio.ts';
import type { Measured } from './yardsticks.ts';

/** How many components are named as strengths, and how many as weaknesses. */
const NAMED = 3;

/** The components on which a unit is furthest above and below the mean of its group; equal ones in printed order. */
export function deviations(measured: readonly Measured[]): {
  readonly strengths: readonly Deviation[];
  readonly weaknesses: readonly Deviation[];
} {
  const all = measured.flatMap(({ deviation }) => deviation ?? []);
  return {
    strengths: all
      .filter(({ aboveMean }) => aboveMean.numerator > 0n)
      .toSorted((a, b) => compareRatios(b.aboveMean, a.aboveMean))
      .slice(0, NAMED),
    weaknesses: all
      .filter(({ aboveMean }) => aboveMean.numerator < 0n)
      .toSorted((a, b) => compareRatios(a.aboveMean, b.aboveMean))
      .slice(0, NAMED),
  };
}
