import type { Anchor, Change } from '../../domain/change.ts';
import type { Grid } from '../../domain/grid.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Bilingual } from '../../domain/language.ts';
import { orphanLine, outdatedLine, staleLine } from '../../domain/messages/status-lines.ts';
import { SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import { PROTECTION_WORDS } from '../../domain/messages/template-messages.ts';
import type { Sheet, Structure } from '../../domain/spreadsheet.ts';
import { allocateSheets, type NewSheet } from './allocate-sheets.ts';
import { type CaseCounts, countIssues, type Listing, renderIssues } from './issues-tab.ts';
import { sinceWhichRun } from './known-issues.ts';
import { nameTabs } from './name-tabs.ts';
import { type OutputContext, say } from './output-context.ts';
import { findOutputRecord } from './output-record.ts';
import type { OutputTab, StandingTab } from './output-tab.ts';
import type { PeriodResults } from './period-results.ts';
import type { Holding } from './placement/hold-tab.ts';
import { type LogPlace, planLog, showsLine } from './plan-log.ts';
import { planNewTab, planStaleBanner, planStandingTab, type Staleness, type TabPlan } from './plan-tab.ts';
import { type ResultMark, resultTabs } from './result-tabs.ts';
import { type RunRecord, renderRunLog, renderRunRecord } from './run-log-tab.ts';
import { nextRunNumber } from './run-number.ts';

/** The workbook as it was read, and what a run needs to write into it. */
export interface RunFrame extends Holding {
  readonly structure: Structure;
  /** The written tabs that stand, by tab key. */
  readonly standing: ReadonlyMap<string, StandingTab>;
  readonly context: OutputContext;
  readonly cases: CaseCounts;
  /** The moment of the run as people read it. */
  readonly moment: string;
}

/** What a run will write: all of it in one commit. */
export interface RunPlan {
  readonly changes: readonly Change[];
  /** False when every result tab already shows these results. */
  readonly resultsChanged: boolean;
  /** Lines to anchor before anything may be written; the workbook is then read again. */
  readonly unheld: readonly Anchor[];
  /** Whether the tabs as they stand after the commit show that this run alone made its version. */
  readonly shows: (grids: ReadonlyMap<number, Grid>) => boolean;
  /** The run log as it is after the commit. */
  readonly logSheet: Sheet;
}

/** A run's line in the log, once it is known whether its results differ from what stands. */
export type RecordRun = (resultsChanged: boolean) => RunRecord;

const ISSUES_KEY = 'issues';
const RUN_LOG_KEY = 'run-log';

/** Logs and lists say when they were written; results say whether they still stand. */
function isResultKey(key: string): boolean {
  return key !== ISSUES_KEY && key !== RUN_LOG_KEY && key !== 'releases';
}

/** The results of a run, as its tabs show them. */
interface Shown extends ResultMark {
  readonly results: PeriodResults;
}

/** The number of the run that is planned, as log and list of issues tell it. */
export function runNumberIn({ standing }: Pick<RunFrame, 'standing'>): number {
  return nextRunNumber(standing.get(RUN_LOG_KEY)?.grid ?? []);
}

function issuesTab(issues: readonly Issue[], frame: RunFrame): OutputTab {
  const { structure, standing, cases, context, moment } = frame;
  const listing: Listing = {
    run: runNumberIn(frame),
    since: sinceWhichRun(standing.get(ISSUES_KEY)?.grid ?? []),
    linkTo: ({ tab, cell }) => {
      const sheet = structure.sheets.find(({ title }) => title === tab);
      return sheet && { sheetId: sheet.sheetId, ...(cell === undefined ? {} : { cell }) };
    },
    checkedAt: moment,
  };
  return {
    key: ISSUES_KEY,
    title: say(context, SINGLE_TAB_TITLES.issues),
    content: renderIssues(issues, cases, context, listing),
  };
}

function runLogTab(context: OutputContext): OutputTab {
  return {
    key: RUN_LOG_KEY,
    title: say(context, SINGLE_TAB_TITLES['run-log']),
    content: renderRunLog(context),
    grows: true,
  };
}

/** The banner of a kind of staleness, in both languages. */
type Why = Omit<Staleness, 'bannerOf'> & { readonly bannerOf: (previous: string) => Bilingual };

/** A banner on every standing result tab but the given ones; what belongs to a group that is gone keeps its own. */
function planBanners(except: readonly OutputTab[], frame: RunFrame, why: Why): readonly TabPlan[] {
  const kept = new Set(except.map((tab) => tab.key));
  const isGone = ({ sheet }: StandingTab) => findOutputRecord(sheet)?.record.state === 'orphan';
  return [...frame.standing]
    .filter(([key, standing]) => isResultKey(key) && !kept.has(key) && !isGone(standing))
    .map(([, standing]) =>
      planStaleBanner(
        standing,
        { ...why, bannerOf: (previous) => say(frame.context, why.bannerOf(previous)) },
        frame,
      ),
    );
}

interface RunContent {
  readonly results: readonly OutputTab[];
  readonly banners: readonly TabPlan[];
  /** The tabs beside results and run log. */
  readonly others: readonly OutputTab[];
}

/** A sheet for each tab of the run that has none yet. */
function placesFor(tabs: readonly OutputTab[], frame: RunFrame): ReadonlyMap<string, NewSheet> {
  const missing = tabs.filter(({ key }) => !frame.standing.has(key));
  const places = allocateSheets(
    frame.structure,
    missing.map(({ title }) => title),
  );
  return new Map(
    places.flatMap((place, index) => (missing[index] === undefined ? [] : [[missing[index].key, place]])),
  );
}

function logPlace(places: ReadonlyMap<string, NewSheet>, frame: RunFrame): LogPlace {
  const tab = frame.standing.get(RUN_LOG_KEY);
  if (tab !== undefined) return { kind: 'standing', tab };
  const place = places.get(RUN_LOG_KEY);
  if (place === undefined) throw new Error('the run log has no sheet');
  return { kind: 'new', place };
}

/** What the functions write, they and the index office alone may change, where the workbook names its office. */
function forOffice({ context }: RunFrame): (tab: OutputTab) => OutputTab {
  const protections = [{ key: 'tab', description: say(context, PROTECTION_WORDS.tab) }];
  return (tab) => ({ ...tab, content: { ...tab.content, protections } });
}

function planRun(content: RunContent, frame: RunFrame, recordRun: RecordRun): RunPlan {
  const { banners } = content;
  const [results, others] = [content.results.map(forOffice(frame)), content.others.map(forOffice(frame))];
  const log = forOffice(frame)(runLogTab(frame.context));
  const tabs = [...results, ...others, log];
  const places = placesFor(tabs, frame);
  const planTab = (tab: OutputTab): readonly TabPlan[] => {
    const [standing, place] = [frame.standing.get(tab.key), places.get(tab.key)];
    if (standing !== undefined) return [planStandingTab(tab, standing, frame)];
    return place === undefined ? [] : [planNewTab(tab, place, frame)];
  };
  const resultPlans = results.flatMap(planTab);
  const resultsChanged = resultPlans.some(({ isRewritten }) => isRewritten);
  const line = renderRunRecord(recordRun(resultsChanged), frame.context);
  const logPlan = planLog(log, logPlace(places, frame), [line], frame);
  const written = tabs.flatMap(({ key }) => {
    const sheetId = frame.standing.get(key)?.sheet.sheetId ?? places.get(key)?.sheetId;
    return sheetId === undefined ? [] : [{ key, sheetId }];
  });
  const { sheet: logSheet } = logPlan;
  const plans = [...resultPlans, ...banners, ...others.flatMap(planTab)];
  return {
    changes: [
      ...plans.flatMap(({ changes }) => changes),
      ...logPlan.changes,
      ...nameTabs(frame.structure, written),
    ],
    resultsChanged,
    unheld: [...plans, logPlan].flatMap(({ unheld }) => unheld),
    shows: (grids) => showsLine(grids.get(logSheet.sheetId) ?? [], line, logPlan.columns),
    logSheet,
  };
}

/** A run whose entries were in order: rankings, summary and issues as they should be, and a line in the log. */
export function planResults(
  run: Shown & { readonly issues: readonly Issue[] },
  frame: RunFrame,
  recordRun: RecordRun,
): RunPlan {
  const results = resultTabs(run.results, frame.context, { ...run, issueCounts: countIssues(run.issues) });
  // Rankings of groups that the workbook no longer has: nothing may go on calling them current.
  const banners = planBanners(results, frame, {
    state: 'orphan',
    cause: '',
    bannerOf: (previous) => orphanLine(frame.moment, previous),
  });
  return planRun({ results, banners, others: [issuesTab(run.issues, frame)] }, frame, recordRun);
}

/** A run whose entries have errors: they are listed, the old results stay and are marked as not current. */
export function planRefusal(issues: readonly Issue[], frame: RunFrame, recordRun: RecordRun): RunPlan {
  const { errors } = countIssues(issues);
  const issuesTitle =
    frame.standing.get(ISSUES_KEY)?.sheet.title ?? say(frame.context, SINGLE_TAB_TITLES.issues);
  const banners = planBanners([], frame, {
    state: 'stale',
    cause: `errors ${errors} ${issuesTitle}`,
    bannerOf: (previous) => staleLine(frame.moment, errors, issuesTitle, previous),
  });
  return planRun({ results: [], banners, others: [issuesTab(issues, frame)] }, frame, recordRun);
}

/** Results whose entries changed after they were read: the tabs say so until somebody recomputes. */
export function planOutdated(frame: RunFrame, recordRun: RecordRun): RunPlan {
  const banners = planBanners([], frame, {
    state: 'stale',
    cause: 'entries changed',
    bannerOf: outdatedLine,
  });
  return planRun({ results: [], banners, others: [] }, frame, recordRun);
}
