import type { MethodOptions } from 'googleapis-common';
import type { CallResult } from './call-result.ts';
import { classifyError, type StoppedBy } from './classify-error.ts';
import type { CallKind, CostMeter } from './cost-meter.ts';
import type { Patience } from './retry-policy.ts';

/** One try of one call, described apart from sending it. */
export interface Call<T> {
  readonly kind: CallKind;
  /** The body as it goes out; the client would copy an object twice (reference: functions.md §3.3). */
  readonly body?: string;
  readonly send: (options: MethodOptions) => Promise<{ readonly data: unknown }>;
  readonly parse: (answer: unknown) => T;
}

export interface CallerOptions {
  readonly patience: Patience;
  readonly meter: CostMeter;
  /** How long one try may take; a call at Google is ended after 180 s (sheets-api.md §4.10). */
  readonly tryTimeoutMs: number;
}

/**
 * Makes single tries. Repeating them is the retry policy's business alone. The client's own transport is
 * replaced by Node's fetch: an abort that meets a POST before it is sent ends the process there, because the
 * transport destroys a body that nobody listens to (docs/adr/0021).
 */
export type GoogleCaller = <T>(call: Call<T>) => Promise<CallResult<T>>;

const CANCELLED = { failure: { kind: 'cancelled' }, transient: false, applied: 'no' } as const;

function remainingMs({ patience, tryTimeoutMs }: CallerOptions): number {
  const left = (patience.deadline ?? Number.POSITIVE_INFINITY) - patience.clock.now();
  return Math.max(0, Math.min(tryTimeoutMs, left));
}

function parseAnswer<T>(call: Call<T>, text: unknown, meter: CostMeter): T {
  if (typeof text !== 'string') throw new Error('the answer is not text');
  meter.received(Buffer.byteLength(text));
  return call.parse(text === '' ? {} : JSON.parse(text));
}

export function makeGoogleCaller(options: CallerOptions): GoogleCaller {
  const { patience, meter } = options;
  return async (call) => {
    if (patience.signal?.aborted === true) return { ok: false, problem: CANCELLED };
    const stop = new AbortController();
    let stoppedBy: StoppedBy;
    let sent = false;
    const fetchImplementation: typeof fetch = (input, init) => {
      sent = true;
      return fetch(input, init);
    };
    const stopAs = (by: StoppedBy): void => {
      stoppedBy ??= by;
      stop.abort();
    };
    const onCancel = (): void => stopAs('caller');
    patience.signal?.addEventListener('abort', onCancel, { once: true });
    const disarm = patience.clock.setAlarm(remainingMs(options), () => stopAs('timer'));
    try {
      meter.sent(call.kind, call.body === undefined ? 0 : Buffer.byteLength(call.body));
      const { data } = await call.send({
        retry: false,
        responseType: 'text',
        signal: stop.signal,
        fetchImplementation,
        ...(call.body === undefined ? {} : { headers: { 'content-type': 'application/json' } }),
      });
      return { ok: true, value: parseAnswer(call, data, meter) };
    } catch (error) {
      return { ok: false, problem: classifyError(error, { stoppedBy, sent, now: patience.clock.now() }) };
    } finally {
      patience.signal?.removeEventListener('abort', onCancel);
      disarm();
    }
  };
}
