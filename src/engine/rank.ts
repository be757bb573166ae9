import { assertNever } from '../domain/assert-never.ts';
import { type FigureStyle, formatRatio } from '../domain/number-format.ts';
import type { Ratio } from '../domain/ratio.ts';
import type { Standing } from '../domain/scoreboard.ts';
import type { RankBasis, RankStyle, TieBreak } from '../domain/scoring-options.ts';
import { compareKeys } from './compare-keys.ts';
import { type ApproximatedFigure, approximate, compareApproximated } from './order-exactly.ts';
import { rankFigure } from './rank-figure.ts';

/** Somebody to be ranked: the exact index, and what each tie-break compares, the higher the better. */
export interface Contender {
  readonly index: Ratio;
  readonly keys: readonly Ratio[];
}

export interface RankMethod {
  readonly shown: FigureStyle;
  readonly rankBasis: RankBasis;
  readonly rankStyle: RankStyle;
  /** As many as each contender has keys, in the same order. */
  readonly tieBreaks: readonly TieBreak[];
}

interface Runner extends Contender {
  readonly figure: ApproximatedFigure;
  readonly member: number;
}

/** Contenders whom neither the index nor any tie-break parts, and how many stand before them. */
interface Tie {
  readonly first: Runner;
  readonly members: Runner[];
  readonly better: number;
}

/**
 * Places within one group, highest index first (docs/adr/0004). Competition rank is 1 + the number strictly
 * better, so two units at second place leave no third. Only the stated tie-breaks part equal indexes; ordinal
 * style alone numbers equal contenders in the order given and still calls them tied.
 */
export function rankContenders(contenders: readonly Contender[], method: RankMethod): readonly Standing[] {
  const ties = tiesBestFirst(contenders, method);
  const texts = ties.map(({ first }) => formatRatio(first.index, method.shown, 'en'));
  const standings = new Map<number, Standing>();
  for (const [place, tie] of ties.entries()) {
    const isBeyond = (other: number): boolean => {
      const neighbour = ties[other];
      return neighbour !== undefined && texts[other] === texts[place] && differ(neighbour.first, tie.first);
    };
    const decidedBy =
      tieBreakBetween(ties[place - 1], tie, method) ?? tieBreakBetween(tie, ties[place + 1], method);
    for (const [order, { member }] of tie.members.entries()) {
      standings.set(member, {
        rank: rankOf(tie, place, order, method.rankStyle),
        tied: tie.members.length > 1,
        of: contenders.length,
        beyondShownDecimals: isBeyond(place - 1) || isBeyond(place + 1),
        ...(decidedBy === undefined ? {} : { decidedBy }),
      });
    }
  }
  return contenders.map((_, member) => standingOf(standings, member));
}

const differ = (a: Runner, b: Runner): boolean => compareApproximated(a.figure, b.figure) !== 0;

function rankOf(tie: Tie, place: number, order: number, style: RankStyle): number {
  switch (style) {
    case 'competition':
      return 1 + tie.better;
    case 'dense':
      return 1 + place;
    case 'ordinal':
      return 1 + tie.better + order;
    default:
      return assertNever(style);
  }
}

function tiesBestFirst(contenders: readonly Contender[], method: RankMethod): readonly Tie[] {
  const order = contenders
    .map((contender, member) => ({ ...contender, member, figure: figureOf(contender.index, method) }))
    .toSorted((a, b) => compareRunners(b, a));
  const ties: Tie[] = [];
  for (const [better, runner] of order.entries()) {
    const last = ties.at(-1);
    if (last !== undefined && compareRunners(last.first, runner) === 0) last.members.push(runner);
    else ties.push({ first: runner, members: [runner], better });
  }
  return ties;
}

function figureOf(index: Ratio, { rankBasis, shown }: RankMethod): ApproximatedFigure {
  return approximate(rankFigure(index, rankBasis, shown));
}

function compareRunners(a: Runner, b: Runner): number {
  return compareApproximated(a.figure, b.figure) || compareKeys(a.keys, b.keys).order;
}

function tieBreakBetween(
  upper: Tie | undefined,
  lower: Tie | undefined,
  method: RankMethod,
): TieBreak | undefined {
  if (upper === undefined || lower === undefined || differ(upper.first, lower.first)) return undefined;
  return method.tieBreaks[compareKeys(upper.first.keys, lower.first.keys).key];
}

function standingOf(standings: ReadonlyMap<number, Standing>, member: number): Standing {
  const found = standings.get(member);
  if (found === undefined) throw new Error(`the contender ${member} took no place`);
  return found;
}
