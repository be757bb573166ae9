import { status as readStatus } from '../src/jobs/status.ts';
import { PHASES } from '../src/jobs/stopwatch.ts';
import type { ParFunction } from './par-function.ts';
import type { RunningRun, RunningRuns } from './running-runs.ts';
import { type WorkbookRequest, WorkbookRequestSchema } from './schemas/requests.ts';

/** The parts of a run in order: a publication is looked into and opened besides. */
const RUN_PHASES = [...PHASES, 'inspect', 'share'] as const;
type RunPhase = (typeof RUN_PHASES)[number];

/** By share of the time of a usual run: most of it is Google's, at both ends. */
const PERCENT: Readonly<Record<RunPhase, number>> = {
  read: 10,
  parse: 40,
  score: 50,
  render: 60,
  write: 75,
  inspect: 85,
  share: 95,
};

function percentOf(phase: string): number {
  const known = RUN_PHASES.find((each) => each === phase);
  return known === undefined ? 0 : PERCENT[known];
}

/** Whoever reads the workbook sees that somebody computes, not who. */
function shown({ runId, phase, startedAt, by }: RunningRun, reader: string) {
  const elapsedMs = Math.max(0, Date.now() - startedAt);
  return { runId, phase, percent: percentOf(phase), elapsedMs, mine: by === reader };
}

/** POST /status: what is under way, whether the results stand, and the newest lines of the log. */
export function makeStatus(runs: RunningRuns): ParFunction<WorkbookRequest> {
  return {
    name: 'status',
    schema: WorkbookRequestSchema,
    isRun: false,
    run: async ({ body, by, spreadsheet }) => {
      const running = runs.of(body.spreadsheetId).map((run) => shown(run, by));
      return { status: 200, body: { ...(await readStatus(spreadsheet)), running } };
    },
  };
}
