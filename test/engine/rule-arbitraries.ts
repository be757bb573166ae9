import * as fc from 'fast-check';
import { assertNever } from '../../src/domain/assert-never.ts';
import { type CalendarDate, CalendarDateSchema } from '../../src/domain/calendar-date.ts';
import type { Count, DeclaredValue } from '../../src/domain/declared-value.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { addRatios, compareRatios, type Ratio, ratio, subtractRatios } from '../../src/domain/ratio.ts';
import {
  type Award,
  type BandsRule,
  type Bound,
  COMPARISONS,
  type CountRatioRule,
  type LabelledAward,
  type RateRule,
  type Rule,
  type RuleBand,
} from '../../src/domain/rule.ts';
import { sumOfTerms } from '../../src/domain/sum-of-terms.ts';

/** Decimals as people write them, with up to four places; negative ones only where a rule can meet them. */
const decimals = (max: number, min = 0): fc.Arbitrary<Ratio> =>
  fc.integer({ min: min * 10_000, max: max * 10_000 }).map((scaled) => ratio(scaled, 10_000));
export const rates = fc.oneof(fc.constantFrom(ratio(0, 1), ratio(1, 1), ratio(9, 10)), decimals(2));
export const somePoints: fc.Arbitrary<Points> = fc
  .integer({ min: 0, max: 400 })
  .map((hundredths) => asPoints(hundredths * (POINT / 100)));
const dates: fc.Arbitrary<CalendarDate> = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => CalendarDateSchema.parse(date.toISOString().slice(0, 10)));

const awards: fc.Arbitrary<Award> = fc.oneof(
  somePoints.map((points): Award => ({ kind: 'points', points })),
  decimals(1).map((share): Award => ({ kind: 'share', share })),
);

const LABELS = ['Đạt', 'không đạt', 'Tốt', 'nghiêm trọng', 'tổng số', 'A'] as const;
const labels = fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 4 });

function nonEmpty<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('the generator gave an empty list');
  return [first, ...rest];
}

const list = <T>(items: fc.Arbitrary<T>, maxLength = 4) =>
  fc.array(items, { minLength: 1, maxLength }).map(nonEmpty);

const labelledAwards = labels.chain((names) =>
  fc.tuple(...names.map((label) => awards.map((award): LabelledAward => ({ label, award })))).map(nonEmpty),
);

const bounds = fc.record({ comparison: fc.constantFrom(...COMPARISONS), value: rates });
function holds({ comparison, value }: Bound, figure: Ratio): boolean {
  const order = compareRatios(figure, value);
  const isStrict = comparison === '>' || comparison === '<';
  if (order === 0) return !isStrict;
  return comparison.startsWith('>') ? order > 0 : order < 0;
}

/** Whether a figure at, or a little beside, a bound of the rule comes to a band first. */
export function isReached(band: RuleBand, { of, bands }: Pick<BandsRule, 'of' | 'bands'>): boolean {
  const beside = ratio(1, 1_000_000);
  return bands
    .flatMap(({ bound: { value } }) => [value, addRatios(value, beside), subtractRatios(value, beside)])
    .filter((figure) => of === 'number' || figure.numerator >= 0n)
    .some((figure) => bands.find(({ bound }) => holds(bound, figure)) === band);
}

export const anyBandsRules = fc.record({
  kind: fc.constant('bands' as const),
  of: fc.constantFrom('rate' as const, 'number' as const),
  bands: list(fc.record({ bound: bounds, award: awards })),
  otherwise: awards,
});
const bandsRules = anyBandsRules.map(withoutIdleBands);

function withoutIdleBands(rule: BandsRule): BandsRule {
  const [first, ...rest] = rule.bands.filter((band) => isReached(band, rule));
  const some = { bound: { comparison: '>=' as const, value: ratio(1, 1) }, award: rule.otherwise };
  return { ...rule, bands: [first ?? some, ...rest] };
}

const linearRules = fc
  .record({
    kind: fc.constant('linear' as const),
    of: fc.constantFrom('rate' as const, 'number' as const),
    from: rates,
    to: rates,
  })
  .filter(({ from, to }) => compareRatios(from, to) !== 0);
