import type { Ratio } from './ratio.ts';
import type { GroupId, UnitId } from './unit.ts';

/** The result of a unit in an earlier period as it was published; figures may since have been restated. */
export interface PastResult {
  readonly period: string;
  /** The code that the unit had then. */
  readonly unitId: UnitId;
  readonly groupId?: GroupId;
  /** In percent, with the decimals that were printed. */
  readonly index?: Ratio;
  readonly rank?: number;
  readonly grade?: string;
  readonly setVersion?: string;
}

/** A unit of now that took over, wholly or in part, from a unit of the period before. */
export interface PredecessorLink {
  readonly unitId: UnitId;
  readonly predecessorId: UnitId;
}
