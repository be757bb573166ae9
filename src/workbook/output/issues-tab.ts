import type { Content, ContentCell } from '../../domain/content.ts';
import { type Issue, isBlocking } from '../../domain/issue.ts';
import { describeIssue } from '../../domain/messages/describe-issue.ts';
import {
  caseCountLine,
  issueCountLine,
  OUTPUT_HEADERS,
  OUTPUT_WORDS,
} from '../../domain/messages/output-messages.ts';
import { cell, tableContent } from './content-rows.ts';
import { type OutputContext, say } from './output-context.ts';
import { STYLES } from './styles.ts';

const HEADERS = [
  OUTPUT_HEADERS.severity,
  OUTPUT_HEADERS.tab,
  OUTPUT_HEADERS.cell,
  OUTPUT_HEADERS.problem,
  OUTPUT_HEADERS.remedy,
] as const;

const COLUMN_WIDTHS = [90, 200, 70, 380, 380] as const;

function issueRow(issue: Issue, context: OutputContext): readonly ContentCell[] {
  const { problem, remedy } = describeIssue(issue, context.language);
  const severity = isBlocking(issue)
    ? cell(say(context, OUTPUT_WORDS.error), STYLES.error)
    : cell(say(context, OUTPUT_WORDS.warning), STYLES.warning);
  return [
    severity,
    cell(issue.location.tab, STYLES.wrapped),
    cell(issue.location.cell ?? null, STYLES.centred),
    cell(problem, STYLES.wrapped),
    cell(remedy, STYLES.wrapped),
  ];
}

export interface IssueCounts {
  readonly errors: number;
  readonly warnings: number;
}

export function countIssues(issues: readonly Issue[]): IssueCounts {
  const errors = issues.filter(isBlocking).length;
  return { errors, warnings: issues.length - errors };
}

/** How many of the office's own cases came out as it expects. */
export interface CaseCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The Issues tab: 5 head rows + one row per issue × 5 columns; errors first, else in the order found. */
export function renderIssues(
  issues: readonly Issue[],
  cases: CaseCounts,
  context: OutputContext,
  checkedAt: string,
): Content {
  const { errors, warnings } = countIssues(issues);
  const none = say(context, OUTPUT_WORDS.noIssues);
  const ordered = [...issues.filter(isBlocking), ...issues.filter((issue) => !isBlocking(issue))];
  const width = HEADERS.length;
  const noIssuesRow = Array.from({ length: width }, (_, column) =>
    cell(column === 0 ? none : null, STYLES.subtitle),
  );
  return tableContent({
    title: say(context, OUTPUT_WORDS.issuesTitle),
    subtitle: cases.passed + cases.failed === 0 ? '' : say(context, caseCountLine(cases)),
    status: say(context, issueCountLine(errors, warnings, checkedAt)),
    headers: HEADERS.map((header) => say(context, header)),
    rows: issues.length === 0 ? [noIssuesRow] : ordered.map((issue) => issueRow(issue, context)),
    columnWidths: COLUMN_WIDTHS,
    frozenColumns: 0,
  });
}
