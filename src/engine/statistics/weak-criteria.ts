import type { AnalysisOptions } from '../../domain/analysis-options.ts';
import { compareRatios } from '../../domain/ratio.ts';
import type { CriterionStatistics } from '../../domain/statistics.ts';

export interface WeakCriteria {
  /** Lowest share first. */
  readonly low: readonly CriterionStatistics[];
  /** Largest spread first. */
  readonly divisive: readonly CriterionStatistics[];
}

/** The components on which a group does badly, and those on which its units are far apart. */
export function weakCriteria(
  rows: readonly CriterionStatistics[],
  { lowBelow, divisiveFrom }: Pick<AnalysisOptions, 'lowBelow' | 'divisiveFrom'>,
): WeakCriteria {
  const measured = rows.flatMap((row) =>
    row.isComponent && row.share !== undefined && row.shareOfMax !== undefined
      ? [{ row, attained: row.shareOfMax, spread: row.share.spread }]
      : [],
  );
  return {
    low: measured
      .filter(({ attained }) => compareRatios(attained, lowBelow) < 0)
      .toSorted((a, b) => compareRatios(a.attained, b.attained))
      .map(({ row }) => row),
    divisive: measured
      .filter(({ spread }) => compareRatios(spread, divisiveFrom) >= 0)
      .toSorted((a, b) => compareRatios(b.spread, a.spread))
      .map(({ row }) => row),
  };
}
