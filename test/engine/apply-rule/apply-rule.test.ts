import { describe, expect, test } from 'vitest';
import { CalendarDateSchema } from '../../../src/domain/calendar-date.ts';
import type { DeclaredValue } from '../../../src/domain/declared-value.ts';
import { type Ratio, ratio } from '../../../src/domain/ratio.ts';
import type { Award, Rule } from '../../../src/domain/rule.ts';
import { applyRule } from '../../../src/engine/apply-rule/apply-rule.ts';
import { points } from '../builders.ts';

const give = (value: number): Award => ({ kind: 'points', points: points(value) });
const share = (hundredths: number): Award => ({ kind: 'share', share: ratio(hundredths, 100) });
const percent = (value: number): DeclaredValue => ({
  kind: 'rate',
  rate: ratio(Math.round(value * 100), 10_000),
});
const partOf = (part: number, all: number): DeclaredValue => ({
  kind: 'part-of-whole',
  part: ratio(part, 1),
  whole: ratio(all, 1),
});
const number = (value: Ratio): DeclaredValue => ({ kind: 'number', value });
const whole = (value: number): DeclaredValue => number(ratio(value, 1));
const counts = (given: Readonly<Record<string, number>>): DeclaredValue => ({
  kind: 'counts',
  counts: Object.entries(given).map(([label, count]) => ({ label, count: ratio(count, 1) })),
});
const date = (text: string): DeclaredValue => ({ kind: 'date', date: CalendarDateSchema.parse(text) });

/** Cà Mau 2013, 1.1.4: "trên 90% kế hoạch: 2; từ 70% - 90%: 1; dưới 70%: 0" (docs/method.md R3). */
const CA_MAU: Rule = {
  kind: 'bands',
  of: 'rate',
  bands: [
    { bound: { comparison: '>', value: ratio(9, 10) }, award: give(2) },
    { bound: { comparison: '>=', value: ratio(7, 10) }, award: give(1) },
  ],
  otherwise: give(0),
};
const PROPORTIONAL: Rule = {
  kind: 'proportional',
  full: ratio(1, 1),
  floor: { comparison: '>=', value: ratio(8, 10) },
};
const TWO_STEPS_LATE: Rule = {
  kind: 'lateness',
  due: CalendarDateSchema.parse('2024-02-28'),
  steps: [
    { atMostDays: 0, award: give(1) },
    { atMostDays: 10, award: share(50) },
  ],
  otherwise: give(0),
};
const ONE_STOP: Rule = {
  kind: 'choice',
  options: [
    { label: 'ngắn hơn', award: give(2) },
    { label: 'bằng', award: give(1) },
    { label: 'dài hơn', award: give(0) },
  ],
};
const GRADES: Rule = {
  kind: 'choice',
  options: [
    { label: 'Hoàn thành xuất sắc', award: share(100) },
    { label: 'tốt', award: share(75) },
    { label: 'hoàn thành', award: share(50) },
  ],
};
const DEDUCTION: Rule = { kind: 'deduction', events: [{ label: 'chậm', award: give(0.25) }] };
const VIOLATIONS: Rule = {
  kind: 'deduction',
  events: [
    { label: 'nhẹ', award: share(50) },
    { label: 'nghiêm trọng', award: share(100) },
  ],
  cap: share(80),
};
const PETITIONS: Rule = {
  kind: 'count-ratio',
  part: [
    { sign: '+', label: 'tổng' },
    { sign: '-', label: 'không hài lòng' },
  ],
  whole: [{ sign: '+', label: 'tổng' }],
  scoredBy: { kind: 'satisfaction' },
};
const ANSWERS: Rule = {
  kind: 'survey',
  options: [
    { label: 'A', weight: ratio(1, 1) },
    { label: 'B', weight: ratio(60, 100) },
    { label: 'C', weight: ratio(20, 100) },
    { label: 'D', weight: ratio(0, 1) },
    { label: 'E' },
  ],
};
const POPULATION: Rule = {
  kind: 'steps',
  base: points(10),
  from: ratio(3500, 1),
  step: ratio(100, 1),
  each: points(0.5),
  cap: points(35),
};
const FEWER_IS_BETTER: Rule = { kind: 'linear', of: 'rate', from: ratio(10, 100), to: ratio(2, 100) };

