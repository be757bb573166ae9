import type { Lift, UnitLifts } from '../../domain/analysis.ts';
import type { Classification } from '../../domain/classification.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { addRatios, compareRatios, multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { GroupResult, RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { findClassification } from '../classify.ts';
import { componentResultsOf } from '../components-of-results.ts';
import { indexWeights } from '../index-weights.ts';
import type { Method } from '../method-of.ts';
import { rankFigure } from '../rank-figure.ts';

interface Gain {
  readonly code: CriterionCode;
  /** Percentage points of the index that a full mark would add. */
  readonly gain: Ratio;
}

/**
 * The fewest components that would lift a unit by a place or a class if they had their full mark: gains add
 * up, so the largest ones first are the fewest. Every other unit stays as it is, and so do penalties.
 */
export function unitLifts(unit: RankedUnit, group: GroupResult, method: Method): UnitLifts {
  const gains = gainsOf(unit.sheet, method);
  const lift = (reached: ((index: Ratio) => boolean) | undefined): Lift | undefined =>
    reached === undefined ? undefined : fewest(unit.index, gains, reached);
  const byOneRank = lift(reachesNextPlace(unit, group, method));
  const byOneClass = lift(reachesNextClass(unit, method));
  return {
    unitId: unit.sheet.unit.id,
    ...(byOneRank === undefined ? {} : { byOneRank }),
    ...(byOneClass === undefined ? {} : { byOneClass }),
  };
}

function gainsOf(sheet: ScoreSheet, { settings }: Method): readonly Gain[] {
  const weights = indexWeights(sheet, settings.notApplicable);
  return componentResultsOf(sheet.fields)
    .map(({ code, source, earned, attainable, deducted }) => {
      const open = attainable - earned - (deducted === undefined ? 0 : deducted);
      const weight = source === 'survey' ? weights.survey : weights.appraisal;
      return { code, gain: multiplyRatios(ratio(open, 1), weight) };
    })
    .filter(({ gain }) => gain.numerator > 0n)
    .toSorted((a, b) => compareRatios(b.gain, a.gain));
}

function fewest(start: Ratio, gains: readonly Gain[], reached: (index: Ratio) => boolean): Lift | undefined {
  let index = start;
  const codes: CriterionCode[] = [];
  for (const { code, gain } of gains) {
    index = addRatios(index, gain);
    codes.push(code);
    if (reached(index)) return { codes, index };
  }
  return undefined;
}

/** Level with the next better unit is enough to share its place, unless tie-breaks might part the two. */
function reachesNextPlace(unit: RankedUnit, group: GroupResult, { settings, options }: Method) {
  const figure = (index: Ratio): Ratio => rankFigure(index, options.rankBasis, settings);
  const own = figure(unit.index);
  const above = group.ranked.findLast(({ index }) => compareRatios(figure(index), own) > 0);
  if (above === undefined) return undefined;
  const target = figure(above.index);
  const needed = options.tieBreaks.length === 0 ? 0 : 1;
  return (index: Ratio): boolean => compareRatios(figure(index), target) >= needed;
}

/** The class above, for a unit whose class no ceiling holds down. */
function reachesNextClass(unit: RankedUnit, { settings }: Method) {
  const classification = findClassification(settings.classifications, unit.sheet.unit.level);
  const target = unit.ceiling === undefined ? bandAbove(classification, unit.grade) : undefined;
  if (target === undefined) return undefined;
  return (index: Ratio): boolean => compareRatios(index, target) >= 0;
}

function bandAbove(classification: Classification | undefined, grade: string | undefined): Ratio | undefined {
  if (classification === undefined) return undefined;
  const place = classification.bands.findIndex((band) => band.grade === grade);
  return classification.bands[place - 1]?.atLeast;
}
