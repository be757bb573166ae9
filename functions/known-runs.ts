import type { KnownRun } from '../src/jobs/causes/explain-entries.ts';

/** Enough for every control workbook of a province; a run of a large one holds some megabytes. */
const REMEMBERED = 8;

/** The newest run of each workbook that this process carried out, for explaining what a preview finds. */
export interface KnownRuns {
  readonly remember: (spreadsheetId: string, run: KnownRun) => void;
  readonly find: (spreadsheetId: string) => KnownRun | undefined;
}

export function makeKnownRuns(): KnownRuns {
  const runs = new Map<string, KnownRun>();
  return {
    remember: (spreadsheetId, run) => {
      runs.delete(spreadsheetId);
      runs.set(spreadsheetId, run);
      const [oldest] = runs.keys();
      if (runs.size > REMEMBERED && oldest !== undefined) runs.delete(oldest);
    },
    find: (spreadsheetId) => runs.get(spreadsheetId),
  };
}
