import type { Lift, UnitLifts } from '../../domain/analysis.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { Ceiling } from '../../domain/classification.ts';
import { componentResultsOf } from '../../domain/components-of-results.ts';
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratio,
  subtractRatios,
} from '../../domain/ratio.ts';
import type { ComponentResult, GroupResult, RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { findResult } from '../attained-share.ts';
import { ceilingsBelow, findClassification } from '../classify.ts';
import { atLeastZero, indexBeforeFloor } from '../index-score.ts';
import type { Method } from '../method-of.ts';
import { rankFigure } from '../rank-figure.ts';
import { fewestGains, type Gain, gainOnIndex, gainsOf, type Need, type Penalties } from './gains.ts';

/** How a unit is lifted: by what, from where. */
interface Start {
  readonly gains: readonly Gain[];
  /** Before the floor at zero. */
  readonly index: Ratio;
}

/**
 * The fewest components that would lift a unit by a place or a class if they had their full mark. Every other unit
 * stays as it is, and so do penalties.
 */
export function unitLifts(
  unit: RankedUnit,
  group: GroupResult,
  method: Method,
  penalties: Penalties = new Map(),
): UnitLifts {
  const { sheet } = unit;
  const index = indexBeforeFloor(sheet, method.settings.notApplicable);
  if (index === undefined) return { unitId: sheet.unit.id };
  const start: Start = { gains: gainsOf(sheet, method.settings.notApplicable, penalties), index };
  const byOneRank = liftByRank(unit, group, method, start);
  const byOneClass = liftByClass(unit, method, start);
  return {
    unitId: sheet.unit.id,
    ...(byOneRank === undefined ? {} : { byOneRank }),
    ...(byOneClass === undefined ? {} : { byOneClass }),
  };
}

function liftTo(
  { gains, index }: Start,
  needs: readonly Need[],
  isEnough: (index: Ratio) => boolean,
): Lift | undefined {
  const chosen = fewestGains(gains, index, needs, (raised) => isEnough(atLeastZero(raised)));
  if (chosen === undefined) return undefined;
  const reached = chosen.map(gainOnIndex).reduce(addRatios, index);
  return { codes: chosen.map(({ code }) => code), index: atLeastZero(reached) };
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

/** Level with the next better unit is enough to share its place, unless tie-breaks might part the two. */
function liftByRank(
  unit: RankedUnit,
  group: GroupResult,
  { settings, options }: Method,
  start: Start,
): Lift | undefined {
  const figure = (index: Ratio): Ratio => rankFigure(index, options.rankBasis, settings);
  const own = figure(unit.index);
  const above = lastWhere(group.ranked, ({ index }) => compareRatios(figure(index), own) > 0);
  if (above === undefined) return undefined;
  const target = figure(above.index);
  const needed = options.tieBreaks.length === 0 ? 0 : 1;
  return liftTo(start, [], (index) => compareRatios(figure(index), target) >= needed);
}

/** The class above: its lower bound reached, and nothing left of the ceilings that would keep the unit below it. */
function liftByClass({ sheet, grade }: RankedUnit, { settings }: Method, start: Start): Lift | undefined {
  const classification = findClassification(settings.classifications, sheet.unit.level);
  if (classification === undefined) return undefined;
  const target = classification.bands[classification.bands.findIndex((band) => band.grade === grade) - 1];
  if (target === undefined) return undefined;
  const needs = ceilingsBelow(sheet, target.grade, classification).map((ceiling) => needOf(ceiling, sheet));
  const known = needs.filter((need) => need !== undefined);
  if (known.length < needs.length) return undefined;
  return liftTo(start, known, (index) => compareRatios(index, target.atLeast) >= 0);
}

/** What must be gained for a ceiling to bear no longer; undefined for one that no mark can lift. */
function needOf({ when }: Ceiling, sheet: ScoreSheet): Need | undefined {
  switch (when.kind) {
    case 'criterion-below': {
      const row = findResult(sheet.fields, when.code);
      return row === undefined ? undefined : needFor(componentResultsOf([row]), row, when.share);
    }
    case 'block-below': {
      const block = sheet.blocks.find(({ basis }) => basis === when.basis);
      const own = componentResultsOf(sheet.fields).filter(
        ({ source }) => (source === 'survey') === (when.basis === 'survey'),
      );
      return block === undefined ? undefined : needFor(own, block, when.share);
    }
    case 'penalties-above':
      return undefined;
    default:
      return assertNever(when);
  }
}

function needFor(
  components: readonly ComponentResult[],
  { earned, attainable }: { readonly earned: number; readonly attainable: number },
  share: Ratio,
): Need {
  const wanted = multiplyRatios(share, ratio(attainable, 1));
  return {
    codes: new Set(components.map(({ code }) => code)),
    points: subtractRatios(wanted, ratio(earned, 1)),
  };
}
