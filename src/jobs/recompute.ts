import type { Commit } from '../domain/change.ts';
import type { Issue } from '../domain/issue.ts';
import { currentLine } from '../domain/messages/output-messages.ts';
import type { PeriodAnalysis } from '../domain/period-analysis.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { versionOf } from '../domain/version.ts';
import { analysePeriod } from '../engine/analysis/analyse-period.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { countIssues } from '../workbook/output/issues-tab.ts';
import { type OutputContext, say } from '../workbook/output/output-context.ts';
import {
  planRefusal,
  planResults,
  type RecordRun,
  type RunFrame,
  type RunPlan,
} from '../workbook/output/plan-run.ts';
import { sha256, shortHash } from './fingerprint.ts';
import { formatMoment } from './moment.ts';
import { compareWithStanding, type UnitChange } from './preview-changes.ts';
import { type Entries, readEntries } from './read-entries.ts';
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts';
import { type ScoredEntries, scoreEntries } from './score-entries.ts';
import { makeStopwatch, type Phase, type PhaseTimes, type Stopwatch } from './stopwatch.ts';

/** Calls that a run still makes once its log line is written: the commit and the guard's read-back. */
const CALLS_TO_COME = 2;

/** How often a run starts again when something came between, before it gives up and says what it was. */
const MAX_ATTEMPTS = 3;

export interface RecomputeDependencies {
  readonly spreadsheet: SpreadsheetPort;
  readonly now: () => Date;
  /** Milliseconds from a clock that never goes back. */
  readonly clock: () => number;
  readonly newRunId: () => string;
  /** Told when a phase begins, for whoever watches the progress. */
  readonly onPhase?: (phase: Phase) => void;
}

export interface RecomputeResults extends ScoredEntries {
  readonly kind: 'recomputed';
  readonly version: number;
  /** False when the tabs already held these results. */
  readonly resultsChanged: boolean;
  readonly issues: readonly Issue[];
  /** What moved against the rankings that stood before. */
  readonly changes: readonly UnitChange[];
  /** What was scored, by which a later preview explains what it would change. */
  readonly input: PeriodInput;
}

/** What a recompute came to. */
export type RecomputeOutcome =
  | RecomputeResults
  /** The entries have errors: the old results stand, marked as not current. */
  | { readonly kind: 'refused'; readonly version: number; readonly issues: readonly Issue[] }
  /**
   * Each time something came between reading and writing, so nothing of this run was written: `superseded` by
   * other runs, whose results stand, or the tabs to write were `moved` or deleted.
   */
  | { readonly kind: 'superseded' | 'moved'; readonly version: number };

export interface RecomputeReport {
  readonly outcome: RecomputeOutcome;
  /** The language and manner in which the workbook is answered. */
  readonly context: OutputContext;
  readonly phases: PhaseTimes;
}

interface Run {
  readonly dependencies: RecomputeDependencies;
  readonly stopwatch: Stopwatch;
  readonly startedAt: number;
  readonly by: string;
}

function frameOf(workbook: ReadWorkbook, { context, cases }: Entries, now: Date): RunFrame {
  const { structure, standing } = workbook;
  return {
    structure,
    standing,
    context,
    cases,
    fingerprint: (text) => shortHash(sha256(text)),
    moment: formatMoment(now, structure.timeZone, context.language),
  };
}

function recordRun(run: Run, frame: RunFrame, issues: readonly Issue[], scored?: ScoredEntries): RecordRun {
  const { reads, writes } = run.dependencies.spreadsheet.cost();
  const calls = reads + writes;
  const outcome = (changed: boolean) => (changed ? 'recomputed' : 'unchanged');
  return (resultsChanged) => ({
    version: versionOf(frame.structure) + 1,
    when: frame.moment,
    who: run.by,
    outcome: scored === undefined ? 'refused' : outcome(resultsChanged),
    issues: countIssues(issues),
    ...(scored === undefined
      ? {}
      : { entriesHash: shortHash(scored.entriesHash), resultsHash: shortHash(scored.resultsHash) }),
    milliseconds: Math.round(run.dependencies.clock() - run.startedAt),
    // A workbook in a file is read and written without calls.
    calls: calls === 0 ? 0 : calls + CALLS_TO_COME,
  });
}

