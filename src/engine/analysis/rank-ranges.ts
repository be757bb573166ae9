import type { RankRange } from '../../domain/analysis.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { RankedUnit, Scoreboard } from '../../domain/scoreboard.ts';
import type { GroupId, UnitId } from '../../domain/unit.ts';
import { type Method, methodOf } from '../method-of.ts';
import { type ApproximatedFigure, approximate, compareApproximated } from '../order-exactly.ts';
import { rankFigure } from '../rank-figure.ts';
import { scorePeriod } from '../score-period.ts';
import { fillBlanks } from './fill-blanks.ts';

/**
 * For every group the places that each unit can still take when every official mark that is missing may
 * become anything between a zero and its maximum. A unit takes its best place when its own blanks turn out
 * full and all others zero, and its worst the other way round; entries that are still to be declared not
 * applicable are not foreseen.
 */
export function rankRanges(input: PeriodInput): ReadonlyMap<GroupId, readonly RankRange[]> {
  const official = withoutShortCuts(input);
  const lowest = scorePeriod(fillBlanks(official, 'zero'));
  const highest = scorePeriod(fillBlanks(official, 'full'));
  return new Map(
    input.groups.map((group) => [
      group.id,
      rangesOf(rankedIn(lowest, group.id), rankedIn(highest, group.id), methodOf(input, group.setId)),
    ]),
  );
}

/** Every mark that is missing is still to come: neither a self-assessment nor a left-out survey stands in for it. */
function withoutShortCuts(input: PeriodInput): PeriodInput {
  const awaited = { missingSurvey: 'incomplete' } as const;
  const bySet = [...(input.bySet ?? [])].map(
    ([setId, own]) => [setId, { ...own, scoring: { ...own.scoring, ...awaited } }] as const,
  );
  return {
    ...input,
    scoring: { ...input.scoring, ...awaited, status: 'official' },
    ...(bySet.length > 0 && { bySet: new Map(bySet) }),
  };
}

function rankedIn(board: Scoreboard, groupId: GroupId): ReadonlyMap<UnitId, RankedUnit> {
  const ranked = board.groups.find(({ group }) => group.id === groupId)?.ranked ?? [];
  return new Map(ranked.map((unit) => [unit.sheet.unit.id, unit] as const));
}

function rangesOf(
  lowest: ReadonlyMap<UnitId, RankedUnit>,
  highest: ReadonlyMap<UnitId, RankedUnit>,
  { settings, options }: Method,
): readonly RankRange[] {
  const figureOf = (index: Ratio): ApproximatedFigure =>
    approximate(rankFigure(index, options.rankBasis, settings));
  const units = [...lowest].flatMap(([unitId, low]) => {
    const high = highest.get(unitId);
    if (high === undefined) return [];
    return [
      {
        unitId,
        low: figureOf(low.index),
        high: figureOf(high.index),
        indexes: [low.index, high.index] as const,
      },
    ];
  });
  const lows = units.map(({ low }) => low).toSorted(compareApproximated);
  const highs = units.map(({ high }) => high).toSorted(compareApproximated);
  const partsTies = options.tieBreaks.length > 0;
  return units.map(({ unitId, low, high, indexes: [atLowest, atHighest] }) => {
    const ownIsAhead = compareApproximated(high, low) > 0 || partsTies;
    return {
      unitId,
      lowest: atLowest,
      highest: atHighest,
      best: 1 + countAbove(lows, high, false),
      worst: 1 + countAbove(highs, low, partsTies) - (ownIsAhead ? 1 : 0),
    };
  });
}

/** How many of the figures, given in rising order, are above a bound, or not below it when equal ones count. */
function countAbove(
  rising: readonly ApproximatedFigure[],
  bound: ApproximatedFigure,
  countEqual: boolean,
): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const figure = rising[middle];
    const order = figure === undefined ? 0 : compareApproximated(figure, bound);
    if (order > 0 || (countEqual && order === 0)) to = middle;
    else from = middle + 1;
  }
  return rising.length - from;
}
