import type { LostPoints } from '../../domain/analysis.ts';
import type { Measured } from './yardsticks.ts';

/** What a unit lost by component, most first; components without a loss are left out. */
export function lostPoints(measured: readonly Measured[]): readonly LostPoints[] {
  return measured
    .map(({ lost }) => lost)
    .filter(({ lost }) => lost > 0)
    .toSorted((a, b) => b.lost - a.lost);
}
