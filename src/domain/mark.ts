import type { Points } from './points.ts';

/**
 * One cell of judgement (docs/adr/0003). Blank is never zero: a zero is a score that somebody gave,
 * a blank is a score that nobody has given yet, and what does not apply is neither.
 */
export type Mark =
  | { readonly kind: 'blank' }
  | { readonly kind: 'zero' }
  | { readonly kind: 'scored'; readonly points: Points }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly approvedBy: string };

export const BLANK: Mark = { kind: 'blank' };
export const ZERO: Mark = { kind: 'zero' };

/** The mark that a number of points stands for: zero is a mark of its own. */
export function markOf(points: Points): Mark {
  return points === 0 ? ZERO : { kind: 'scored', points };
}
