import type { Clock } from '../../src/sheets/clock.ts';

export interface FakeClock extends Clock {
  /** Every wait that was asked for and ran out, in milliseconds. */
  readonly slept: readonly number[];
}

/**
 * A clock that moves only when somebody waits on it. Waits without a way to end them early run out at once;
 * a wait that can be ended (the time limit of a try) only runs out when `limitsRunOut` says so.
 */
export function makeFakeClock(options: { readonly limitsRunOut?: () => boolean } = {}): FakeClock {
  let now = 1_700_000_000_000;
  const slept: number[] = [];
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    slept.push(milliseconds);
  };
  return {
    slept,
    now: () => now,
    sleep: (milliseconds, signal) => {
      if (signal === undefined || options.limitsRunOut?.() === true) {
        pass(milliseconds);
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  };
}
