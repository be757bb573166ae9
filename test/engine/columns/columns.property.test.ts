import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeclaredValue } from '../../../src/domain/declared-value.ts';
import { asPoints, type Points } from '../../../src/domain/points.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import type { Rule } from '../../../src/domain/rule.ts';
import { applyRule } from '../../../src/engine/apply-rule/apply-rule.ts';
import { BLANK_FIGURE } from '../../../src/engine/columns/blank-figure.ts';
import type { ColumnRule } from '../../../src/engine/columns/column-rule.ts';
import { momentsOf } from '../../../src/engine/columns/column-sums.ts';
import { compileRule } from '../../../src/engine/columns/compile-rule.ts';
import { rankTotals } from '../../../src/engine/columns/rank-totals.ts';
import { scoreColumn } from '../../../src/engine/columns/score-column.ts';
import { type ColumnStore, scoreColumns } from '../../../src/engine/columns/score-columns.ts';
import { rankContenders } from '../../../src/engine/rank.ts';
import { wholeDistribution } from '../../../src/engine/statistics/whole-distribution.ts';
import { always } from '../always.ts';
import { maxScores } from '../arbitraries.ts';
import { rules } from '../rule-arbitraries.ts';

const SCALES = [1, 10, 100, 1000, 10_000] as const;

/** The value that a person declares for a figure, written without anything of the column store. */
function declaredFor(rule: Rule, figure: number, scale: number): DeclaredValue {
  if (rule.kind === 'judgement')
    return { kind: 'points', points: asPoints(Math.round((figure / scale) * 1_000_000)) };
  if (rule.kind === 'yes-no') return { kind: 'yes-no', yes: figure > 0 };
  if (rule.kind === 'choice')
    return { kind: 'label', label: rule.options[figure]?.label ?? rule.options[0].label };
  const isRate =
    rule.kind === 'proportional' || rule.kind === 'satisfaction' || ('of' in rule && rule.of === 'rate');
  const value = ratio(figure, scale);
  return isRate ? { kind: 'rate', rate: value } : { kind: 'number', value };
}

const NO_RULE: ColumnRule = { kind: 'steps', thresholds: new Int32Array(), levels: new Int32Array(1) };

interface CompiledCase {
  readonly rule: Rule;
  readonly maxScore: Points;
  readonly scale: number;
  readonly compiled: ColumnRule;
}

const compiledCases: fc.Arbitrary<CompiledCase> = fc
  .record({ rule: rules, maxScore: maxScores, scale: fc.constantFrom(...SCALES) })
  .map((given) => ({ given, compiled: compileRule(given.rule, given.maxScore, given.scale) }))
  .filter(({ compiled }) => compiled !== undefined)
  .map(({ given, compiled }) => ({ ...given, compiled: compiled ?? NO_RULE }));

const scoredBy = (compiled: ColumnRule, figures: readonly number[]): readonly number[] => {
  const points = new Int32Array(figures.length);
  scoreColumn(compiled, { figures: Int32Array.from(figures), from: 0, to: figures.length }, points);
  return [...points];
};

const inRange = ({ rule, scale }: CompiledCase) =>
  rule.kind === 'choice'
    ? fc.integer({ min: 0, max: rule.options.length - 1 })
    : fc.oneof(fc.integer({ min: 0, max: 3 * scale }), fc.integer({ min: 0, max: 7000 }));

describe('a rule compiled for columns', () => {
  test('gives every figure the points that exact fractions give it', () => {
    const cases = compiledCases.chain((given) =>
      fc.record({
        given: fc.constant(given),
        figures: fc.array(inRange(given), { minLength: 1, maxLength: 40 }),
      }),
    );
    always(cases, ({ given: { rule, maxScore, scale, compiled }, figures }) => {
      const exact = figures.map(
        (figure) => applyRule(rule, declaredFor(rule, figure, scale), maxScore).points,
      );
      expect(scoredBy(compiled, figures)).toEqual(exact);
    });
  });

  test('gives a blank nothing', () => {
    always(compiledCases, ({ compiled }) => {
      expect(scoredBy(compiled, [BLANK_FIGURE])).toEqual([0]);
    });
  });

  test('is not made of a rule with several figures, nor of numbers too large for doubles', () => {
    const survey: Rule = { kind: 'survey', options: [{ label: 'A', weight: ratio(1, 1) }] };
    expect(compileRule(survey, asPoints(1_000_000), 1)).toBeUndefined();
    const fine: Rule = { kind: 'outside-index', scale: ratio(10n ** 12n + 1n, 10n ** 12n) };
    expect(compileRule(fine, asPoints(1_000_000), 1)).toBeUndefined();
    expect(compileRule({ kind: 'yes-no' }, asPoints(2 ** 31), 1)).toBeUndefined();
  });
});

