import { createHash, randomUUID } from 'node:crypto';
import type { HttpFunction } from '@google-cloud/functions-framework';
import { recompute } from '../src/jobs/recompute.ts';
import type { SpreadsheetPort } from '../src/sheets/spreadsheet-port.ts';
import { type Answer, refusal, send } from './answer.ts';
import { failureAnswer } from './failure-answer.ts';
import { languageOfRequest } from './language-of-request.ts';
import { type Log, traceOf } from './log.ts';
import { problem } from './problem.ts';
import { readBody } from './read-body.ts';
import { recomputeAnswer } from './recompute-answer.ts';
import { RecomputeRequestSchema } from './recompute-request.ts';

export interface RecomputeFunctionDependencies {
  readonly openSpreadsheet: (spreadsheetId: string) => SpreadsheetPort;
  /** The account that computes, as the run log and error sentences name it. */
  readonly serviceAccount: string;
  readonly log: Log;
}

/** A workbook in a log line: told apart from others, not to be opened by whoever reads the log. */
function hashOfWorkbook(spreadsheetId: string): string {
  return createHash('sha256').update(spreadsheetId).digest('hex').slice(0, 12);
}

/** POST /recompute: pulls the entries of a control workbook, scores them, writes the results back. */
export function makeRecomputeFunction(dependencies: RecomputeFunctionDependencies): HttpFunction {
  const { openSpreadsheet, serviceAccount, log } = dependencies;

  async function answerTo(spreadsheetId: string, runId: string): Promise<Answer> {
    const spreadsheet = openSpreadsheet(spreadsheetId);
    const report = await recompute(
      {
        spreadsheet,
        now: () => new Date(),
        clock: () => performance.now(),
        newRunId: randomUUID,
      },
      serviceAccount,
    );
    return recomputeAnswer(report, spreadsheet.cost(), runId);
  }

  return async (request, response) => {
    const language = languageOfRequest(request.get('accept-language'));
    if (request.method !== 'POST') {
      send(response, refusal(problem('method-not-allowed', language), { allow: 'POST' }));
      return;
    }
    const body = readBody(request.body, RecomputeRequestSchema, language);
    if (!body.ok) {
      send(response, refusal(body.problem));
      return;
    }
    const runId = randomUUID();
    const { spreadsheetId } = body.value;
    const fields = {
      ...traceOf(request.get('traceparent')),
      runId,
      workbook: hashOfWorkbook(spreadsheetId),
    };
    const startedAt = performance.now();
    const answer = await answerTo(spreadsheetId, runId).catch((error: unknown) =>
      failureAnswer(error, { language, runId, serviceAccount }),
    );
    const durationMs = Math.round(performance.now() - startedAt);
    log(answer.status < 500 ? 'INFO' : 'ERROR', 'recompute', {
      ...fields,
      status: answer.status,
      durationMs,
    });
    send(response, answer);
  };
}
