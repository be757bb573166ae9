import type { PastResult } from './past-result.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { UnitId } from './unit.ts';

/** What became of a unit since the period before. Only the same or a renamed unit keeps its rank and index. */
export type Lineage =
  | { readonly kind: 'same' }
  | { readonly kind: 'renamed'; readonly predecessor: UnitId }
  | { readonly kind: 'merged'; readonly predecessors: readonly UnitId[] }
  /** It took over part of a unit that others took over as well. */
  | { readonly kind: 'split'; readonly predecessors: readonly UnitId[] }
  | { readonly kind: 'new' };

/** Now against before, in percent; a positive change of rank is a rise. */
export interface IndexChange {
  readonly now: Ratio;
  readonly before: Ratio;
  /** Percentage points. */
  readonly change: Ratio;
  /** Absent when a rank is missing or the two ranks are of different groups. */
  readonly rank?: { readonly now: number; readonly before: number; readonly change: number };
  /** The classes of both; absent when one has none. */
  readonly grade?: { readonly now: string; readonly before: string };
  /** Points on the sets' own scales; only of earlier entries that were scored again. */
  readonly points?: { readonly now: Points; readonly before: Points; readonly change: Points };
}

/** The change on criteria that both periods share and that applied to the unit in both. */
export interface LikeForLike {
  readonly components: number;
  /** Share attained of the shared criteria, in percent. */
  readonly now: Ratio;
  readonly before: Ratio;
  readonly change: Ratio;
}

/** A period, and what the unit had in it; nothing where no result of it is known. */
export interface UnitInPeriod {
  readonly period: string;
  readonly result?: PastResult;
}

export interface UnitComparison {
  readonly unitId: UnitId;
  readonly lineage: Lineage;
  /** Against the figures that were published then. */
  readonly published?: IndexChange;
  /** Against the earlier entries scored again; kept apart, because published figures get restated. */
  readonly recomputed?: IndexChange;
  readonly likeForLike?: LikeForLike;
  /** For a merged or split unit: the mean of its predecessors' indexes, to be shown and nothing else. */
  readonly reference?: Ratio;
  /** True when the two periods were scored by different versions of the criteria set. */
  readonly setVersionChanged: boolean;
  /** Earlier periods as published, the newest first, with the unit's result where one is known. */
  readonly history: readonly UnitInPeriod[];
  /** Consecutive periods up to now with this rank, and in this class; 1 is now alone. */
  readonly streak?: { readonly atRank: number; readonly inGrade: number };
}

/** The movements of one group; units without an earlier index of their own are not counted. */
export interface Movements {
  readonly up: number;
  readonly down: number;
  readonly unchanged: number;
  /** Every unit with the largest rise, and every unit with the largest fall. */
  readonly largestRise: readonly UnitId[];
  readonly largestFall: readonly UnitId[];
  /** Every unit that rose by the most places, and every unit that fell by the most. */
  readonly mostPlacesUp: readonly UnitId[];
  readonly mostPlacesDown: readonly UnitId[];
  /** Units whose class is no longer the one that they had. */
  readonly otherGrade: readonly UnitId[];
  readonly meanChange?: Ratio;
}
