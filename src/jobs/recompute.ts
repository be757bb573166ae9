import type { Issue } from '../domain/issue.ts';
import { currentLine } from '../domain/messages/status-lines.ts';
import type { PeriodAnalysis } from '../domain/period-analysis.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { type CaseCounts, countIssues } from '../workbook/output/issues-tab.ts';
import { type OutputContext, say } from '../workbook/output/output-context.ts';
import {
  planOutdated,
  planRefusal,
  planResults,
  type RecordRun,
  type RunPlan,
  runNumberIn,
} from '../workbook/output/plan-run.ts';
import type { RunRecord } from '../workbook/output/run-log-tab.ts';
import { commitRun, type ReadRun, type Run, type RunDependencies, type Settled } from './commit-run.ts';
import { compareEntries, type EntriesSince, meaningOf } from './entries-since.ts';
import { shortHash } from './fingerprint.ts';
import { ifPossible } from './if-possible.ts';
import { formatMoment } from './moment.ts';
import { compareWithStanding, type UnitChange } from './preview-changes.ts';
import { type ScoredEntries, scoreEntries } from './score-entries.ts';
import { makeStopwatch, type PhaseTimes } from './stopwatch.ts';

export type RecomputeDependencies = RunDependencies;

export interface RecomputeResults extends ScoredEntries {
  readonly kind: 'recomputed';
  readonly version: number;
  /** False when the tabs already showed these results. */
  readonly resultsChanged: boolean;
  /** Whether what people entered is still what was scored. */
  readonly entries: EntriesSince;
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
  | {
      readonly kind: 'refused';
      readonly version: number;
      readonly entries: EntriesSince;
      readonly issues: readonly Issue[];
    }
  /**
   * Each time something came between reading and writing, so nothing of this run was written: `superseded` by
   * other runs, whose results stand, or the tabs to write were `moved` or deleted.
   */
  | { readonly kind: 'superseded' | 'moved'; readonly version: number };

export interface RecomputeReport {
  readonly outcome: RecomputeOutcome;
  /** The language and manner in which the workbook is answered. */
  readonly context: OutputContext;
  /** How the office's own cases came out. */
  readonly cases: CaseCounts;
  readonly phases: PhaseTimes;
}

interface Planned {
  readonly plan: RunPlan;
  readonly scored?: ScoredEntries;
  readonly outcomeAt: (version: number, entries: EntriesSince) => RecomputeOutcome;
}

type Told = Pick<RunRecord, 'outcome' | 'issues' | 'entriesHash' | 'resultsHash' | 'rankChanges'>;

function recordRun(run: Run, { frame, readCalls }: ReadRun, told: (changed: boolean) => Told): RecordRun {
  const { reads, writes } = run.dependencies.spreadsheet.cost();
  const calls = reads + writes;
  return (resultsChanged) => ({
    number: runNumberIn(frame),
    when: frame.moment,
    who: run.by,
    milliseconds: Math.round(run.dependencies.clock() - run.startedAt),
    // With the commit and the read-back, which are still to come. A workbook in a file takes no calls.
    calls: calls === 0 ? 0 : calls + 1 + readCalls,
    ...told(resultsChanged),
  });
}

async function planRefused(run: Run, read: ReadRun, issues: readonly Issue[]): Promise<Planned> {
  const told: Told = { outcome: 'refused', issues: countIssues(issues) };
  const plan = await run.stopwatch.time('render', () =>
    planRefusal(
      issues,
      read.frame,
      recordRun(run, read, () => told),
    ),
  );
  return { plan, outcomeAt: (version, entries) => ({ kind: 'refused', version, entries, issues }) };
}

function planScored(run: Run, read: ReadRun, { scored, analysis, input, issues }: Scored): Planned {
  const { frame } = read;
  const { scoreboard } = scored;
  const [entriesHash, resultsHash] = [shortHash(scored.entriesHash), shortHash(scored.resultsHash)];
  const computedAt = formatMoment(run.dependencies.now(), frame.structure.timeZone, frame.context.language);
  const line = currentLine({ asOf: frame.moment, computedAt, by: run.by, resultsHash });
  const status = say(frame.context, line);
  const changes = compareWithStanding(scoreboard, frame.standing, frame.context);
  const told = (changed: boolean): Told => ({
    outcome: changed ? 'recomputed' : 'unchanged',
    issues: countIssues(issues),
    entriesHash,
    resultsHash,
    rankChanges: changes.filter(({ rank }) => rank.before !== rank.after).length,
  });
  const shown = { results: { input, scoreboard, analysis }, issues, status, resultsHash };
  const plan = planResults(shown, frame, recordRun(run, read, told));
  const { resultsChanged } = plan;
  const results = { resultsChanged, issues, changes, input, ...scored };
  return {
    plan,
    scored,
    outcomeAt: (version, entries) => ({ kind: 'recomputed', version, entries, ...results }),
  };
}

interface Scored {
  readonly scored: ScoredEntries;
  readonly analysis: PeriodAnalysis;
  readonly input: PeriodInput;
  readonly issues: readonly Issue[];
}

async function planRead(run: Run, read: ReadRun): Promise<Planned> {
  const { stopwatch } = run;
  const { input } = read.entries;
  if (!input.ok) return planRefused(run, read, input.issues);
  run.dependencies.onUnits?.(input.value.units.length);
  const scored = await stopwatch.time('score', () => scoreEntries(input.value));
  const analysis = await stopwatch.time('score', async () => {
    // Loaded by the first run that comes so far: no cold start waits for it.
    const { analysePeriod } = await import('../engine/analysis/analyse-period.ts');
    return analysePeriod(input.value, scored.scoreboard, read.entries.history);
  });
  return stopwatch.time('render', () =>
    planScored(run, read, { scored, analysis, input: input.value, issues: input.issues }),
  );
}

interface Pass {
  readonly outcome: RecomputeOutcome;
  readonly context: OutputContext;
  readonly cases: CaseCounts;
}

function tell({ outcome, read, planned }: Settled<Planned>): Pass {
  const { context, cases, input, history } = read.entries;
  const { kind, version } = outcome;
  if (kind !== 'committed') return { outcome: { kind, version }, context, cases };
  const { entriesHash } = planned.scored ?? {};
  const meaning =
    input.ok && entriesHash !== undefined ? meaningOf(entriesHash, input.value, history) : undefined;
  const stamp = { cells: read.cells, meaning };
  const entries = compareEntries(stamp, read.workbook, outcome.seen);
  return { outcome: planned.outcomeAt(version, entries), context, cases };
}

async function pass(run: Run): Promise<Pass> {
  return tell(await commitRun(run, (read) => planRead(run, read)));
}

function hasChangedEntries({ outcome }: Pass): boolean {
  return 'entries' in outcome && outcome.entries === 'changed';
}

/** Whether another pass as long as those before fits before the caller stops waiting. */
function hasTime({ dependencies, startedAt }: Run): boolean {
  const { deadline, now, clock } = dependencies;
  return deadline === undefined || now().getTime() + (clock() - startedAt) < deadline;
}

/** Says on the results that they do not follow from the entries as they stand; not on those of a later run. */
function markOutdated(run: Run, { version, issues, resultsHash }: RecomputeResults): Promise<unknown> {
  const told: Told = {
    outcome: 'outdated',
    issues: countIssues(issues),
    resultsHash: shortHash(resultsHash),
  };
  return commitRun({ ...run, about: version }, (read) => ({
    plan: planOutdated(
      read.frame,
      recordRun(run, read, () => told),
    ),
  }));
}

/** Entries changed while they were computed: once more, and if they go on changing the results say so. */
async function catchUp(run: Run, first: Pass): Promise<Pass> {
  const second = hasTime(run) ? await ifPossible(() => pass(run)) : undefined;
  const isNewer = second !== undefined && 'entries' in second.outcome;
  const last = isNewer ? second : first;
  if (second !== undefined && !isNewer) return first;
  if (hasChangedEntries(last) && last.outcome.kind === 'recomputed') {
    const { outcome } = last;
    await ifPossible(() => markOutdated(run, outcome));
  }
  return last;
}

/**
 * Reads what was entered, scores it, and writes rankings, summary, issues and the run log in one commit:
 * readers see the old results or the new ones. Entries with errors change no result: they are listed in the
 * Issues tab and the old results are marked as not current (docs/architecture.md). Entries that change meanwhile are scored
 * in a second pass while there is time; else the results say that entries have changed since.
 *
 * @param by who asked, as it stands in the run log
 */
export async function recompute(dependencies: RecomputeDependencies, by: string): Promise<RecomputeReport> {
  const { clock } = dependencies;
  const stopwatch = makeStopwatch(clock, dependencies.onPhase);
  const run: Run = { dependencies, stopwatch, startedAt: clock(), by };
  const first = await pass(run);
  const last = hasChangedEntries(first) ? await catchUp(run, first) : first;
  return { ...last, phases: stopwatch.times() };
}
