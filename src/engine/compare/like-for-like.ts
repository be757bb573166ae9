import type { LikeForLike } from '../../domain/comparison.ts';
import { componentResultsOf } from '../../domain/components-of-results.ts';
import { type CriteriaSet, componentsOfSet } from '../../domain/criteria-set.ts';
import { type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { ComponentResult, ScoreSheet } from '../../domain/scoreboard.ts';
import { earlierRow } from './earlier-row.ts';

export interface ScoredBy {
  readonly sheet: ScoreSheet;
  readonly set: CriteriaSet;
}

/**
 * The change on the criteria that both sets share and that applied to the unit in both periods.
 */
export function likeForLike(now: ScoredBy, before: ScoredBy): LikeForLike | undefined {
  const earlierComponents = new Map(componentsOfSet(before.set).map((each) => [each.code, each] as const));
  const earlierResults = new Map(
    componentResultsOf(before.sheet.fields).map((each) => [each.code, each] as const),
  );
  const nowResults = new Map(componentResultsOf(now.sheet.fields).map((each) => [each.code, each] as const));
  const pairs = componentsOfSet(now.set).flatMap((component) => {
    const earlier = earlierRow(component, earlierComponents);
    if (earlier === undefined) return [];
    const [result, earlierResult] = [nowResults.get(component.code), earlierResults.get(earlier.code)];
    return applies(result) && applies(earlierResult) ? [{ now: result, before: earlierResult }] : [];
  });
  if (pairs.length === 0) return undefined;
  const [shareNow, shareBefore] = [
    shareOf(pairs.map((pair) => pair.now)),
    shareOf(pairs.map((pair) => pair.before)),
  ];
  return {
    components: pairs.length,
    now: shareNow,
    before: shareBefore,
    change: subtractRatios(shareNow, shareBefore),
  };
}

function applies(result: ComponentResult | undefined): result is ComponentResult {
  return result !== undefined && result.attainable > 0 && result.mark.kind !== 'blank';
}

function shareOf(results: readonly ComponentResult[]): Ratio {
  const sum = (figure: 'earned' | 'attainable'): bigint =>
    results.reduce((total, result) => total + BigInt(result[figure]), 0n);
  return ratio(100n * sum('earned'), sum('attainable'));
}
