import { assertNever } from '../domain/assert-never.ts';
import type { Basis, CriterionCode } from '../domain/criteria-set.ts';
import { asPoints, NO_POINTS, type Points, subtractPoints, sumPoints } from '../domain/points.ts';
import type { BranchResult, NodeResult } from '../domain/scoreboard.ts';

export type EarnedByBlock = Readonly<Record<Basis, Points>>;

/** What the penalty on a field or criterion took from each block. */
export interface BranchDeduction extends EarnedByBlock {
  readonly code: CriterionCode;
}

/** The points below some rows by block, after penalties. */
export function earnedByBlock(results: readonly NodeResult[]): EarnedByBlock {
  const each = results.map(earnedOf);
  return {
    appraisal: sumPoints(each.map(({ appraisal }) => appraisal)),
    survey: sumPoints(each.map(({ survey }) => survey)),
  };
}

/** Every penalty on a field or criterion at any depth, by block. */
export function branchDeductions(results: readonly NodeResult[]): readonly BranchDeduction[] {
  return results.flatMap((result) => {
    if (result.kind === 'component') return [];
    const own = result.deducted === undefined ? [] : [deductionOf(result, result.deducted)];
    return [...own, ...branchDeductions(result.children)];
  });
}

/**
 * A penalty on a row that gathers both blocks is taken from the appraised points first: surveyed points are
 * what people answered, and give only what is left of the penalty.
 */
function deductionOf(branch: BranchResult, deducted: Points): BranchDeduction {
  const fromAppraisal = asPoints(Math.min(earnedByBlock(branch.children).appraisal, deducted));
  return { code: branch.code, appraisal: fromAppraisal, survey: subtractPoints(deducted, fromAppraisal) };
}

function earnedOf(result: NodeResult): EarnedByBlock {
  switch (result.kind) {
    case 'component':
      return result.source === 'survey'
        ? { appraisal: NO_POINTS, survey: result.earned }
        : { appraisal: result.earned, survey: NO_POINTS };
    case 'branch': {
      const below = earnedByBlock(result.children);
      if (result.deducted === undefined) return below;
      const taken = deductionOf(result, result.deducted);
      return {
        appraisal: subtractPoints(below.appraisal, taken.appraisal),
        survey: subtractPoints(below.survey, taken.survey),
      };
    }
    default:
      return assertNever(result);
  }
}
