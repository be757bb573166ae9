import type { Adjustment } from '../domain/adjustment.ts';
import type { CriterionCode } from '../domain/criteria-set.ts';
import { asPoints, NO_POINTS, type Points, subtractPoints, sumPoints } from '../domain/points.ts';
import type { AdjustmentResult, NodeResult } from '../domain/scoreboard.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';

/** Penalty points by the row or field that they are taken from. */
export function penaltiesByCode(adjustments: readonly Adjustment[]): ReadonlyMap<CriterionCode, Points> {
  const penalties = new Map<CriterionCode, Points>();
  for (const adjustment of adjustments) {
    if (adjustment.kind !== 'penalty' || adjustment.code === undefined) continue;
    const before = penalties.get(adjustment.code);
    penalties.set(
      adjustment.code,
      before === undefined ? adjustment.points : sumPoints([before, adjustment.points]),
    );
  }
  return penalties;
}

interface Deductible {
  readonly code: CriterionCode;
  readonly earned: Points;
}

/** A result after the penalty on its own row, which takes at most what is there. */
export function afterPenalty<T extends Deductible>(
  result: T,
  penalties: ReadonlyMap<CriterionCode, Points>,
): T & { readonly deducted?: Points } {
  const penalty = penalties.get(result.code);
  if (penalty === undefined) return result;
  const deducted = asPoints(Math.min(penalty, result.earned));
  return { ...result, earned: subtractPoints(result.earned, deducted), deducted };
}

/** Bonuses and penalties on the total, each up to its cap; none when there is neither. */
export function adjustmentOnTotal(
  adjustments: readonly Adjustment[],
  scale: Points,
  options: ScoringOptions,
): AdjustmentResult | undefined {
  const onTotal = adjustments.filter((each) => each.kind === 'bonus' || each.code === undefined);
  if (onTotal.length === 0) return undefined;
  const sumOf = (kind: Adjustment['kind'], cap: Points | undefined): Points => {
    const sum = sumPoints(onTotal.filter((each) => each.kind === kind).map((each) => each.points));
    return cap === undefined ? sum : asPoints(Math.min(sum, cap));
  };
  return { bonus: sumOf('bonus', options.bonusCap), penalty: sumOf('penalty', options.penaltyCap), scale };
}

/** All penalty points that took effect: on rows, on fields and on the total. */
export function totalDeducted(
  fields: readonly NodeResult[],
  adjustment: AdjustmentResult | undefined,
): Points {
  return sumPoints([...fields.flatMap(deductedBelow), adjustment?.penalty ?? NO_POINTS]);
}

function deductedBelow(result: NodeResult): readonly Points[] {
  const own = result.deducted === undefined ? [] : [result.deducted];
  return result.kind === 'component' ? own : [...own, ...result.children.flatMap(deductedBelow)];
}
