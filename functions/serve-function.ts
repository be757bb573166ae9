import { randomUUID } from 'node:crypto';
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import type { Language } from '../src/domain/language.ts';
import type { Authenticate } from './access/authenticate.ts';
import { hashOf } from './access/caller.ts';
import { identityAnswer } from './access/refusals.ts';
import { type Answer, refusal, send } from './answer.ts';
import { languageOfRequest } from './language-of-request.ts';
import { type Log, traceOf } from './log.ts';
import type { AboutWorkbook, ParFunction } from './par-function.ts';
import { type Performed, perform, type Stage } from './perform.ts';
import { problem } from './problem.ts';
import { readBody } from './read-body.ts';

/** What every function is served with. */
export interface Surroundings extends Stage {
  readonly authenticate: Authenticate;
  readonly log: Log;
  /** The Google Cloud project, where it is known. */
  readonly project?: string;
}

/** An answer, and what the log may tell of the call; one of an unknown caller has no run. */
type Served = Pick<Performed, 'answer' | 'fields'> & Partial<Pick<Performed, 'runId'>>;

interface Incoming<Body extends AboutWorkbook> {
  readonly fn: ParFunction<Body>;
  readonly request: Request;
  readonly language: Language;
  readonly startedAt: number;
  readonly stop: AbortController;
}

async function serve<Body extends AboutWorkbook>(
  { fn, request, language, startedAt, stop }: Incoming<Body>,
  surroundings: Surroundings,
): Promise<Served> {
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
  return perform({ fn, caller, body: read.value, language, startedAt, stop }, surroundings);
}

/** One line of the log for one call, however it came. */
export function logCall(
  log: Log,
  name: string,
  answer: Answer,
  told: Readonly<Record<string, unknown>>,
): void {
  log(answer.status < 500 ? 'INFO' : 'ERROR', name, { ...told, status: answer.status });
}

/** The signal ends the work when the client is gone: nobody waits for the answer any more. */
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
    const [startedAt, begun] = [Date.now(), performance.now()];
    const stop = stopWhenLeft(response);
    const { answer, runId, fields } = await serve({ fn, request, language, startedAt, stop }, surroundings);
    logCall(surroundings.log, fn.name, answer, {
      ...traceOf(request.get('traceparent'), surroundings.project),
      runId: runId ?? randomUUID(),
      ...fields,
      durationMs: Math.round(performance.now() - begun),
    });
    send(response, answer);
  };
}
