import { compareRatios, type Ratio } from '../../domain/ratio.ts';
import type { CriterionStatistics } from '../../domain/statistics.ts';
import { squareRoot } from './square-root.ts';

export interface WeaknessBounds {
  /** A criterion is low when less than this share of its points was attained, in percent. */
  readonly lowBelow: Ratio;
  /** A criterion divides the units when the spread of their shares is at least this, in percentage points. */
  readonly divisiveFrom: Ratio;
}

export interface WeakCriteria {
  /** Lowest share first. */
  readonly low: readonly CriterionStatistics[];
  /** Largest spread first. */
  readonly divisive: readonly CriterionStatistics[];
}

/** Decimals to which a spread is worked out before it is compared. */
const SPREAD_DECIMALS = 6;

/** The components on which a group does badly, and those on which its units are far apart. */
export function weakCriteria(rows: readonly CriterionStatistics[], bounds: WeaknessBounds): WeakCriteria {
  const measured = rows.flatMap((row) =>
    row.isComponent && row.share !== undefined && row.shareOfMax !== undefined
      ? [{ row, attained: row.shareOfMax, spread: squareRoot(row.share.variance, SPREAD_DECIMALS) }]
      : [],
  );
  return {
    low: measured
      .filter(({ attained }) => compareRatios(attained, bounds.lowBelow) < 0)
      .toSorted((a, b) => compareRatios(a.attained, b.attained))
      .map(({ row }) => row),
    divisive: measured
      .filter(({ spread }) => compareRatios(spread, bounds.divisiveFrom) >= 0)
      .toSorted((a, b) => compareRatios(b.spread, a.spread))
      .map(({ row }) => row),
  };
}
