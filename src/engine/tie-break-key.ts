import { assertNever } from '../domain/assert-never.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';
import type { ScoreSheet } from '../domain/scoreboard.ts';
import type { TieBreak } from '../domain/scoring-options.ts';
import { shareOfBlock, shareOfCriterion } from './attained-share.ts';

const NOTHING: Ratio = ratio(0, 1);

/** What a tie-break compares, the higher the better; a share of nothing attainable counts as none. */
export function tieBreakKey(tieBreak: TieBreak, sheet: ScoreSheet): Ratio {
  switch (tieBreak.kind) {
    case 'block':
      return shareOfBlock(sheet, tieBreak.basis) ?? NOTHING;
    case 'criterion':
      return shareOfCriterion(sheet, tieBreak.code) ?? NOTHING;
    case 'fewer-penalties':
      return sheet.penalties === undefined ? NOTHING : ratio(-sheet.penalties, 1);
    case 'fewer-removed':
      return ratio(-sheet.removed.reduce((sum, { maxScore }) => sum + maxScore, 0), 1);
    default:
      return assertNever(tieBreak);
  }
}
