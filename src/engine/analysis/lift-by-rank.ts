import type { Lift } from '../../domain/analysis.ts';
import { compareCodes } from '../../domain/compare-codes.ts';
import { compareRatios, type Ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GroupResult, RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { compareKeys } from '../compare-keys.ts';
import type { Method } from '../method-of.ts';
import { rankFigure } from '../rank-figure.ts';
import { tieBreakKey } from '../tie-break-key.ts';
import { type Gain, gainOnIndex } from './gains.ts';
import { liftBy, liftTo, type Start } from './lift-to.ts';
import { raisedSheet } from './raised-sheet.ts';

/**
 * The fewest components whose full mark puts a unit level with, or before, whoever stands just above it. A higher
 * figure does it for certain; of equal figures the tie-breaks decide, by the marks as they would then be, and in
 * ordinal style the order of codes. Where places go by the index as shown, a tie that only marks other than the
 * largest would win may be missed: then the lift is a way, not surely the shortest.
 */
export function liftByRank(
  unit: RankedUnit,
  group: GroupResult,
  method: Method,
  start: Start,
): Lift | undefined {
  const above = lastWhere(group.ranked, ({ standing }) => standing.rank < unit.standing.rank);
  if (above === undefined) return undefined;
  const figure = figureBy(method);
  const target = figure(above.index);
  const ahead = liftTo(start, [], (index) => compareRatios(figure(index), target) > 0);
  if (!mayWinTies(unit, above, method)) return ahead;
  const level = liftTo(start, [], (index) => compareRatios(figure(index), target) >= 0);
  if (level === undefined || level.codes.length === ahead?.codes.length) return ahead;
  return wonTie({ unit, above, method, start }, level, ahead) ?? ahead;
}

const figureBy =
  ({ settings, options }: Method) =>
  (index: Ratio): Ratio =>
    rankFigure(index, options.rankBasis, settings);

/** Without tie-breaks equal figures share a place; ordinal places among them go by code, which no mark changes. */
function mayWinTies(unit: RankedUnit, above: RankedUnit, { options }: Method): boolean {
  const isFirst = compareCodes(unit.sheet.unit.id, above.sheet.unit.id) < 0;
  return options.tieBreaks.length > 0 || options.rankStyle !== 'ordinal' || isFirst;
}

interface Race {
  readonly unit: RankedUnit;
  readonly above: RankedUnit;
  readonly method: Method;
  readonly start: Start;
}

/** A tie that is won with fewer components than a higher figure needs. */
function wonTie(race: Race, level: Lift, ahead: Lift | undefined): Lift | undefined {
  const { gains, index } = race.start;
  const orders = race.method.options.tieBreaks.length === 0 ? [gains] : [...ordersOf(race)];
  const most = ahead === undefined ? gains.length : ahead.codes.length - 1;
  for (let count = level.codes.length; count <= most; count += 1) {
    const won = orders.map((order) => order.slice(0, count)).find((chosen) => isLevel(race, chosen));
    if (won !== undefined) return liftBy(won, index);
  }
  return undefined;
}

/** Whether the unit, raised by some gains, does not stand behind the one above. */
function isLevel({ unit, above, method, start }: Race, chosen: readonly Gain[]): boolean {
  const figure = figureBy(method);
  const { index } = liftBy(chosen, start.index);
  const byFigure = compareRatios(figure(index), figure(above.index));
  if (byFigure !== 0) return byFigure > 0;
  const sheet = raisedSheet(unit.sheet, new Set(chosen.map(({ code }) => code)), start.penalties);
  const { order } = compareKeys(keysOf(sheet, method), keysOf(above.sheet, method));
  if (order !== 0) return order > 0;
  return method.options.rankStyle !== 'ordinal' || compareCodes(unit.sheet.unit.id, above.sheet.unit.id) < 0;
}

const keysOf = (sheet: ScoreSheet, { options }: Method): readonly Ratio[] =>
  options.tieBreaks.map((tieBreak) => tieBreakKey(tieBreak, sheet));

/**
 * The gains by what they add to the index, equal ones by what they add to the tie-breaks; and by the tie-breaks first.
 * What gains add is summed, so the head of the first order holds the largest index and, of that, the best tie-breaks.
 */
function ordersOf({ unit, method, start }: Race): readonly (readonly Gain[])[] {
  const before = keysOf(unit.sheet, method);
  const measured = start.gains.map((gain) => {
    const sheet = raisedSheet(unit.sheet, new Set([gain.code]), start.penalties);
    const keys = keysOf(sheet, method).map((key, place) => subtractRatios(key, before[place] ?? key));
    return { gain, onIndex: gainOnIndex(gain), keys };
  });
  type Measured = (typeof measured)[number];
  const byIndex = (a: Measured, b: Measured): number => compareRatios(b.onIndex, a.onIndex);
  const byKeys = (a: Measured, b: Measured): number => compareKeys(b.keys, a.keys).order;
  const sorted = (first: typeof byIndex, second: typeof byIndex) =>
    measured.toSorted((a, b) => first(a, b) || second(a, b)).map(({ gain }) => gain);
  return [sorted(byIndex, byKeys), sorted(byKeys, byIndex)];
}

/** The last of the items at the head of a list that fulfil a condition, found by halving: all of them stand first. */
function lastWhere<T>(items: readonly T[], isSo: (item: T) => boolean): T | undefined {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item !== undefined && isSo(item)) from = middle + 1;
    else to = middle;
  }
  return items[from - 1];
}
