import type { LostPoints } from '../../domain/analysis.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { Measured } from './yardsticks.ts';

/**
 * What a unit lost by component, most first. Components without a loss, and those that nobody has marked yet, are
 * left out.
 */
export function lostPoints(
  measured: readonly Measured[],
  missing: readonly CriterionCode[],
): readonly LostPoints[] {
  return measured
    .map(({ lost }) => lost)
    .filter(({ code, lost }) => lost > 0 && !missing.includes(code))
    .toSorted((a, b) => b.lost - a.lost);
}
