import { randomUUID } from 'node:crypto';
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import type { Language } from '../src/domain/language.ts';
import { SpreadsheetError } from '../src/sheets/spreadsheet-error.ts';
import type { Cost, SpreadsheetPort } from '../src/sheets/spreadsheet-port.ts';
import type { Authenticate } from './access/authenticate.ts';
import type { Authorise } from './access/authorise.ts';
import { type Caller, hashOf } from './access/caller.ts';
import { POLICIES, type Policy } from './access/policies.ts';
import type { RateLimit } from './access/rate-limit.ts';
import { identityAnswer } from './access/refusals.ts';
import { type Answer, refusal, send } from './answer.ts';
import { failureAnswer } from './failure-answer.ts';
import { languageOfRequest } from './language-of-request.ts';
import { type Log, traceOf } from './log.ts';
import type { AboutWorkbook, OtherWorkbook, ParFunction } from './par-function.ts';
import { problem } from './problem.ts';
import { readBody } from './read-body.ts';
import type { RunningRuns } from './running-runs.ts';

/** How long a call may go on: until its caller leaves, and never beyond the moment at which nobody waits any more. */
export interface CallPatience {
  readonly signal: AbortSignal;
  /** In milliseconds since the epoch. */
  readonly deadline: number;
}

/**
 * How long callers wait: Apps Script gives a call 60 seconds, the queue gives it 600 (functions.md §16 and
 * src/sheets/cloud-tasks-queue.ts). A call ends a little earlier, so that its answer still arrives.
 */
const WAITS_MS: Readonly<Record<Caller['kind'], number>> = { person: 55_000, service: 590_000 };

/** What every function is served with. */
export interface Surroundings {
  readonly openSpreadsheet: (spreadsheetId: string, patience: CallPatience) => SpreadsheetPort;
  /** The account that computes, as error sentences name it. */
  readonly serviceAccount: string;
  readonly authenticate: Authenticate;
  readonly authorise: Authorise;
  readonly rateLimit: RateLimit;
  readonly runs: RunningRuns;
  readonly log: Log;
  /** The Google Cloud project, where it is known. */
  readonly project?: string;
}

