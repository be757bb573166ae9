import { createHash, randomUUID } from 'node:crypto';
import { VIOLATIONS } from '../src/domain/messages/violation-messages.ts';
import { recompute as runRecompute } from '../src/jobs/recompute.ts';
import type { TaskQueue } from '../src/sheets/task-queue.ts';
import { type Answer, refusal } from './answer.ts';
import type { KnownRuns } from './known-runs.ts';
import type { FunctionCall, ParFunction } from './par-function.ts';
import { problem } from './problem.ts';
import { recomputeAnswer } from './recompute-answer.ts';
import { type RecomputeRequest, RecomputeRequestSchema } from './schemas/requests.ts';
import { violation } from './violations.ts';

export interface RecomputeParts {
  readonly knownRuns: KnownRuns;
  /** Absent where no queue is set up: then all work is done at once. */
  readonly queue?: TaskQueue;
}

/** Clicks within this time ask for the same thing: the queue takes one of them. */
const SAME_CLICK_MS = 30_000;

function taskName(spreadsheetId: string): string {
  const workbook = createHash('sha256').update(spreadsheetId).digest('hex').slice(0, 32);
  return `recompute-${workbook}-${Math.floor(Date.now() / SAME_CLICK_MS)}`;
}

async function enqueue(queue: TaskQueue, call: FunctionCall<RecomputeRequest>): Promise<Answer> {
  const { spreadsheetId } = call.body;
  const outcome = await queue.enqueue({
    name: taskName(spreadsheetId),
    functionName: 'recompute',
    body: { spreadsheetId, onBehalfOf: call.by },
  });
  return { status: 202, body: { outcome, runId: call.runId } };
}

/** POST /recompute: pulls the entries of a control workbook, scores them, writes the results back. */
export function makeRecompute({ knownRuns, queue }: RecomputeParts): ParFunction<RecomputeRequest> {
  return {
    name: 'recompute',
    schema: RecomputeRequestSchema,
    isRun: true,
    run: async (call) => {
      const { body, by, isFromQueue, language, runId, spreadsheet, deadline, onPhase } = call;
      if (body.onBehalfOf !== undefined && !isFromQueue) {
        const violations = [violation('onBehalfOf', VIOLATIONS.queueOnly, language)];
        return refusal(problem('bad-request', language, { violations }));
      }
      if (body.later === true && queue !== undefined && !isFromQueue) return enqueue(queue, call);
      const report = await runRecompute(
        {
          spreadsheet,
          now: () => new Date(),
          clock: () => performance.now(),
          newRunId: randomUUID,
          onPhase,
          deadline,
        },
        by,
      );
      const { outcome } = report;
      if (outcome.kind === 'recomputed') {
        const { scoreboard: board, input, resultsHash } = outcome;
        knownRuns.remember(body.spreadsheetId, { board, input, resultsHash });
      }
      return recomputeAnswer(report, spreadsheet.cost(), { runId, language });
    },
  };
}
