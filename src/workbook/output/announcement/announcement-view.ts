import type { AnalysisOptions } from '../../../domain/analysis-options.ts';
import type { PeriodAnalysis } from '../../../domain/period-analysis.ts';
import type { GroupView } from '../group-view.ts';

/** What an announcement is written from. */
export interface AnnouncementView
  extends Pick<AnalysisOptions, 'topPlaces' | 'commendedPlaces' | 'commendedShare' | 'commendedClass'> {
  readonly groups: readonly GroupView[];
  readonly previousPeriod: PeriodAnalysis['previousPeriod'];
}
