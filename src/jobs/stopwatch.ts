/** The parts of a recompute, in order. */
export const PHASES = ['read', 'parse', 'score', 'render', 'write'] as const;
export type Phase = (typeof PHASES)[number];

/** Milliseconds spent in each phase. */
export type PhaseTimes = Readonly<Record<Phase, number>>;

export interface Stopwatch {
  /** Runs a piece of work and books its time on a phase; the times of repeated phases add up. */
  readonly time: <T>(phase: Phase, work: () => Promise<T> | T) => Promise<T>;
  readonly times: () => PhaseTimes;
}

/** A stopwatch over a clock that never goes back, in milliseconds. */
export function makeStopwatch(clock: () => number, onPhase?: (phase: Phase) => void): Stopwatch {
  const spent = new Map<Phase, number>();
  return {
    time: async (phase, work) => {
      onPhase?.(phase);
      const start = clock();
      try {
        return await work();
      } finally {
        spent.set(phase, (spent.get(phase) ?? 0) + clock() - start);
      }
    },
    times: () => {
      const of = (phase: Phase) => Math.round(spent.get(phase) ?? 0);
      return {
        read: of('read'),
        parse: of('parse'),
        score: of('score'),
        render: of('render'),
        write: of('write'),
      };
    },
  };
}
