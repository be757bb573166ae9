import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { FieldStanding } from '../../domain/period-analysis.ts';
import { type Ratio, ratio } from '../../domain/ratio.ts';
import type { RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { shareAttained } from '../../domain/share-attained.ts';
import type { CriterionStatistics, GroupStatistics } from '../../domain/statistics.ts';
import type { UnitId } from '../../domain/unit.ts';
import { approximate, compareApproximated } from '../order-exactly.ts';

/** Competition ranks of the ranked units within each field, by share attained. */
export type FieldRanks = ReadonlyMap<CriterionCode, ReadonlyMap<UnitId, number>>;

export function fieldRanks(ranked: readonly RankedUnit[]): FieldRanks {
  const shares = new Map<CriterionCode, { readonly unitId: UnitId; readonly share: Ratio }[]>();
  for (const { sheet } of ranked) {
    for (const { code, earned, attainable } of sheet.fields) {
      if (attainable === 0) continue;
      const list = shares.get(code) ?? [];
      shares.set(code, list);
      list.push({ unitId: sheet.unit.id, share: ratio(earned, attainable) });
    }
  }
  return new Map([...shares].map(([code, list]) => [code, ranksOf(list)] as const));
}

function ranksOf(
  shares: readonly { readonly unitId: UnitId; readonly share: Ratio }[],
): ReadonlyMap<UnitId, number> {
  const order = shares
    .map(({ unitId, share }) => ({ unitId, figure: approximate(share) }))
    .toSorted((a, b) => compareApproximated(b.figure, a.figure));
  const ranks = new Map<UnitId, number>();
  let rank = 1;
  for (const [better, { unitId, figure }] of order.entries()) {
    const before = order[better - 1];
    if (before !== undefined && compareApproximated(before.figure, figure) !== 0) rank = better + 1;
    ranks.set(unitId, rank);
  }
  return ranks;
}

/** Tells the fields of units in printed order, beside the mean and the best of their group. */
export function makeFieldStandings(
  { criteria }: GroupStatistics,
  ranks: FieldRanks,
): (sheet: ScoreSheet) => readonly FieldStanding[] {
  const rows = new Map(criteria.flatMap((row) => (row.depth === 0 ? [[row.code, row] as const] : [])));
  return (sheet) => fieldStandings(sheet, rows, ranks);
}

function fieldStandings(
  sheet: ScoreSheet,
  rows: ReadonlyMap<CriterionCode, CriterionStatistics>,
  ranks: FieldRanks,
): readonly FieldStanding[] {
  const blank = new Set(sheet.missing);
  return sheet.fields.map((field) => {
    const { code, earned, attainable } = field;
    const components = componentResultsOf([field]);
    const missing = components.filter((component) => blank.has(component.code)).length;
    const marked = components.filter(
      (component) => component.attainable > 0 && !blank.has(component.code),
    ).length;
    const share = rows.get(code)?.share;
    const own = shareAttained(field);
    const rank = ranks.get(code)?.get(sheet.unit.id);
    return {
      code,
      earned,
      attainable,
      marked,
      missing,
      ...(own === undefined || missing > 0 ? {} : { share: own }),
      ...(rank === undefined ? {} : { rank }),
      ...(share === undefined ? {} : { mean: share.mean, best: share.max }),
    };
  });
}