const stores = fc
  .record({
    components: fc.array(fc.record({ given: compiledCases, field: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    units: fc.integer({ min: 1, max: 1100 }),
    seed: fc.integer(),
  })
  .map(({ components, units, seed }) => ({
    units,
    fields: 3,
    components: components.map(({ given, field }) => ({ field, rule: given.compiled })),
    columns: components.map((_, place) =>
      Int32Array.from({ length: units }, (_unused, unit) => {
        const mixed = Math.imul(unit * 31 + place + 1, seed | 1) >>> 7;
        return mixed % 11 === 0 ? BLANK_FIGURE : mixed % 1500;
      }),
    ),
  }));

describe('a column store', () => {
  const pointsOf = (store: ColumnStore) =>
    store.components.map(({ field, rule }, place) => ({
      field,
      points: scoredBy(rule, [...(store.columns[place] ?? [])]),
    }));

  test('sums points by field and in all, and counts blanks', () => {
    always(stores, (store) => {
      const [scores, columns] = [scoreColumns(store), pointsOf(store)];
      const sumAt = (unit: number, fields: readonly number[]): number =>
        columns
          .filter(({ field }) => fields.includes(field))
          .reduce((sum, { points }) => sum + (points[unit] ?? 0), 0);
      for (const unit of [0, Math.floor(store.units / 2), store.units - 1]) {
        expect(scores.totals[unit]).toBe(sumAt(unit, [0, 1, 2]));
        expect(scores.fields.map((field) => field[unit])).toEqual(
          [0, 1, 2].map((field) => sumAt(unit, [field])),
        );
        expect(scores.blanks[unit]).toBe(
          store.columns.filter((column) => column[unit] === BLANK_FIGURE).length,
        );
      }
    });
  });

  test('has the exact figures of each component over the units that have an entry', () => {
    always(stores, (store) => {
      const entered = pointsOf(store).map(({ points }, place) =>
        points.filter((_, unit) => store.columns[place]?.[unit] !== BLANK_FIGURE),
      );
      const given = scoreColumns(store).componentSums.map((sums) => {
        const extremes = { min: ratio(sums.min, 1), max: ratio(sums.max, 1) };
        return sums.count === 0 ? undefined : { count: sums.count, ...momentsOf(sums), ...extremes };
      });
      expect(given).toEqual(
        entered.map(wholeDistribution).map((figures) => {
          if (figures === undefined) return undefined;
          const { count, mean, variance, min, max } = figures;
          return { count, mean, variance, min, max };
        }),
      );
    });
  });

  test('without its columns, or with more units than stay exact, is refused as a bug', () => {
    const rule = { kind: 'steps', thresholds: new Int32Array(), levels: new Int32Array(1) } as const;
    const store = { units: 1, fields: 1, components: [{ field: 0, rule }], columns: [] };
    expect(() => scoreColumns(store)).toThrow('has no column');
    expect(() => scoreColumns({ ...store, units: 2 ** 21 })).toThrow('more units');
  });
});

describe('places of whole totals', () => {
  const contests = fc.array(
    fc.record({
      total: fc.integer({ min: 0, max: 40 }),
      group: fc.integer({ min: 0, max: 2 }),
      ranked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test('are the competition ranks of the same figures as fractions, within each group', () => {
    always(contests, (units) => {
      const ranks = rankTotals(
        Float64Array.from(units, ({ total }) => total * 250_000),
        {
          groupOf: Int32Array.from(units, ({ group }) => group),
          groups: 3,
          isRanked: (unit) => units[unit]?.ranked === true,
        },
      );
      const expected = units.map(() => 0);
      for (const group of [0, 1, 2]) {
        const members = units.flatMap((unit, place) => (unit.group === group && unit.ranked ? [place] : []));
        const standings = rankContenders(
          members.map((place) => ({ index: ratio(units[place]?.total ?? 0, 1), keys: [] })),
          {
            shown: { decimals: 2, rounding: 'half-up' },
            rankBasis: 'exact',
            rankStyle: 'competition',
            tieBreaks: [],
          },
        );
        for (const [order, place] of members.entries()) expected[place] = standings[order]?.rank ?? 0;
      }
      expect([...ranks]).toEqual(expected);
    });
  });

  test('too large to be told apart exactly are refused', () => {
    const contest = { groupOf: Int32Array.of(0, 0), groups: 1, isRanked: () => true };
    expect(() => rankTotals(Float64Array.of(2 ** 53 - 1, 1), contest)).toThrow('too large');
  });
});
