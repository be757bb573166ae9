import type { Points } from '../../domain/points.ts';
import { multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { Bound } from '../../domain/rule.ts';
import type { LineRule } from './column-rule.ts';
import { firstOnOtherSide } from './first-on-other-side.ts';

/** A straight line over values, in millionths of a point: value × slope + offset. */
export interface Line {
  readonly slope: Ratio;
  readonly offset: Ratio;
  readonly lowest: number;
  readonly highest: number;
  /** Nothing where it does not hold. */
  readonly floor?: Bound;
  /** The highest from this value on. */
  readonly full?: Ratio;
}

const LARGEST_FIGURE = 2 ** 31 - 1;

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * The line over whole figures. A product is exact while it is below 2^53; a larger one belongs to a figure whose
 * points are out of bounds anyway. A quotient within bounds is rounded rightly while it cannot come closer to a
 * whole number than its own rounding, which holds for 2 × divisor × points < 2^52.
 */
export function compileLine(line: Line, maxScore: Points, scale: number): LineRule | undefined {
  const perFigure = multiplyRatios(line.slope, ratio(1, scale));
  const divisor = perFigure.denominator * line.offset.denominator;
  const slope = perFigure.numerator * line.offset.denominator;
  const offset = line.offset.numerator * perFigure.denominator;
  const withinBounds = 2n * divisor * BigInt(Math.max(1, maxScore)) + sizeOf(slope) + sizeOf(offset);
  if (withinBounds >= 2n ** 51n) return undefined;
  return {
    kind: 'line',
    slope: Number(slope),
    offset: Number(offset),
    divisor: Number(divisor),
    lowest: line.lowest,
    highest: line.highest,
    floorFigure: line.floor === undefined ? 0 : firstOnOtherSide(line.floor, scale),
    fullFigure:
      line.full === undefined
        ? LARGEST_FIGURE
        : firstOnOtherSide({ comparison: '>=', value: line.full }, scale),
  };
}
