import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { Deviation } from '../../domain/period-analysis.ts';
import { compareRatios, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { ScoreSheet } from '../../domain/scoreboard.ts';
import type { Yardsticks } from './lost-points.ts';

/** How many components are named as strengths, and how many as weaknesses. */
const NAMED = 3;

/** The components on which a unit is furthest above and below the mean of its group; equal ones in printed order. */
export function deviations(
  sheet: ScoreSheet,
  yardsticks: Yardsticks,
): { readonly strengths: readonly Deviation[]; readonly weaknesses: readonly Deviation[] } {
  const all = componentResultsOf(sheet.fields).flatMap(
    ({ code, earned, attainable, mark }): readonly Deviation[] => {
      const mean = yardsticks.get(code)?.mean;
      if (mean === undefined || attainable === 0 || mark.kind === 'blank') return [];
      return [{ code, earned, attainable, aboveMean: subtractRatios(ratio(earned, 1), mean) }];
    },
  );
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
