import type { CriteriaSet, CriterionCode, CriterionNode } from '../../domain/criteria-set.ts';
import type { MeanBefore } from '../../domain/period-analysis.ts';
import { type Ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GroupStatistics } from '../../domain/statistics.ts';
import { earlierRow } from '../compare/earlier-row.ts';

/** A group's figures and the set that its units were scored by. */
export interface Measured {
  readonly statistics: GroupStatistics;
  readonly set: CriteriaSet;
}

/** The mean share attained of each row that both sets have, then and against now, by the codes of now. */
export function rowsBefore(now: Measured, then: Measured): ReadonlyMap<CriterionCode, MeanBefore> {
  const earlier = new Map(rowsOf(then.set.fields).map((row) => [row.code, row] as const));
  const [meansNow, meansThen] = [meanShares(now), meanShares(then)];
  return new Map(
    rowsOf(now.set.fields).flatMap((row) => {
      const match = earlierRow(row, earlier);
      const before = meanBefore(meansNow.get(row.code), match && meansThen.get(match.code));
      return before === undefined ? [] : [[row.code, before] as const];
    }),
  );
}

/** A mean then, and now less then; nothing where there was none. */
export function meanBefore(now: Ratio | undefined, then: Ratio | undefined): MeanBefore | undefined {
  if (then === undefined) return undefined;
  return { mean: then, ...(now !== undefined && { change: subtractRatios(now, then) }) };
}

function rowsOf(nodes: readonly CriterionNode[]): readonly CriterionNode[] {
  return nodes.flatMap((node) => (node.kind === 'component' ? [node] : [node, ...rowsOf(node.children)]));
}

function meanShares({ statistics }: Measured): ReadonlyMap<CriterionCode, Ratio> {
  return new Map(
    statistics.criteria.flatMap(({ code, share }) =>
      share === undefined ? [] : [[code, share.mean] as const],
    ),
  );
}
