import { severityOf } from '../src/domain/issue.ts';
import { describeIssue } from '../src/domain/messages/describe-issue.ts';
import { check as runCheck } from '../src/jobs/check.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import type { ParFunction } from './par-function.ts';
import { type WorkbookRequest, WorkbookRequestSchema } from './schemas/requests.ts';

/** POST /check: everything that would have to be corrected; writes nothing. */
export function makeCheck(): ParFunction<WorkbookRequest> {
  return {
    name: 'check',
    schema: WorkbookRequestSchema,
    isRun: true,
    run: async ({ runId, spreadsheet, onPhase, language }) => {
      const { issues, units, unfinished } = await runCheck(spreadsheet, onPhase);
      const told = issues.map((issue) => ({
        severity: severityOf(issue.code),
        code: issue.code,
        ...issue.location,
        ...describeIssue(issue, language),
      }));
      const counts = countIssues(issues);
      const found = {
        ...(units === undefined ? {} : { units }),
        ...(unfinished === undefined ? {} : { unfinished }),
      };
      return { status: 200, body: { outcome: 'checked', runId, counts, ...found, issues: told } };
    },
  };
}
