import { componentsOfSet } from '../../src/domain/criteria-set.ts';
import { compileRule } from '../../src/engine/columns/compile-rule.ts';
import { rankTotals } from '../../src/engine/columns/rank-totals.ts';
import { type ColumnComponent, scoreColumns } from '../../src/engine/columns/score-columns.ts';
import { type Work, type WorkRule, workSet } from './bench-period.ts';
import type { Outcome } from './hand-tuned.ts';

/** Figures in one whole: tenths of a per cent, hundredths of a mean, yes or no. */
export const SCALES: Readonly<Record<WorkRule, number>> = {
  proportional: 1000,
  bands: 1000,
  mean: 100,
  'yes-no': 1,
};

/** The rules of the work made ready for columns by the engine, once for a criteria set. */
export function compileWork(work: Work): readonly ColumnComponent[] {
  return componentsOfSet(workSet(work.criteria)).map(({ rule, maxScore }, place) => {
    const criterion = work.criteria[place];
    const compiled =
      rule === undefined || criterion === undefined
        ? undefined
        : compileRule(rule, maxScore, SCALES[criterion.rule]);
    if (compiled === undefined || criterion === undefined) throw new Error(`no rule for column ${place}`);
    return { field: criterion.field, rule: compiled };
  });
}

/** The engine's own way from columns to points, places and figures. */
export function engineColumns(
  work: Work,
  components: readonly ColumnComponent[],
  columns: readonly Int32Array[],
): Outcome {
  const scores = scoreColumns({ units: work.units, fields: 8, components, columns });
  const ranks = rankTotals(scores.totals, {
    groupOf: work.groupOf,
    groups: work.groups,
    isRanked: () => true,
  });
  return { totals: scores.totals, ranks, sums: scores.componentSums.map(({ sum }) => sum) };
}
