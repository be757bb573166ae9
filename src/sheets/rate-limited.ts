import type { CallProblem } from './call-result.ts';
import type { CallKind } from './cost-meter.ts';
import type { Limits } from './traffic.ts';

const MINUTE_MS = 60_000;

const FORMAT = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Google also keeps zones of a kind that the host does not know, such as GMT+07:00: the time is then told in UTC, named as such. */
function formatIn(timeZone: string): (minute: number) => string {
  try {
    const format = new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone });
    return (minute) => format.format(minute);
  } catch {
    const format = new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone: 'UTC' });
    return (minute) => `${format.format(minute)} UTC`;
  }
}

/** The time of day as people in the spreadsheet's time zone read it, rounded up to the minute. */
function timeOfDay(moment: number, timeZone: string): string {
  const minute = Math.ceil(moment / MINUTE_MS) * MINUTE_MS;
  return formatIn(timeZone)(minute);
}

/** The answer of our own counter when the next free place lies beyond the caller's deadline. */
export function rateLimitedUntil(
  moment: number,
  kind: CallKind,
  limits: Limits,
  timeZone: string,
): CallProblem {
  const quota = kind === 'read' ? 'reads' : 'writes';
  const retryAt = timeOfDay(moment, timeZone);
  return {
    failure: { kind: 'rate-limited', quota, perMinute: limits[kind], retryAt },
    transient: false,
    applied: 'no',
  };
}

interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly limits: Limits;
  readonly timeZone: string;
}

/** Google's own refusal, with the limit and the time to come back: quotas are refilled each minute. */
export function withLimits(problem: CallProblem, { now, limits, timeZone }: Surroundings): CallProblem {
  const { failure } = problem;
  if (failure.kind !== 'rate-limited') return problem;
  const wait = Math.max(problem.retryAfterMs ?? 0, MINUTE_MS);
  const retryAt = timeOfDay(now + wait, timeZone);
  if (failure.quota === 'requests') return { ...problem, failure: { ...failure, retryAt } };
  const perMinute = limits[failure.quota === 'reads' ? 'read' : 'write'];
  const limit = Number.isFinite(perMinute) ? { perMinute } : {};
  return { ...problem, failure: { ...failure, ...limit, retryAt } };
}
