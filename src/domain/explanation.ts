import type { CriterionCode } from './criteria-set.ts';
import type { Mark } from './mark.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { UnitId } from './unit.ts';

/** One reason why the index of a unit moved between two runs, in percentage points of the index. */
export type ChangePart =
  | {
      readonly kind: 'component';
      readonly code: CriterionCode;
      /** Absent when the component was not in the set of that run. */
      readonly before?: { readonly mark: Mark; readonly earned: Points };
      readonly after?: { readonly mark: Mark; readonly earned: Points };
      readonly change: Ratio;
    }
  /** A penalty on a field or criterion. */
  | { readonly kind: 'penalty'; readonly code: CriterionCode; readonly change: Ratio }
  /** Bonuses and penalties on the total, up to an index of zero. */
  | { readonly kind: 'adjustment'; readonly change: Ratio };

/** Why a unit stands elsewhere than in the run before; the parts add up exactly to the change. */
export interface ChangeExplanation {
  readonly unitId: UnitId;
  readonly index: { readonly before: Ratio; readonly after: Ratio; readonly change: Ratio };
  /** Only parts that are not zero, largest first. */
  readonly parts: readonly ChangePart[];
  /** Units with a better place before that are no longer ahead. */
  readonly noLongerAhead: readonly UnitId[];
  /** Units with a better place now that were not ahead before. */
  readonly nowAhead: readonly UnitId[];
  /**
   * Places before and after. After = before − noLongerAhead + nowAhead, except in dense style, where a place also moves
   * when units ahead come to share a place or cease to.
   */
  readonly rank: { readonly before: number; readonly after: number };
}
