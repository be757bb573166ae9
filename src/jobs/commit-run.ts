import type { Anchor, Commit, CommitOutcome } from '../domain/change.ts';
import { versionOf } from '../domain/version.ts';
import { failureOf, type SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import type { RunFrame, RunPlan } from '../workbook/output/plan-run.ts';
import { anchorsBySheet, releaseOthers } from './anchoring.ts';
import { hashOfCells } from './entries-since.ts';
import { sha256, shortHash } from './fingerprint.ts';
import { formatMoment } from './moment.ts';
import { type Entries, readEntries } from './read-entries.ts';
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts';
import type { Phase, Stopwatch } from './stopwatch.ts';

/** How often a run starts again when something came between, before it gives up and says what it was. */
const MAX_ATTEMPTS = 3;

/** How often the lines of tabs are anchored anew before a run gives up: people keep moving them. */
const MAX_ANCHORINGS = 3;

export interface RunDependencies {
  readonly spreadsheet: SpreadsheetPort;
  readonly now: () => Date;
  /** Milliseconds from a clock that never goes back. */
  readonly clock: () => number;
  readonly newRunId: () => string;
  /** Told when a phase begins, for whoever watches the progress. */
  readonly onPhase?: (phase: Phase) => void;
  /** Told how many units were read, once they are. */
  readonly onUnits?: (units: number) => void;
  /** The moment, in milliseconds since the epoch, at which the caller stops waiting. */
  readonly deadline?: number;
}

export interface Run {
  readonly dependencies: RunDependencies;
  readonly stopwatch: Stopwatch;
  readonly startedAt: number;
  readonly by: string;
  /** What is to be written is about this version alone: nothing is, once a newer one stands. */
  readonly about?: number;
}

/** A workbook as one attempt read it, parsed, with all that its tabs are planned with. */
export interface ReadRun {
  /** Without the cells of its entry tabs: once parsed they would only take memory. */
  readonly workbook: ReadWorkbook;
  /** SHA-256 of the cells of the entry tabs. */
  readonly cells: string;
  readonly entries: Entries;
  readonly frame: RunFrame;
  /** Calls that the attempt made for reading its tabs: as many as it will take to read them back. */
  readonly readCalls: number;
}

export interface Settled<Planned> {
  readonly outcome: CommitOutcome;
  readonly read: ReadRun;
  /** Of the last attempt. */
  readonly planned: Planned;
}

interface Progress {
  readonly attempts: number;
  readonly anchorings: number;
  /** Anchors that this run put, by sheet: the newest ones. */
  readonly anchored: ReadonlyMap<number, readonly Anchor[]>;
  /** Ids of all anchors that this run put. */
  readonly put: readonly number[];
  readonly distrustsRecords: boolean;
  /** The lines that the last refused commit was tied to; empty once they were anchored anew. */
  readonly refused: string;
}

const START: Progress = {
  attempts: MAX_ATTEMPTS,
  anchorings: MAX_ANCHORINGS,
  anchored: new Map(),
  put: [],
  distrustsRecords: false,
  refused: '',
};

/** What a commit is tied to, as text: two that are tied to the same lines are refused for the same reason. */
function tiesOf({ changes }: RunPlan): string {
  return JSON.stringify(
    changes.flatMap((change) => (change.kind === 'hold-line' ? (change.from ?? []) : [])),
  );
}

/** After anchors were put on lines, beside those that were relied on. */
function withAnchors(
  { anchorings, put }: Progress,
  { anchored, distrustsRecords }: RunFrame,
  anchors: readonly Anchor[],
): Partial<Progress> {
  return {
    anchorings: anchorings - 1,
    anchored: new Map([...anchored, ...anchorsBySheet(anchors)]),
    put: [...put, ...anchors.map(({ anchorId }) => anchorId)],
    distrustsRecords,
    refused: '',
  };
}

async function readRun(run: Run, runId: string, progress: Progress): Promise<ReadRun> {
  const { dependencies, stopwatch } = run;
  const { spreadsheet, now } = dependencies;
  const readsBefore = spreadsheet.cost().reads;
  // Before anything is read: entries are told to be those of a moment at or after this one.
  const asOf = now();
  const read = await stopwatch.time('read', () => readWorkbook(spreadsheet));
  const readCalls = spreadsheet.cost().reads - readsBefore - 1;
  const entries = await stopwatch.time('parse', () => readEntries(read));
  const workbook = { ...read, inputs: read.inputs.map((tab) => ({ ...tab, grid: [] })) };
  const { structure, standing } = workbook;
  const { context, cases } = entries;
  const { anchored, distrustsRecords } = progress;
  const frame: RunFrame = {
    structure,
    standing,
    context,
    cases,
    anchored,
    distrustsRecords,
    attemptId: runId,
    fingerprint: (text) => shortHash(sha256(text)),
    moment: formatMoment(asOf, structure.timeZone, context.language),
  };
  return { workbook, cells: hashOfCells(read.inputs), entries, frame, readCalls };
}

/** What some work gives, or `moved` when a tab that it needs is gone and there is an attempt left to look again. */
async function unlessMoved<T>({ attempts }: Progress, work: () => Promise<T>): Promise<T | 'moved'> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error)?.kind !== 'conflict' || attempts <= 1) throw error;
    return 'moved';
  }
}

