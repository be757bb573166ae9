import type { CriterionCode } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { UnitId } from './unit.ts';

/** Points that were claimed in the self-assessment and points that the appraisal gave, where both exist. */
export interface Claim {
  readonly claimed: Points;
  readonly appraised: Points;
  /** claimed − appraised: positive is an over-claim. */
  readonly overClaim: Points;
  /** How many marks the appraisal lowered, raised and left. */
  readonly lowered: number;
  readonly raised: number;
  readonly kept: number;
}

/** The claims of one group. Codes are those of its set: fields, criteria and components alike. */
export interface OverClaims {
  readonly byUnit: ReadonlyMap<UnitId, Claim>;
  readonly byCriterion: ReadonlyMap<CriterionCode, Claim>;
  /** Of the whole group; absent when no unit has points at both stages. */
  readonly all?: Claim;
}

/** Share attained in the survey less share attained in the appraisal, in percentage points. */
export interface SurveyGap {
  readonly appraised: Ratio;
  readonly surveyed: Ratio;
  readonly gap: Ratio;
}

/** What one unit lost on one component, beside the best and the mean of its group; a blank is no loss yet. */
export interface LostPoints {
  readonly code: CriterionCode;
  readonly earned: Points;
  readonly attainable: Points;
  readonly lost: Points;
  /** Most and mean points, in millionths, of the ranked units to which it applies; absent where there are none. */
  readonly best?: Points;
  readonly mean?: Ratio;
  /** What the best ranked unit has more than this one; zero for the best. */
  readonly behindBest: Points;
  /** Mean of the ranked units less this unit's points, in millionths; negative for a unit above the mean. */
  readonly behindMean: Ratio;
}

/** The fewest components that, raised to their full mark, would lift a unit; all others stay as they are. */
export interface Lift {
  readonly codes: readonly CriterionCode[];
  /** The index that the unit would then have. */
  readonly index: Ratio;
}

export interface UnitLifts {
  readonly unitId: UnitId;
  /** Absent for the first, and where even full marks would not do. */
  readonly byOneRank?: Lift;
  readonly byOneClass?: Lift;
}

/** The places that a unit can still take while entries are unfinished, in the rank style of its group. */
export interface RankRange {
  readonly unitId: UnitId;
  /** The index with every blank a zero, and with every blank a full mark. */
  readonly lowest: Ratio;
  readonly highest: Ratio;
  readonly best: number;
  readonly worst: number;
}
