import { assertNever } from '../domain/assert-never.ts';
import type { Ceiling, CeilingCondition, Classification } from '../domain/classification.ts';
import { compareRatios, type Ratio } from '../domain/ratio.ts';
import type { ScoreSheet } from '../domain/scoreboard.ts';
import type { Level } from '../domain/unit.ts';
import { shareOfBlock, shareOfCriterion } from './attained-share.ts';
import type { Method } from './method-of.ts';
import { rankFigure } from './rank-figure.ts';

/** A class, and what decided it where the index as it is shown does not tell. */
export interface Grading {
  readonly grade?: string;
  /** The ceiling that lowered the class. */
  readonly ceiling?: Ceiling;
  /** The index as it is shown would be in another class. */
  readonly gradeBeyondShownDecimals?: true;
}

/** The classes of a level: its own, else those for every level without its own. */
export function findClassification(
  classifications: readonly Classification[],
  level: Level,
): Classification | undefined {
  return (
    classifications.find((classification) => classification.level === level) ??
    classifications.find((classification) => classification.level === undefined)
  );
}

/** The first class, best first, whose lower bound the figure reaches; a bound belongs to its class. */
export function classify(figure: Ratio, classification: Classification): string | undefined {
  return classification.bands.find((band) => compareRatios(figure, band.atLeast) >= 0)?.grade;
}

/**
 * The class of a unit: by the figure that also gives its place (docs/adr/0085), or the lowest that a ceiling leaves it
 * ("no Xuất sắc if …").
 */
export function gradeSheet(
  sheet: ScoreSheet,
  index: Ratio,
  classification: Classification,
  { settings, options }: Method,
): Grading {
  const placeOf = (grade: string | undefined): number =>
    classification.bands.findIndex((band) => band.grade === grade);
  let grading: Grading = {};
  const earned = classify(rankFigure(index, options.rankBasis, settings), classification);
  if (earned !== undefined) {
    const isAsShown = classify(rankFigure(index, 'as-shown', settings), classification) === earned;
    grading = { grade: earned, ...(!isAsShown && { gradeBeyondShownDecimals: true }) };
  }
  for (const ceiling of classification.ceilings ?? []) {
    if (holdsFor(sheet, ceiling.when) && placeOf(ceiling.atMost) > placeOf(grading.grade)) {
      grading = { grade: ceiling.atMost, ceiling };
    }
  }
  return grading;
}

/** The ceilings that would keep a unit below a class. */
export function ceilingsBelow(
  sheet: ScoreSheet,
  grade: string,
  classification: Classification,
): readonly Ceiling[] {
  const placeOf = (each: string): number => classification.bands.findIndex((band) => band.grade === each);
  return (classification.ceilings ?? []).filter(
    ({ atMost, when }) => placeOf(atMost) > placeOf(grade) && holdsFor(sheet, when),
  );
}

/** Whether a ceiling bears on a unit; a share of nothing attainable is below no bound. */
function holdsFor(sheet: ScoreSheet, when: CeilingCondition): boolean {
  switch (when.kind) {
    case 'criterion-below':
      return isBelow(shareOfCriterion(sheet, when.code), when.share);
    case 'block-below':
      return isBelow(shareOfBlock(sheet, when.basis), when.share);
    case 'penalties-above':
      return sheet.penalties !== undefined && sheet.penalties > when.points;
    default:
      return assertNever(when);
  }
}

function isBelow(share: Ratio | undefined, bound: Ratio): boolean {
  return share !== undefined && compareRatios(share, bound) < 0;
}
