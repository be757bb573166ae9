/**
 * In a column of figures, in place of one: nothing was entered. A figure is a whole number and never negative:
 * 975 at a scale of 1,000 is 97,5 %; a yes is 1 and a no 0, a choice the place of its label, days late are days,
 * points are millionths at a scale of a million.
 */
export const BLANK_FIGURE = -1;
