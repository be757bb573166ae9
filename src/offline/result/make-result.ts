import type { Issue } from '../../domain/issue.ts';
import { formatPoints, formatRatio } from '../../domain/number-format.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { GroupResult, RankedUnit, UnrankedUnit } from '../../domain/scoreboard.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { ScoredEntries } from '../../jobs/score-entries.ts';
import { contextOf, type OutputContext } from '../../workbook/output/output-context.ts';
import { totalPoints } from '../../workbook/output/ranking/points-columns.ts';
import { rankedNote, unrankedNote } from '../../workbook/output/ranking/ranking-notes.ts';
import { issueRows } from '../issue-rows.ts';
import { RESULT_FORMAT, type Result } from './result-schema.ts';

type GroupRow = Result['groups'][number];
type UnitRow = GroupRow['units'][number];

function figure(value: Ratio, { figures }: OutputContext): NonNullable<GroupRow['mean']> {
  return {
    shown: formatRatio(value, figures, 'en'),
    exact: { numerator: String(value.numerator), denominator: String(value.denominator) },
  };
}

function unitRow(unit: RankedUnit | UnrankedUnit, note: string, context: OutputContext): UnitRow {
  const { id, name, nameEn, level } = unit.sheet.unit;
  const { adjustment } = unit.sheet;
  const total = totalPoints(unit.sheet);
  const standing = 'standing' in unit ? unit.standing : undefined;
  return {
    ...(standing === undefined ? {} : { rank: standing.rank, tied: standing.tied }),
    code: id,
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    level,
    points: formatPoints(unit.sheet.earned, 'en'),
    attainable: formatPoints(unit.sheet.attainable, 'en'),
    ...(adjustment !== undefined && adjustment.bonus > 0 && { bonus: formatPoints(adjustment.bonus, 'en') }),
    ...(adjustment !== undefined &&
      adjustment.penalty > 0 && { penalty: formatPoints(adjustment.penalty, 'en') }),
    ...(total !== undefined && { total: formatPoints(total, 'en') }),
    ...(unit.index === undefined ? {} : { index: figure(unit.index, context) }),
    ...(unit.grade === undefined ? {} : { class: unit.grade }),
    note,
  };
}

function groupRow({ group, ranked, unranked, mean, grades }: GroupResult, context: OutputContext): GroupRow {
  return {
    code: group.id,
    name: group.name,
    ...(group.nameEn === undefined ? {} : { nameEn: group.nameEn }),
    set: group.setId,
    ...(mean === undefined ? {} : { mean: figure(mean, context) }),
    classes: grades.map(({ grade, units }) => ({ class: grade, units })),
    units: [
      ...ranked.map((unit) => unitRow(unit, rankedNote(unit, context), context)),
      ...unranked.map((unit) => unitRow(unit, unrankedNote(unit, context), context)),
    ],
  };
}

/** The document of a period that was scored; its words are in the language of the workbook. */
export function makeResult(
  scored: ScoredEntries,
  input: PeriodInput,
  context: OutputContext,
  issues: readonly Issue[],
): Result {
  const { province, period, language, status } = context;
  const { decimals, rounding, notApplicable } = input.settings;
  // Whole numbers of any size become text, so that every JSON reader keeps them.
  const scoreboard = JSON.parse(canonicalJson(scored.scoreboard)) as Result['scoreboard'];
  return {
    format: RESULT_FORMAT,
    province,
    period,
    language,
    status,
    settings: { decimals, rounding, notApplicable },
    entriesHash: scored.entriesHash,
    resultsHash: scored.resultsHash,
    issues: issueRows(issues, language),
    groups: scored.scoreboard.groups.map((group) => groupRow(group, contextOf(group, context))),
    scoreboard,
  };
}
