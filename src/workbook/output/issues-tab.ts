import type { CellLink, Content, ContentCell } from '../../domain/content.ts';
import { type Issue, isBlocking, type Location } from '../../domain/issue.ts';
import { describeIssue } from '../../domain/messages/describe-issue.ts';
import {
  caseCountLine,
  issueCountLine,
  OUTPUT_HEADERS,
  OUTPUT_WORDS,
} from '../../domain/messages/output-messages.ts';
import { cell, tableContent } from './content-rows.ts';
import type { SinceWhichRun } from './known-issues.ts';
import { type OutputContext, say } from './output-context.ts';
import { STYLES } from './styles.ts';

const HEADERS = [
  OUTPUT_HEADERS.severity,
  OUTPUT_HEADERS.tab,
  OUTPUT_HEADERS.cell,
  OUTPUT_HEADERS.problem,
  OUTPUT_HEADERS.remedy,
  OUTPUT_HEADERS.since,
] as const;

const COLUMN_WIDTHS = [90, 200, 70, 380, 380, 80] as const;

/** The run that lists issues, and what it knows of the workbook. */
export interface Listing {
  /** The run's number in the log. */
  readonly run: number;
  /** What the list before it said. */
  readonly since: SinceWhichRun;
  /** Where a click leads; undefined for a tab that the workbook does not have. */
  readonly linkTo: (location: Location) => CellLink | undefined;
  /** The moment of the run as people read it. */
  readonly checkedAt: string;
}

function linked(made: ContentCell, link: CellLink | undefined): ContentCell {
  return link === undefined ? made : { ...made, link };
}

/** The cell's address jumps there; for an issue of a whole tab its title does. */
function issueRow(issue: Issue, context: OutputContext, listing: Listing): readonly ContentCell[] {
  const { problem, remedy } = describeIssue(issue, context.language);
  const severity = isBlocking(issue)
    ? cell(say(context, OUTPUT_WORDS.error), STYLES.error)
    : cell(say(context, OUTPUT_WORDS.warning), STYLES.warning);
  const { location } = issue;
  const told = { tab: location.tab, cell: location.cell ?? null, problem };
  const link = listing.linkTo(location);
  const isOfTab = location.cell === undefined;
  return [
    severity,
    linked(cell(told.tab, STYLES.wrapped), isOfTab ? link : undefined),
    linked(cell(told.cell, STYLES.centred), isOfTab ? undefined : link),
    cell(problem, STYLES.wrapped),
    cell(remedy, STYLES.wrapped),
    cell(listing.since(told) ?? listing.run, STYLES.whole),
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

/** The Issues tab: 5 head rows + one row per issue × 6 columns; errors first, else in the order found. */
export function renderIssues(
  issues: readonly Issue[],
  cases: CaseCounts,
  context: OutputContext,
  listing: Listing,
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
    status: say(context, issueCountLine(errors, warnings, listing.checkedAt)),
    headers: HEADERS.map((header) => say(context, header)),
    rows: issues.length === 0 ? [noIssuesRow] : ordered.map((issue) => issueRow(issue, context, listing)),
    columnWidths: COLUMN_WIDTHS,
    frozenColumns: 0,
  });
}
