import type { RankRange } from '../../domain/analysis.ts';
import { type AnalysisOptions, DEFAULT_ANALYSIS_OPTIONS } from '../../domain/analysis-options.ts';
import type { UnitComparison } from '../../domain/comparison.ts';
import type { GroupAnalysis, UnitAnalysis } from '../../domain/period-analysis.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { compareRatios, type Ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GroupResult, RankedUnit, UnrankedUnit } from '../../domain/scoreboard.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Past } from '../compare/compare-periods.ts';
import { movements } from '../compare/movements.ts';
import { type Method, methodOf } from '../method-of.ts';
import { penaltiesByCode } from '../penalties.ts';
import type { SetScorer } from '../set-scorer.ts';
import { groupStatistics } from '../statistics/group-statistics.ts';
import { weakCriteria } from '../statistics/weak-criteria.ts';
import type { UnitEntries } from '../unit-entries.ts';
import { dataQuality } from './data-quality.ts';
import { strengthsOf, weaknessesOf } from './deviations.ts';
import { fieldRanks, makeFieldStandings } from './field-standings.ts';
import { groupBefore } from './group-before.ts';
import { unitLifts } from './lifts.ts';
import { lostPoints } from './lost-points.ts';
import { overClaims } from './over-claims.ts';
import { parentsOf } from './parents.ts';
import { type Measured, meanBefore, rowsBefore } from './rows-before.ts';
import { surveyGap, surveyGaps } from './survey-gap.ts';
import { makeYardsticks } from './yardsticks.ts';

/** What a group is analysed with. */
export interface GroupContext {
  readonly input: PeriodInput;
  readonly scorer: SetScorer;
  readonly past: Past;
  readonly comparisons: ReadonlyMap<UnitId, UnitComparison>;
  readonly entriesOfUnit: (unitId: UnitId) => UnitEntries;
  /** None when nothing of the period is missing. */
  readonly ranges: readonly RankRange[];
}

export function analyseGroup(result: GroupResult, context: GroupContext): GroupAnalysis {
  const { input, scorer, past, entriesOfUnit } = context;
  const options: AnalysisOptions = { ...DEFAULT_ANALYSIS_OPTIONS, ...input.analysis };
  const all = [...result.ranked, ...result.unranked];
  const statistics = groupStatistics(result, scorer.set);
  const units = analyseUnits(result, statistics, context);
  const comparisons = units.map(({ comparison }) => comparison);
  const earlier = past.published.flatMap((period) => groupBefore(result, comparisons, period) ?? []);
  const before = earlier.find(({ period }) => period === past.published[0]?.period);
  const then = measuredThen(result, past);
  const indexBefore = meanBefore(statistics.index?.mean, then?.statistics.index?.mean);
  return {
    group: result.group,
    options,
    statistics,
    ...weakCriteria(statistics.criteria, options),
    claims: overClaims(
      scorer,
      all.map(({ sheet }) => sheet.unit),
      entriesOfUnit,
    ),
    surveyGaps: surveyGaps(scorer.set, result.ranked),
    quality: dataQuality(result),
    parents: parentsOf(result.ranked, options.topPlaces),
    ...(past.published.length > 0 && { published: movements(comparisons, 'published') }),
    ...(past.recomputed !== undefined && { recomputed: movements(comparisons, 'recomputed') }),
    ...(before !== undefined && { before }),
    earlier,
    ...(then !== undefined && {
      statisticsBefore: then.statistics,
      rowsBefore: rowsBefore({ statistics, set: scorer.set }, then),
    }),
    ...(indexBefore !== undefined && { indexBefore }),
    units,
  };
}

/** The figures of the same group in the period before, by the set that scored it then. */
function measuredThen({ group }: GroupResult, { recomputed }: Past): Measured | undefined {
  const before = recomputed?.board.groups.find((each) => each.group.id === group.id);
  const set = recomputed?.sets.find(({ id }) => id === before?.group.setId);
  return before === undefined || set === undefined
    ? undefined
    : { statistics: groupStatistics(before, set), set };
}

function analyseUnits(
  result: GroupResult,
  statistics: GroupAnalysis['statistics'],
  { input, comparisons, entriesOfUnit, ranges }: GroupContext,
): readonly UnitAnalysis[] {
  const method = methodOf(input, result.group.setId);
  const all = [...result.ranked, ...result.unranked];
  const measured = makeYardsticks(result.ranked.map(({ sheet }) => sheet));
  const standingsOf = makeFieldStandings(statistics, fieldRanks(result.ranked));
  const rangeOf = new Map(ranges.map((range) => [range.unitId, range] as const));
  const aboveOf = indexesAbove(result.ranked);
  return all.map((unit) => {
    const { sheet } = unit;
    const { id } = sheet.unit;
    const gap = surveyGap(sheet);
    const range = rangeOf.get(id);
    return {
      unitId: id,
      // Made when they are read and not kept: of ten thousand units they take more memory than all that was entered.
      get fields() {
        return standingsOf(sheet);
      },
      get lost() {
        return lostPoints(measured(sheet), sheet.missing);
      },
      get strengths() {
        return strengthsOf(measured(sheet));
      },
      get weaknesses() {
        return weaknessesOf(measured(sheet));
      },
      ...rankedPart(unit, result, method, { entriesOfUnit, above: aboveOf.get(id) }),
      ...(gap !== undefined && { surveyGap: gap }),
      ...(range !== undefined && { range }),
      comparison: comparisonOf(comparisons, id),
    };
  });
}

interface Surroundings {
  readonly entriesOfUnit: GroupContext['entriesOfUnit'];
  /** The index at the next better place. */
  readonly above: Ratio | undefined;
}

/** What can be told only of a unit that has a place. */
function rankedPart(
  unit: RankedUnit | UnrankedUnit,
  result: GroupResult,
  method: Method,
  { entriesOfUnit, above }: Surroundings,
): Pick<UnitAnalysis, 'lifts' | 'toNextPlace'> {
  if (!('standing' in unit)) return {};
  const penalties = penaltiesByCode(entriesOfUnit(unit.sheet.unit.id).adjustments);
  return {
    lifts: unitLifts(unit, result, method, penalties),
    ...(above !== undefined && { toNextPlace: subtractRatios(above, unit.index) }),
  };
}

/**
 * For each ranked unit the lowest index that is better than its own; none for the first. Places do not tell: units
 * that share one as shown may have different indexes, in any order.
 */
function indexesAbove(ranked: readonly RankedUnit[]): ReadonlyMap<UnitId, Ratio> {
  const above = new Map<UnitId, Ratio>();
  let better: Ratio | undefined;
  let own: Ratio | undefined;
  for (const { sheet, index } of ranked.toSorted((a, b) => compareRatios(b.index, a.index))) {
    if (own !== undefined && compareRatios(own, index) !== 0) better = own;
    own = index;
    if (better !== undefined) above.set(sheet.unit.id, better);
  }
  return above;
}

function comparisonOf(comparisons: ReadonlyMap<UnitId, UnitComparison>, unitId: UnitId): UnitComparison {
  const found = comparisons.get(unitId);
  if (found === undefined) throw new Error(`no comparison of ${unitId}`);
  return found;
}