/** An answer, and what the log may tell of the call. */
interface Served {
  readonly answer: Answer;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What Google says of files that are not there or not shared. */
const UNSEEN: ReadonlySet<string> = new Set(['not-found', 'forbidden']);

interface Incoming<Body extends AboutWorkbook> {
  readonly fn: ParFunction<Body>;
  readonly request: Request;
  readonly language: Language;
  readonly runId: string;
  readonly startedAt: number;
  readonly stop: AbortController;
}

function tooManyCalls(language: Language, seconds: number): Answer {
  return refusal(problem('too-many-calls', language), { 'retry-after': String(seconds) });
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
  { fn, language, runId }: Incoming<Body>,
  { caller, body }: Asking<Body>,
  { authorise, serviceAccount }: Surroundings,
): Promise<Answer | undefined> {
  const others = fn.alsoOpens?.(body) ?? [];
  const open = await Promise.all(others.map((each) => isOpenTo(each, caller, POLICIES[fn.name], authorise)));
  const closed = others.find((_, index) => open[index] === false);
  if (closed === undefined) return undefined;
  const details = { runId, named: closed.spreadsheetId, needed: closed.role, serviceAccount };
  return refusal(problem('named-workbook-unseen', language, details));
}

interface Asking<Body> {
  readonly caller: Caller;
  readonly body: Body;
}

async function letIn<Body extends AboutWorkbook>(
  incoming: Incoming<Body>,
  { caller, body }: Asking<Body>,
  surroundings: Surroundings,
): Promise<Answer | undefined> {
  const { fn, language, runId } = incoming;
  const { rateLimit, authorise, serviceAccount } = surroundings;
  const { spreadsheetId } = body;
  const seconds = rateLimit(`${fn.name} ${caller.email} ${spreadsheetId}`);
  if (seconds !== undefined && caller.kind === 'person') return tooManyCalls(language, seconds);
  const allowed = await authorise({ caller, policy: POLICIES[fn.name], spreadsheetId });
  if (allowed.ok) return closedOther(incoming, { caller, body }, surroundings);
  if (allowed.refusal !== 'unseen') return refusal(problem(allowed.refusal, language));
  const unseen = new SpreadsheetError({ kind: 'not-found' });
  return failureAnswer(unseen, { language, runId, serviceAccount });
}

function costFields({ reads, writes, retries }: Cost): Readonly<Record<string, number>> {
  return { reads, writes, retries };
}

async function serve<Body extends AboutWorkbook>(
  incoming: Incoming<Body>,
  surroundings: Surroundings,
): Promise<Served> {
  const { fn, request, language, runId, startedAt, stop } = incoming;
  if (request.method !== 'POST')
    return { answer: refusal(problem('method-not-allowed', language), { allow: 'POST' }), fields: {} };
  const identified = await surroundings.authenticate(request.get('authorization'));
  if (!identified.ok) {
    const { refusal: refused } = identified;
    return { answer: identityAnswer(refused, language), fields: { refusal: refused.kind } };
  }
  const { caller } = identified;
  const read = readBody(request.body, fn.schema, language);
  if (!read.ok) return { answer: refusal(read.problem), fields: { caller: hashOf(caller.email) } };
  const { spreadsheetId } = read.value;
  const by = askedBy(caller, read.value);
  const fields = { caller: hashOf(by), workbook: hashOf(spreadsheetId) };
  const deadline = startedAt + WAITS_MS[caller.kind];
  const spreadsheet = surroundings.openSpreadsheet(spreadsheetId, { signal: stop.signal, deadline });
  const { runs, serviceAccount } = surroundings;
  try {
    const refused = await letIn(incoming, { caller, body: read.value }, surroundings);
    if (refused !== undefined) return { answer: refused, fields };
    if (fn.isRun) runs.start({ runId, spreadsheetId, by, startedAt }, () => stop.abort());
    const answer = await fn.run({
      body: read.value,
      by,
      isFromQueue: caller.kind === 'service',
      language,
      runId,
      spreadsheet,
      signal: stop.signal,
      deadline,
      onPhase: (phase) => runs.enter(runId, phase),
    });
    const spent = { ...fields, ...costFields(spreadsheet.cost()) };
    return { answer: settled(answer, caller), fields: spent };
  } catch (error) {
    const answer = failureAnswer(error, { language, runId, serviceAccount });
    const spent = { ...fields, ...costFields(spreadsheet.cost()) };
    return { answer: settled(answer, caller), fields: { ...spent, failure: nameOf(error) } };
  } finally {
    runs.end(runId);
  }
}

/** Answers after which trying again may help. */
const WORTH_REPEATING = new Set([429, 500, 503]);

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

/** The signal ends the work when the client is gone: nobody waits for the answer any more (functions.md §2.5). */
function stopWhenLeft(response: Response): AbortController {
  const stop = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) stop.abort();
  });
  return stop;
}

/** A function as the framework takes it: identified, let in, carried out, answered and logged. */
export function serveFunction<Body extends AboutWorkbook>(
  fn: ParFunction<Body>,
  surroundings: Surroundings,
): HttpFunction {
  return async (request, response) => {
    const language = languageOfRequest(request.get('accept-language'));
    const runId = randomUUID();
    const [startedAt, begun] = [Date.now(), performance.now()];
    const stop = stopWhenLeft(response);
    const { answer, fields } = await serve({ fn, request, language, runId, startedAt, stop }, surroundings);
    surroundings.log(answer.status < 500 ? 'INFO' : 'ERROR', fn.name, {
      ...traceOf(request.get('traceparent'), surroundings.project),
      runId,
      ...fields,
      status: answer.status,
      durationMs: Math.round(performance.now() - begun),
    });
    send(response, answer);
  };
}
