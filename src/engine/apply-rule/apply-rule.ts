import { assertNever } from '../../domain/assert-never.ts';
import type { DeclaredKind, DeclaredValue } from '../../domain/declared-value.ts';
import type { Points } from '../../domain/points.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { FigureKind, RateRule, Rule } from '../../domain/rule.ts';
import { sumOfTerms } from '../../domain/sum-of-terms.ts';
import type { Working } from '../../domain/working.ts';
import { scoreDeduction, scorePerCount, scoreSteps } from './count-rules.ts';
import { scoreChoice, scoreYesNo } from './label-rules.ts';
import { scoreLateness } from './lateness.ts';
import { scoreFigure } from './rate-rules.ts';
import { meanOfItems, quotient, weightedAnswers } from './share-rules.ts';
import { type Application, exactly, nothingToCount, shareOfMax, workingOf } from './working-of.ts';

/**
 * The points of a declared value under a rule, with the whole working. A declared value of a kind that the
 * rule does not take, or a label that it does not know, is a bug of whoever read the workbook.
 */
export function applyRule(rule: Rule, declared: DeclaredValue, maxScore: Points): Working {
  const given: Application = { rule, declared, maxScore };
  switch (rule.kind) {
    case 'judgement': {
      const { points } = as(declared, 'points');
      return workingOf(given, { because: { kind: 'as-declared' }, exact: exactly(points) });
    }
    case 'yes-no':
      return workingOf(given, scoreYesNo(as(declared, 'yes-no').yes, maxScore));
    case 'choice':
      return workingOf(given, scoreChoice(rule.options, as(declared, 'label').label, maxScore));
    case 'bands':
    case 'linear':
      return onFigure(given, rule, rule.of);
    case 'proportional':
    case 'satisfaction':
      return onFigure(given, rule, 'rate');
    case 'per-count':
      return workingOf(given, scorePerCount(rule, as(declared, 'number').value));
    case 'deduction':
      return workingOf(given, scoreDeduction(rule, eventsOf(rule, declared), maxScore));
    case 'lateness':
      return workingOf(given, scoreLateness(rule, as(declared, 'date', 'number', 'not-done'), maxScore));
    case 'steps':
      return workingOf(given, scoreSteps(rule, as(declared, 'number').value));
    case 'count-ratio':
    case 'mean-of-items':
    case 'survey':
    case 'outside-index':
      return onShare(given, rule);
    default:
      return assertNever(rule);
  }
}

/** The declared value, known to be of one of the kinds. */
function as<K extends DeclaredKind>(
  declared: DeclaredValue,
  ...kinds: readonly K[]
): Extract<DeclaredValue, { readonly kind: K }> {
  const isOfKind = (value: DeclaredValue): value is Extract<DeclaredValue, { readonly kind: K }> =>
    kinds.some((kind) => kind === value.kind);
  if (!isOfKind(declared))
    throw new Error(`the rule does not read a declared value of kind ${declared.kind}`);
  return declared;
}

/** With one kind of event its number may be entered alone. */
function eventsOf(rule: Extract<Rule, { readonly kind: 'deduction' }>, declared: DeclaredValue) {
  const given = as(declared, 'number', 'counts');
  if (given.kind === 'counts') return given.counts;
  const [only, ...others] = rule.events;
  if (others.length > 0) throw new Error('a rule with several kinds of event reads a number for each');
  return [{ label: only.label, count: given.value }];
}

function onFigure(given: Application, rule: RateRule, of: FigureKind): Working {
  const value = of === 'number' ? as(given.declared, 'number').value : rateOf(given.declared);
  if (value === undefined) return nothingToCount(given);
  return workingOf(given, { ...scoreFigure(rule, value, given.maxScore), figure: { kind: of, value } });
}

function rateOf(declared: DeclaredValue): Ratio | undefined {
  const given = as(declared, 'rate', 'part-of-whole');
  return given.kind === 'rate' ? given.rate : quotient(given.part, given.whole);
}

type ShareRule = Extract<
  Rule,
  { readonly kind: 'count-ratio' | 'mean-of-items' | 'survey' | 'outside-index' }
>;

/** Rules that first come to a share; nothing to divide by means that the component does not apply. */
function onShare(given: Application, rule: ShareRule): Working {
  const { declared, maxScore } = given;
  if (rule.kind === 'count-ratio') {
    const { counts } = as(declared, 'counts');
    const rate = quotient(sumOfTerms(rule.part, counts), sumOfTerms(rule.whole, counts));
    if (rate === undefined) return nothingToCount(given);
    return workingOf(given, {
      ...scoreFigure(rule.scoredBy, rate, maxScore),
      figure: { kind: 'rate', value: rate },
    });
  }
  if (rule.kind === 'survey') {
    const rate = weightedAnswers(rule.options, as(declared, 'counts').counts);
    if (rate === undefined) return nothingToCount(given);
    return workingOf(given, { ...shareOfMax(rate, maxScore), figure: { kind: 'rate', value: rate } });
  }
  const value =
    rule.kind === 'outside-index'
      ? as(declared, 'number').value
      : meanOfItems(as(declared, 'items').values, rule.decimals);
  const share = value === undefined ? undefined : quotient(value, rule.scale);
  if (value === undefined || share === undefined) return nothingToCount(given);
  return workingOf(given, { ...shareOfMax(share, maxScore), figure: { kind: 'number', value } });
}
