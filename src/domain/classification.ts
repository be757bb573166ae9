import type { Basis, CriterionCode } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { Level } from './unit.ts';

/** A class and the lowest index, in percent, that still earns it. */
export interface Band {
  readonly grade: string;
  /** Inclusive lower bound in percent: an index of exactly 80 is in the class that starts at 80. */
  readonly atLeast: Ratio;
}

/** What keeps a unit from a class that its index would earn. */
export type CeilingCondition =
  /** The share attained in a field, criterion or component is below the one given. */
  | { readonly kind: 'criterion-below'; readonly code: CriterionCode; readonly share: Ratio }
  | { readonly kind: 'block-below'; readonly basis: Basis; readonly share: Ratio }
  /** The unit lost more penalty points than given. */
  | { readonly kind: 'penalties-above'; readonly points: Points };

/** "No Xuất sắc if …": under the condition the class is at most the one named. */
export interface Ceiling {
  readonly atMost: string;
  readonly when: CeilingCondition;
}

/** The classes of a level, best first; the last one starts at 0, so that every index has a class. */
export interface Classification {
  /** The level that these classes are for; absent for the classes of every level without its own. */
  readonly level?: Level;
  readonly bands: readonly [Band, ...Band[]];
  readonly ceilings?: readonly Ceiling[];
}
