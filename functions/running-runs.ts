/** A call under way, as those who share the workbook may see it. */
export interface RunningRun {
  readonly runId: string;
  readonly spreadsheetId: string;
  readonly by: string;
  readonly startedAt: number;
  /** False for work that is carried through once it was asked for. */
  readonly stoppable: boolean;
  readonly phase: string;
  /** How many units were read, once they are. */
  readonly units?: number;
}

/** The calls under way in this process; the deploy runs one process (docs/adr/0043). */
export interface RunningRuns {
  /** False when a run with this id is under way already: it stays the one that is seen and cancelled. */
  readonly start: (run: Omit<RunningRun, 'phase' | 'units'>, cancel: () => void) => boolean;
  readonly enter: (runId: string, phase: string) => void;
  readonly count: (runId: string, units: number) => void;
  readonly end: (runId: string) => void;
  readonly of: (spreadsheetId: string) => readonly RunningRun[];
  /** Asks runs of a workbook to stop: all that may be stopped, or the one that is named. How many were asked. */
  readonly cancel: (spreadsheetId: string, runId?: string) => number;
  /** Whether somebody asked a run that is under way to stop. */
  readonly isCancelled: (runId: string) => boolean;
}

export function makeRunningRuns(): RunningRuns {
  const runs = new Map<string, { readonly run: RunningRun; readonly cancel: () => void }>();
  const cancelled = new Set<string>();

  function change(runId: string, part: Partial<RunningRun>): void {
    const known = runs.get(runId);
    if (known !== undefined) runs.set(runId, { ...known, run: { ...known.run, ...part } });
  }

  return {
    start: (run, cancel) => {
      if (runs.has(run.runId)) return false;
      runs.set(run.runId, { run: { ...run, phase: 'read' }, cancel });
      return true;
    },
    enter: (runId, phase) => change(runId, { phase }),
    count: (runId, units) => change(runId, { units }),
    end: (runId) => {
      runs.delete(runId);
      cancelled.delete(runId);
    },
    of: (spreadsheetId) =>
      [...runs.values()].map(({ run }) => run).filter((run) => run.spreadsheetId === spreadsheetId),
    cancel: (spreadsheetId, runId) => {
      const asked = [...runs.values()].filter(
        ({ run }) =>
          run.stoppable &&
          run.spreadsheetId === spreadsheetId &&
          (runId === undefined || run.runId === runId),
      );
      for (const { run, cancel } of asked) {
        cancelled.add(run.runId);
        cancel();
      }
      return asked.length;
    },
    isCancelled: (runId) => cancelled.has(runId),
  };
}
