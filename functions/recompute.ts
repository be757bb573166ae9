import { randomUUID } from 'node:crypto';
import type { JobEnd } from '../src/domain/job-note.ts';
import { VIOLATIONS } from '../src/domain/messages/violation-messages.ts';
import type { JobProgress } from '../src/jobs/job-progress.ts';
import { type RecomputeReport, recompute as runRecompute } from '../src/jobs/recompute.ts';
import type { TaskQueue } from '../src/sheets/task-queue.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import { type Answer, refusal } from './answer.ts';
import type { KnownRuns } from './known-runs.ts';
import { carryOutJob, type Jobs, largestMoves, putOff } from './later.ts';
import { outOfTime } from './out-of-time.ts';
import type { FunctionCall, ParFunction } from './par-function.ts';
import { problem } from './problem.ts';
import { countUnits, recomputeAnswer } from './recompute-answer.ts';
import { type RecomputeRequest, RecomputeRequestSchema } from './schemas/requests.ts';
import { violation } from './violations.ts';

export interface RecomputeParts {
  readonly knownRuns: KnownRuns;
  readonly jobs: Jobs;
  /** Absent where no queue is set up: then all work is done at once. */
  readonly queue?: TaskQueue;
}

/** What only the queue may say, and a person said. */
function refuseQueueOnly({ body, language }: FunctionCall<RecomputeRequest>): Answer | undefined {
  const said = (['onBehalfOf', 'job'] as const).filter((field) => body[field] !== undefined);
  if (said.length === 0) return undefined;
  const violations = said.map((field) => violation(field, VIOLATIONS.queueOnly, language));
  return refusal(problem('bad-request', language, { violations }));
}

function endOf({ outcome }: RecomputeReport): { readonly end?: JobEnd } {
  if (outcome.kind !== 'recomputed') return {};
  const { scoreboard, changes, issues } = outcome;
  const { errors, warnings } = countIssues(issues);
  const end = { ...countUnits(scoreboard), issues: errors + warnings, movers: largestMoves(changes) };
  return { end: { outcome: 'recomputed', ...end } };
}

/** POST /recompute: pulls the entries of a control workbook, scores them, writes the results back. */
export function makeRecompute({ knownRuns, jobs, queue }: RecomputeParts): ParFunction<RecomputeRequest> {
  async function compute(call: FunctionCall<RecomputeRequest>, progress?: JobProgress) {
    const { body, by, language, runId, spreadsheet, deadline, onPhase, onUnits } = call;
    const report = await runRecompute(
      {
        spreadsheet,
        now: () => new Date(),
        clock: () => performance.now(),
        newRunId: randomUUID,
        onPhase: (phase) => {
          onPhase(phase);
          progress?.enter(phase);
        },
        onUnits: (units) => {
          onUnits(units);
          progress?.count(units);
        },
        deadline,
      },
      by,
    );
    const { outcome } = report;
    if (outcome.kind === 'recomputed') {
      const { scoreboard: board, input, resultsHash } = outcome;
      knownRuns.remember(body.spreadsheetId, { board, input, resultsHash });
    }
    return { answer: recomputeAnswer(report, spreadsheet.cost(), { runId, language }), ...endOf(report) };
  }

  /** What takes longer than its caller waits is begun anew by the queue, even if its write may have taken effect. */
  async function computeInTime(call: FunctionCall<RecomputeRequest>): Promise<Answer> {
    try {
      return (await compute(call)).answer;
    } catch (error) {
      if (queue === undefined || call.isFromQueue || outOfTime(error, call.deadline) === undefined)
        throw error;
      return putOff(jobs, queue, call);
    }
  }

  return {
    name: 'recompute',
    schema: RecomputeRequestSchema,
    isRun: true,
    putsOff: queue !== undefined,
    run: async (call) => {
      const { body, isFromQueue } = call;
      if (isFromQueue && body.job !== undefined)
        return carryOutJob(jobs, call, (progress) => compute(call, progress));
      const refused = isFromQueue ? undefined : refuseQueueOnly(call);
      if (refused !== undefined) return refused;
      if (body.later === true && queue !== undefined && !isFromQueue) return putOff(jobs, queue, call);
      return computeInTime(call);
    },
  };
}