interface Scored {
  readonly scored: ScoredEntries;
  readonly analysis: PeriodAnalysis;
  readonly input: PeriodInput;
  readonly issues: readonly Issue[];
}

interface Planned {
  readonly plan: RunPlan;
  readonly outcomeAt: (version: number) => RecomputeOutcome;
}

function planScored(run: Run, frame: RunFrame, { scored, analysis, input, issues }: Scored): Planned {
  const line = currentLine(frame.moment, run.by, shortHash(scored.resultsHash));
  const plan = planResults(
    { results: { input, scoreboard: scored.scoreboard, analysis }, issues, status: say(frame.context, line) },
    frame,
    recordRun(run, frame, issues, scored),
  );
  const { resultsChanged } = plan;
  const changes = compareWithStanding(scored.scoreboard, frame.standing, frame.context);
  return {
    plan,
    outcomeAt: (version) => ({
      kind: 'recomputed',
      version,
      resultsChanged,
      issues,
      changes,
      input,
      ...scored,
    }),
  };
}

async function planAttempt(run: Run, entries: Entries, frame: RunFrame): Promise<Planned> {
  const { stopwatch } = run;
  const { input } = entries;
  if (!input.ok) {
    const { issues } = input;
    const plan = await stopwatch.time('render', () =>
      planRefusal(issues, frame, recordRun(run, frame, issues)),
    );
    return { plan, outcomeAt: (version) => ({ kind: 'refused', version, issues }) };
  }
  const scored = await stopwatch.time('score', () => scoreEntries(input.value));
  const analysis = await stopwatch.time('score', () =>
    analysePeriod(input.value, scored.scoreboard, entries.history),
  );
  return stopwatch.time('render', () =>
    planScored(run, frame, { scored, analysis, input: input.value, issues: input.issues }),
  );
}

async function attempt(run: Run, attemptsLeft: number): Promise<Omit<RecomputeReport, 'phases'>> {
  const { dependencies, stopwatch } = run;
  const { spreadsheet } = dependencies;
  const workbook = await stopwatch.time('read', () => readWorkbook(spreadsheet));
  const entries = await stopwatch.time('parse', () => readEntries(workbook));
  const frame = frameOf(workbook, entries, dependencies.now());
  const { plan, outcomeAt } = await planAttempt(run, entries, frame);
  const commit: Commit = {
    version: versionOf(workbook.structure) + 1,
    runId: dependencies.newRunId(),
    changes: plan.changes,
  };
  const { kind, version } = await stopwatch.time('write', () => spreadsheet.commit(commit));
  const { context } = entries;
  if (kind === 'committed') return { outcome: outcomeAt(version), context };
  if (attemptsLeft > 1) return attempt(run, attemptsLeft - 1);
  return { outcome: { kind, version }, context };
}

/**
 * Reads what was entered, scores it, and writes rankings, summary, issues and the run log in one commit:
 * readers see the old results or the new ones. Entries with errors change no result: they are listed in the
 * Issues tab and the old results are marked as not current (DESIGN §7).
 *
 * @param by who asked, as it stands in the run log
 */
export async function recompute(dependencies: RecomputeDependencies, by: string): Promise<RecomputeReport> {
  const { clock } = dependencies;
  const run: Run = {
    dependencies,
    stopwatch: makeStopwatch(clock, dependencies.onPhase),
    startedAt: clock(),
    by,
  };
  const report = await attempt(run, MAX_ATTEMPTS);
  return { ...report, phases: run.stopwatch.times() };
}
