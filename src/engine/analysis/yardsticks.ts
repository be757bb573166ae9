import type { LostPoints } from '../../domain/analysis.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { Deviation } from '../../domain/period-analysis.ts';
import { asPoints, subtractPoints } from '../../domain/points.ts';
import { type Ratio, ratio } from '../../domain/ratio.ts';
import type { ComponentResult } from '../../domain/scoreboard.ts';

/** What the ranked units of a group have on a component that applies to them: the most, and all together. */
interface Yardstick {
  best: number;
  sum: number;
  count: number;
}

/** A result beside the best and the mean of its group; units of the same result share what is told of it. */
export interface Measured {
  readonly lost: LostPoints;
  /** Absent where no ranked unit has the component, where it does not apply, and for a blank. */
  readonly deviation?: Deviation;
}

/** Measures results against those of the ranked units of a group. */
export function makeYardsticks(
  ranked: readonly (readonly ComponentResult[])[],
): (result: ComponentResult) => Measured {
  const byCode = sumsByCode(ranked);
  const known = new Map<ComponentResult, Measured>();
  return (result) => {
    const found = known.get(result);
    if (found !== undefined) return found;
    const measured = measure(result, byCode.get(result.code));
    known.set(result, measured);
    return measured;
  };
}

function sumsByCode(ranked: readonly (readonly ComponentResult[])[]): ReadonlyMap<CriterionCode, Yardstick> {
  const byCode = new Map<CriterionCode, Yardstick>();
  for (const results of ranked) {
    for (const { code, earned, attainable } of results) {
      if (attainable === 0) continue;
      const sums = byCode.get(code) ?? { best: 0, sum: 0, count: 0 };
      byCode.set(code, sums);
      sums.best = Math.max(sums.best, earned);
      sums.sum += earned;
      sums.count += 1;
    }
  }
  return byCode;
}

/** A component that no ranked unit has is measured by the unit itself. */
function measure(
  { code, mark, earned, attainable }: ComponentResult,
  group: Yardstick | undefined,
): Measured {
  const { best, sum, count } = group ?? { best: earned, sum: earned, count: 1 };
  const above = earned * count - sum;
  const aboveMean: Ratio = ratio(above, count);
  const isTold = group !== undefined && attainable > 0 && mark.kind !== 'blank';
  return {
    lost: {
      code,
      earned,
      attainable,
      lost: subtractPoints(attainable, earned),
      // A unit that is not ranked may have more than the best that is.
      behindBest: asPoints(Math.max(0, best - earned)),
      behindMean: ratio(-above, count),
    },
    ...(isTold && { deviation: { code, earned, attainable, aboveMean } }),
  };
}
