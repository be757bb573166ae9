import { randomUUID } from 'node:crypto';
import type { Language } from '../src/domain/language.ts';
import { SpreadsheetError } from '../src/sheets/spreadsheet-error.ts';
import type { Cost, SpreadsheetPort } from '../src/sheets/spreadsheet-port.ts';
import type { Authorise } from './access/authorise.ts';
import { type Caller, hashOf } from './access/caller.ts';
import { POLICIES, type Policy } from './access/policies.ts';
import type { RateLimit } from './access/rate-limit.ts';
import { type Answer, refusal } from './answer.ts';
import { failureAnswer } from './failure-answer.ts';
import { type AnswersWithin, outOfTime, timeFor } from './out-of-time.ts';
import type { AboutWorkbook, OtherWorkbook, ParFunction } from './par-function.ts';
import { problem } from './problem.ts';
import type { RunningRuns } from './running-runs.ts';

/** How long a call may go on: until its caller leaves, and never beyond the moment at which nobody waits any more. */
export interface CallPatience {
  readonly signal: AbortSignal;
  /** In milliseconds since the epoch. */
  readonly deadline: number;
}

/** What every call is performed with. */
export interface Stage {
  /** How long callers wait for an answer, in milliseconds. */
  readonly answersWithin: AnswersWithin;
  readonly openSpreadsheet: (spreadsheetId: string, patience: CallPatience) => SpreadsheetPort;
  /** The account that computes, as error sentences name it. */
  readonly serviceAccount: string;
  readonly authorise: Authorise;
  readonly rateLimit: RateLimit;
  readonly runs: RunningRuns;
}

