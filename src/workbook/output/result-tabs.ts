import type { Content } from '../../domain/content.ts';
import { groupTabTitle, SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import type { GroupAnalysis } from '../../domain/period-analysis.ts';
import { type GroupKind, tabKeyText } from '../tab-key.ts';
import { renderAnnouncement } from './announcement/announcement-tab.ts';
import { renderByField } from './by-field/by-field-tab.ts';
import { renderCriteriaAnalysis } from './criteria-analysis/criteria-analysis-tab.ts';
import type { GroupView } from './group-view.ts';
import type { IssueCounts } from './issues-tab.ts';
import { type OutputContext, say } from './output-context.ts';
import type { OutputTab } from './output-tab.ts';
import { analysisOptions, groupViews, type PeriodResults } from './period-results.ts';
import { renderProfiles } from './profiles/profiles-tab.ts';
import type { Comparisons } from './ranking/ranking-entry.ts';
import { renderRanking } from './ranking/ranking-tab.ts';
import { renderSummary } from './summary/summary-tab.ts';

type RenderGroup = (view: GroupView, context: OutputContext, status: string) => Content;

/** Where only some results of the period before are known, a unit without one need not be new. */
function comparisonsOf({ units, before }: GroupAnalysis): Comparisons {
  if (before === undefined) return new Map();
  const shown = units.filter(({ comparison }) => before.isWhole || comparison.lineage.kind !== 'new');
  return new Map(shown.map(({ unitId, comparison }) => [unitId, comparison]));
}

/** The tabs that each group has, in order. */
const GROUP_TABS: readonly (readonly [GroupKind, RenderGroup])[] = [
  [
    'ranking',
    ({ result, analysis }, context, status) =>
      renderRanking(result, context, { status, comparisons: comparisonsOf(analysis) }),
  ],
  ['by-field', renderByField],
  ['criteria-analysis', renderCriteriaAnalysis],
  ['profiles', renderProfiles],
];

/** Which results are shown, and since when. */
export interface ResultMark {
  /** The line that says whether the figures stand. */
  readonly status: string;
  /** Fingerprint of the results. */
  readonly resultsHash: string;
  /** How many issues the entries have; absent from results that are shown without it. */
  readonly issueCounts?: IssueCounts;
}

/** Everything that is shown of a period's results: the tabs of each kind together, then those of the whole period. */
export function resultTabs(
  results: PeriodResults,
  context: OutputContext,
  { status, resultsHash, issueCounts }: ResultMark,
): readonly OutputTab[] {
  const groups = groupViews(results);
  const view = {
    groups,
    previousPeriod: results.analysis.previousPeriod,
    ...analysisOptions(results),
    issues: issueCounts,
  };
  const single = (key: 'summary' | 'announcement', content: Content): OutputTab => ({
    key,
    title: say(context, SINGLE_TAB_TITLES[key]),
    content,
    results: resultsHash,
  });
  return [
    ...GROUP_TABS.flatMap(([kind, render]) =>
      groups.map(
        (group): OutputTab => ({
          key: tabKeyText({ kind, groupId: group.result.group.id }),
          title: say(context, groupTabTitle(kind, group.result.group)),
          content: render(group, context, status),
          results: resultsHash,
        }),
      ),
    ),
    single('summary', renderSummary(view, context, status)),
    single('announcement', renderAnnouncement(view, context, status)),
  ];
}
