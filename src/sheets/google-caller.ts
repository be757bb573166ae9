import type { MethodOptions } from 'googleapis-common';
import type { CallProblem, CallResult } from './call-result.ts';
import { classifyError, type StoppedBy } from './classify-error.ts';
import type { CallKind, CostMeter } from './cost-meter.ts';
import { rateLimitedUntil, withLimits } from './rate-limited.ts';
import type { Patience } from './retry-policy.ts';
import type { Slots } from './slots.ts';
import type { Traffic } from './traffic.ts';

/** One try of one call, described apart from sending it. */
export interface Call<T> {
  readonly kind: CallKind;
  /** The body as it goes out; the client would copy an object twice (docs/adr/0021). */
  readonly body?: string;
  /** The moment from which on the call must not be sent any more, however long it waited for its turn. */
  readonly expires?: number;
  readonly send: (options: MethodOptions) => Promise<{ readonly data: unknown }>;
  readonly parse: (answer: unknown) => T;
}

export interface CallerOptions {
  readonly patience: Patience;
  readonly meter: CostMeter;
  readonly traffic: Traffic;
  readonly slots: Slots;
  readonly fetch: typeof fetch;
  /** How long one try may take; a call at Google is ended after 180 s (docs/adr/0020). */
  readonly tryTimeoutMs: number;
  /** The spreadsheet's time zone, once it is known. */
  readonly timeZone: () => string;
}

/** Makes single tries. Repeating them is the retry policy's business alone. */
export type GoogleCaller = <T>(call: Call<T>) => Promise<CallResult<T>>;

const CANCELLED: CallProblem = { failure: { kind: 'cancelled' }, transient: false, applied: 'no' };

/** The caller stopped waiting before the call could be made: no limit of Google's was met. */
const TOO_LATE: CallProblem = { failure: { kind: 'unavailable' }, transient: false, applied: 'no' };

const EXPIRED: CallProblem = { failure: { kind: 'unavailable' }, transient: true, applied: 'no' };

function isCancelled({ signal }: Patience): boolean {
  return signal?.aborted === true;
}

/** Waits for a free place in the minute; why the call must not be made, when it must not. */
async function enter(kind: CallKind, options: CallerOptions): Promise<CallProblem | undefined> {
  const { patience, traffic, timeZone } = options;
  const { clock, signal, deadline } = patience;
  if (isCancelled(patience)) return CANCELLED;
  if (deadline !== undefined && clock.now() >= deadline) return TOO_LATE;
  const wait = traffic.book(kind, clock.now(), deadline);
  if (wait === undefined) return rateLimitedUntil(clock.now() + 60_000, kind, traffic.limits, timeZone());
  if (wait > 0) await clock.sleep(wait, signal);
  return isCancelled(patience) ? CANCELLED : undefined;
}

function parseAnswer<T>(call: Call<T>, text: unknown, meter: CostMeter): T {
  if (typeof text !== 'string') throw new Error('the answer is not text');
  meter.received(Buffer.byteLength(text));
  return call.parse(text === '' ? {} : JSON.parse(text));
}

/**
 * One try, ended by whichever comes first: an answer, the time limit, or the caller who gives up. The client's
 * own transport is replaced by Node's fetch: an abort that meets a POST before it is sent ends the process
 * there, because the transport destroys a body that nobody listens to (docs/adr/0021).
 */
async function tryOnce<T>(call: Call<T>, options: CallerOptions): Promise<CallResult<T>> {
  const { patience, meter, tryTimeoutMs } = options;
  const { clock, signal, deadline = Number.POSITIVE_INFINITY } = patience;
  const stop = new AbortController();
  let stoppedBy: StoppedBy;
  let sent = false;
  const stopAs = (by: StoppedBy): void => {
    stoppedBy ??= by;
    stop.abort();
  };
  const onCancel = (): void => stopAs('caller');
  signal?.addEventListener('abort', onCancel, { once: true });
  const timeLimit = Math.max(0, Math.min(tryTimeoutMs, deadline - clock.now()));
  const disarm = clock.setAlarm(timeLimit, () => stopAs('timer'));
  try {
    meter.sent(call.kind, call.body === undefined ? 0 : Buffer.byteLength(call.body));
    const { data } = await call.send({
      retry: false,
      responseType: 'text',
      signal: stop.signal,
      fetchImplementation: (...input: Parameters<typeof fetch>) => {
        sent = true;
        return options.fetch(...input);
      },
      ...(call.body === undefined ? {} : { headers: { 'content-type': 'application/json' } }),
    });
    return { ok: true, value: parseAnswer(call, data, meter) };
  } catch (error) {
    return { ok: false, problem: classifyError(error, { stoppedBy, sent, now: clock.now() }) };
  } finally {
    signal?.removeEventListener('abort', onCancel);
    disarm();
  }
}

export function makeGoogleCaller(options: CallerOptions): GoogleCaller {
  return async (call) => {
    const refusal = await enter(call.kind, options);
    if (refusal !== undefined) return { ok: false, problem: refusal };
    const giveBack = await options.slots.take(options.patience.signal);
    try {
      if (isCancelled(options.patience)) return { ok: false, problem: CANCELLED };
      const { expires = Number.POSITIVE_INFINITY } = call;
      if (options.patience.clock.now() >= expires) return { ok: false, problem: EXPIRED };
      const result = await tryOnce(call, options);
      if (result.ok) return result;
      const { patience, traffic, timeZone } = options;
      const surroundings = { now: patience.clock.now(), limits: traffic.limits, timeZone: timeZone() };
      return { ok: false, problem: withLimits(result.problem, surroundings) };
    } finally {
      giveBack();
    }
  };
}
