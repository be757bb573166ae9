import type { CriterionCode } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { GroupId } from './unit.ts';

/** Exact figures of a number of values, never of rounded ones. */
export interface Distribution {
  readonly count: number;
  readonly mean: Ratio;
  /** The middle value, or the mean of the two in the middle. */
  readonly median: Ratio;
  readonly min: Ratio;
  readonly max: Ratio;
  /** Mean squared distance from the mean: exact. */
  readonly variance: Ratio;
  /** The square root of the variance, rounded half up to six decimals: the only figure that no fraction holds. */
  readonly spread: Ratio;
  /** How many values lie strictly above the mean. */
  readonly aboveMean: number;
}

/** The figures of one field, criterion or component over the ranked units that it applies to. */
export interface CriterionStatistics {
  readonly code: CriterionCode;
  /** 0 for a field. */
  readonly depth: number;
  readonly isComponent: boolean;
  /** The row's maximum in points. */
  readonly maxScore: Points;
  /** Points earned; absent when the row applies to no ranked unit. */
  readonly points?: Distribution;
  /** Share attained, in percent; differs from points where less was attainable. */
  readonly share?: Distribution;
  /** All points earned ÷ all points attainable, in percent. */
  readonly shareOfMax?: Ratio;
  readonly atFullMark: number;
  readonly atZero: number;
  /** Units at full mark, and at zero, of those to which the row applies, in percent; absent when there are none. */
  readonly shareAtFullMark?: Ratio;
  readonly shareAtZero?: Ratio;
  /** What all units together could still have had: by this the rows are sorted that would repay attention. */
  readonly lost: Points;
}

export interface GroupStatistics {
  readonly groupId: GroupId;
  /** Of the ranked units' indexes; absent when nobody is ranked. */
  readonly index?: Distribution;
  /** Every row of the set in printed order. */
  readonly criteria: readonly CriterionStatistics[];
}
