import {
  addRatios,
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratio,
  subtractRatios,
} from '../../domain/ratio.ts';
import type { Award, BandsRule, Bound, FigureKind, RuleBand } from '../../domain/rule.ts';

/** One end of a stretch of figures: a figure, and whether the stretch holds it. */
interface End {
  readonly value: Ratio;
  readonly closed: boolean;
}

/** A stretch of figures without gaps; an end that is absent lies beyond every figure. */
interface Stretch {
  readonly low?: End;
  readonly high?: End;
}

/** No share is below zero; a number may be. */
const allFigures = (of: FigureKind): Stretch =>
  of === 'rate' ? { low: { value: ratio(0, 1), closed: true } } : {};

function isEmpty({ low, high }: Stretch): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compareRatios(low.value, high.value);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
}

/** The end that leaves less: the higher of two lower ends, or the lower of two upper ones. */
function narrower(a: End | undefined, b: End, side: 'low' | 'high'): End {
  if (a === undefined) return b;
  const order = compareRatios(a.value, b.value) * (side === 'low' ? 1 : -1);
  if (order !== 0) return order > 0 ? a : b;
  return { value: a.value, closed: a.closed && b.closed };
}

/** What of a stretch fulfils a bound, and what is left of it for the bounds after. */
function cut(free: Stretch, { comparison, value }: Bound) {
  const closed = comparison === '>=' || comparison === '<=';
  const [kept, left] = [
    { value, closed },
    { value, closed: !closed },
  ];
  if (comparison === '>=' || comparison === '>') {
    return {
      taken: { ...free, low: narrower(free.low, kept, 'low') },
      rest: { ...free, high: narrower(free.high, left, 'high') },
    };
  }
  return {
    taken: { ...free, high: narrower(free.high, kept, 'high') },
    rest: { ...free, low: narrower(free.low, left, 'low') },
  };
}

/** The first band that no figure can come to, because those before it take all of its figures; −1 where there is none. */
export function unreachableBand(of: FigureKind, bands: readonly RuleBand[]): number {
  let free = allFigures(of);
  for (const [place, { bound }] of bands.entries()) {
    const { taken, rest } = cut(free, bound);
    if (isEmpty(free) || isEmpty(taken)) return place;
    free = rest;
  }
  return -1;
}

/** A figure that a rule of bands may meet, and what it gives. */
export interface AwardedFigure {
  readonly figure: Ratio;
  readonly award: Award;
}

/** A figure of every stretch to which the bands give one award, from the lowest stretch up. */
export function awardedFigures({ of, bands, otherwise }: BandsRule): readonly AwardedFigure[] {
  const pieces: { readonly stretch: Stretch; readonly award: Award }[] = [];
  let free = allFigures(of);
  for (const { bound, award } of bands) {
    const { taken, rest } = cut(free, bound);
    pieces.push({ stretch: taken, award });
    free = rest;
  }
  pieces.push({ stretch: free, award: otherwise });
  return pieces
    .filter(({ stretch }) => !isEmpty(stretch))
    .map(({ stretch, award }) => ({ figure: figureIn(stretch), award }))
    .toSorted((a, b) => compareRatios(a.figure, b.figure));
}

const HALF = ratio(1, 2);
const STEP = ratio(1, 100);

/** The lower end where it belongs to the stretch, else the upper one, else something between or beyond them. */
function figureIn({ low, high }: Stretch): Ratio {
  if (low?.closed === true) return low.value;
  if (high?.closed === true) return high.value;
  if (low !== undefined && high !== undefined) return multiplyRatios(addRatios(low.value, high.value), HALF);
  if (low !== undefined) return addRatios(low.value, STEP);
  return high === undefined ? STEP : subtractRatios(high.value, STEP);
}
