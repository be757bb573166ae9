import { BASES } from '../domain/criteria-set.ts';
import { sumPoints } from '../domain/points.ts';
import type { BlockResult, NodeResult } from '../domain/scoreboard.ts';
import { earnedByBlock } from './earned-by-block.ts';
import type { ScoredComponent } from './scored-component.ts';

/** The blocks that the set has components in, appraised before surveyed. */
export function blocksOf(
  all: readonly ScoredComponent[],
  fields: readonly NodeResult[],
): readonly BlockResult[] {
  const earned = earnedByBlock(fields);
  return BASES.flatMap((basis) => {
    const block = all.filter(({ component }) => component.basis === basis);
    if (block.length === 0) return [];
    return [
      {
        basis,
        earned: earned[basis],
        attainable: sumPoints(block.map(({ result }) => result.attainable)),
        fullMax: sumPoints(block.map(({ component }) => component.maxScore)),
      },
    ];
  });
}