type PlanFrom<Planned> = (read: ReadRun) => Planned | Promise<Planned>;

interface Prepared<Planned> {
  readonly read: ReadRun;
  readonly planned: Planned;
}

/** A plan; one that is tied to the lines of a refused one once more, without relying on the records of anchors. */
async function prepare<Planned extends { readonly plan: RunPlan }>(
  planFrom: PlanFrom<Planned>,
  read: ReadRun,
  { refused }: Progress,
): Promise<Prepared<Planned>> {
  const planned = await planFrom(read);
  if (tiesOf(planned.plan) !== refused) return { read, planned };
  // Refused although nothing moved in between: the anchors do not stand where the contents say, whoever put them.
  const distrusting = { ...read, frame: { ...read.frame, anchored: new Map(), distrustsRecords: true } };
  return { read: distrusting, planned: await planFrom(distrusting) };
}

interface CommitParts {
  readonly version: number;
  readonly runId: string;
  readonly read: ReadRun;
  readonly put: readonly number[];
}

/** The commit of a plan; entries and run log are read back with it, in one call (docs/adr/0026). */
function commitOf(plan: RunPlan, { version, runId, read, put }: CommitParts): Commit {
  return {
    version,
    runId,
    changes: [...plan.changes, ...releaseOthers(plan.changes, put)],
    readBack: { sheets: [...read.workbook.inputSheets, plan.logSheet], shows: plan.shows },
  };
}

/**
 * Reads, plans and commits, and starts again from reading when another run came first, or when rows, columns or
 * tabs that were to be written moved. A tab is written only while all lines that matter are held: where they are
 * not, or where anchors and contents disagree, they are anchored and the workbook is read again (docs/adr/0025).
 */
export async function commitRun<Planned extends { readonly plan: RunPlan }>(
  run: Run,
  planFrom: PlanFrom<Planned>,
  progress: Progress = START,
): Promise<Settled<Planned>> {
  const { spreadsheet, newRunId } = run.dependencies;
  const { time } = run.stopwatch;
  const runId = newRunId();
  const again = (change: Partial<Progress>) => commitRun(run, planFrom, { ...progress, ...change });
  const found = await unlessMoved(progress, () => readRun(run, runId, progress));
  if (found === 'moved') return again({ attempts: progress.attempts - 1 });
  const { read, planned } = await prepare(planFrom, found, progress);
  const version = versionOf(read.workbook.structure) + 1;
  if (run.about !== undefined && version !== run.about + 1)
    return { outcome: { kind: 'superseded', version }, read, planned };
  const { unheld } = planned.plan;
  if (unheld.length > 0) {
    if (progress.anchorings === 0) return { outcome: { kind: 'moved', version }, read, planned };
    const put = await time('write', () => unlessMoved(progress, () => spreadsheet.anchor(unheld)));
    if (put === 'moved') return again({ attempts: progress.attempts - 1 });
    return again(withAnchors(progress, read.frame, unheld));
  }
  const commit = commitOf(planned.plan, { version, runId, read, put: progress.put });
  const outcome = await time('write', () => spreadsheet.commit(commit));
  if (outcome.kind === 'committed' || progress.attempts <= 1) return { outcome, read, planned };
  const refused = outcome.kind === 'moved' ? tiesOf(planned.plan) : '';
  return again({ attempts: progress.attempts - 1, refused });
}
