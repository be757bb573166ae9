import { awardWorth } from '../../domain/award-worth.ts';
import type { Count } from '../../domain/declared-value.ts';
import type { Points } from '../../domain/points.ts';
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratio,
  subtractRatios,
} from '../../domain/ratio.ts';
import type { Rule } from '../../domain/rule.ts';
import { exactly, type Finding, NO_SHARE } from './working-of.ts';

type RuleOf<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;

const smaller = (a: Ratio, b: Ratio): Ratio => (compareRatios(a, b) <= 0 ? a : b);

/** The value up to a cap; without one as it is. */
function cappedAt(value: Ratio, cap: Ratio | undefined): Ratio {
  return cap === undefined ? value : smaller(value, cap);
}

/** Number × points each, up to the cap. */
export function scorePerCount(rule: RuleOf<'per-count'>, count: Ratio): Finding {
  const full = multiplyRatios(count, exactly(rule.each));
  return {
    because: { kind: 'each', count, each: rule.each },
    exact: cappedAt(full, rule.cap === undefined ? undefined : exactly(rule.cap)),
  };
}

/** The maximum less what the events cost together; a label without a count had no events. */
export function scoreDeduction(
  rule: RuleOf<'deduction'>,
  counts: readonly Count[],
  maxScore: Points,
): Finding {
  const costs = counts.map(({ label, count }) => {
    const event = rule.events.find((each) => each.label === label);
    if (event === undefined) throw new Error(`the rule has no event ${label}`);
    return multiplyRatios(count, awardWorth(event.award, maxScore));
  });
  const cap = rule.cap === undefined ? undefined : awardWorth(rule.cap, maxScore);
  const amount = cappedAt(costs.reduce(addRatios, NO_SHARE), cap);
  return { because: { kind: 'deducted', amount }, exact: subtractRatios(exactly(maxScore), amount) };
}

/** base + whole steps above `from` × points each, times the multiplier, up to the cap. */
export function scoreSteps(rule: RuleOf<'steps'>, value: Ratio): Finding {
  const above = subtractRatios(value, rule.from);
  const inSteps = multiplyRatios(above, ratio(rule.step.denominator, rule.step.numerator));
  const steps = inSteps.numerator > 0n ? inSteps.numerator / inSteps.denominator : 0n;
  const plain = addRatios(exactly(rule.base), ratio(steps * BigInt(rule.each), 1n));
  const multiplied = rule.multiplier === undefined ? plain : multiplyRatios(plain, rule.multiplier);
  return {
    because: { kind: 'steps', base: rule.base, steps, each: rule.each },
    exact: cappedAt(multiplied, rule.cap === undefined ? undefined : exactly(rule.cap)),
  };
}
