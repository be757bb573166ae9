import { type Ratio, ratio } from './ratio.ts';

/** From where on an analysis calls something low, far apart or leading. No figure of a result depends on it. */
export interface AnalysisOptions {
  /** A criterion is low when less than this share of its points was attained, in percent. */
  readonly lowBelow: Ratio;
  /** A criterion divides the units when the spread of their shares is at least this, in percentage points. */
  readonly divisiveFrom: Ratio;
  /** How many places at the head of a ranking are looked at together: the top ten. */
  readonly topPlaces: number;
  /** How many places of each group the announcement names for commendation; 0 for none. */
  readonly commendedPlaces: number;
  /** No more than this share of a group's ranked units is named, in percent; a part of a unit counts as a whole one. */
  readonly commendedShare: Ratio;
  /** The lowest class that is named; empty for the upper half of a group's classes. */
  readonly commendedClass: string;
}

export const DEFAULT_ANALYSIS_OPTIONS: AnalysisOptions = {
  lowBelow: ratio(60, 1),
  divisiveFrom: ratio(20, 1),
  topPlaces: 10,
  commendedPlaces: 3,
  commendedShare: ratio(30, 1),
  commendedClass: '',
};
