import type { Change } from '../../domain/change.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Bilingual } from '../../domain/language.ts';
import { orphanLine, staleLine } from '../../domain/messages/output-messages.ts';
import { rankingTitle, SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import type { Structure } from '../../domain/spreadsheet.ts';
import { tabKeyText } from '../tab-key.ts';
import { allocateSheets } from './allocate-sheets.ts';
import { type CaseCounts, countIssues, renderIssues } from './issues-tab.ts';
import { nameTabs } from './name-tabs.ts';
import { type OutputContext, say } from './output-context.ts';
import type { Fingerprint, OutputTab, StandingTab } from './output-tab.ts';
import { planNewTab, planStaleBanner, planStandingTab } from './plan-tab.ts';
import { renderRanking } from './ranking/ranking-tab.ts';
import { type RunRecord, renderRunLog, renderRunRecord } from './run-log-tab.ts';
import { renderSummary } from './summary-tab.ts';

/** The workbook as it was read, and what a run needs to write into it. */
export interface RunFrame {
  readonly structure: Structure;
  /** The written tabs that stand, by tab key. */
  readonly standing: ReadonlyMap<string, StandingTab>;
  readonly context: OutputContext;
  readonly cases: CaseCounts;
  readonly fingerprint: Fingerprint;
  /** The moment of the run as people read it. */
  readonly moment: string;
}

/** What a run will write: all of it in one commit. */
export interface RunPlan {
  readonly changes: readonly Change[];
  /** False when every result tab already holds what it should. */
  readonly resultsChanged: boolean;
}

/** A run's line in the log, once it is known whether its results differ from what stands. */
export type RecordRun = (resultsChanged: boolean) => RunRecord;

const ISSUES_KEY = 'issues';
const RUN_LOG_KEY = 'run-log';

/** Logs and lists say when they were written; results say whether they still stand. */
function isResultKey(key: string): boolean {
  return key !== ISSUES_KEY && key !== RUN_LOG_KEY && key !== 'releases';
}

/** Every result of a period as a tab: a ranking for each group, and the summary. */
export function resultTabs(
  scoreboard: Scoreboard,
  context: OutputContext,
  status: string,
): readonly OutputTab[] {
  const rankings = scoreboard.groups.map((group) => ({
    key: tabKeyText({ kind: 'ranking', groupId: group.group.id }),
    title: say(context, rankingTitle(group.group)),
    content: renderRanking(group, context, { status, comparisons: new Map() }),
  }));
  const summary = {
    key: 'summary',
    title: say(context, SINGLE_TAB_TITLES.summary),
    content: renderSummary(scoreboard, context, status),
  };
  return [...rankings, summary];
}

function issuesTab(issues: readonly Issue[], frame: RunFrame): OutputTab {
  return {
    key: ISSUES_KEY,
    title: say(frame.context, SINGLE_TAB_TITLES.issues),
    content: renderIssues(issues, frame.cases, frame.context, frame.moment),
  };
}

function runLogTab(context: OutputContext): OutputTab {
  return {
    key: RUN_LOG_KEY,
    title: say(context, SINGLE_TAB_TITLES['run-log']),
    content: renderRunLog(context),
  };
}

/** A banner on every standing result tab but the given ones. */
function planBanners(
  except: readonly OutputTab[],
  frame: RunFrame,
  bannerOf: (previous: string) => Bilingual,
): readonly Change[] {
  const kept = new Set(except.map((tab) => tab.key));
  return [...frame.standing]
    .filter(([key]) => isResultKey(key) && !kept.has(key))
    .flatMap(([, standing]) =>
      planStaleBanner(standing, (previous) => say(frame.context, bannerOf(previous))),
    );
}

interface RunContent {
  readonly results: readonly OutputTab[];
  readonly banners: readonly Change[];
  readonly issues: readonly Issue[];
}

function planRun(content: RunContent, frame: RunFrame, recordRun: RecordRun): RunPlan {
  const runLog = frame.standing.get(RUN_LOG_KEY);
  const others = [
    issuesTab(content.issues, frame),
    ...(runLog === undefined ? [runLogTab(frame.context)] : []),
  ];
  const missing = [...content.results, ...others].filter((tab) => !frame.standing.has(tab.key));
  const titles = missing.map((tab) => tab.title);
  const places = new Map(
    allocateSheets(frame.structure, titles).map((place, index) => [missing[index]?.key, place] as const),
  );
  const planTab = (tab: OutputTab): readonly Change[] => {
    const [standing, place] = [frame.standing.get(tab.key), places.get(tab.key)];
    if (standing !== undefined) return planStandingTab(tab, standing, frame.fingerprint);
    return place === undefined ? [] : planNewTab(tab, place, frame.fingerprint);
  };
  const resultChanges = [...content.results.flatMap(planTab), ...content.banners];
  const resultsChanged = resultChanges.length > 0;
  const logSheetId = runLog?.sheet.sheetId ?? places.get(RUN_LOG_KEY)?.sheetId;
  if (logSheetId === undefined) throw new Error('the run log has no sheet');
  const written = [...content.results, ...others, runLogTab(frame.context)].flatMap(({ key }) => {
    const sheetId = frame.standing.get(key)?.sheet.sheetId ?? places.get(key)?.sheetId;
    return sheetId === undefined ? [] : [{ key, sheetId }];
  });
  const line = renderRunRecord(recordRun(resultsChanged), frame.context);
  return {
    changes: [
      ...resultChanges,
      ...others.flatMap(planTab),
      ...nameTabs(frame.structure, written),
      { kind: 'append-rows', sheetId: logSheetId, rows: [line] },
    ],
    resultsChanged,
  };
}

/** A run whose entries were in order: rankings, summary and issues as they should be, and a line in the log. */
export function planResults(
  run: { readonly scoreboard: Scoreboard; readonly issues: readonly Issue[]; readonly status: string },
  frame: RunFrame,
  recordRun: RecordRun,
): RunPlan {
  const results = resultTabs(run.scoreboard, frame.context, run.status);
  // Rankings of groups that the workbook no longer has: nothing may go on calling them current.
  const banners = planBanners(results, frame, (previous) => orphanLine(frame.moment, previous));
  return planRun({ results, banners, issues: run.issues }, frame, recordRun);
}

/** A run whose entries have errors: they are listed, the old results stay and are marked as not current. */
export function planRefusal(issues: readonly Issue[], frame: RunFrame, recordRun: RecordRun): RunPlan {
  const { errors } = countIssues(issues);
  const issuesTitle =
    frame.standing.get(ISSUES_KEY)?.sheet.title ?? say(frame.context, SINGLE_TAB_TITLES.issues);
  const banners = planBanners([], frame, (previous) =>
    staleLine(frame.moment, errors, issuesTitle, previous),
  );
  return planRun({ results: [], banners, issues }, frame, recordRun);
}
