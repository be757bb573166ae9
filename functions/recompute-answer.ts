import { assertNever } from '../src/domain/assert-never.ts';
import type { Language } from '../src/domain/language.ts';
import type { RankedCount } from '../src/domain/messages/menu-messages.ts';
import { formatRatio } from '../src/domain/number-format.ts';
import type { GroupResult, Scoreboard } from '../src/domain/scoreboard.ts';
import type { RecomputeReport } from '../src/jobs/recompute.ts';
import type { Cost } from '../src/sheets/spreadsheet-port.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import type { OutputContext } from '../src/workbook/output/output-context.ts';
import { type Answer, refusal } from './answer.ts';
import { problem } from './problem.ts';

function groupAnswer({ group, ranked, unranked, mean }: GroupResult, { figures, language }: OutputContext) {
  return {
    id: group.id,
    name: group.name,
    ranked: ranked.length,
    unranked: unranked.length,
    /** In percent, rounded and written as in the workbook; null while nobody is ranked. */
    mean: mean === undefined ? null : formatRatio(mean, figures, language),
  };
}

/** Of how many units how many have a place, and how many have none because marks are lacking. */
export function countUnits({ groups }: Scoreboard): RankedCount {
  const ranked = groups.flatMap((group) => group.ranked).length;
  const unranked = groups.flatMap((group) => group.unranked);
  const incomplete = unranked.filter(({ reason }) => reason.kind === 'incomplete').length;
  return { units: ranked + unranked.length, ranked, incomplete };
}

/** Which run is answered, and in whose language refusals speak. */
interface CallerOfRun {
  readonly runId: string;
  readonly language: Language;
}

/** The answer to POST /recompute: what was done, what it cost, how many issues were found. */
export function recomputeAnswer(report: RecomputeReport, cost: Cost, caller: CallerOfRun): Answer {
  const { outcome, context, cases, phases } = report;
  const { runId } = caller;
  const common = { runId, version: outcome.version, cost, phases };
  switch (outcome.kind) {
    case 'recomputed': {
      const { kind, resultsChanged, entries, scoreboard, issues, entriesHash, resultsHash, changes } =
        outcome;
      const groups = scoreboard.groups.map((group) => groupAnswer(group, context));
      const body = { outcome: kind, ...common, resultsChanged, entries, entriesHash, resultsHash };
      return {
        status: 200,
        body: { ...body, issues: countIssues(issues), cases, groups, ...countUnits(scoreboard), changes },
      };
    }
    case 'refused': {
      const details = { ...common, issues: countIssues(outcome.issues) };
      return refusal(problem('entries-have-errors', caller.language, details));
    }
    case 'superseded':
    case 'moved':
      return refusal(problem(outcome.kind, caller.language, common));
    default:
      return assertNever(outcome);
  }
}
