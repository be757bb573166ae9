import { recompute } from '../../../src/jobs/recompute.ts';
import { SpreadsheetError } from '../../../src/sheets/spreadsheet-error.ts';
import type { SpreadsheetPort } from '../../../src/sheets/spreadsheet-port.ts';

/** One attempt to commit, as it was made and told. */
export interface Attempt {
  readonly runId: string;
  readonly by: string;
  readonly version: number;
  /** How many states the spreadsheet had been in when the attempt began to read. */
  readonly since: number;
  told: string;
}

export interface TorturedRun {
  readonly port: SpreadsheetPort;
  readonly name: string;
  readonly statesSoFar: () => number;
  readonly now: () => Date;
  /** Attempts are noted here as they are made, so that a crashed one is known too. */
  readonly attempts: Attempt[];
}

/** The port of a run, which notes what is asked of it. */
function watched({ port, name, statesSoFar, attempts }: TorturedRun): SpreadsheetPort {
  let since = 0;
  return {
    readStructure: () => {
      since = statesSoFar();
      return port.readStructure();
    },
    readGrids: (sheets) => port.readGrids(sheets),
    anchor: (anchors) => port.anchor(anchors),
    commit: async (commit) => {
      const { runId, version } = commit;
      const attempt: Attempt = { runId, by: name, version, since, told: 'nothing' };
      attempts.push(attempt);
      const outcome = await port.commit(commit);
      attempt.told = outcome.kind;
      return outcome;
    },
    cost: () => port.cost(),
  };
}

/** The recompute of the product as it is; what Google's failures end is ended. */
export async function tortured(run: TorturedRun): Promise<void> {
  let runs = 0;
  const newRunId = (): string => {
    runs += 1;
    return `${run.name}.${runs}`;
  };
  try {
    await recompute({ spreadsheet: watched(run), now: run.now, clock: () => 0, newRunId }, run.name);
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
  }
}
