import type { Override } from './adjustment.ts';
import type { Stage } from './assessment.ts';
import type { Ceiling } from './classification.ts';
import type { Basis, CriterionCode } from './criteria-set.ts';
import type { Mark } from './mark.ts';
import type { FigureStyle } from './number-format.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { TieBreak } from './scoring-options.ts';
import type { NotApplicablePolicy } from './settings.ts';
import type { Group, Unit } from './unit.ts';
import type { Working } from './working.ts';

/** The result of one component for one unit: the points, and whose mark gave them. */
export interface ComponentResult {
  readonly kind: 'component';
  readonly code: CriterionCode;
  readonly mark: Mark;
  readonly source: Stage;
  readonly earned: Points;
  readonly attainable: Points;
  /** How the component's rule gave the points; absent when points were entered. */
  readonly working?: Working;
  /** The council's decision that stands in place of any other entry. */
  readonly override?: Override;
  /** Penalty points that were taken from this row, never more than it had. */
  readonly deducted?: Points;
}

/** The result of a field or criterion: sums of what stands below it. */
export interface BranchResult {
  readonly kind: 'branch';
  readonly code: CriterionCode;
  readonly earned: Points;
  readonly attainable: Points;
  readonly children: readonly NodeResult[];
  /** Penalty points that were taken from this row itself, never more than it had. */
  readonly deducted?: Points;
}

export type NodeResult = ComponentResult | BranchResult;

/** The points of a block (appraised or surveyed) of one unit; fullMax counts what does not apply too. */
export interface BlockResult {
  readonly basis: Basis;
  readonly earned: Points;
  readonly attainable: Points;
  readonly fullMax: Points;
}

/** Bonuses and penalties on the total of one unit, after their caps. */
export interface AdjustmentResult {
  readonly bonus: Points;
  readonly penalty: Points;
  /** The full maximum of the set: what a point of bonus or penalty is a share of. */
  readonly scale: Points;
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
  /** Blank components that counted as zero because the settings say so. */
  readonly countedAsZero?: readonly CriterionCode[];
  /** Components whose points come from the self-assessment, for want of an appraisal: results are provisional. */
  readonly selfAssessed?: readonly CriterionCode[];
  /** Surveyed components left out because no survey was held: the rest is read on the full scale. */
  readonly surveyLeftOut?: readonly CriterionCode[];
  /** Absent when the unit has neither bonus nor penalty on its total. */
  readonly adjustment?: AdjustmentResult;
  /** All penalty points of the unit that took effect: on rows, on fields and on the total. */
  readonly penalties?: Points;
}

/** A place among the units of a group; tied when another unit has exactly the same index. */
export interface Standing {
  readonly rank: number;
  readonly tied: boolean;
  /** How many units of the group are ranked. */
  readonly of: number;
  /** True when a neighbour in the table shows the same rounded index but the exact index differs. */
  readonly beyondShownDecimals: boolean;
  /** The tie-break that parted this unit from another of the same index; absent when none was needed. */
  readonly decidedBy?: TieBreak;
}

/** Why a unit stands below the ranking instead of in it. */
export type UnrankedReason =
  | { readonly kind: 'incomplete'; readonly missing: readonly CriterionCode[] }
  | {
      readonly kind: 'scored-not-ranked';
      /** Present when more points were taken out for the unit than the settings allow. */
      readonly removedOverCap?: { readonly removed: Points; readonly cap: Points };
    }
  | { readonly kind: 'nothing-attainable' };

export interface RankedUnit {
  readonly sheet: ScoreSheet;
  /** The index in percent, exact. */
  readonly index: Ratio;
  readonly standing: Standing;
  /** Absent when the level has no classes. */
  readonly grade?: string;
  /** The ceiling that lowered the class; absent when the index alone decided. */
  readonly ceiling?: Ceiling;
  /** Present when the index as it is shown would be in another class than the exact index that decided. */
  readonly gradeBeyondShownDecimals?: true;
}

export interface UnrankedUnit {
  readonly sheet: ScoreSheet;
  readonly reason: UnrankedReason;
  /** The index in percent; absent while the unit is incomplete. */
  readonly index?: Ratio;
  readonly grade?: string;
  readonly ceiling?: Ceiling;
  readonly gradeBeyondShownDecimals?: true;
}

export interface GradeCount {
  readonly grade: string;
  readonly units: number;
}

/** How the figures of a group were made, and how they are rounded to be shown. */
export interface GroupMethod extends FigureStyle {
  readonly notApplicable: NotApplicablePolicy;
}

/** The ranking of one group: best first; units of equal rank in order of their code. */
export interface GroupResult {
  readonly group: Group;
  readonly method: GroupMethod;
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
