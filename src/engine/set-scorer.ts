import { type CriteriaSet, type CriterionCode, codesBelow, componentsOfSet } from '../domain/criteria-set.ts';
import { type Points, sumPoints } from '../domain/points.ts';
import { type ComponentScorer, makeComponentScorer } from './component-scorer.ts';

/** A criteria set made ready to score many units. */
export interface SetScorer {
  readonly set: CriteriaSet;
  /** In printed order. */
  readonly components: readonly ComponentScorer[];
  /** Every code of the set: components, criteria and fields. */
  readonly codes: ReadonlySet<CriterionCode>;
  readonly fullMax: Points;
}

/** Scorers by set; forgotten together with it. */
const scorers = new WeakMap<CriteriaSet, SetScorer>();

/**
 * The scorer of a set, one and the same each time: a result depends on nothing but the component and the entry, so that
 * what was worked out for one scoring is known to the next.
 */
export function scorerOf(set: CriteriaSet): SetScorer {
  const scorer = scorers.get(set) ?? makeSetScorer(set);
  scorers.set(set, scorer);
  return scorer;
}

function makeSetScorer(set: CriteriaSet): SetScorer {
  const components = componentsOfSet(set);
  const known = new Set<CriterionCode>();
  for (const { code } of components) {
    if (known.has(code)) throw new Error(`two components with the code ${code}`);
    known.add(code);
  }
  return {
    set,
    components: components.map(makeComponentScorer),
    codes: new Set(set.fields.flatMap(codesBelow)),
    fullMax: sumPoints(components.map(({ maxScore }) => maxScore)),
  };
}
