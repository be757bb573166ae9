import type { Ratio } from '../../domain/ratio.ts';
import type { ScoringOptions } from '../../domain/scoring-options.ts';
import { compareKeys } from '../compare-keys.ts';
import { type ApproximatedFigure, compareApproximated } from '../order-exactly.ts';

/** A unit that takes a place: the figures between which its own will lie. */
export interface Candidate {
  /** Its place in the order of the codes. */
  readonly order: number;
  readonly low: ApproximatedFigure;
  readonly high: ApproximatedFigure;
  /** What the tie-breaks compare; known only of a unit that lacks nothing. */
  readonly keys?: readonly Ratio[];
}

type Finished = Candidate & { readonly keys: readonly Ratio[] };

interface Places {
  readonly best: number;
  readonly worst: number;
}

type PlaceMethod = Pick<ScoringOptions, 'rankStyle' | 'tieBreaks'>;

/** Who stands before whom if a unit of one figure meets a unit of another. */
interface Meeting {
  readonly other: ApproximatedFigure;
  readonly own: ApproximatedFigure;
  /** Whether tie-breaks whose outcome nobody knows yet put the other first. */
  readonly unknownIsAhead: boolean;
}

/**
 * The best and the worst place of each candidate, by its order. Among units that lack nothing, tie-breaks decide as
 * in the ranking; where a unit still lacks marks nobody knows how a tie would be broken, and both outcomes are kept
 * open. Dense places count different standings: for the best place unfinished units are thought to share standings
 * wherever their figures allow it, for the worst never, so that the true places lie within, but need not be reached.
 */
export function placesOf(candidates: readonly Candidate[], method: PlaceMethod): (order: number) => Places {
  const finished = candidates
    .filter((each): each is Finished => each.keys !== undefined)
    .toSorted((a, b) => standBefore(b, a) || a.order - b.order);
  const unfinished = candidates.filter(({ keys }) => keys === undefined);
  const byLow = unfinished.toSorted((a, b) => compareApproximated(b.low, a.low) || a.order - b.order);
  const byHigh = unfinished.toSorted((a, b) => compareApproximated(b.high, a.high) || a.order - b.order);
  const counted = method.rankStyle === 'dense' ? firstOfEach(finished) : finished;
  const together = method.rankStyle === 'dense' ? sharedStandings(byLow, counted) : undefined;
  return (order) => {
    const unit = candidates[order];
    if (unit === undefined) throw new Error(`no candidate ${order}`);
    const ahead = (other: Candidate, meeting: Meeting) => isAhead(other, unit, meeting, method);
    const best = { own: unit.high, unknownIsAhead: false };
    const worst = { own: unit.low, unknownIsAhead: true };
    const lows = countWhere(byLow, (other) => ahead(other, { other: other.low, ...best }));
    const highs = countWhere(byHigh, (other) => ahead(other, { other: other.high, ...worst }));
    const itself = unit.keys === undefined && ahead(unit, { other: unit.high, ...worst }) ? 1 : 0;
    return {
      best:
        1 +
        countWhere(counted, (other) => ahead(other, { other: other.low, ...best })) +
        (together === undefined ? lows : (together[lows] ?? 0)),
      worst:
        1 + countWhere(counted, (other) => ahead(other, { other: other.low, ...worst })) + highs - itself,
    };
  };
}

function isAhead(
  other: Candidate,
  unit: Candidate,
  { other: figure, own, unknownIsAhead }: Meeting,
  { rankStyle, tieBreaks }: PlaceMethod,
): boolean {
  const byFigure = compareApproximated(figure, own);
  if (byFigure !== 0) return byFigure > 0;
  if (tieBreaks.length > 0) {
    if (other.keys === undefined || unit.keys === undefined) return unknownIsAhead;
    const { order } = compareKeys(other.keys, unit.keys);
    if (order !== 0) return order > 0;
  }
  return rankStyle === 'ordinal' && other.order < unit.order;
}

function standBefore(a: Finished, b: Finished): number {
  return compareApproximated(a.low, b.low) || compareKeys(a.keys, b.keys).order;
}

/** One unit for each standing: those that nothing parts share it. */
function firstOfEach(bestFirst: readonly Finished[]): readonly Finished[] {
  return bestFirst.filter((unit, place) => {
    const before = bestFirst[place - 1];
    return before === undefined || standBefore(before, unit) !== 0;
  });
}

/**
 * For the first so many unfinished units, in falling order of their lowest figure, the fewest standings that they need
 * beside those of the finished ones: the classic stabbing of intervals, from the highest down.
 */
function sharedStandings(byLow: readonly Candidate[], finished: readonly Candidate[]): readonly number[] {
  const needed = [0];
  let count = 0;
  let shared: ApproximatedFigure | undefined;
  for (const { low, high } of byLow) {
    const atLeastLow = countWhere(finished, (other) => compareApproximated(other.low, low) >= 0);
    const lowestAtLeast = finished[atLeastLow - 1];
    const meetsFinished = lowestAtLeast !== undefined && compareApproximated(lowestAtLeast.low, high) <= 0;
    if (!meetsFinished && (shared === undefined || compareApproximated(shared, high) > 0)) {
      shared = low;
      count += 1;
    }
    needed.push(count);
  }
  return needed;
}

/** How many items at the head of a list fulfil a condition, found by halving: all that do stand first. */
function countWhere<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const item = items[middle];
    if (item !== undefined && isSo(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}
