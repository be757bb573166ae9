import type { Ceiling, CeilingCondition } from '../../domain/classification.ts';
import { BASES, type CriterionCode, CriterionCodeSchema } from '../../domain/criteria-set.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { DECIDING_WORDS } from '../../domain/messages/scoring-setting-messages.ts';
import type { TieBreak } from '../../domain/scoring-options.ts';
import { foldLabel } from '../label.ts';
import { splitEntries } from './entries.ts';
import { isWord, writeLabel } from './label.ts';
import { percentOf, pointsOf, writePercent, writePoints } from './number.ts';
import { andThen, mapParsed, type Parsed, type Piece, parsed, parseEach, stopAt } from './piece.ts';

const wordsOf = (words: readonly Bilingual[]): readonly string[] => words.flatMap(({ vi, en }) => [vi, en]);

/** `tiêu chí 1.10` names the criterion 1.10; undefined for anything else. */
function criterionOf(piece: Piece): CriterionCode | undefined {
  for (const word of [DECIDING_WORDS.criterion.vi, DECIDING_WORDS.criterion.en]) {
    if (!foldLabel(piece.text).startsWith(`${foldLabel(word)} `)) continue;
    const code = CriterionCodeSchema.safeParse(piece.text.slice(word.length));
    if (code.success) return code.data;
  }
  return undefined;
}

const TIE_BREAK_WORDS = wordsOf([
  DECIDING_WORDS.appraisal,
  DECIDING_WORDS.survey,
  DECIDING_WORDS.criterion,
  DECIDING_WORDS.fewerPenalties,
  DECIDING_WORDS.fewerRemoved,
]);

/** `khối thẩm định; tiêu chí 1.10; ít điểm phạt`, the first that differs decides. */
export function parseTieBreaks(text: string): Parsed<readonly TieBreak[]> {
  return andThen(splitEntries(text), (entries) =>
    parseEach(entries, ({ head, value }): Parsed<TieBreak> => {
      if (value !== undefined) return stopAt(head.at + head.text.length, 'separator');
      const tieBreak = tieBreakOf(head);
      return tieBreak === undefined ? stopAt(head.at, 'one-of', TIE_BREAK_WORDS) : parsed(tieBreak);
    }),
  );
}

function tieBreakOf(piece: Piece): TieBreak | undefined {
  const basis = BASES.find((candidate) => isWord(piece, DECIDING_WORDS[candidate]));
  if (basis !== undefined) return { kind: 'block', basis };
  if (isWord(piece, DECIDING_WORDS.fewerPenalties)) return { kind: 'fewer-penalties' };
  if (isWord(piece, DECIDING_WORDS.fewerRemoved)) return { kind: 'fewer-removed' };
  const code = criterionOf(piece);
  return code === undefined ? undefined : { kind: 'criterion', code };
}

export function writeTieBreaks(tieBreaks: readonly TieBreak[], language: Language): string {
  return tieBreaks.map((tieBreak) => writeTieBreak(tieBreak, language)).join('; ');
}

function writeTieBreak(tieBreak: TieBreak, language: Language): string {
  switch (tieBreak.kind) {
    case 'block':
      return DECIDING_WORDS[tieBreak.basis][language];
    case 'criterion':
      return `${DECIDING_WORDS.criterion[language]} ${tieBreak.code}`;
    case 'fewer-penalties':
      return DECIDING_WORDS.fewerPenalties[language];
    default:
      return DECIDING_WORDS.fewerRemoved[language];
  }
}

const CONDITION_WORDS = wordsOf([
  DECIDING_WORDS.criterion,
  DECIDING_WORDS.appraisal,
  DECIDING_WORDS.survey,
  DECIDING_WORDS.penalties,
]);

/** `Tốt: tiêu chí 2 < 50%; Khá: điểm phạt > 5`: under a condition the class is at most the one named. */
export function parseCeilings(text: string, grades: readonly string[]): Parsed<readonly Ceiling[]> {
  return andThen(splitEntries(text), (entries) =>
    parseEach(entries, ({ head, value }): Parsed<Ceiling> => {
      const atMost = grades.find((grade) => foldLabel(grade) === foldLabel(head.text));
      if (atMost === undefined) return stopAt(head.at, 'one-of', grades);
      if (value === undefined) return stopAt(head.at + head.text.length, 'colon');
      return mapParsed(conditionOf(value), (when) => ({ atMost, when }));
    }),
  );
}

function conditionOf(piece: Piece): Parsed<CeilingCondition> {
  const sign = Math.max(piece.text.lastIndexOf('<'), piece.text.lastIndexOf('>'));
  if (sign < 0) return stopAt(piece.at, 'comparison');
  const subject: Piece = { text: piece.text.slice(0, sign).trim(), at: piece.at, quoted: false };
  const rest = piece.text.slice(sign + 1);
  const limit: Piece = {
    text: rest.trim(),
    at: piece.at + piece.text.length - rest.trimStart().length,
    quoted: false,
  };
  if (piece.text.charAt(sign) === '>') {
    if (!isWord(subject, DECIDING_WORDS.penalties)) return stopAt(piece.at, 'one-of', CONDITION_WORDS);
    return mapParsed(pointsOf(limit), (points) => ({ kind: 'penalties-above', points }));
  }
  const basis = BASES.find((candidate) => isWord(subject, DECIDING_WORDS[candidate]));
  const code = criterionOf(subject);
  return andThen(percentOf(limit), (share): Parsed<CeilingCondition> => {
    if (basis !== undefined) return parsed({ kind: 'block-below', basis, share });
    if (code !== undefined) return parsed({ kind: 'criterion-below', code, share });
    return stopAt(piece.at, 'one-of', CONDITION_WORDS);
  });
}

export function writeCeilings(ceilings: readonly Ceiling[], language: Language): string {
  return ceilings
    .map(({ atMost, when }) => `${writeLabel(atMost)}: ${writeCondition(when, language)}`)
    .join('; ');
}

function writeCondition(condition: CeilingCondition, language: Language): string {
  switch (condition.kind) {
    case 'criterion-below': {
      const criterion = `${DECIDING_WORDS.criterion[language]} ${condition.code}`;
      return `${criterion} < ${writePercent(condition.share, language)}`;
    }
    case 'block-below':
      return `${DECIDING_WORDS[condition.basis][language]} < ${writePercent(condition.share, language)}`;
    default:
      return `${DECIDING_WORDS.penalties[language]} > ${writePoints(condition.points, language)}`;
  }
}
