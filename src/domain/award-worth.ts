import type { Points } from './points.ts';
import { multiplyRatios, type Ratio, ratio } from './ratio.ts';
import type { Award } from './rule.ts';

/** What a step of a rule gives, in millionths: points as they stand, a share of the maximum worked out. */
export function awardWorth(award: Award, maxScore: Points): Ratio {
  return award.kind === 'points' ? ratio(award.points, 1) : multiplyRatios(award.share, ratio(maxScore, 1));
}
