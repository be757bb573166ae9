import { assertNever } from '../../../domain/assert-never.ts';
import type { Ceiling } from '../../../domain/classification.ts';
import type { CriterionCode } from '../../../domain/criteria-set.ts';
import type { Bilingual } from '../../../domain/language.ts';
import { classNamed } from '../../../domain/messages/class-names.ts';
import { CEILING_WORDS, RANKING_NOTES, TIE_BREAK_WORDS } from '../../../domain/messages/ranking-notes.ts';
import { formatPoints, formatRatio } from '../../../domain/number-format.ts';
import { NO_POINTS, type Points, subtractPoints, sumPoints } from '../../../domain/points.ts';
import { multiplyRatios, ratio } from '../../../domain/ratio.ts';
import type { RankedUnit, ScoreSheet, UnrankedReason, UnrankedUnit } from '../../../domain/scoreboard.ts';
import type { TieBreak } from '../../../domain/scoring-options.ts';
import { type OutputContext, say } from '../output-context.ts';

/** More codes than this are cut short in a remark, so that the cell stays readable. */
const CODES_SHOWN = 12;

export function listCodes(codes: readonly CriterionCode[]): string {
  const shown = codes.slice(0, CODES_SHOWN).join(', ');
  return codes.length > CODES_SHOWN ? `${shown}, …` : shown;
}

function tieBreakWords(tieBreak: TieBreak): Bilingual {
  switch (tieBreak.kind) {
    case 'block':
      return TIE_BREAK_WORDS.block(tieBreak.basis);
    case 'criterion':
      return TIE_BREAK_WORDS.criterion(tieBreak.code);
    case 'fewer-penalties':
    case 'fewer-removed':
      return TIE_BREAK_WORDS[tieBreak.kind];
    default:
      return assertNever(tieBreak);
  }
}

function ceilingWords({ when }: Ceiling, { figures, numbers }: OutputContext): Bilingual {
  const percent = (share: Ceiling['when'] & { kind: 'block-below' | 'criterion-below' }) =>
    formatRatio(multiplyRatios(share.share, ratio(100, 1)), figures, numbers);
  switch (when.kind) {
    case 'criterion-below':
      return CEILING_WORDS['criterion-below'](when.code, percent(when));
    case 'block-below':
      return CEILING_WORDS['block-below'](when.basis, percent(when));
    case 'penalties-above':
      return CEILING_WORDS['penalties-above'](formatPoints(when.points, numbers));
    default:
      return assertNever(when);
  }
}

/** Penalty points that were taken from rows and fields; those on the total have a column of their own. */
function deductedInside({ penalties = NO_POINTS, adjustment }: ScoreSheet): Points {
  return subtractPoints(penalties, adjustment?.penalty ?? NO_POINTS);
}

/** What became of a unit's points that the columns do not show. */
function sheetNotes(sheet: ScoreSheet, { numbers }: OutputContext): readonly Bilingual[] {
  const { removed, countedAsZero = [], selfAssessed = [], surveyLeftOut = [] } = sheet;
  const shown = (points: Points) => formatPoints(points, numbers);
  const removedPoints = sumPoints(removed.map(({ maxScore }) => maxScore));
  const deducted = deductedInside(sheet);
  return [
    ...(removed.length === 0
      ? []
      : [RANKING_NOTES.removed(listCodes(removed.map(({ code }) => code)), shown(removedPoints))]),
    ...(countedAsZero.length === 0 ? [] : [RANKING_NOTES.countedAsZero(listCodes(countedAsZero))]),
    ...(selfAssessed.length === 0 ? [] : [RANKING_NOTES.selfAssessed(listCodes(selfAssessed))]),
    ...(surveyLeftOut.length === 0 ? [] : [RANKING_NOTES.surveyLeftOut]),
    ...(deducted === NO_POINTS ? [] : [RANKING_NOTES.deducted(shown(deducted))]),
  ];
}

function joined(notes: readonly Bilingual[], context: OutputContext): string {
  return notes.map((note) => say(context, note)).join('; ');
}

/** What decided the class where the index beside it does not tell. */
function gradeNotes(
  { ceiling, gradeBeyondShownDecimals }: RankedUnit | UnrankedUnit,
  context: OutputContext,
): readonly Bilingual[] {
  return [
    ...(gradeBeyondShownDecimals === undefined ? [] : [RANKING_NOTES.gradeBeyondShownDecimals]),
    ...(ceiling === undefined
      ? []
      : [
          RANKING_NOTES.ceiling(
            classNamed(ceiling.atMost, context.gradeNames),
            ceilingWords(ceiling, context),
          ),
        ]),
  ];
}

/** What a reader must know about a ranked unit's place: a tie, what decided it, what did not apply. */
export function rankedNote(unit: RankedUnit, context: OutputContext): string {
  const { tied, beyondShownDecimals, decidedBy } = unit.standing;
  const notes = [
    ...(tied ? [RANKING_NOTES.tied] : []),
    ...(beyondShownDecimals ? [RANKING_NOTES.beyondShownDecimals] : []),
    ...(decidedBy === undefined ? [] : [RANKING_NOTES.decidedBy(tieBreakWords(decidedBy))]),
    ...gradeNotes(unit, context),
    ...sheetNotes(unit.sheet, context),
  ];
  return joined(notes, context);
}

function reasonNote(reason: UnrankedReason, { numbers }: OutputContext): Bilingual {
  switch (reason.kind) {
    case 'incomplete':
      return RANKING_NOTES.incomplete(reason.missing.length, listCodes(reason.missing));
    case 'scored-not-ranked': {
      if (reason.removedOverCap === undefined) return RANKING_NOTES.scoredNotRanked;
      const { removed, cap } = reason.removedOverCap;
      return RANKING_NOTES.removedOverCap(formatPoints(removed, numbers), formatPoints(cap, numbers));
    }
    case 'nothing-attainable':
      return RANKING_NOTES.nothingAttainable;
    default:
      return assertNever(reason);
  }
}

/** Why a unit stands below the ranking, and what did not apply to it. */
export function unrankedNote(unit: UnrankedUnit, context: OutputContext): string {
  const notes = [
    reasonNote(unit.reason, context),
    ...gradeNotes(unit, context),
    ...sheetNotes(unit.sheet, context),
  ];
  return joined(notes, context);
}
