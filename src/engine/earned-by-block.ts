import { assertNever } from '../domain/assert-never.ts';
import type { Basis, CriterionCode } from '../domain/criteria-set.ts';
import { asPoints, type Points, subtractPoints } from '../domain/points.ts';
import type { BranchResult, NodeResult } from '../domain/scoreboard.ts';

export type EarnedByBlock = Readonly<Record<Basis, Points>>;

/** What the penalty on a field or criterion took from each block. */
export interface BranchDeduction extends EarnedByBlock {
  readonly code: CriterionCode;
}

/** The points below some rows by block, after penalties. */
export function earnedByBlock(results: readonly NodeResult[]): EarnedByBlock {
  const sums = { appraisal: 0, survey: 0 };
  for (const result of results) addEarned(result, sums);
  return { appraisal: asPoints(sums.appraisal), survey: asPoints(sums.survey) };
}

function addEarned(result: NodeResult, sums: { appraisal: number; survey: number }): void {
  switch (result.kind) {
    case 'component':
      if (result.source === 'survey') sums.survey += result.earned;
      else sums.appraisal += result.earned;
      return;
    case 'branch': {
      for (const child of result.children) addEarned(child, sums);
      if (result.deducted === undefined) return;
      const taken = deductionOf(result, result.deducted);
      sums.appraisal -= taken.appraisal;
      sums.survey -= taken.survey;
      return;
    }
    default:
      assertNever(result);
  }
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
