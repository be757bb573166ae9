/** In place of a figure: nothing was entered. */
export const BLANK_FIGURE = -1;

/**
 * What was declared for one component, one whole number per unit: 975 at a scale of 1,000 is 97,5 %. A rate is
 * a share, a yes is 1 and a no 0, a choice is the place of its label, days late are days, points are millionths
 * at a scale of a million. Never negative but for a blank.
 */
export interface FigureColumn {
  readonly figures: Int32Array;
  readonly scale: number;
}
