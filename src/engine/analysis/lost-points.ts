import type { LostPoints } from '../../domain/analysis.ts';
import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { asPoints, type Points, subtractPoints } from '../../domain/points.ts';
import { type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GroupResult, ScoreSheet } from '../../domain/scoreboard.ts';

/** What the ranked units of a group have on a component that applies to them: the most, and the mean. */
interface Yardstick {
  readonly best: number;
  readonly mean: Ratio;
}

export type Yardsticks = ReadonlyMap<CriterionCode, Yardstick>;

/** The best and the mean of a group by component, worked out once for all its units. */
export function yardsticksOf(group: GroupResult): Yardsticks {
  const byCode = new Map<CriterionCode, { best: number; sum: number; count: number }>();
  for (const { sheet } of group.ranked) {
    for (const { code, earned, attainable } of componentResultsOf(sheet.fields)) {
      if (attainable === 0) continue;
      const before = byCode.get(code) ?? { best: 0, sum: 0, count: 0 };
      byCode.set(code, {
        best: Math.max(before.best, earned),
        sum: before.sum + earned,
        count: before.count + 1,
      });
    }
  }
  return new Map(
    [...byCode].map(([code, { best, sum, count }]) => [code, { best, mean: ratio(sum, count) }] as const),
  );
}

/**
 * What a unit lost by component, most first, beside the best and the mean of the ranked units to which the
 * component applies. Components without a loss, and those that nobody has marked yet, are left out; a component
 * that no ranked unit has is measured by the unit itself.
 */
export function lostPoints(sheet: ScoreSheet, yardsticks: Yardsticks): readonly LostPoints[] {
  const missing = new Set(sheet.missing);
  return componentResultsOf(sheet.fields)
    .filter(({ code, earned, attainable }) => earned < attainable && !missing.has(code))
    .map(({ code, earned, attainable }) => {
      const yardstick = yardsticks.get(code);
      const { best, mean } = yardstick ?? { best: earned, mean: ratio(earned, 1) };
      return {
        code,
        earned,
        attainable,
        lost: subtractPoints(attainable, earned),
        ...(yardstick === undefined ? {} : { best: asPoints(yardstick.best), mean: yardstick.mean }),
        behindBest: behind(best, earned),
        behindMean: subtractRatios(mean, ratio(earned, 1)),
      };
    })
    .toSorted((a, b) => b.lost - a.lost);
}

/** A unit that is not ranked may have more than the best that is. */
function behind(best: number, earned: Points): Points {
  return asPoints(Math.max(0, best - earned));
}
