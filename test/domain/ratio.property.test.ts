import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRatios, compareRatios, multiplyRatios, ratio, subtractRatios } from '../../src/domain/ratio.ts';
import { always } from '../engine/always.ts';

const ratios = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 20n), fc.boolean())
  .map(([top, bottom, flip]) => ratio(flip ? -top : top, flip ? -bottom : bottom));

describe('exact fractions', () => {
  test('of equal value have equal fields', () => {
    always(ratios, fc.bigInt(1n, 10n ** 9n), (value, factor) => {
      expect(ratio(value.numerator * factor, value.denominator * factor)).toEqual(value);
      expect(ratio(-value.numerator * factor, -value.denominator * factor)).toEqual(value);
    });
  });

  test('add and multiply in any order and take back what was added', () => {
    always(ratios, ratios, ratios, (a, b, c) => {
      expect(addRatios(a, b)).toEqual(addRatios(b, a));
      expect(addRatios(addRatios(a, b), c)).toEqual(addRatios(a, addRatios(b, c)));
      expect(subtractRatios(addRatios(a, b), b)).toEqual(a);
      expect(multiplyRatios(a, addRatios(b, c))).toEqual(
        addRatios(multiplyRatios(a, b), multiplyRatios(a, c)),
      );
    });
  });

  test('are ordered as their difference has its sign', () => {
    always(ratios, ratios, (a, b) => {
      expect(compareRatios(a, b)).toBe(Math.sign(Number(subtractRatios(a, b).numerator)));
      expect(compareRatios(a, b) + compareRatios(b, a)).toBe(0);
    });
  });

  test('need a denominator other than zero', () => {
    expect(() => ratio(1, 0)).toThrow('denominator other than zero');
  });
});
