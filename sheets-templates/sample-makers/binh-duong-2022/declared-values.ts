import { CalendarDateSchema } from '../../../src/domain/calendar-date.ts';
import type { Component } from '../../../src/domain/criteria-set.ts';
import type { Count, DeclaredValue } from '../../../src/domain/declared-value.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import type { Rule } from '../../../src/domain/rule.ts';
import { wholeBetween } from './random.ts';
import { countedAs, sizeOf } from './sizes.ts';
import { attainedShare, drawOf, type Situation, stepsDown } from './texture.ts';

type RuleOf<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;

/** On-time handling of applications, and the letters of apology for those that were late. */
const ON_TIME = '3.4.1';
const APOLOGIES = '3.4.2';
const PETITIONS = '3.5.1';

/** One commune in this many had no petition at all. */
const WITHOUT_PETITIONS = 1 / 14;

/** The plan of the year is due on this day. */
export const PLAN_DUE = CalendarDateSchema.parse('2022-01-31');

export const wholeNumber = (value: number): DeclaredValue => ({ kind: 'number', value: ratio(value, 1) });

export const partOf = (part: number, whole: number): DeclaredValue => ({
  kind: 'part-of-whole',
  part: ratio(part, 1),
  whole: ratio(whole, 1),
});

/** An index from elsewhere, printed with two decimals. */
export const printedIndex = (hundredths: number): DeclaredValue => ({
  kind: 'number',
  value: ratio(hundredths, 100),
});

/** How many there are of what the criterion counts for this unit; the same at any strain. */
export function wholeFor({ unit, level, attempt }: Situation, code: string): number {
  return wholeBetween(sizeOf(code, level), 'whole', unit.id, countedAs(code), attempt);
}

const numberOf = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }): number =>
  Number(numerator) / Number(denominator);

/** A count inside the band that is so many steps below the best one. */
function inBand({ bands }: RuleOf<'bands'>, down: number, whole: number, draw: number): DeclaredValue {
  const least = down < bands.length ? numberOf(bands[down]?.bound.value ?? ratio(0, 1)) : 0.4;
  const below = down === 0 ? undefined : numberOf(bands[down - 1]?.bound.value ?? ratio(1, 1));
  const parts = Array.from({ length: whole + 1 }, (_, count) => count).filter(
    (count) => count >= least * whole && (below === undefined || count < below * whole),
  );
  const most = Math.min(parts.length, Math.ceil(whole * 0.3) + 1);
  const part = parts[Math.floor(draw * most)] ?? parts[0];
  // A band that no count of so few falls into: what is just below it.
  return partOf(part ?? Math.max(Math.ceil((below ?? 0) * whole) - 1, 0), whole);
}

/** Whole answers A to D whose weighted mean comes near the share: few are against, the rest between good and best. */
function answersFor(share: number, answered: number): DeclaredValue {
  const [c, d] = [Math.round(0.22 * (1 - share) * answered), Math.round(0.05 * (1 - share) * answered)];
  const b = Math.min(
    Math.max(Math.round((answered - 0.8 * c - d - share * answered) / 0.4), 0),
    answered - c - d,
  );
  const counts = { A: answered - b - c - d, B: b, C: c, D: d };
  return {
    kind: 'counts',
    counts: Object.entries(counts).map(([label, count]): Count => ({ label, count: ratio(count, 1) })),
  };
}

/** A plan signed before the day it was due, some days after it, or too late. */
function issuedOn(situation: Situation, code: string): DeclaredValue {
  const down = stepsDown(situation, code, 2);
  const draw = drawOf(situation, code, 'day');
  const days = [8 + Math.floor(draw * 23), 31 + 1 + Math.floor(draw * 10), 31 + 11 + Math.floor(draw * 14)];
  const day = days[down] ?? 8;
  const [month, date] = day <= 31 ? [1, day] : [2, day - 31];
  const padded = [month, date].map((part) => String(part).padStart(2, '0')).join('-');
  return { kind: 'date', date: CalendarDateSchema.parse(`2022-${padded}`) };
}

/** Handled on time: the rate moves between the two ends of the scale, in whole applications. */
function onTime(situation: Situation): { readonly part: number; readonly whole: number } {
  const whole = wholeFor(situation, ON_TIME);
  const late = Math.round(whole * 0.05 * (1 - attainedShare(situation, ON_TIME)));
  return { part: whole - late, whole };
}

function proportionalValue(rule: RuleOf<'proportional'>, situation: Situation, code: string): DeclaredValue {
  if (code === APOLOGIES) {
    const { part, whole } = onTime(situation);
    const late = whole - part;
    return partOf(late - (stepsDown(situation, code, 1) === 0 ? 0 : Math.ceil(late * 0.3)), late);
  }
  const isIdle = code === PETITIONS && situation.level === 'xa';
  if (isIdle && drawOf(situation, code, 'any') < WITHOUT_PETITIONS) return partOf(0, 0);
  const whole = wholeFor(situation, code);
  const floor = Math.ceil(numberOf(rule.floor.value) * whole);
  return partOf(Math.max(Math.round(whole * attainedShare(situation, code)), floor), whole);
}

/** A rate between the two ends of a linear scale: a count where things are counted, else percent with two decimals. */
function linearValue(rule: RuleOf<'linear'>, situation: Situation, code: string): DeclaredValue {
  if (code === ON_TIME) {
    const { part, whole } = onTime(situation);
    return partOf(part, whole);
  }
  const [from, to] = [numberOf(rule.from), numberOf(rule.to)];
  const rate = from + (to - from) * attainedShare(situation, code);
  if (code === '6.1' || code === '7.2.2') {
    return { kind: 'rate', rate: ratio(Math.round(rate * 10_000), 10_000) };
  }
  const whole = wholeFor(situation, code);
  return partOf(Math.round(rate * whole), whole);
}

/** What is entered for a component: a fact that loses points as the unit's strain and the criterion have it. */
export function declaredFor(component: Component, situation: Situation): DeclaredValue {
  const { rule, code, maxScore } = component;
  switch (rule?.kind) {
    case 'yes-no':
      return { kind: 'yes-no', yes: stepsDown(situation, code, 1) === 0 };
    case 'choice': {
      const down = stepsDown(situation, code, rule.options.length - 1);
      return { kind: 'label', label: rule.options[down]?.label ?? rule.options[0].label };
    }
    case 'bands': {
      const draw = drawOf(situation, code, 'part');
      const down = stepsDown(situation, code, rule.bands.length);
      return inBand(rule, down, wholeFor(situation, code), draw);
    }
    case 'proportional':
      return proportionalValue(rule, situation, code);
    case 'linear':
      return linearValue(rule, situation, code);
    case 'per-count': {
      const most = Math.ceil(maxScore / rule.each);
      return wholeNumber(Math.max(most - stepsDown(situation, code, most), 0));
    }
    case 'deduction':
      return wholeNumber(stepsDown(situation, code, 4));
    case 'lateness':
      return issuedOn(situation, code);
    case 'outside-index':
      return printedIndex(Math.round(10_000 * Math.min(attainedShare(situation, code), 0.98)));
    case 'survey': {
      const unanswered = Math.floor(6 * drawOf(situation, code, 'unanswered'));
      return answersFor(attainedShare(situation, code), wholeFor(situation, code) - unanswered);
    }
    case 'satisfaction': {
      const whole = wholeFor(situation, code);
      return partOf(Math.round(whole * attainedShare(situation, code)), whole);
    }
    default:
      throw new Error(`no invented value for the criterion ${code}`);
  }
}
