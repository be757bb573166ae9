import type { CriterionCode } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { UnitId } from './unit.ts';

/** Points of the council in place of whatever else was entered for a component, with its reason (docs/method.md R18). */
export interface Override {
  readonly unitId: UnitId;
  readonly code: CriterionCode;
  readonly points: Points;
  readonly reason: string;
  readonly decidedBy: string;
}

/**
 * Points outside the criteria (docs/method.md R15, §3). A bonus is added to the total; a penalty is taken
 * from the row or field that it names, down to nothing, or else from the total. Points are positive.
 */
export type Adjustment =
  | {
      readonly kind: 'bonus';
      readonly unitId: UnitId;
      readonly points: Points;
      readonly reason: string;
    }
  | {
      readonly kind: 'penalty';
      readonly unitId: UnitId;
      readonly points: Points;
      readonly reason: string;
      /** The component, criterion or field that loses the points; absent for a penalty on the total. */
      readonly code?: CriterionCode;
    };
