import type { DeclaredValue } from './declared-value.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import type { Award, Bound, RuleKind } from './rule.ts';

/** What a declared value comes to before the rule is applied: 195/200 is the rate 39/40. */
export type Figure =
  | { readonly kind: 'rate'; readonly value: Ratio }
  | { readonly kind: 'number'; readonly value: Ratio }
  /** Calendar days late; zero or less is on time. */
  | { readonly kind: 'days-late'; readonly value: Ratio };

/** The step of the rule that gave the points. */
export type Because =
  | { readonly kind: 'as-declared' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'label'; readonly label: string; readonly award: Award }
  /** A band or a step of days, by its 0-based place in the rule. */
  | { readonly kind: 'band'; readonly place: number; readonly bound: Bound; readonly award: Award }
  | { readonly kind: 'otherwise'; readonly award: Award }
  | { readonly kind: 'full-mark'; readonly full: Ratio }
  | { readonly kind: 'below-floor'; readonly floor: Bound }
  /** factor × maximum: a rate, a mean ÷ its scale, a weighted mean of answers, a place between two values. */
  | { readonly kind: 'share-of-max'; readonly share: Ratio }
  | { readonly kind: 'each'; readonly count: Ratio; readonly each: Points }
  | { readonly kind: 'deducted'; readonly amount: Ratio }
  | { readonly kind: 'steps'; readonly base: Points; readonly steps: bigint; readonly each: Points }
  /** A zero denominator: nothing to count, so the component does not apply. */
  | { readonly kind: 'nothing-to-count' };

/** How a rule came to its points, complete enough to be written in one line in either language. */
export interface Working {
  readonly rule: RuleKind;
  readonly declared: DeclaredValue;
  readonly figure?: Figure;
  readonly because: Because;
  readonly maxScore: Points;
  /** In millionths, before the one rounding and before 0 ≤ points ≤ maximum; absent when it does not apply. */
  readonly exact?: Ratio;
  /** Absent when the component does not apply. */
  readonly points?: Points;
}
