import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatios, type Ratio, ratio } from '../../src/domain/ratio.ts';
import { classify } from '../../src/engine/classify.ts';
import { approximate, compareApproximated } from '../../src/engine/order-exactly.ts';
import { always } from './always.ts';

const indexes = fc
  .tuple(fc.bigInt(0n, 10n ** 10n), fc.bigInt(1n, 10n ** 10n))
  .map(([a, b]): Ratio => ratio((a < b ? a : b) * 100n, a < b ? b : a === 0n ? 1n : a));
const close = fc
  .tuple(fc.bigInt(1n, 10n ** 30n), fc.bigInt(-2n, 2n))
  .map(([a, step]) => [ratio(a, 10n ** 25n), ratio(a + step, 10n ** 25n)] as const);

const CLASSES = {
  bands: [
    { grade: 'A', atLeast: ratio(90, 1) },
    { grade: 'B', atLeast: ratio(675, 10) },
    { grade: 'C', atLeast: ratio(1, 3) },
    { grade: 'D', atLeast: ratio(0, 1) },
  ],
} as const;

describe('classes', () => {
  test('never fall as the index rises, and every index has one', () => {
    always(indexes, indexes, (a, b) => {
      const [lower, higher] = compareRatios(a, b) < 0 ? [a, b] : [b, a];
      const [low, high] = [classify(lower, CLASSES), classify(higher, CLASSES)];
      expect(low).toMatch(/^[ABCD]$/);
      expect(high !== undefined && low !== undefined && high <= low).toBe(true);
    });
  });
});

describe('the approximate order', () => {
  test('is the exact order', () => {
    always(indexes, indexes, (a, b) => {
      expect(Math.sign(compareApproximated(approximate(a), approximate(b)))).toBe(compareRatios(a, b));
    });
  });

  test('is the exact order between neighbours that no double tells apart', () => {
    always(close, ([a, b]) => {
      expect(Math.sign(compareApproximated(approximate(a), approximate(b)))).toBe(compareRatios(a, b));
    });
  });
});
