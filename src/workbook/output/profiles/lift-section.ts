import type { Lift } from '../../../domain/analysis.ts';
import type { Bilingual } from '../../../domain/language.ts';
import { classNamed } from '../../../domain/messages/class-names.ts';
import { OUTPUT_WORDS } from '../../../domain/messages/output-messages.ts';
import { nextClassNamed, PROFILE_HEADERS, PROFILE_WORDS } from '../../../domain/messages/profile-messages.ts';
import type { GroupResult, UnrankedUnit } from '../../../domain/scoreboard.ts';
import { cell } from '../content-rows.ts';
import { say } from '../output-context.ts';
import { listCodes } from '../ranking/ranking-notes.ts';
import { STYLES } from '../styles.ts';
import type { UnitView } from '../unit-views.ts';
import { type ProfileFrame, pageRow, partHeader, type Section } from './profile-frame.ts';

/** So many components are told by name; of more only the codes, which stand with their names in the criteria tabs. */
const NAMED = 3;

export type LiftKind = 'byOneRank' | 'byOneClass';

/** Which components would lift a unit, in words. */
function liftWords({ codes }: Lift, { nameOf }: ProfileFrame): string {
  return codes.length > NAMED ? listCodes(codes) : codes.map((code) => `${code} ${nameOf(code)}`).join('; ');
}

/** A unit that still lacks marks may yet be ranked; any other will not. */
export function notRanked({ reason }: UnrankedUnit): Bilingual {
  return reason.kind === 'incomplete' ? PROFILE_WORDS.notRankedYet : OUTPUT_WORDS.notRanked;
}

/** Why there is nothing to tell of a lift. */
export function withoutLift(
  kind: LiftKind,
  { entry, analysis }: UnitView,
  { grades }: GroupResult,
): Bilingual {
  if (entry.kind === 'unranked') return notRanked(entry.unit);
  if (kind === 'byOneRank') {
    if (entry.unit.standing.rank === 1) return PROFILE_WORDS.isFirst;
    // Of units with the best index a tie-break, or the order of codes, has put others first.
    return analysis.toNextPlace === undefined ? PROFILE_WORDS.sameIndex : PROFILE_WORDS.notByMarks;
  }
  if (entry.unit.grade === undefined) return PROFILE_WORDS.noClasses;
  return entry.unit.grade === grades[0]?.grade ? PROFILE_WORDS.isBestClass : PROFILE_WORDS.notByMarks;
}

/** What the unit would reach: the next place, or the class above its own by name. */
function targetOf(kind: LiftKind, { entry }: UnitView, { view, context }: ProfileFrame): Bilingual {
  if (kind === 'byOneRank') return PROFILE_WORDS.nextPlace;
  const { grades } = view.result;
  const above = grades[grades.findIndex(({ grade }) => grade === entry.unit.grade) - 1];
  return above === undefined
    ? PROFILE_WORDS.nextClass
    : nextClassNamed(classNamed(above.grade, context.gradeNames));
}

function liftRow(kind: LiftKind, unit: UnitView, frame: ProfileFrame) {
  const { view, figures, context } = frame;
  const lift = unit.analysis.lifts?.[kind];
  const words =
    lift === undefined
      ? cell(say(context, withoutLift(kind, unit, view.result)), STYLES.muted)
      : cell(liftWords(lift, frame), STYLES.wrapped);
  return pageRow([
    cell(say(context, targetOf(kind, unit, frame)), STYLES.wrapped),
    words,
    figures.count(lift?.codes.length),
    figures.percent(lift?.index),
  ]);
}

/** 1 + 2 rows: the fewest components whose full mark would lift the unit by a place, and by a class. */
export const liftSection: Section = (unit, frame) => {
  const { lift, liftBy, liftCount, liftIndex } = PROFILE_HEADERS;
  return [
    partHeader([lift, liftBy, liftCount, liftIndex], frame),
    liftRow('byOneRank', unit, frame),
    liftRow('byOneClass', unit, frame),
  ];
};
