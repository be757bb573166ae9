import type { Cell } from './grid.ts';

/** A figure before and after; absent on the side where there is none. */
export interface Move<T> {
  readonly before?: T;
  readonly after?: T;
}

export function move<T>(before: T | undefined, after: T | undefined): Move<T> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** What a release changed for one unit against the release before; figures as they are shown. */
export interface Correction {
  /** The title of the ranking in which the unit stands. */
  readonly ranking: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly rank: Move<number>;
  readonly index: Move<number>;
  readonly grade: Move<string>;
}

/** One published cell that a release changed, by what stands beside and above it; an empty cell is null. */
export interface FigureChange {
  readonly tab: string;
  /** The unit's or the criterion's; empty for a row without one. */
  readonly code: string;
  /** The heading of its part of the tab and the row's name. */
  readonly row: string;
  /** The header of its column; the cell's own name where there is none. */
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}
