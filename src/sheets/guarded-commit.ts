import type { CommitOutcome } from '../domain/change.ts';
import type { CallProblem, CallResult } from './call-result.ts';
import { delayAfter, type Patience } from './retry-policy.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** The calls that an exactly-once commit is made of. */
export interface CommitCalls {
  /** Whether the version is still the next one; known without a call when it was looked at just now. */
  isNext(): Promise<CallResult<boolean>>;
  /** One try of the batch whose first request claims the version. */
  send(): Promise<CallResult<null>>;
  /**
   * Whether the commit can be seen to stand, once it was answered well: undefined when nothing can be read. Absent
   * where only the guard tells.
   */
  readonly seesCommit?: () => Promise<boolean | undefined>;
  /** The run that holds the version, or null while nobody does; repeated until it is known. */
  readHolder(): Promise<CallResult<string | null>>;
}

export interface GuardedCommit {
  readonly version: number;
  readonly runId: string;
  readonly calls: CommitCalls;
  readonly patience: Patience;
  readonly onRetry: () => void;
}

interface Progress {
  readonly tries: number;
  /** True once a try was sent whose fate is not known: it may still be applied, up to 180 s later. */
  readonly mayBeApplied: boolean;
}

type Holder = { readonly kind: 'nobody' } | { readonly kind: 'unreadable'; readonly problem: CallProblem };

type Learnt = { readonly kind: 'committed' | 'superseded'; readonly version: number } | Holder;

/** The outcome when the version is held by somebody; why there is none otherwise. */
async function learnOutcome({ version, runId, calls }: GuardedCommit): Promise<Learnt> {
  const holder = await calls.readHolder();
  if (!holder.ok) return { kind: 'unreadable', problem: holder.problem };
  if (holder.value === null) return { kind: 'nobody' };
  return { kind: holder.value === runId ? 'committed' : 'superseded', version };
}

/** What an absent guard is after Google has confirmed the batch: a read that lags behind the write. */
const LAGGING: CallProblem = { failure: { kind: 'unknown-outcome' }, transient: true, applied: 'unknown' };

/**
 * A 200 means that Google applied the batch. It is looked at all the same, because it is not known whether racing
 * batches may be merged (docs/unverified.md row 2): by what the commit left in the tabs, and by its guard when that does
 * not show it. When nothing can be read, Google's word stands.
 */
async function confirm(commit: GuardedCommit): Promise<CommitOutcome> {
  const { seesCommit } = commit.calls;
  const isSeen = seesCommit === undefined ? false : await seesCommit();
  return isSeen === false ? confirmByGuard(commit) : { kind: 'committed', version: commit.version };
}

/** Reads may lag behind writes (docs/unverified.md row 6), so an absent holder is looked for again before it is told. */
async function confirmByGuard(commit: GuardedCommit, tries = 1): Promise<CommitOutcome> {
  const outcome = await learnOutcome(commit);
  if (outcome.kind === 'unreadable') return { kind: 'committed', version: commit.version };
  if (outcome.kind !== 'nobody') return outcome;
  const delay = delayAfter(tries, LAGGING, commit.patience);
  if (delay === undefined) throw new SpreadsheetError(LAGGING.failure);
  await commit.patience.clock.sleep(delay, commit.patience.signal);
  return confirmByGuard(commit, tries + 1);
}

/** A refusal is final only if no earlier try can have been applied in the meantime. */
function failure(problem: CallProblem, mayBeApplied: boolean): SpreadsheetError {
  return new SpreadsheetError(mayBeApplied ? { kind: 'unknown-outcome' } : problem.failure);
}

/** Whether it was the claim, the first request of the batch, that was refused because something stands already. */
function isClaimRefused({ failure: { kind }, request }: CallProblem): boolean {
  return kind === 'conflict' && request === 0;
}

/**
 * Somebody holds the version, as Google refused the claim, and the read that tells nobody lags behind. It is only looked
 * for again: nothing is sent, and whoever it is, a run that never may have been applied is not the one.
 */
async function findHolder(
  commit: GuardedCommit,
  problem: CallProblem,
  uncertain: boolean,
  tries = 1,
): Promise<CommitOutcome> {
  const delay = delayAfter(tries, LAGGING, commit.patience);
  if (delay === undefined && uncertain) throw failure(problem, uncertain);
  if (delay === undefined) return { kind: 'superseded', version: commit.version };
  await commit.patience.clock.sleep(delay, commit.patience.signal);
  const outcome = await learnOutcome(commit);
  if (outcome.kind === 'unreadable') throw failure(outcome.problem, uncertain);
  return outcome.kind === 'nobody' ? findHolder(commit, problem, uncertain, tries + 1) : outcome;
}

/** What a failed try came to, when that can be learnt; undefined when it was not applied and may be repeated. */
async function settle(
  commit: GuardedCommit,
  problem: CallProblem,
  uncertain: boolean,
): Promise<CommitOutcome | undefined> {
  const { kind } = problem.failure;
  if (!uncertain && kind !== 'bad-request' && kind !== 'conflict') return undefined;
  const outcome = await learnOutcome(commit);
  if (outcome.kind === 'unreadable') throw failure(outcome.problem, uncertain);
  if (outcome.kind !== 'nobody') return outcome;
  if (isClaimRefused(problem)) return findHolder(commit, problem, uncertain);
  return kind === 'conflict' && !uncertain ? { kind: 'moved', version: commit.version } : undefined;
}

/** The outcome of a commit that came too late to be sent: the version, or a newer one, stands already. */
async function overtaken(commit: GuardedCommit, uncertain: boolean): Promise<CommitOutcome | undefined> {
  const next = await commit.calls.isNext();
  if (!next.ok) throw failure(next.problem, uncertain);
  if (next.value) return undefined;
  const outcome = await learnOutcome(commit);
  if (outcome.kind === 'unreadable') throw failure(outcome.problem, uncertain);
  return outcome.kind === 'nobody' ? { kind: 'superseded', version: commit.version } : outcome;
}

/**
 * Sends a commit until it is known to stand, to be superseded or to be refused. Every further try carries the
 * same claim, so however many of them arrive, in whatever order, Google applies at most one. What a refusal
 * means is learnt from the holder of the version, never from the wording of the message.
 */
export async function commitOnce(
  commit: GuardedCommit,
  { tries, mayBeApplied }: Progress = { tries: 1, mayBeApplied: false },
): Promise<CommitOutcome> {
  const { calls, patience } = commit;
  const late = await overtaken(commit, mayBeApplied);
  if (late !== undefined) return late;
  const sent = await calls.send();
  if (sent.ok) return confirm(commit);
  const { problem } = sent;
  const uncertain = mayBeApplied || problem.applied === 'unknown';
  const settled = await settle(commit, problem, uncertain);
  if (settled !== undefined) return settled;
  const delay = delayAfter(tries, problem, patience);
  if (delay === undefined) throw failure(problem, uncertain);
  await patience.clock.sleep(delay, patience.signal);
  commit.onRetry();
  return commitOnce(commit, { tries: tries + 1, mayBeApplied: uncertain });
}
