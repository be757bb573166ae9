import type { LostPoints, OverClaims, RankRange, SurveyGap, UnitLifts } from './analysis.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import type { Movements, UnitComparison } from './comparison.ts';
import type { CriterionCode } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { GradeCount } from './scoreboard.ts';
import type { CriterionStatistics, GroupStatistics } from './statistics.ts';
import type { Group, UnitId } from './unit.ts';

/** A field of one unit beside its group. */
export interface FieldStanding {
  readonly code: CriterionCode;
  readonly earned: Points;
  readonly attainable: Points;
  /** Components that apply to the unit: those with a mark, or counted as zero, and those that still lack one. */
  readonly marked: number;
  readonly missing: number;
  /** Share attained, in percent; absent where the field does not apply to the unit, and while marks are missing. */
  readonly share?: Ratio;
  /** Competition rank of the share among the ranked units; absent for a unit that is not ranked. */
  readonly rank?: number;
  /** Mean and best share of the ranked units, in percent; absent where the field applies to none of them. */
  readonly mean?: Ratio;
  readonly best?: Ratio;
}

/** A component on which a unit is far from the mean of its group. */
export interface Deviation {
  readonly code: CriterionCode;
  readonly earned: Points;
  readonly attainable: Points;
  /** The unit's points less the mean of the ranked units to which the component applies, in millionths. */
  readonly aboveMean: Ratio;
}

/**
 * Everything that can be told of one unit beside its result. Fields, lost points, strengths and weaknesses are made
 * anew each time they are read: whoever needs them more than once keeps them.
 */
export interface UnitAnalysis {
  readonly unitId: UnitId;
  readonly fields: readonly FieldStanding[];
  /** Every component with a loss, the largest loss first. */
  readonly lost: readonly LostPoints[];
  /** Components by which the unit is furthest above the mean of its group, and furthest below; at most three. */
  readonly strengths: readonly Deviation[];
  readonly weaknesses: readonly Deviation[];
  /** Absent for a unit that is not ranked. */
  readonly lifts?: UnitLifts;
  /** The next better index of the group less the unit's own, in percentage points; absent for the first. */
  readonly toNextPlace?: Ratio;
  readonly surveyGap?: SurveyGap;
  /** The places still possible; absent when nothing of the group is missing, or the unit takes no place. */
  readonly range?: RankRange;
  readonly comparison: UnitComparison;
}

/** The ranked units of a group that stand under one parent, such as the communes of a district. */
export interface ParentAnalysis {
  readonly parent: string;
  readonly units: number;
  readonly mean: Ratio;
  /** How many of them stand within the first places. */
  readonly inTop: number;
}

/** How far the entries of a group are complete. */
export interface DataQuality {
  readonly units: number;
  /** Units that still lack marks, and how many marks they lack together. */
  readonly incomplete: number;
  readonly missing: number;
  /** Blanks that counted as zero, and marks taken from the self-assessment. */
  readonly countedAsZero: number;
  readonly selfAssessed: number;
  /** Times that a rule by days found something done after it was due. */
  readonly late: number;
  /** Points that were taken out because they do not apply. */
  readonly removed: Points;
}

/** A group in an earlier period, by what was published then. */
export interface GroupBefore {
  readonly period: string;
  /**
   * Whether so many results are known that they stand for the group: half as many as it has units now, and nine in
   * ten of the units that it had then. Of some years the leaders alone are known.
   */
  readonly isWhole: boolean;
  /** Plain mean of the published indexes; absent when too few of them are known. */
  readonly mean?: Ratio;
  /** Now less before, in percentage points. */
  readonly meanChange?: Ratio;
  /** In the order of the classes of now; classes that exist no more come last. None when too few are known. */
  readonly grades: readonly GradeCount[];
}

/** A mean of a group in the period before, of entries scored again, in percent, and now less then. */
export interface MeanBefore {
  readonly mean: Ratio;
  /** In percentage points; absent when there is no such mean now. */
  readonly change?: Ratio;
}

/** Everything that can be told of one ranking group beside its ranking. */
export interface GroupAnalysis {
  readonly group: Group;
  /** From where on criteria were called low or divisive. */
  readonly options: AnalysisOptions;
  readonly statistics: GroupStatistics;
  /** Components below the bound, lowest share first, and components that divide the units, largest spread first. */
  readonly low: readonly CriterionStatistics[];
  readonly divisive: readonly CriterionStatistics[];
  readonly claims: OverClaims;
  /** By field and criterion in which both appraised and surveyed points can be had. */
  readonly surveyGaps: ReadonlyMap<CriterionCode, SurveyGap>;
  readonly quality: DataQuality;
  readonly parents: readonly ParentAnalysis[];
  /** Against what was published, and against earlier entries scored again; absent without such. */
  readonly published?: Movements;
  readonly recomputed?: Movements;
  readonly before?: GroupBefore;
  /** The group in every earlier period of which results are known, the newest first. */
  readonly earlier: readonly GroupBefore[];
  /** The same rows in the period before, of earlier entries scored again. */
  readonly statisticsBefore?: GroupStatistics;
  /** Mean index then, of earlier entries scored again. */
  readonly indexBefore?: MeanBefore;
  /** By the codes of now, mean shares of the rows that the set of then had as well; absent without earlier entries. */
  readonly rowsBefore?: ReadonlyMap<CriterionCode, MeanBefore>;
  /** In the order of the scoreboard: ranked units best first, then those without a place. */
  readonly units: readonly UnitAnalysis[];
}

/** All that is said of a period beside its rankings: every tab and announcement only renders it. */
export interface PeriodAnalysis {
  /** In the order of the scoreboard. */
  readonly groups: readonly GroupAnalysis[];
  /** The newest earlier period of which results are known. */
  readonly previousPeriod?: string;
}
