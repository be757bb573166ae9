import type { PeriodAnalysis } from '../../../domain/period-analysis.ts';
import type { GroupView } from '../group-view.ts';

/** What an announcement is written from. */
export interface AnnouncementView {
  readonly groups: readonly GroupView[];
  readonly previousPeriod: PeriodAnalysis['previousPeriod'];
  readonly topPlaces: number;
  /** How many places of each group are named for commendation; 0 for none. */
  readonly commendedPlaces: number;
}