/** An answer, and what the log may tell of the call. */
export interface Performed {
  readonly answer: Answer;
  readonly runId: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What Google says of files that are not there or not shared. */
const UNSEEN: ReadonlySet<string> = new Set(['not-found', 'forbidden']);

/** A call whose caller is known and whose body is well formed. */
export interface IdentifiedCall<Body extends AboutWorkbook> {
  readonly fn: ParFunction<Body>;
  readonly caller: Caller;
  readonly body: Body;
  readonly language: Language;
  readonly startedAt: number;
  readonly stop: AbortController;
}

interface NamedCall<Body extends AboutWorkbook> extends IdentifiedCall<Body> {
  readonly runId: string;
}

function tooManyCalls(language: Language, seconds: number): Answer {
  return refusal(problem('too-many-calls', language), { 'retry-after': String(seconds) });
}

/** The queue carries out a job that was given its id when it was asked for; every other call gets a new one. */
function runIdOf(caller: Caller, body: AboutWorkbook): string {
  const job = 'job' in body && typeof body.job === 'string' ? body.job : undefined;
  return (caller.kind === 'service' ? job : undefined) ?? randomUUID();
}

/** The queue names the person for whom it calls; a person speaks for nobody else. */
function askedBy(caller: Caller, body: AboutWorkbook): string {
  const named = 'onBehalfOf' in body && typeof body.onBehalfOf === 'string' ? body.onBehalfOf : undefined;
  return caller.kind === 'service' ? (named ?? caller.email) : caller.email;
}

/** False for a workbook that does not exist, that the functions may not open, or that the caller may not use so. */
async function isOpenTo(
  { spreadsheetId, role }: OtherWorkbook,
  caller: Caller,
  policy: Policy,
  authorise: Authorise,
): Promise<boolean> {
  try {
    return (await authorise({ caller, policy: { ...policy, role }, spreadsheetId })).ok;
  } catch (error) {
    if (error instanceof SpreadsheetError && UNSEEN.has(error.failure.kind)) return false;
    throw error;
  }
}

/** Which of the other workbooks stays closed to the caller; undefined when all are open. */
async function closedOther<Body extends AboutWorkbook>(
  { fn, caller, body, language, runId }: NamedCall<Body>,
  { authorise, serviceAccount }: Stage,
): Promise<Answer | undefined> {
  const others = fn.alsoOpens?.(body) ?? [];
  const open = await Promise.all(others.map((each) => isOpenTo(each, caller, POLICIES[fn.name], authorise)));
  const closed = others.find((_, index) => open[index] === false);
  if (closed === undefined) return undefined;
  const details = { runId, named: closed.spreadsheetId, needed: closed.role, serviceAccount };
  return refusal(problem('named-workbook-unseen', language, details));
}

/** All calls of a person about a workbook count together, but looks at the progress apart: a sidebar makes many. */
function countedAs(name: string, { email }: Caller, spreadsheetId: string): string {
  return `${name === 'status' ? 'looks' : 'calls'} ${email} ${spreadsheetId}`;
}

async function letIn<Body extends AboutWorkbook>(
  call: NamedCall<Body>,
  stage: Stage,
): Promise<Answer | undefined> {
  const { fn, caller, body, language, runId } = call;
  const { rateLimit, authorise, serviceAccount } = stage;
  const { spreadsheetId } = body;
  const seconds = rateLimit(countedAs(fn.name, caller, spreadsheetId));
  if (seconds !== undefined && caller.kind === 'person') return tooManyCalls(language, seconds);
  const policy = POLICIES[fn.asFor?.(body) ?? fn.name];
  const allowed = await authorise({ caller, policy, spreadsheetId });
  if (allowed.ok) return closedOther(call, stage);
  if (allowed.refusal !== 'unseen') return refusal(problem(allowed.refusal, language));
  const unseen = new SpreadsheetError({ kind: 'not-found' });
  return failureAnswer(unseen, { language, runId, serviceAccount });
}

/** What a call took of the account's minute at Google, and what it leaves of it to the next. */
function costFields({ reads, writes, retries, left }: Cost): Readonly<Record<string, number>> {
  const remaining = left === undefined ? {} : { readsLeft: left.reads, writesLeft: left.writes };
  return { reads, writes, retries, ...remaining };
}

/** Answers after which trying again may help. */
export const WORTH_REPEATING = new Set([429, 500, 503]);

/**
 * The queue repeats whatever is not answered well, so it is told that work is done when nothing would come of
 * doing it again: entries with errors stay so until somebody corrects them.
 */
function settled(answer: Answer, caller: Caller): Answer {
  const isFinal = caller.kind === 'person' || answer.status < 400 || WORTH_REPEATING.has(answer.status);
  return isFinal ? answer : { ...answer, status: 200 };
}

/** The kind of a failure; of a bug only its class, because its message may hold anything. */
function nameOf(error: unknown): string {
  if (error instanceof SpreadsheetError) return error.failure.kind;
  return error instanceof Error ? error.constructor.name : 'unknown';
}

/** Lets a call in or refuses it, carries it out, and says what it came to. Never throws. */
export async function perform<Body extends AboutWorkbook>(
  identified: IdentifiedCall<Body>,
  stage: Stage,
): Promise<Performed> {
  const { fn, caller, body, language, startedAt, stop } = identified;
  const { spreadsheetId } = body;
  const { runs, serviceAccount } = stage;
  const [runId, by] = [runIdOf(caller, body), askedBy(caller, body)];
  const fields = { caller: hashOf(by), workbook: hashOf(spreadsheetId) };
  const deadline = startedAt + timeFor(fn, caller, stage.answersWithin);
  const spreadsheet = stage.openSpreadsheet(spreadsheetId, { signal: stop.signal, deadline });
  let isSeen = false;
  const spent = () => ({ ...fields, ...costFields(spreadsheet.cost()) });
  try {
    const refused = await letIn({ ...identified, runId }, stage);
    if (refused !== undefined) return { answer: refused, runId, fields };
    if (fn.isRun) {
      const stoppable = fn.isStoppable?.(body) ?? true;
      isSeen = runs.start({ runId, spreadsheetId, by, startedAt, stoppable }, () => stop.abort());
    }
    const answer = await fn.run({
      body,
      by,
      isFromQueue: caller.kind === 'service',
      language,
      runId,
      spreadsheet,
      signal: stop.signal,
      deadline,
      onPhase: (phase) => runs.enter(runId, phase),
      onUnits: (units) => runs.count(runId, units),
    });
    return { answer: settled(answer, caller), runId, fields: spent() };
  } catch (error) {
    const answer =
      outOfTime(error, deadline) === 'unavailable'
        ? refusal(problem('took-too-long', language, { runId }))
        : failureAnswer(error, { language, runId, serviceAccount });
    return { answer: settled(answer, caller), runId, fields: { ...spent(), failure: nameOf(error) } };
  } finally {
    if (isSeen) runs.end(runId);
  }
}
