import type { Basis, CriterionCode } from '../domain/criteria-set.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';
import type { NodeResult, ScoreSheet } from '../domain/scoreboard.ts';

interface Attained {
  readonly earned: number;
  readonly attainable: number;
}

/** Earned ÷ attainable; undefined where nothing can be attained. */
function attainedShare(result: Attained | undefined): Ratio | undefined {
  if (result === undefined || result.attainable === 0) return undefined;
  return ratio(result.earned, result.attainable);
}

/** The result of a row anywhere in the tree; undefined when the set has no such row. */
export function findResult(results: readonly NodeResult[], code: CriterionCode): NodeResult | undefined {
  for (const result of results) {
    if (result.code === code) return result;
    const below = result.kind === 'branch' ? findResult(result.children, code) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

export function shareOfCriterion(sheet: ScoreSheet, code: CriterionCode): Ratio | undefined {
  return attainedShare(findResult(sheet.fields, code));
}

export function shareOfBlock(sheet: ScoreSheet, basis: Basis): Ratio | undefined {
  return attainedShare(sheet.blocks.find((block) => block.basis === basis));
}
