import { awardWorth } from '../../domain/award-worth.ts';
import { daysBetween } from '../../domain/calendar-date.ts';
import type { DeclaredValue } from '../../domain/declared-value.ts';
import type { Points } from '../../domain/points.ts';
import { compareRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { LatenessRule } from '../../domain/rule.ts';
import type { Finding } from './working-of.ts';

export type LatenessValue = Extract<DeclaredValue, { readonly kind: 'date' | 'number' | 'not-done' }>;

/** Calendar days late; undefined when it was never done. */
function daysLate(rule: LatenessRule, declared: LatenessValue): Ratio | undefined {
  if (declared.kind === 'not-done') return undefined;
  if (declared.kind === 'number') return declared.value;
  if (rule.due === undefined) throw new Error('a rule without a due date reads days late, not a date');
  return ratio(daysBetween(rule.due, declared.date), 1);
}

/** The first step that is not exceeded; later than all of them, or never done, gets the rest. */
export function scoreLateness(rule: LatenessRule, declared: LatenessValue, maxScore: Points): Finding {
  const days = daysLate(rule, declared);
  const figure = days === undefined ? undefined : ({ kind: 'days-late', value: days } as const);
  const place =
    days === undefined
      ? -1
      : rule.steps.findIndex(({ atMostDays }) => compareRatios(days, ratio(atMostDays, 1)) <= 0);
  const step = rule.steps[place];
  if (step === undefined) {
    return {
      because: { kind: 'otherwise', award: rule.otherwise },
      exact: awardWorth(rule.otherwise, maxScore),
      figure,
    };
  }
  const bound = { comparison: '<=', value: ratio(step.atMostDays, 1) } as const;
  return {
    because: { kind: 'band', place, bound, award: step.award },
    exact: awardWorth(step.award, maxScore),
    figure,
  };
}
