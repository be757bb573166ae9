import { compareCodes } from '../domain/compare-codes.ts';
import { type Points, sumPoints } from '../domain/points.ts';
import type {
  GroupResult,
  RankedUnit,
  ScoreSheet,
  UnrankedReason,
  UnrankedUnit,
} from '../domain/scoreboard.ts';
import type { Group } from '../domain/unit.ts';
import { findClassification, gradeSheet } from './classify.ts';
import { countGrades } from './count-grades.ts';
import { indexScore } from './index-score.ts';
import { meanOf } from './mean.ts';
import type { Method } from './method-of.ts';
import { rankContenders } from './rank.ts';
import { tieBreakKey } from './tie-break-key.ts';

type Rankable = Omit<RankedUnit, 'standing'>;

/** The ranking of one group from the score sheets of its units. */
export function scoreGroup(group: Group, sheets: readonly ScoreSheet[], method: Method): GroupResult {
  const judged = sheets
    .toSorted((a, b) => compareCodes(a.unit.id, b.unit.id))
    .map((sheet) => judge(sheet, method));
  const ranked = rankUnits(
    judged.flatMap((unit) => (isUnranked(unit) ? [] : [unit])),
    method,
  );
  const mean = meanOf(ranked.map((unit) => unit.index));
  const { notApplicable, decimals, rounding } = method.settings;
  return {
    group,
    method: { notApplicable, decimals, rounding },
    ranked,
    unranked: judged.filter(isUnranked),
    ...(mean === undefined ? {} : { mean }),
    grades: countGrades(
      ranked,
      new Set(sheets.map((sheet) => sheet.unit.level)),
      method.settings.classifications,
    ),
  };
}

function isUnranked(unit: Rankable | UnrankedUnit): unit is UnrankedUnit {
  return 'reason' in unit;
}

/** A unit with blanks has no index yet; one that is only scored keeps its index and class without a rank. */
function judge(sheet: ScoreSheet, method: Method): Rankable | UnrankedUnit {
  const { settings, options } = method;
  if (sheet.missing.length > 0) {
    return { sheet, reason: { kind: 'incomplete', missing: sheet.missing } };
  }
  const index = indexScore(sheet, settings.notApplicable);
  if (index === undefined) return { sheet, reason: { kind: 'nothing-attainable' } };
  const classification = findClassification(settings.classifications, sheet.unit.level);
  const grading = classification === undefined ? {} : gradeSheet(sheet, index, classification, method);
  const reason = reasonAgainstRank(sheet, options.removedCap);
  return reason === undefined ? { sheet, index, ...grading } : { sheet, index, ...grading, reason };
}

/** Why a unit that has an index takes no place; undefined for one that takes one. */
export function reasonAgainstRank(sheet: ScoreSheet, cap: Points | undefined): UnrankedReason | undefined {
  const removed = sumPoints(sheet.removed.map(({ maxScore }) => maxScore));
  if (cap !== undefined && removed > cap) {
    return { kind: 'scored-not-ranked', removedOverCap: { removed, cap } };
  }
  return sheet.unit.ranked ? undefined : { kind: 'scored-not-ranked' };
}

/** Best first; the units are given in order of their code, which a stable sort keeps among equal ranks. */
function rankUnits(units: readonly Rankable[], { settings, options }: Method): readonly RankedUnit[] {
  const contenders = units.map(({ index, sheet }) => ({
    index,
    keys: options.tieBreaks.map((tieBreak) => tieBreakKey(tieBreak, sheet)),
  }));
  const standings = rankContenders(contenders, { ...options, shown: settings });
  return units
    .flatMap((unit, member) => {
      const standing = standings[member];
      return standing === undefined ? [] : [{ ...unit, standing }];
    })
    .toSorted((a, b) => a.standing.rank - b.standing.rank);
}