const proportionalRules = fc
  .record({
    kind: fc.constant('proportional' as const),
    full: rates,
    floor: fc.record({ comparison: fc.constantFrom('>=' as const, '>' as const), value: rates }),
  })
  .filter(({ full, floor }) => full.numerator > 0n && compareRatios(floor.value, full) <= 0);
const satisfactionRules = fc.constant({ kind: 'satisfaction' as const });

const rateRules: fc.Arbitrary<RateRule> = fc.oneof(
  anyBandsRules.map((rule) => withoutIdleBands({ ...rule, of: 'rate' })),
  linearRules.map((rule) => ({ ...rule, of: 'rate' as const })),
  proportionalRules,
  satisfactionRules,
);

const terms = list(
  fc.record({ sign: fc.constantFrom('+' as const, '-' as const), label: fc.constantFrom(...LABELS) }),
  3,
);

const latenessRules = fc
  .record(
    {
      due: dates,
      days: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 }),
      awards: fc.array(awards, { minLength: 3, maxLength: 3 }),
      otherwise: awards,
    },
    { requiredKeys: ['days', 'awards', 'otherwise'] },
  )
  .map(({ due, days, awards: given, otherwise }): Rule => {
    const steps = days
      .toSorted((a, b) => a - b)
      .map((atMostDays, place) => ({ atMostDays, award: given[place] ?? otherwise }));
    return { kind: 'lateness', steps: nonEmpty(steps), otherwise, ...(due === undefined ? {} : { due }) };
  });

/** Rules of every kind, with every optional part now and then. */
export const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom<Rule>({ kind: 'judgement' }, { kind: 'yes-no' }, { kind: 'satisfaction' }),
  labelledAwards.map((options): Rule => ({ kind: 'choice', options })),
  bandsRules,
  linearRules,
  proportionalRules,
  fc
    .record({ part: terms, whole: terms, scoredBy: rateRules })
    .map((parts): CountRatioRule => ({ kind: 'count-ratio', ...parts })),
  fc.record(
    { kind: fc.constant('per-count' as const), each: somePoints, cap: somePoints },
    { requiredKeys: ['kind', 'each'] },
  ),
  fc.record(
    { kind: fc.constant('deduction' as const), events: labelledAwards, cap: awards },
    { requiredKeys: ['kind', 'events'] },
  ),
  latenessRules,
  fc.record(
    {
      kind: fc.constant('mean-of-items' as const),
      scale: decimals(100, 1),
      decimals: fc.integer({ min: 0, max: 4 }),
    },
    { requiredKeys: ['kind', 'scale'] },
  ),
  labels
    .chain((names) =>
      fc
        .array(fc.option(decimals(1), { nil: undefined }), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map((weights) =>
          names.map((label, place) => {
            const weight = weights[place];
            return weight === undefined ? { label } : { label, weight };
          }),
        ),
    )
    .map((options): Rule => ({ kind: 'survey', options: nonEmpty(options) })),
  fc.record({ kind: fc.constant('outside-index' as const), scale: decimals(100, 1) }),
  fc.record(
    {
      kind: fc.constant('steps' as const),
      base: somePoints,
      from: decimals(5000),
      step: decimals(100, 1),
      each: somePoints,
      cap: somePoints,
      multiplier: decimals(1),
    },
    { requiredKeys: ['kind', 'base', 'from', 'step', 'each'] },
  ),
);

const countsFor = (names: readonly string[]): fc.Arbitrary<DeclaredValue> =>
  fc
    .array(fc.integer({ min: 0, max: 500 }), { minLength: names.length, maxLength: names.length })
    .map((counts) => ({
      kind: 'counts',
      counts: names.map((label, place): Count => ({ label, count: ratio(counts[place] ?? 0, 1) })),
    }));

