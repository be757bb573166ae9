import { assertNever } from '../domain/assert-never.ts';
import type { Basis } from '../domain/criteria-set.ts';
import { asPoints, NO_POINTS, type Points, sumPoints } from '../domain/points.ts';
import type { NodeResult } from '../domain/scoreboard.ts';

export type EarnedByBlock = Readonly<Record<Basis, Points>>;

/**
 * The points below some rows by block. A penalty on a row that gathers both blocks is taken from the appraised
 * points first: surveyed points are what people answered, and give only what is left of the penalty.
 */
export function earnedByBlock(results: readonly NodeResult[]): EarnedByBlock {
  const each = results.map(earnedOf);
  return {
    appraisal: sumPoints(each.map(({ appraisal }) => appraisal)),
    survey: sumPoints(each.map(({ survey }) => survey)),
  };
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
      const appraisal = Math.max(0, below.appraisal - result.deducted);
      return { appraisal: asPoints(appraisal), survey: asPoints(result.earned - appraisal) };
    }
    default:
      return assertNever(result);
  }
}
