import { compareCodes } from '../domain/compare-codes.ts';
import type { Ratio } from '../domain/ratio.ts';
import type {
  GroupResult,
  RankedUnit,
  ScoreSheet,
  UnrankedReason,
  UnrankedUnit,
} from '../domain/scoreboard.ts';
import type { Settings } from '../domain/settings.ts';
import type { Group } from '../domain/unit.ts';
import { classify, findClassification } from './classify.ts';
import { countGrades } from './count-grades.ts';
import { indexScore } from './index-score.ts';
import { meanOf } from './mean.ts';
import { rankExactly } from './rank.ts';

type Rankable = Omit<RankedUnit, 'standing'>;

/** The ranking of one group from the score sheets of its units. */
export function scoreGroup(group: Group, sheets: readonly ScoreSheet[], settings: Settings): GroupResult {
  const judged = sheets
    .toSorted((a, b) => compareCodes(a.unit.id, b.unit.id))
    .map((sheet) => judge(sheet, settings));
  const ranked = rankUnits(
    judged.flatMap((unit) => (isUnranked(unit) ? [] : [unit])),
    settings,
  );
  const mean = meanOf(ranked.map((unit) => unit.index));
  return {
    group,
    ranked,
    unranked: judged.filter(isUnranked),
    ...(mean === undefined ? {} : { mean }),
    grades: countGrades(ranked, new Set(sheets.map((sheet) => sheet.unit.level)), settings.classifications),
  };
}

function isUnranked(unit: Rankable | UnrankedUnit): unit is UnrankedUnit {
  return 'reason' in unit;
}

/** A unit with blanks has no index yet; one that is only scored keeps its index and class without a rank. */
function judge(sheet: ScoreSheet, settings: Settings): Rankable | UnrankedUnit {
  if (sheet.missing.length > 0) {
    return { sheet, reason: { kind: 'incomplete', missing: sheet.missing } };
  }
  const index = indexScore(sheet, settings.notApplicable);
  if (index === undefined) return { sheet, reason: { kind: 'nothing-attainable' } };
  const scored = { sheet, index, ...gradeOf(sheet, index, settings) };
  const reason: UnrankedReason = { kind: 'scored-not-ranked' };
  return sheet.unit.ranked ? scored : { ...scored, reason };
}

function gradeOf(sheet: ScoreSheet, index: Ratio, settings: Settings): { readonly grade?: string } {
  const classification = findClassification(settings.classifications, sheet.unit.level);
  const grade = classification === undefined ? undefined : classify(index, classification);
  return grade === undefined ? {} : { grade };
}

/** Best first; the units are given in order of their code, which a stable sort keeps among equal ranks. */
function rankUnits(units: readonly Rankable[], settings: Settings): readonly RankedUnit[] {
  const standings = rankExactly(
    units.map((unit) => unit.index),
    settings,
  );
  return units
    .flatMap((unit, member) => {
      const standing = standings[member];
      return standing === undefined ? [] : [{ ...unit, standing }];
    })
    .toSorted((a, b) => a.standing.rank - b.standing.rank);
}
