import type { Stage } from './assessment.ts';
import type { Basis, CriterionCode } from './criteria-set.ts';
import type { Mark } from './mark.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { Group, Unit } from './unit.ts';

/** The result of one component for one unit: the points, and whose mark gave them. */
export interface ComponentResult {
  readonly kind: 'component';
  readonly code: CriterionCode;
  readonly mark: Mark;
  readonly source: Stage;
  readonly earned: Points;
  readonly attainable: Points;
}

/** The result of a field or criterion: sums of what stands below it. */
export interface BranchResult {
  readonly kind: 'branch';
  readonly code: CriterionCode;
  readonly earned: Points;
  readonly attainable: Points;
  readonly children: readonly NodeResult[];
}

export type NodeResult = ComponentResult | BranchResult;

/** The points of a block (appraised or surveyed) of one unit; fullMax counts what does not apply too. */
export interface BlockResult {
  readonly basis: Basis;
  readonly earned: Points;
  readonly attainable: Points;
  readonly fullMax: Points;
}

/** Points by field and by block of one unit, whether or not everything is scored yet. */
export interface ScoreSheet {
  readonly unit: Unit;
  readonly fields: readonly NodeResult[];
  readonly blocks: readonly BlockResult[];
  readonly earned: Points;
  readonly attainable: Points;
  readonly fullMax: Points;
  /** Components that were taken out for this unit, with their maximum: they lower what is attainable. */
  readonly removed: readonly { readonly code: CriterionCode; readonly maxScore: Points }[];
  /** Components that nobody has scored yet; a unit with any has no index and no rank. */
  readonly missing: readonly CriterionCode[];
}

/** A place among the units of a group; tied when another unit has exactly the same index. */
export interface Standing {
  readonly rank: number;
  readonly tied: boolean;
  /** How many units of the group are ranked. */
  readonly of: number;
  /** True when a neighbour in the table shows the same rounded index but the exact index differs. */
  readonly beyondShownDecimals: boolean;
}

/** Why a unit stands below the ranking instead of in it. */
export type UnrankedReason =
  | { readonly kind: 'incomplete'; readonly missing: readonly CriterionCode[] }
  | { readonly kind: 'scored-not-ranked' }
  | { readonly kind: 'nothing-attainable' };

export interface RankedUnit {
  readonly sheet: ScoreSheet;
  /** The index in percent, exact. */
  readonly index: Ratio;
  readonly standing: Standing;
  /** Absent when the level has no classes. */
  readonly grade?: string;
}

export interface UnrankedUnit {
  readonly sheet: ScoreSheet;
  readonly reason: UnrankedReason;
  /** The index in percent; absent while the unit is incomplete. */
  readonly index?: Ratio;
  readonly grade?: string;
}

export interface GradeCount {
  readonly grade: string;
  readonly units: number;
}

/** The ranking of one group: best first; units of equal rank in order of their code. */
export interface GroupResult {
  readonly group: Group;
  readonly ranked: readonly RankedUnit[];
  readonly unranked: readonly UnrankedUnit[];
  /** Plain mean of the ranked units' exact indexes, in percent; absent when nobody is ranked. */
  readonly mean?: Ratio;
  /** Number of ranked units in each class, best class first, classes without units included. */
  readonly grades: readonly GradeCount[];
}

/** The results of a period: one ranking per group, in the order of the Groups tab. */
export interface Scoreboard {
  readonly groups: readonly GroupResult[];
}