describe('the points of a declared value', () => {
  test.each<[string, Rule, DeclaredValue, number, number]>([
    ['judgement: as entered', { kind: 'judgement' }, { kind: 'points', points: points(1.25) }, 2, 1.25],
    ['yes: the maximum', { kind: 'yes-no' }, { kind: 'yes-no', yes: true }, 1.5, 1.5],
    ['no: nothing', { kind: 'yes-no' }, { kind: 'yes-no', yes: false }, 1.5, 0],
    ['choice: the points of the label', ONE_STOP, { kind: 'label', label: 'bằng' }, 2, 1],
    ['choice: a share of the maximum', GRADES, { kind: 'label', label: 'tốt' }, 2, 1.5],
    ['open bound: exactly 90 % is not above 90 %', CA_MAU, percent(90), 2, 1],
    ['open bound: just above 90 %', CA_MAU, percent(90.01), 2, 2],
    ['closed bound: exactly 70 %', CA_MAU, percent(70), 2, 1],
    ['below every band', CA_MAU, percent(69.99), 2, 0],
    ['bands on two counts: 181/200 is 90,5 %', CA_MAU, partOf(181, 200), 2, 2],
    ['proportional: 195/200 of 1,5', PROPORTIONAL, partOf(195, 200), 1.5, 1.4625],
    ['proportional: full mark', PROPORTIONAL, partOf(200, 200), 1.5, 1.5],
    ['proportional: on the floor', PROPORTIONAL, percent(80), 1.5, 1.2],
    ['proportional: below the floor', PROPORTIONAL, percent(79.99), 1.5, 0],
    [
      'proportional: 2/3 rounds half up',
      { ...PROPORTIONAL, floor: { comparison: '>', value: ratio(0, 1) } },
      partOf(2, 3),
      2,
      1.333333,
    ],
    ['linear: half way down', FEWER_IS_BETTER, percent(6), 3, 1.5],
    ['linear: beyond the better end', FEWER_IS_BETTER, percent(1), 3, 3],
    ['linear: beyond the worse end', FEWER_IS_BETTER, percent(40), 3, 0],
    ['satisfaction: rate × maximum', { kind: 'satisfaction' }, percent(87.8), 10, 8.78],
    ['satisfaction: never above the maximum', { kind: 'satisfaction' }, partOf(11, 10), 10, 10],
    ['per count: 3 × 0,5', { kind: 'per-count', each: points(0.5) }, whole(3), 2, 1.5],
    ['per count: capped at the maximum', { kind: 'per-count', each: points(0.5) }, whole(7), 2, 2],
    ['per count: capped below it', { kind: 'per-count', each: points(0.5), cap: points(1) }, whole(7), 2, 1],
    ['deduction: two late reports', DEDUCTION, whole(2), 1.5, 1],
    ['deduction: never below nothing', DEDUCTION, whole(9), 1.5, 0],
    ['deduction: by kind of event', VIOLATIONS, counts({ nhẹ: 1 }), 2, 1],
    ['deduction: capped', VIOLATIONS, counts({ nhẹ: 1, 'nghiêm trọng': 2 }), 2, 0.4],
    ['lateness: on the day', TWO_STEPS_LATE, date('2024-02-28'), 1, 1],
    ['lateness: two days over the leap day', TWO_STEPS_LATE, date('2024-03-01'), 1, 0.5],
    ['lateness: the tenth day', TWO_STEPS_LATE, date('2024-03-09'), 1, 0.5],
    ['lateness: the eleventh day', TWO_STEPS_LATE, date('2024-03-10'), 1, 0],
    ['lateness: never done', TWO_STEPS_LATE, { kind: 'not-done' }, 1, 0],
    ['lateness: days entered', TWO_STEPS_LATE, whole(-3), 1, 1],
    [
      'mean of items: rounded to one decimal, as TT 01/2018 says',
      { kind: 'mean-of-items', scale: ratio(18, 1), decimals: 1 },
      { kind: 'items', values: [ratio(15, 1), ratio(16, 1), ratio(16, 1)] },
      9,
      7.85,
    ],
    ['count ratio: (200 − 10) / 200', PETITIONS, counts({ tổng: 200, 'không hài lòng': 10 }), 2, 1.9],
    [
      'survey: weighted answers, those without a weight left out',
      ANSWERS,
      counts({ A: 50, B: 30, C: 15, D: 5, E: 40 }),
      10,
      7.1,
    ],
    [
      'outside index: 80,5 of 100',
      { kind: 'outside-index', scale: ratio(100, 1) },
      number(ratio(805, 10)),
      2,
      1.61,
    ],
    ['steps: 3 799 people are two whole hundreds above', POPULATION, whole(3799), 40, 11],
    ['steps: below the start the base', POPULATION, whole(100), 40, 10],
    ['steps: capped', POPULATION, whole(900_000), 40, 35],
    ['steps: with a multiplier', { ...POPULATION, multiplier: ratio(75, 100) }, whole(3799), 40, 8.25],
  ])('%s', (_, rule, declared, maxScore, expected) => {
    expect(applyRule(rule, declared, points(maxScore)).points).toBe(points(expected));
  });

  test.each<[string, Rule, DeclaredValue]>([
    ['a whole of zero', PROPORTIONAL, partOf(0, 0)],
    ['no petitions at all', PETITIONS, counts({ tổng: 0, 'không hài lòng': 0 })],
    ['nobody answered', ANSWERS, counts({ E: 12 })],
    ['no items', { kind: 'mean-of-items', scale: ratio(18, 1) }, { kind: 'items', values: [] }],
  ])('%s means that the component does not apply', (_, rule, declared) => {
    expect(applyRule(rule, declared, points(2))).toEqual({
      rule: rule.kind,
      declared,
      maxScore: points(2),
      because: { kind: 'nothing-to-count' },
    });
  });

  test('labels and inputs that the rule does not know are refused as bugs', () => {
    expect(() => applyRule(ONE_STOP, { kind: 'label', label: 'x' }, points(2))).toThrow('no option x');
    expect(() => applyRule(ANSWERS, counts({ Z: 1 }), points(2))).toThrow('no answer Z');
    expect(() => applyRule(VIOLATIONS, counts({ Z: 1 }), points(2))).toThrow('no event Z');
    expect(() => applyRule(VIOLATIONS, whole(1), points(2))).toThrow('a number for each');
    expect(() => applyRule(PETITIONS, counts({ tổng: 1 }), points(2))).toThrow(
      'nothing was entered for không hài lòng',
    );
    expect(() =>
      applyRule(
        { kind: 'lateness', steps: [{ atMostDays: 0, award: give(1) }], otherwise: give(0) },
        date('2024-01-01'),
        points(1),
      ),
    ).toThrow('without a due date');
  });
});

describe('the working', () => {
  test('holds the figure, the step and the exact points: 195/200 = 97,5 % → 97,5 % × 1,5 = 1,4625', () => {
    expect(applyRule(PROPORTIONAL, partOf(195, 200), points(1.5))).toEqual({
      rule: 'proportional',
      declared: partOf(195, 200),
      maxScore: points(1.5),
      figure: { kind: 'rate', value: ratio(39, 40) },
      because: { kind: 'share-of-max', share: ratio(39, 40) },
      exact: ratio(1_462_500, 1),
      points: points(1.4625),
    });
  });

  test('names the band that held, or that none did', () => {
    expect(applyRule(CA_MAU, percent(75), points(2)).because).toEqual({
      kind: 'band',
      place: 1,
      bound: { comparison: '>=', value: ratio(7, 10) },
      award: give(1),
    });
    expect(applyRule(CA_MAU, percent(5), points(2)).because).toEqual({ kind: 'otherwise', award: give(0) });
  });

  test('counts calendar days late', () => {
    expect(applyRule(TWO_STEPS_LATE, date('2024-03-01'), points(1)).figure).toEqual({
      kind: 'days-late',
      value: ratio(2, 1),
    });
  });
});
