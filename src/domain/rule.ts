import { assertNever } from './assert-never.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { DeclaredKind } from './declared-value.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';

/** What a step of a rule gives: points, or a share of the component's maximum ("75% điểm tối đa"). */
export type Award =
  | { readonly kind: 'points'; readonly points: Points }
  | { readonly kind: 'share'; readonly share: Ratio };

export const COMPARISONS = ['>=', '>', '<=', '<'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** An open or closed bound: "từ 70%" is >= 7/10, "trên 90%" is > 9/10. A rate of 90 % is 9/10. */
export interface Bound {
  readonly comparison: Comparison;
  readonly value: Ratio;
}

/** Bands are read from the first to the last; the first whose bound holds gives its award. */
export interface RuleBand {
  readonly bound: Bound;
  readonly award: Award;
}

export interface LabelledAward {
  readonly label: string;
  readonly award: Award;
}

/** Whether a figure is a share (entered as 95 % or 190/200) or a plain number. */
export type FigureKind = 'rate' | 'number';

/** "Trên 90%: 2; từ 70%: 1; còn lại: 0" (docs/method.md R3). */
export interface BandsRule {
  readonly kind: 'bands';
  readonly of: FigureKind;
  readonly bands: readonly [RuleBand, ...RuleBand[]];
  readonly otherwise: Award;
}

/** At the full rate or above the maximum, from the floor on rate × maximum, below it nothing (R4). */
export interface ProportionalRule {
  readonly kind: 'proportional';
  readonly full: Ratio;
  /** Its comparison is >= or >. */
  readonly floor: Bound;
}

/** Nothing at `from` and beyond, the maximum at `to` and beyond, straight between; `to` may be the smaller (R5). */
export interface LinearRule {
  readonly kind: 'linear';
  readonly of: FigureKind;
  readonly from: Ratio;
  readonly to: Ratio;
}

/** Rate × maximum, as for a satisfaction rate (R13). */
export interface SatisfactionRule {
  readonly kind: 'satisfaction';
}

/** The rules that a rate may go through. */
export type RateRule = BandsRule | ProportionalRule | LinearRule | SatisfactionRule;

/** A named input that is added or taken away. */
export interface Term {
  readonly sign: '+' | '-';
  readonly label: string;
}

/** "(tổng − không hài lòng) / tổng": a rate made of named counts, then scored by a rule on rates (R11). */
export interface CountRatioRule {
  readonly kind: 'count-ratio';
  readonly part: readonly [Term, ...Term[]];
  readonly whole: readonly [Term, ...Term[]];
  readonly scoredBy: RateRule;
}

/** Due on a day, with steps in calendar days late; a later day or nothing done gets `otherwise` (R8). */
export interface LatenessRule {
  readonly kind: 'lateness';
  /** Absent when days late are entered instead of a date. */
  readonly due?: CalendarDate;
  /** By rising number of days; 0 is "on time". */
  readonly steps: readonly [LatenessStep, ...LatenessStep[]];
  readonly otherwise: Award;
}

export interface LatenessStep {
  readonly atMostDays: number;
  readonly award: Award;
}

/** An option of a survey question; answers to an option without a weight are not counted ("không ý kiến"). */
export interface AnswerOption {
  readonly label: string;
  /** 60 % is 3/5. */
  readonly weight?: Ratio;
}

/** How a declared value becomes points; 0 ≤ points ≤ maximum always (docs/method.md §2). */
export type Rule =
  /** Points by judgement of the appraisers (R18). */
  | { readonly kind: 'judgement' }
  /** Yes the maximum, no nothing (R1). */
  | { readonly kind: 'yes-no' }
  /** One label of a list (R2 with points, R9 with shares of the maximum). */
  | { readonly kind: 'choice'; readonly options: readonly [LabelledAward, ...LabelledAward[]] }
  | RateRule
  | CountRatioRule
  /** Number × points each, up to a cap below the maximum or the maximum itself (R6). */
  | { readonly kind: 'per-count'; readonly each: Points; readonly cap?: Points }
  /** The maximum less an award for each event, down to nothing or by at most a cap (R7). */
  | {
      readonly kind: 'deduction';
      /** With one kind of event its number is entered, with several a number for each label. */
      readonly events: readonly [LabelledAward, ...LabelledAward[]];
      readonly cap?: Award;
    }
  | LatenessRule
  /** Mean of the items, rounded half up when the rule says so, as a share of the scale × maximum (R10). */
  | { readonly kind: 'mean-of-items'; readonly scale: Ratio; readonly decimals?: number }
  /** Σ(weight × answers) ÷ Σ answers × maximum (R12). */
  | { readonly kind: 'survey'; readonly options: readonly [AnswerOption, ...AnswerOption[]] }
  /** An index from elsewhere ÷ its scale × maximum (R14). */
  | { readonly kind: 'outside-index'; readonly scale: Ratio }
  /** base + whole steps above `from` × points each, times a multiplier, up to a cap or the maximum (R16). */
  | {
      readonly kind: 'steps';
      readonly base: Points;
      readonly from: Ratio;
      readonly step: Ratio;
      readonly each: Points;
      readonly cap?: Points;
      readonly multiplier?: Ratio;
    };

export type RuleKind = Rule['kind'];

export const RULE_KINDS = [
  'judgement',
  'yes-no',
  'choice',
  'bands',
  'proportional',
  'linear',
  'satisfaction',
  'count-ratio',
  'per-count',
  'deduction',
  'lateness',
  'mean-of-items',
  'survey',
  'outside-index',
  'steps',
] as const satisfies readonly RuleKind[];

const RATE_KINDS = ['rate', 'part-of-whole'] as const;

/** The kinds of declared value that a rule can be applied to, the usual one first. */
export function declaredKindsOf(rule: Rule): readonly DeclaredKind[] {
  switch (rule.kind) {
    case 'judgement':
      return ['points'];
    case 'yes-no':
      return ['yes-no'];
    case 'choice':
      return ['label'];
    case 'bands':
    case 'linear':
      return rule.of === 'rate' ? RATE_KINDS : ['number'];
    case 'proportional':
    case 'satisfaction':
      return RATE_KINDS;
    case 'count-ratio':
    case 'survey':
      return ['counts'];
    case 'deduction':
      return rule.events.length === 1 ? ['number', 'counts'] : ['counts'];
    case 'lateness':
      return rule.due === undefined ? ['number', 'not-done'] : ['date', 'number', 'not-done'];
    case 'mean-of-items':
      return ['items'];
    case 'per-count':
    case 'outside-index':
    case 'steps':
      return ['number'];
    default:
      return assertNever(rule);
  }
}
