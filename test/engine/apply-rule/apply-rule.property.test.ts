import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeclaredValue } from '../../../src/domain/declared-value.ts';
import { compareRatios } from '../../../src/domain/ratio.ts';
import { divideRounded } from '../../../src/domain/rounding.ts';
import { declaredKindsOf } from '../../../src/domain/rule.ts';
import { applyRule } from '../../../src/engine/apply-rule/apply-rule.ts';
import { always } from '../always.ts';
import { maxScores } from '../arbitraries.ts';
import { declaredFor, rates, rules } from '../rule-arbitraries.ts';

const applications = fc.tuple(rules, maxScores).chain(([rule, maxScore]) =>
  fc.record({
    rule: fc.constant(rule),
    maxScore: fc.constant(maxScore),
    declared: declaredFor(rule, maxScore),
  }),
);

describe('a rule of any kind', () => {
  test('gives points between zero and the maximum, or says that there is nothing to count', () => {
    always(applications, ({ rule, maxScore, declared }) => {
      const { points, because, exact } = applyRule(rule, declared, maxScore);
      if (points === undefined) {
        expect(because).toEqual({ kind: 'nothing-to-count' });
        expect(exact).toBeUndefined();
        return;
      }
      expect(Number.isInteger(points)).toBe(true);
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(maxScore);
    });
  });

  test('rounds its exact points once, half up, to a millionth', () => {
    always(applications, ({ rule, maxScore, declared }) => {
      const { points, exact } = applyRule(rule, declared, maxScore);
      if (points === undefined || exact === undefined) return;
      const rounded = Number(divideRounded(exact.numerator, exact.denominator, 'half-up'));
      expect(points).toBe(Math.min(maxScore, Math.max(0, rounded)));
    });
  });

  test('takes the kinds of declared value that it lists, and refuses any other as a bug', () => {
    const others: readonly DeclaredValue[] = [{ kind: 'not-done' }, { kind: 'yes-no', yes: true }];
    always(applications, ({ rule, maxScore, declared }) => {
      const kinds = declaredKindsOf(rule);
      expect(kinds).toContain(declared.kind);
      for (const other of others.filter(({ kind }) => !kinds.includes(kind))) {
        expect(() => applyRule(rule, other, maxScore)).toThrow('does not read');
      }
    });
  });

  test('never gives fewer points for a higher rate when it is proportional, linear upwards or satisfaction', () => {
    const rising = rules.filter(
      (rule) =>
        rule.kind === 'proportional' ||
        rule.kind === 'satisfaction' ||
        (rule.kind === 'linear' && rule.of === 'rate' && compareRatios(rule.from, rule.to) <= 0),
    );
    always(rising, maxScores, rates, rates, (rule, maxScore, a, b) => {
      const [low, high] = compareRatios(a, b) <= 0 ? [a, b] : [b, a];
      const of = (rate: typeof a) => applyRule(rule, { kind: 'rate', rate }, maxScore).points;
      expect(Number(of(high))).toBeGreaterThanOrEqual(Number(of(low)));
    });
  });
});
