import type { CallProblem, CallResult } from './call-result.ts';
import type { Clock } from './clock.ts';

/** Google's advice: min(2^n seconds, 64 s) (developers.google.com/workspace/sheets/api/limits). */
const FIRST_STEP_MS = 1_000;
const LONGEST_STEP_MS = 64_000;

/** How patient one run is. */
export interface Patience {
  readonly clock: Clock;
  /** Evenly spread over [0, 1). */
  readonly random: () => number;
  readonly signal?: AbortSignal;
  /** The moment, in milliseconds since the epoch, at which the caller stops waiting. */
  readonly deadline?: number;
  readonly maxTries: number;
}

/**
 * Milliseconds to wait after the given number of failed tries, or undefined to give up. Full jitter: evenly
 * spread between nothing and the step, so that callers that failed together do not come back together.
 * A server's Retry-After is a floor, never a ceiling.
 */
export function delayAfter(tries: number, problem: CallProblem, patience: Patience): number | undefined {
  if (!problem.transient || tries >= patience.maxTries || patience.signal?.aborted === true) return undefined;
  const step = Math.min(LONGEST_STEP_MS, FIRST_STEP_MS * 2 ** (tries - 1));
  const delay = Math.max(problem.retryAfterMs ?? 0, patience.random() * step);
  const end = patience.clock.now() + delay;
  return patience.deadline !== undefined && end >= patience.deadline ? undefined : delay;
}

/** Tries a call that may be repeated freely, until it succeeds, is refused or patience ends. */
export async function tryRepeatedly<T>(
  call: () => Promise<CallResult<T>>,
  patience: Patience,
  onRetry: () => void,
  tries = 1,
): Promise<CallResult<T>> {
  const result = await call();
  if (result.ok) return result;
  const delay = delayAfter(tries, result.problem, patience);
  if (delay === undefined) return result;
  await patience.clock.sleep(delay, patience.signal);
  onRetry();
  return tryRepeatedly(call, patience, onRetry, tries + 1);
}
