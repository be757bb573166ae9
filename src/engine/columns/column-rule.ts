/** Points that jump at whole figures: as many thresholds as a figure has reached, so many levels up. */
export interface StepsRule {
  readonly kind: 'steps';
  /** Rising. */
  readonly thresholds: Int32Array;
  /** One more than thresholds: the points below the first, from the first on, and so on. */
  readonly levels: Int32Array;
}

/**
 * Points on a straight line: (figure × slope + offset) ÷ divisor, rounded half up, kept between lowest and
 * highest; nothing below the floor figure, the highest from the full figure on.
 */
export interface LineRule {
  readonly kind: 'line';
  readonly slope: number;
  readonly offset: number;
  readonly divisor: number;
  readonly lowest: number;
  readonly highest: number;
  readonly floorFigure: number;
  readonly fullFigure: number;
}

/** A component's rule made ready for whole figures of one scale: no fractions are left in it. */
export type ColumnRule = StepsRule | LineRule;
