import { assertNever } from '../domain/assert-never.ts';
import type { Ceiling, CeilingCondition, Classification } from '../domain/classification.ts';
import { compareRatios, type Ratio } from '../domain/ratio.ts';
import type { ScoreSheet } from '../domain/scoreboard.ts';
import type { Level } from '../domain/unit.ts';
import { shareOfBlock, shareOfCriterion } from './attained-share.ts';

/** A class, and the ceiling that lowered it when one did. */
export interface Grading {
  readonly grade?: string;
  readonly ceiling?: Ceiling;
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

/** The first class, best first, whose lower bound the exact index reaches; a bound belongs to its class. */
export function classify(index: Ratio, classification: Classification): string | undefined {
  return classification.bands.find((band) => compareRatios(index, band.atLeast) >= 0)?.grade;
}

/** The class of a unit: by its index, or the lowest that a ceiling leaves it ("no Xuất sắc if …"). */
export function gradeSheet(sheet: ScoreSheet, index: Ratio, classification: Classification): Grading {
  const placeOf = (grade: string | undefined): number =>
    classification.bands.findIndex((band) => band.grade === grade);
  let grading: Grading = {};
  const earned = classify(index, classification);
  if (earned !== undefined) grading = { grade: earned };
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
