import { assertNever } from '../src/domain/assert-never.ts';
import { componentsOfSet } from '../src/domain/criteria-set.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Language } from '../src/domain/language.ts';
import { describeIssue } from '../src/domain/messages/describe-issue.ts';
import { controlFileName } from '../src/domain/messages/year-words.ts';
import type { YearPlan } from '../src/jobs/plan-year.ts';
import type { SetUpOutcome, SetUpRefusal } from '../src/jobs/set-up-year.ts';
import { differenceRows, differenceSummary } from '../src/workbook/describe-set-difference.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import { type Answer, refusal } from './answer.ts';
import type { SetupBody } from './schemas/setup-schemas.ts';
import { setupProblem } from './setup-problem.ts';

/** More than anyone reads in a dialog. */
const LINES_TOLD = 50;

interface Call {
  readonly runId: string;
  readonly language: Language;
  readonly body: SetupBody;
  readonly serviceAccount: string;
}

function told(issues: readonly Issue[], language: Language) {
  return issues.slice(0, LINES_TOLD).map((issue) => {
    const { problem: what, remedy } = describeIssue(issue, language);
    return { ...issue.location, text: `${what} ${remedy}` };
  });
}

function planBody({ year, changed, dated }: YearPlan, issues: readonly Issue[], language: Language) {
  const sets = year.input.sets.map((set) => {
    const difference = changed.find(({ setId }) => setId === set.id)?.difference;
    return {
      id: set.id,
      version: set.version ?? null,
      components: componentsOfSet(set).length,
      ...(difference !== undefined && {
        changes: differenceSummary(difference)[language],
        rows: differenceRows(difference, language).slice(0, LINES_TOLD),
      }),
      dated: dated.find(({ setId }) => setId === set.id)?.codes ?? [],
    };
  });
  return {
    sets,
    groups: year.input.groups.length,
    units: year.input.units.length,
    results: year.further.history.results.length,
    warnings: told(issues, language),
  };
}

function detailsOf(refused: SetUpRefusal, { body, language }: Call): Readonly<Record<string, unknown>> {
  switch (refused.kind) {
    case 'last-year-has-errors':
      return { issues: countIssues(refused.issues) };
    case 'no-criteria':
      return { named: body.criteria?.[refused.place]?.spreadsheetId };
    case 'criteria-have-errors':
      return { issues: countIssues(refused.issues), found: told(refused.issues, language) };
    case 'not-a-control-workbook':
      return { named: body.from };
    case 'not-empty':
      return { named: body.into };
    case 'same-period':
      return {};
    default:
      return assertNever(refused);
  }
}

/** The answer to POST /setup: a plan to look at, the address of the workbook that was filled, or why none was. */
export function setupAnswer(outcome: SetUpOutcome, call: Call): Answer {
  const { runId, language, body, serviceAccount } = call;
  if (outcome.kind === 'refused') {
    const { refusal: refused } = outcome;
    return refusal(setupProblem(refused.kind, language, { runId, ...detailsOf(refused, call) }));
  }
  const { kind, plan, issues } = outcome;
  const common = { outcome: kind, runId, ...planBody(plan, issues, language) };
  if (kind === 'set-up') return { status: 200, body: { ...common, address: outcome.address ?? body.into } };
  const { province, period } = plan.year.input.settings;
  const fileName = controlFileName(province, period)[body.language];
  return { status: 200, body: { ...common, fileName, serviceAccount } };
}
