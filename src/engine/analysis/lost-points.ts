import type { LostPoints } from '../../domain/analysis.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { asPoints, subtractPoints } from '../../domain/points.ts';
import { ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GroupResult, ScoreSheet } from '../../domain/scoreboard.ts';
import { componentResultsOf } from '../components-of-results.ts';
import { meanOf } from '../mean.ts';

/**
 * What a unit lost by component, most first, beside the best and the mean of the ranked units to which the
 * component applies. Components without a loss are left out.
 */
export function lostPoints(sheet: ScoreSheet, group: GroupResult): readonly LostPoints[] {
  const earnedInGroup = earnedByCode(group);
  return componentResultsOf(sheet.fields)
    .filter(({ earned, attainable }) => earned < attainable)
    .map(({ code, earned, attainable }) => {
      const others = earnedInGroup.get(code) ?? [earned];
      const mean = meanOf(others.map((points) => ratio(points, 1))) ?? ratio(earned, 1);
      const best = others.reduce((most, points) => Math.max(most, points), earned);
      return {
        code,
        earned,
        attainable,
        lost: subtractPoints(attainable, earned),
        behindBest: asPoints(best - earned),
        behindMean: subtractRatios(mean, ratio(earned, 1)),
      };
    })
    .toSorted((a, b) => b.lost - a.lost);
}

function earnedByCode(group: GroupResult): ReadonlyMap<CriterionCode, readonly number[]> {
  const byCode = new Map<CriterionCode, number[]>();
  for (const { sheet } of group.ranked) {
    for (const { code, earned, attainable } of componentResultsOf(sheet.fields)) {
      if (attainable === 0) continue;
      const list = byCode.get(code);
      if (list === undefined) byCode.set(code, [earned]);
      else list.push(earned);
    }
  }
  return byCode;
}