const numbers: fc.Arbitrary<DeclaredValue> = decimals(6000).map((value) => ({ kind: 'number', value }));
const sharesDeclared: fc.Arbitrary<DeclaredValue> = fc.oneof(
  rates.map((rate): DeclaredValue => ({ kind: 'rate', rate })),
  fc
    .record({ part: decimals(300), whole: fc.oneof(fc.constant(ratio(0, 1)), decimals(300)) })
    .map((counts): DeclaredValue => ({ kind: 'part-of-whole', ...counts })),
);

/** Declared values that a rule takes, for a component with this maximum. */
export function declaredFor(rule: Rule, maxScore: Points): fc.Arbitrary<DeclaredValue> {
  switch (rule.kind) {
    case 'judgement':
      return fc
        .integer({ min: 0, max: maxScore })
        .map((points) => ({ kind: 'points', points: asPoints(points) }));
    case 'yes-no':
      return fc.boolean().map((yes) => ({ kind: 'yes-no', yes }));
    case 'choice':
      return fc.constantFrom(...rule.options).map(({ label }) => ({ kind: 'label', label }));
    case 'bands':
    case 'linear':
      return rule.of === 'rate' ? sharesDeclared : numbers;
    case 'proportional':
    case 'satisfaction':
      return sharesDeclared;
    case 'count-ratio':
      return countsFor([...new Set([...rule.part, ...rule.whole].map(({ label }) => label))]);
    case 'survey':
      return countsFor(rule.options.map(({ label }) => label));
    case 'deduction':
      return rule.events.length === 1
        ? fc.oneof(numbers, countsFor(rule.events.map(({ label }) => label)))
        : countsFor(rule.events.map(({ label }) => label));
    case 'lateness': {
      const byDays = fc.oneof(numbers, fc.constant<DeclaredValue>({ kind: 'not-done' }));
      return rule.due === undefined
        ? byDays
        : fc.oneof(
            byDays,
            dates.map((date): DeclaredValue => ({ kind: 'date', date })),
          );
    }
    case 'mean-of-items':
      return fc.array(decimals(100), { maxLength: 5 }).map((values) => ({ kind: 'items', values }));
    case 'per-count':
    case 'outside-index':
    case 'steps':
      return numbers;
    default:
      return assertNever(rule);
  }
}

const atMost = (value: Ratio, most: Ratio): Ratio => (compareRatios(value, most) > 0 ? most : value);
const WHOLE = ratio(1, 1);

/** Declared values that may be entered: those within the scale of the rule, and rates that are none below zero. */
export function soundlyDeclaredFor(rule: Rule, maxScore: Points): fc.Arbitrary<DeclaredValue> {
  return declaredFor(rule, maxScore).map((value) => withinScale(rule, value));
}

function withinScale(rule: Rule, value: DeclaredValue): DeclaredValue {
  switch (value.kind) {
    case 'number':
      return rule.kind === 'outside-index' ? { ...value, value: atMost(value.value, rule.scale) } : value;
    case 'items': {
      if (rule.kind !== 'mean-of-items') return value;
      return { ...value, values: value.values.map((item) => atMost(item, rule.scale)) };
    }
    case 'rate':
      return rule.kind === 'satisfaction' ? { ...value, rate: atMost(value.rate, WHOLE) } : value;
    case 'part-of-whole': {
      return rule.kind === 'satisfaction' ? { ...value, part: atMost(value.part, value.whole) } : value;
    }
    case 'counts':
      return rule.kind === 'count-ratio' ? countsWithin(rule, value) : value;
    default:
      return value;
  }
}

type Counts = Extract<DeclaredValue, { readonly kind: 'counts' }>;

/** Nothing to count in place of counts that make no rate between nothing and, where it matters, the whole. */
function countsWithin(rule: CountRatioRule, value: Counts): Counts {
  const [part, whole] = [rule.part, rule.whole].map((side) => sumOfTerms(side, value.counts));
  const isSound =
    part !== undefined &&
    whole !== undefined &&
    part.numerator >= 0n &&
    whole.numerator > 0n &&
    (rule.scoredBy.kind !== 'satisfaction' || compareRatios(part, whole) <= 0);
  if (isSound) return value;
  return { ...value, counts: value.counts.map((each) => ({ ...each, count: ratio(0, 1) })) };
}
