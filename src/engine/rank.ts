import { type FigureStyle, formatRatio } from '../domain/number-format.ts';
import type { Ratio } from '../domain/ratio.ts';
import type { Standing } from '../domain/scoreboard.ts';
import { type ApproximatedFigure, approximate, compareApproximated } from './order-exactly.ts';

/** Figures of the same value, and how many figures are strictly better. */
interface Tie {
  readonly figure: ApproximatedFigure;
  readonly members: number[];
  readonly better: number;
}

/**
 * Competition rank on the exact figures, highest first: rank = 1 + the number strictly better, so two units
 * at second place leave no third place (docs/adr/0004). Answers are in the order of the figures given;
 * that order never decides a place.
 */
export function rankExactly(figures: readonly Ratio[], shown: FigureStyle): readonly Standing[] {
  const ties = tiesBestFirst(figures);
  const texts = ties.map((tie) => formatRatio(tie.figure.exact, shown, 'en'));
  const standings = new Map<number, Standing>();
  for (const [place, tie] of ties.entries()) {
    const standing: Standing = {
      rank: 1 + tie.better,
      tied: tie.members.length > 1,
      of: figures.length,
      beyondShownDecimals: texts[place] === texts[place - 1] || texts[place] === texts[place + 1],
    };
    for (const member of tie.members) standings.set(member, standing);
  }
  return figures.map((_, member) => standingOf(standings, member));
}

function tiesBestFirst(figures: readonly Ratio[]): readonly Tie[] {
  const order = figures
    .map((figure, member) => ({ figure: approximate(figure), member }))
    .toSorted((a, b) => compareApproximated(b.figure, a.figure));
  const ties: Tie[] = [];
  for (const [better, { figure, member }] of order.entries()) {
    const last = ties.at(-1);
    if (last !== undefined && compareApproximated(last.figure, figure) === 0) last.members.push(member);
    else ties.push({ figure, members: [member], better });
  }
  return ties;
}

function standingOf(standings: ReadonlyMap<number, Standing>, member: number): Standing {
  const found = standings.get(member);
  if (found === undefined) throw new Error(`the figure ${member} took no place`);
  return found;
}
