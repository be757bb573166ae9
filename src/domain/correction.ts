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
