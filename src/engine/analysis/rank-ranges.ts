import type { RankRange } from '../../domain/analysis.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { GroupId, Unit, UnitId } from '../../domain/unit.ts';
import { indexScore } from '../index-score.ts';
import { type Method, methodOf } from '../method-of.ts';
import { type ApproximatedFigure, approximate, compareApproximated } from '../order-exactly.ts';
import { rankFigure } from '../rank-figure.ts';
import { reasonAgainstRank } from '../score-group.ts';
import { unitsByGroup } from '../score-period.ts';
import { scoreSheet } from '../score-sheet.ts';
import type { SetScorer } from '../set-scorer.ts';
import { setsByGroup } from '../sets-by-group.ts';
import { entriesOf, gatherEntries, type UnitEntries } from '../unit-entries.ts';
import { fillBlanks } from './fill-blanks.ts';

/**
 * For every group the places that each unit can still take when every official mark that is missing may
 * become anything between a zero and its maximum. A unit takes its best place when its own blanks turn out
 * full and all others zero, and its worst the other way round; entries that are still to be declared not
 * applicable are not foreseen.
 */
export function rankRanges(input: PeriodInput): ReadonlyMap<GroupId, readonly RankRange[]> {
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  const units = unitsByGroup(input, sets);
  return new Map(
    input.groups.map(({ id, setId }) => {
      const method = awaiting(methodOf(input, setId));
      const scorer = sets.scorerOfGroup(id);
      const bounds = (units.get(id) ?? []).flatMap(
        (unit) => boundsOf(unit, scorer, entriesOf(entries, unit.id), method) ?? [],
      );
      return [id, rangesOf(bounds, method)] as const;
    }),
  );
}

/** Every mark that is missing is still to come: neither a self-assessment nor a left-out survey stands in for it. */
function awaiting({ settings, options }: Method): Method {
  return {
    settings,
    options: { ...options, status: 'official', missingSurvey: 'incomplete', blanks: 'incomplete' },
  };
}

/** The lowest and the highest index that a unit can still come to. */
interface Bounds {
  readonly unitId: UnitId;
  readonly lowest: Ratio;
  readonly highest: Ratio;
}

/** A blank earns nothing so far, which is its lowest; undefined for a unit that takes no place. */
function boundsOf(
  unit: Unit,
  scorer: SetScorer,
  entries: UnitEntries,
  { settings, options }: Method,
): Bounds | undefined {
  const low = scoreSheet(unit, scorer, entries, options);
  if (reasonAgainstRank(low, options.removedCap) !== undefined) return undefined;
  const high =
    low.missing.length === 0
      ? low
      : scoreSheet(unit, scorer, fillBlanks(scorer, unit.id, entries, low.missing), options);
  const [lowest, highest] = [low, high].map((sheet) => indexScore(sheet, settings.notApplicable));
  if (lowest === undefined || highest === undefined) return undefined;
  return { unitId: unit.id, lowest, highest };
}

function rangesOf(bounds: readonly Bounds[], { settings, options }: Method): readonly RankRange[] {
  const figureOf = (index: Ratio): ApproximatedFigure =>
    approximate(rankFigure(index, options.rankBasis, settings));
  const units = bounds.map((each) => ({ ...each, low: figureOf(each.lowest), high: figureOf(each.highest) }));
  const lows = units.map(({ low }) => low).toSorted(compareApproximated);
  const highs = units.map(({ high }) => high).toSorted(compareApproximated);
  const partsTies = options.tieBreaks.length > 0;
  return units.map(({ unitId, low, high, lowest, highest }) => {
    const ownIsAhead = compareApproximated(high, low) > 0 || partsTies;
    return {
      unitId,
      lowest,
      highest,
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
