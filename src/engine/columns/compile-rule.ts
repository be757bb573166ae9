import { assertNever } from '../../domain/assert-never.ts';
import { awardWorth } from '../../domain/award-worth.ts';
import type { DeclaredValue } from '../../domain/declared-value.ts';
import type { Points } from '../../domain/points.ts';
import { multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { LinearRule, Rule } from '../../domain/rule.ts';
import { applyRule } from '../apply-rule/apply-rule.ts';
import { exactly, NO_SHARE } from '../apply-rule/working-of.ts';
import type { ColumnRule } from './column-rule.ts';
import { compileLine, type Line } from './compile-line.ts';
import { compileSteps } from './compile-steps.ts';
import { firstOnOtherSide } from './first-on-other-side.ts';

/** Columns hold points as 32-bit whole numbers. */
const LARGEST_POINTS = 2 ** 31 - 1;

/**
 * A rule for columns of whole figures, or undefined when the rule reads more than one figure, or its numbers
 * are so large that doubles would no longer be exact: such components are scored one by one.
 */
export function compileRule(rule: Rule, maxScore: Points, scale: number): ColumnRule | undefined {
  if (maxScore > LARGEST_POINTS) return undefined;
  switch (rule.kind) {
    case 'yes-no':
    case 'choice':
    case 'bands':
    case 'lateness':
      return stepsOf(rule, maxScore, scale);
    case 'judgement':
    case 'proportional':
    case 'linear':
    case 'satisfaction':
    case 'per-count':
    case 'outside-index':
    case 'deduction': {
      const line = lineOf(rule, maxScore);
      return line === undefined ? undefined : compileLine(line, maxScore, scale);
    }
    case 'count-ratio':
    case 'mean-of-items':
    case 'survey':
    case 'steps':
      return undefined;
    default:
      return assertNever(rule);
  }
}

type SteppedRule = Extract<Rule, { readonly kind: 'yes-no' | 'choice' | 'bands' | 'lateness' }>;

function stepsOf(rule: SteppedRule, maxScore: Points, scale: number): ColumnRule {
  const pointsAt = (figure: number): number => {
    const { points } = applyRule(rule, declaredAt(rule, figure, scale), maxScore);
    if (points === undefined) throw new Error('a figure always gives points');
    return points;
  };
  return compileSteps(breaksOf(rule, scale), pointsAt);
}

/** The declared value that a figure stands for. */
function declaredAt(rule: SteppedRule, figure: number, scale: number): DeclaredValue {
  const value = ratio(figure, scale);
  switch (rule.kind) {
    case 'yes-no':
      return { kind: 'yes-no', yes: figure >= 1 };
    case 'choice':
      return { kind: 'label', label: (rule.options[figure] ?? rule.options[0]).label };
    case 'bands':
      return rule.of === 'rate' ? { kind: 'rate', rate: value } : { kind: 'number', value };
    case 'lateness':
      return { kind: 'number', value };
    default:
      return assertNever(rule);
  }
}

/** The figures at which the points may change. */
function breaksOf(rule: SteppedRule, scale: number): readonly number[] {
  switch (rule.kind) {
    case 'yes-no':
      return [1];
    case 'choice':
      return rule.options.map((_, place) => place);
    case 'bands':
      return rule.bands.map(({ bound }) => firstOnOtherSide(bound, scale));
    case 'lateness':
      return rule.steps.map(({ atMostDays }) =>
        firstOnOtherSide({ comparison: '<=', value: ratio(atMostDays, 1) }, scale),
      );
    default:
      return assertNever(rule);
  }
}

type LinedRule = Extract<
  Rule,
  {
    readonly kind:
      | 'judgement'
      | 'proportional'
      | 'linear'
      | 'satisfaction'
      | 'per-count'
      | 'outside-index'
      | 'deduction';
  }
>;

/** The straight line that a rule draws over values; undefined for one that needs more than one figure. */
function lineOf(rule: LinedRule, maxScore: Points): Line | undefined {
  const max = exactly(maxScore);
  const whole: Line = { slope: max, offset: NO_SHARE, lowest: 0, highest: maxScore };
  switch (rule.kind) {
    case 'judgement':
      return { ...whole, slope: ratio(1_000_000, 1) };
    case 'satisfaction':
      return whole;
    case 'proportional':
      return { ...whole, floor: rule.floor, full: rule.full };
    case 'linear':
      return lineBetween(rule, whole, max);
    case 'per-count': {
      const highest = Math.min(maxScore, rule.cap ?? maxScore);
      return { ...whole, slope: exactly(rule.each), highest };
    }
    case 'outside-index':
      return { ...whole, slope: multiplyRatios(max, ratio(rule.scale.denominator, rule.scale.numerator)) };
    case 'deduction': {
      if (rule.events.length > 1 || rule.cap !== undefined) return undefined;
      const cost = awardWorth(rule.events[0].award, maxScore);
      return { ...whole, slope: subtractRatios(NO_SHARE, cost), offset: max };
    }
    default:
      return assertNever(rule);
  }
}

/** A line through nothing at `from` and the maximum at `to`; a jump, where they are the same, is no line. */
function lineBetween({ from, to }: LinearRule, whole: Line, max: Ratio): Line | undefined {
  const span = subtractRatios(to, from);
  if (span.numerator === 0n) return undefined;
  const slope = multiplyRatios(max, ratio(span.denominator, span.numerator));
  return { ...whole, slope, offset: multiplyRatios(subtractRatios(NO_SHARE, from), slope) };
}
