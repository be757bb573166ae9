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
  /** Mean squared distance from the mean: its square root is the spread (standard deviation). */
  readonly variance: Ratio;
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
}

export interface GroupStatistics {
  readonly groupId: GroupId;
  /** Of the ranked units' indexes; absent when nobody is ranked. */
  readonly index?: Distribution;
  /** Every row of the set in printed order. */
  readonly criteria: readonly CriterionStatistics[];
}
