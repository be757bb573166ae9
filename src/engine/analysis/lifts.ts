import type { Lift, UnitLifts } from '../../domain/analysis.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { Ceiling } from '../../domain/classification.ts';
import { componentResultsOf } from '../../domain/components-of-results.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { ComponentResult, GroupResult, RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { findResult } from '../attained-share.ts';
import { ceilingsBelow, findClassification } from '../classify.ts';
import { indexBeforeFloor } from '../index-score.ts';
import type { Method } from '../method-of.ts';
import { rankFigure } from '../rank-figure.ts';
import { gainsOf, type Need, type Penalties } from './gains.ts';
import { liftByRank } from './lift-by-rank.ts';
import { liftTo, type Start } from './lift-to.ts';

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
  const start: Start = { gains: gainsOf(sheet, method.settings.notApplicable, penalties), index, penalties };
  const byOneRank = liftByRank(unit, group, method, start);
  const byOneClass = liftByClass(unit, method, start);
  return {
    unitId: sheet.unit.id,
    ...(byOneRank === undefined ? {} : { byOneRank }),
    ...(byOneClass === undefined ? {} : { byOneClass }),
  };
}

/** The class above: its lower bound reached, and nothing left of the ceilings that would keep the unit below it. */
function liftByClass(
  { sheet, grade }: RankedUnit,
  { settings, options }: Method,
  start: Start,
): Lift | undefined {
  const classification = findClassification(settings.classifications, sheet.unit.level);
  if (classification === undefined) return undefined;
  const target = classification.bands[classification.bands.findIndex((band) => band.grade === grade) - 1];
  if (target === undefined) return undefined;
  const needs = ceilingsBelow(sheet, target.grade, classification).map((ceiling) => needOf(ceiling, sheet));
  const known = needs.filter((need) => need !== undefined);
  if (known.length < needs.length) return undefined;
  return liftTo(
    start,
    known,
    (index) => compareRatios(rankFigure(index, options.rankBasis, settings), target.atLeast) >= 0,
  );
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
