import type { UnitComparison } from '../../../domain/comparison.ts';
import type { ContentCell } from '../../../domain/content.ts';
import type { GroupResult, RankedUnit, ScoreSheet, UnrankedUnit } from '../../../domain/scoreboard.ts';
import type { UnitId } from '../../../domain/unit.ts';

/** One line of the ranking: a unit with a place, or one without. */
export type Entry =
  | { readonly kind: 'ranked'; readonly unit: RankedUnit }
  | { readonly kind: 'unranked'; readonly unit: UnrankedUnit };

/** A column of the ranking; a column that no unit needs is left out. */
export interface RankingColumn {
  readonly header: string;
  readonly width: number;
  readonly cellOf: (entry: Entry) => ContentCell;
  /** The column's cell in the row of averages below the ranking. */
  readonly mean?: ContentCell;
  /** True for the column that is shaded by its figure. */
  readonly shaded?: boolean;
}

/** What stands beside the group's own results: each unit against the period before. */
export type Comparisons = ReadonlyMap<UnitId, UnitComparison>;

/** Ranked units best first, then those without a place. */
export function entriesOf({ ranked, unranked }: GroupResult): readonly Entry[] {
  return [
    ...ranked.map((unit): Entry => ({ kind: 'ranked', unit })),
    ...unranked.map((unit): Entry => ({ kind: 'unranked', unit })),
  ];
}

export function sheetsOf(group: GroupResult): readonly ScoreSheet[] {
  return [...group.ranked, ...group.unranked].map((unit) => unit.sheet);
}
