import type { CalendarDate } from './calendar-date.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';

/** How many of something with a label: answers to an option of a survey, events of a kind, a named input. */
export interface Count {
  readonly label: string;
  /** Never negative. Events and answers are whole; a named input may be an amount of money. */
  readonly count: Ratio;
}

/**
 * What was entered for a component that has a rule: the fact, not the points. The engine gives the points
 * and shows how (docs/method.md §2).
 */
export type DeclaredValue =
  /** Points by judgement, between zero and the component's maximum. */
  | { readonly kind: 'points'; readonly points: Points }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  /** One of the labels that the rule lists. */
  | { readonly kind: 'label'; readonly label: string }
  /** A share: 95 % is 95/100. */
  | { readonly kind: 'rate'; readonly rate: Ratio }
  /** A part of a whole, such as 190/200; the whole may be zero, then the component does not apply. */
  | { readonly kind: 'part-of-whole'; readonly part: Ratio; readonly whole: Ratio }
  | { readonly kind: 'number'; readonly value: Ratio }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  /** It was due and never done. */
  | { readonly kind: 'not-done' }
  | { readonly kind: 'counts'; readonly counts: readonly Count[] }
  /** Marks of single items, such as files that were rated. */
  | { readonly kind: 'items'; readonly values: readonly Ratio[] };

export type DeclaredKind = DeclaredValue['kind'];
