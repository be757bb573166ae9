import type { PeriodAnalysis } from '../../../domain/period-analysis.ts';
import type { GroupView } from '../group-view.ts';
import type { IssueCounts } from '../issues-tab.ts';

/** What the summary is made from: every group in the order of the Groups tab. */
export interface SummaryView {
  readonly groups: readonly GroupView[];
  readonly previousPeriod: PeriodAnalysis['previousPeriod'];
  /** How many places at the head of a ranking are looked at together. */
  readonly topPlaces: number;
  /** Of the whole workbook; absent from results that are shown without it. */
  readonly issues?: IssueCounts | undefined;
}
