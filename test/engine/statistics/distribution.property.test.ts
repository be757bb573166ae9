import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratio,
  subtractRatios,
} from '../../../src/domain/ratio.ts';
import { distributionOf } from '../../../src/engine/statistics/distribution.ts';
import { squareRoot } from '../../../src/engine/statistics/square-root.ts';
import { scaled, wholeDistribution } from '../../../src/engine/statistics/whole-distribution.ts';
import { always } from '../always.ts';

const figures = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 8 }), fc.constantFrom(1, 3, 70, 96_500_000, 100_000_000))
  .map(([top, bottom]) => ratio(top, bottom));
const lists = fc.array(figures, { minLength: 1, maxLength: 30 });
const whole = (value: number): Ratio => ratio(value, 1);

describe('a distribution', () => {
  test('has the mean of the sum, and the mean squared distance from it', () => {
    always(lists, (values) => {
      const given = distributionOf(values);
      const mean = multiplyRatios(values.reduce(addRatios, whole(0)), ratio(1, values.length));
      const squares = values
        .map((value) => subtractRatios(value, mean))
        .map((away) => multiplyRatios(away, away));
      expect(given?.mean).toEqual(mean);
      expect(given?.variance).toEqual(
        multiplyRatios(squares.reduce(addRatios, whole(0)), ratio(1, values.length)),
      );
      expect(given?.aboveMean).toBe(values.filter((value) => compareRatios(value, mean) > 0).length);
    });
  });

  test('has extremes and a median with as many values on either side', () => {
    always(lists, (values) => {
      const given = distributionOf(values);
      if (given === undefined) throw new Error('figures have a distribution');
      const { median, min, max } = given;
      const below = values.filter((value) => compareRatios(value, median) < 0).length;
      const above = values.filter((value) => compareRatios(value, median) > 0).length;
      expect(Math.max(below, above) * 2).toBeLessThanOrEqual(values.length);
      expect(
        values.filter((value) => compareRatios(value, min) < 0 || compareRatios(value, max) > 0),
      ).toEqual([]);
      expect([values.some((value) => compareRatios(value, min) === 0), compareRatios(min, max) <= 0]).toEqual(
        [true, true],
      );
    });
  });

  test('there is none of no figures, and the median of two is half way', () => {
    expect(distributionOf([])).toBeUndefined();
    expect(distributionOf([whole(1), whole(4)])?.median).toEqual(ratio(5, 2));
    expect(distributionOf([whole(9), whole(1), whole(4)])?.median).toEqual(whole(4));
  });
});

describe('a distribution of whole numbers', () => {
  const large = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  const small = fc.integer({ min: 0, max: 4_000_000 });
  const manyOf = (values: fc.Arbitrary<number>) => fc.array(values, { minLength: 1, maxLength: 600 });

  test('is that of the same numbers as fractions', () => {
    always(fc.oneof(manyOf(small), manyOf(large)), (values) => {
      expect(wholeDistribution(values)).toEqual(distributionOf(values.map(whole)));
    });
  });

  test('counts what lies above a negative mean', () => {
    expect(wholeDistribution([-6, -5])?.aboveMean).toBe(1);
  });

  test('in another unit is that of the values in that unit', () => {
    always(
      manyOf(small),
      figures.filter(({ numerator }) => numerator > 0n),
      (values, factor) => {
        const given = wholeDistribution(values);
        const inUnit = values.map((value) => multiplyRatios(whole(value), factor));
        expect(given && scaled(given, factor)).toEqual(distributionOf(inUnit));
      },
    );
  });

  test('there is none of no numbers', () => {
    expect(wholeDistribution([])).toBeUndefined();
  });
});

describe('a square root', () => {
  test('is the nearest decimal: its square brackets the value half a step to either side', () => {
    always(
      fc.bigInt(0n, 10n ** 24n),
      fc.bigInt(1n, 10n ** 12n),
      fc.integer({ min: 0, max: 8 }),
      (top, bottom, decimals) => {
        const value = ratio(top, bottom);
        const root = squareRoot(value, decimals);
        const half = ratio(1n, 2n * 10n ** BigInt(decimals));
        const [lower, upper] = [subtractRatios(root, half), addRatios(root, half)];
        if (lower.numerator > 0n)
          expect(compareRatios(multiplyRatios(lower, lower), value)).toBeLessThanOrEqual(0);
        expect(compareRatios(multiplyRatios(upper, upper), value)).toBeGreaterThan(0);
      },
    );
  });

  test('of 2 is 1,4142, and a negative figure has none', () => {
    expect(squareRoot(whole(2), 4)).toEqual(ratio(14142, 10000));
    expect(squareRoot(whole(0), 2)).toEqual(whole(0));
    expect(() => squareRoot(whole(-1), 2)).toThrow('no square root');
  });
});
