import { type Issue, isBlocking } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { describeIssue } from '../domain/messages/describe-issue.ts';

/** Issues as rows of a document; errors come first. */
export function issueRows(issues: readonly Issue[], language: Language) {
  const rows = [...issues.filter(isBlocking), ...issues.filter((issue) => !isBlocking(issue))];
  return rows.map((issue) => ({
    severity: isBlocking(issue) ? ('error' as const) : ('warning' as const),
    code: issue.code,
    tab: issue.location.tab,
    ...(issue.location.cell === undefined ? {} : { cell: issue.location.cell }),
    ...describeIssue(issue, language),
  }));
}
