import type { Bilingual, Language } from '../../domain/language.ts';
import { ratio } from '../../domain/ratio.ts';
import type { Award } from '../../domain/rule.ts';
import { isWord } from './label.ts';
import { exactPoints, quantityOf, writePercent, writePoints } from './number.ts';
import { andThen, type Parsed, type Piece, parsed, stopAt } from './piece.ts';

const MAXIMUM_WORD: Bilingual = { vi: 'tối đa', en: 'max' };

/** Points such as 0,5, or a share of the maximum such as 75% or "tối đa". */
export function awardOf(piece: Piece | undefined, after: number): Parsed<Award> {
  if (piece === undefined) return stopAt(after, 'colon');
  if (isWord(piece, MAXIMUM_WORD)) return parsed({ kind: 'share', share: ratio(1, 1) });
  return andThen(quantityOf(piece), ({ value, percent }): Parsed<Award> => {
    if (percent)
      return value.numerator < 0n ? stopAt(piece.at, 'points') : parsed({ kind: 'share', share: value });
    const points = exactPoints(value);
    return points === undefined ? stopAt(piece.at, 'points') : parsed({ kind: 'points', points });
  });
}

export function writeAward(award: Award, language: Language): string {
  return award.kind === 'points' ? writePoints(award.points, language) : writePercent(award.share, language);
}
