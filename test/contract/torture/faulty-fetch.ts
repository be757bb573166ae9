import type { Google, HttpAnswer } from './in-process-google.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Turns } from './turns.ts';

/** What can happen to one call on its way; the stand-in's fault switches, and a batch that is applied late. */
type Fate =
  | 'answered'
  | 'refused-429'
  | 'refused-503'
  | 'cut-before'
  | 'cut-after'
  | '503-after'
  | 'applied-late'
  | 'stale-read'
  | 'crash';

export interface Weather {
  readonly random: () => number;
  readonly turns: Turns;
  /** The share of calls that something happens to. */
  readonly faults: number;
  /** The share of calls at which the run ends for ever. */
  readonly crashes: number;
  readonly staleReads: boolean;
}

export interface Sky {
  readonly store: MemoryStore;
  readonly google: Google;
  /** The same service as it was one change ago. */
  readonly stale: Google;
}

const FATES: readonly Fate[] = [
  'refused-429',
  'refused-503',
  'cut-before',
  'cut-after',
  '503-after',
  'applied-late',
  'stale-read',
];

function fateOf({ random, faults, crashes, staleReads }: Weather, method: string): Fate {
  if (random() < crashes) return 'crash';
  if (random() >= faults) return 'answered';
  const fate = FATES[Math.floor(random() * FATES.length)] ?? 'answered';
  return fate === 'stale-read' && (method !== 'GET' || !staleReads) ? 'cut-before' : fate;
}

const NEVER: Promise<never> = new Promise(() => undefined);
const REFUSALS: Readonly<Record<number, string>> = {
  429: "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'",
  503: 'The service is currently unavailable.',
};

function refusal(status: number): HttpAnswer {
  return { status, text: JSON.stringify({ error: { code: status, message: REFUSALS[status] } }) };
}

function cut(): never {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('cut'), { code: 'ECONNRESET' }) });
}

/**
 * An answer with what the client needs of one; its text needs no event loop, so turns stay whole.
 * Without `bodyUsed` the client would not look at what a refusal says.
 */
export function responseOf({ status, text }: HttpAnswer): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=UTF-8' });
  const told = { status, ok: status < 300, statusText: '', headers, bodyUsed: true };
  return { ...told, text: () => Promise.resolve(text) } as unknown as Response;
}

/** What comes back when nothing of the server's own answer does; undefined when the call reaches it in time. */
function instead(fate: Fate): Promise<Response> | undefined {
  switch (fate) {
    case 'crash':
      return NEVER;
    case 'refused-429':
      return Promise.resolve(responseOf(refusal(429)));
    case 'refused-503':
      return Promise.resolve(responseOf(refusal(503)));
    case 'cut-before':
    case 'applied-late':
      return cut();
    default:
      return undefined;
  }
}

function requestOf(...[input, init]: Parameters<typeof fetch>) {
  const body = typeof init?.body === 'string' ? init.body : undefined;
  return { method: init?.method ?? 'GET', url: String(input), body };
}

/** A fetch for one run: each call waits for its turn on the way there and on the way back. */
export function makeFaultyFetch(name: string, weather: Weather, { store, google, stale }: Sky): typeof fetch {
  const { turns } = weather;
  return async (input, init) => {
    const { method, url, body } = requestOf(input, init);
    const call = (target: Google): Promise<HttpAnswer> => {
      store.signAs(name);
      return target(method, url, body);
    };
    await turns.next();
    const fate = fateOf(weather, method);
    if (fate === 'applied-late') void turns.next().then(() => call(google));
    const lost = instead(fate);
    if (lost !== undefined) return lost;
    const answer = await call(fate === 'stale-read' ? stale : google);
    await turns.next();
    if (fate === 'cut-after') return cut();
    return responseOf(fate === '503-after' ? refusal(503) : answer);
  };
}
