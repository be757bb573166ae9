import type { FigureStyle } from '../domain/number-format.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';
import { roundRatio } from '../domain/rounding.ts';
import type { RankBasis } from '../domain/scoring-options.ts';

/** The figure by which places and classes are given: the exact index, or the index as it is shown. */
export function rankFigure(index: Ratio, rankBasis: RankBasis, shown: FigureStyle): Ratio {
  if (rankBasis === 'exact') return index;
  return ratio(roundRatio(index, shown.decimals, shown.rounding), 10n ** BigInt(shown.decimals));
}
