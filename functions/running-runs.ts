/** A call under way, as those who share the workbook may see it. */
export interface RunningRun {
  readonly runId: string;
  readonly spreadsheetId: string;
  readonly by: string;
  readonly startedAt: number;
  readonly phase: string;
}

/** The calls under way in this process; the deploy runs one process (docs/adr/0043). */
export interface RunningRuns {
  readonly start: (run: Omit<RunningRun, 'phase'>, cancel: () => void) => void;
  readonly enter: (runId: string, phase: string) => void;
  readonly end: (runId: string) => void;
  readonly of: (spreadsheetId: string) => readonly RunningRun[];
  /** Asks runs of a workbook to stop: all, or the one that is named. How many were asked. */
  readonly cancel: (spreadsheetId: string, runId?: string) => number;
}

export function makeRunningRuns(): RunningRuns {
  const runs = new Map<string, { readonly run: RunningRun; readonly cancel: () => void }>();
  return {
    start: (run, cancel) => {
      runs.set(run.runId, { run: { ...run, phase: 'read' }, cancel });
    },
    enter: (runId, phase) => {
      const known = runs.get(runId);
      if (known !== undefined) runs.set(runId, { ...known, run: { ...known.run, phase } });
    },
    end: (runId) => {
      runs.delete(runId);
    },
    of: (spreadsheetId) =>
      [...runs.values()].map(({ run }) => run).filter((run) => run.spreadsheetId === spreadsheetId),
    cancel: (spreadsheetId, runId) => {
      const asked = [...runs.values()].filter(
        ({ run }) => run.spreadsheetId === spreadsheetId && (runId === undefined || run.runId === runId),
      );
      for (const { cancel } of asked) cancel();
      return asked.length;
    },
  };
}
