import type { LostPoints } from '../../domain/analysis.ts';
import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { Deviation } from '../../domain/period-analysis.ts';
import { asPoints, subtractPoints } from '../../domain/points.ts';
import { type Ratio, ratio } from '../../domain/ratio.ts';
import type { ComponentResult, ScoreSheet } from '../../domain/scoreboard.ts';

/** What the ranked units of a group have on a component that applies to them: the most, and all together. */
interface Yardstick {
  readonly best: number;
  readonly sum: number;
  readonly count: number;
  readonly mean: Ratio;
}

type Sums = { -readonly [K in Exclude<keyof Yardstick, 'mean'>]: Yardstick[K] };

/** A result beside the best and the mean of its group; units of the same result share what is told of it. */
export interface Measured {
  readonly lost: LostPoints;
  /** Absent where no ranked unit has the component, where it does not apply, and for a blank. */
  readonly deviation?: Deviation;
}

/** As many different results as are remembered with what is told of them; further ones are measured each time. */
const MEMORY = 20_000;

/** Measures the results of a unit, in printed order, against those of the ranked units of its group. */
export function makeYardsticks(ranked: readonly ScoreSheet[]): (sheet: ScoreSheet) => readonly Measured[] {
  const byCode = yardsticksByCode(ranked);
  const known = new Map<ComponentResult, Measured>();
  const measureOnce = (result: ComponentResult): Measured => {
    const found = known.get(result);
    if (found !== undefined) return found;
    const measured = measure(result, byCode.get(result.code));
    if (known.size < MEMORY) known.set(result, measured);
    return measured;
  };
  let last: { readonly sheet: ScoreSheet; readonly measured: readonly Measured[] } | undefined;
  return (sheet) => {
    // Whoever reads what a unit lost reads its strengths as well: the unit looked at last is remembered.
    if (last?.sheet !== sheet) last = { sheet, measured: componentResultsOf(sheet.fields).map(measureOnce) };
    return last.measured;
  };
}

function yardsticksByCode(ranked: readonly ScoreSheet[]): ReadonlyMap<CriterionCode, Yardstick> {
  const byCode = new Map<CriterionCode, Sums>();
  for (const { fields } of ranked) {
    for (const { code, earned, attainable } of componentResultsOf(fields)) {
      if (attainable === 0) continue;
      const sums = byCode.get(code) ?? { best: 0, sum: 0, count: 0 };
      byCode.set(code, sums);
      sums.best = Math.max(sums.best, earned);
      sums.sum += earned;
      sums.count += 1;
    }
  }
  return new Map([...byCode].map(([code, sums]) => [code, { ...sums, mean: ratio(sums.sum, sums.count) }]));
}

/** A component that no ranked unit has is measured by the unit itself. */
function measure(
  { code, mark, earned, attainable }: ComponentResult,
  group: Yardstick | undefined,
): Measured {
  const { best, sum, count }: Sums = group ?? { best: earned, sum: earned, count: 1 };
  const aboveMean: Ratio = ratio(earned * count - sum, count);
  const isTold = group !== undefined && attainable > 0 && mark.kind !== 'blank';
  return {
    lost: {
      code,
      earned,
      attainable,
      lost: subtractPoints(attainable, earned),
      ...(group !== undefined && { best: asPoints(group.best), mean: group.mean }),
      // A unit that is not ranked may have more than the best that is.
      behindBest: asPoints(Math.max(0, best - earned)),
      behindMean: { numerator: -aboveMean.numerator, denominator: aboveMean.denominator },
    },
    ...(isTold && { deviation: { code, earned, attainable, aboveMean } }),
  };
}
