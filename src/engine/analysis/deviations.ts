import type { Deviation } from '../../domain/period-analysis.ts';
import { compareRatios } from '../../domain/ratio.ts';
import type { Measured } from './yardsticks.ts';

/** How many components are named as strengths, and how many as weaknesses. */
const NAMED = 3;

/** The components on which a unit is furthest above the mean of its group; equal ones in printed order. */
export function strengthsOf(measured: readonly Measured[]): readonly Deviation[] {
  return deviationsOf(measured)
    .filter(({ aboveMean }) => aboveMean.numerator > 0n)
    .toSorted((a, b) => compareRatios(b.aboveMean, a.aboveMean))
    .slice(0, NAMED);
}

/** The components on which a unit is furthest below the mean of its group; equal ones in printed order. */
export function weaknessesOf(measured: readonly Measured[]): readonly Deviation[] {
  return deviationsOf(measured)
    .filter(({ aboveMean }) => aboveMean.numerator < 0n)
    .toSorted((a, b) => compareRatios(a.aboveMean, b.aboveMean))
    .slice(0, NAMED);
}

function deviationsOf(measured: readonly Measured[]): readonly Deviation[] {
  return measured.flatMap(({ deviation }) => deviation ?? []);
}
