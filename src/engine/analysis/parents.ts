import type { ParentAnalysis } from '../../domain/period-analysis.ts';
import { compareRatios, type Ratio } from '../../domain/ratio.ts';
import type { RankedUnit } from '../../domain/scoreboard.ts';
import { meanOf } from '../mean.ts';

/** The ranked units by their parent, the best mean first; units without a parent are left out. */
export function parentsOf(ranked: readonly RankedUnit[], topPlaces: number): readonly ParentAnalysis[] {
  const byParent = new Map<string, { indexes: Ratio[]; inTop: number }>();
  for (const { sheet, index, standing } of ranked) {
    const { parent } = sheet.unit;
    if (parent === undefined) continue;
    const known = byParent.get(parent) ?? { indexes: [], inTop: 0 };
    byParent.set(parent, known);
    known.indexes.push(index);
    if (standing.rank <= topPlaces) known.inTop += 1;
  }
  return [...byParent]
    .flatMap(([parent, { indexes, inTop }]) => {
      const mean = meanOf(indexes);
      return mean === undefined ? [] : [{ parent, units: indexes.length, mean, inTop }];
    })
    .toSorted((a, b) => compareRatios(b.mean, a.mean));
}
