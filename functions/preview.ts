import { preview as runPreview } from '../src/jobs/preview.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import { refusal } from './answer.ts';
import type { KnownRuns } from './known-runs.ts';
import type { ParFunction } from './par-function.ts';
import { problem } from './problem.ts';
import { type WorkbookRequest, WorkbookRequestSchema } from './schemas/requests.ts';

/** POST /preview: what a recompute would change; writes nothing. */
export function makePreview(knownRuns: KnownRuns): ParFunction<WorkbookRequest> {
  return {
    name: 'preview',
    schema: WorkbookRequestSchema,
    isRun: true,
    run: async ({ body, language, runId, spreadsheet, onPhase }) => {
      const knownRun = knownRuns.find(body.spreadsheetId);
      const { outcome } = await runPreview({
        spreadsheet,
        onPhase,
        ...(knownRun === undefined ? {} : { knownRun }),
      });
      const issues = countIssues(outcome.issues);
      if (outcome.kind === 'refused') return refusal(problem('cannot-preview', language, { runId, issues }));
      const { kind, changes, compared, resultsHash, units } = outcome;
      return { status: 200, body: { outcome: kind, runId, resultsHash, units, issues, compared, changes } };
    },
  };
}
