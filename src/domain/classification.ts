import type { Ratio } from './ratio.ts';
import type { Level } from './unit.ts';

/** A class and the lowest index, in percent, that still earns it. */
export interface Band {
  readonly grade: string;
  /** Inclusive lower bound in percent: an index of exactly 80 is in the class that starts at 80. */
  readonly atLeast: Ratio;
}

/** The classes of a level, best first; the last one starts at 0, so that every index has a class. */
export interface Classification {
  /** The level that these classes are for; absent for the classes of every level without its own. */
  readonly level?: Level;
  readonly bands: readonly [Band, ...Band[]];
}
