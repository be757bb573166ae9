import type { Clock } from '../../src/sheets/clock.ts';

export interface FakeClock extends Clock {
  /** Every wait and every alarm that ran out, in milliseconds. */
  readonly slept: readonly number[];
  /** Rings the alarms that are set: the time limits of the tries under way. */
  ringAlarms(): void;
}

/** A clock that moves only when somebody waits on it: every wait is over at once, alarms ring when told to. */
export function makeFakeClock(): FakeClock {
  let now = 1_700_000_000_000;
  const slept: number[] = [];
  const alarms = new Set<() => void>();
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    slept.push(milliseconds);
  };
  return {
    slept,
    now: () => now,
    sleep: (milliseconds) => {
      pass(milliseconds);
      return Promise.resolve();
    },
    setAlarm: (milliseconds, ring) => {
      const alarm = (): void => {
        pass(milliseconds);
        ring();
      };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    ringAlarms: () => {
      const due = [...alarms];
      alarms.clear();
      for (const alarm of due) alarm();
    },
  };
}
