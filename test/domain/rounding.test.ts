import { describe, expect, test } from 'vitest';
import { ratio } from '../../src/domain/ratio.ts';
import { dividePoints, divideRounded, roundRatio } from '../../src/domain/rounding.ts';

describe('rounding', () => {
  test.each([
    [5n, 2n, 'half-up', 3n],
    [-5n, 2n, 'half-up', -3n],
    [5n, 2n, 'half-even', 2n],
    [7n, 2n, 'half-even', 4n],
    [-5n, 2n, 'half-even', -2n],
    [8n, 3n, 'half-even', 3n],
    [8n, 3n, 'truncate', 2n],
    [-8n, 3n, 'truncate', -2n],
  ] as const)('%s ÷ %s %s is %s', (numerator, denominator, mode, expected) => {
    expect(divideRounded(numerator, denominator, mode)).toBe(expected);
  });

  test('1,005 at two decimals is 1,01, which doubles get wrong', () => {
    expect(roundRatio(ratio(1005, 1000), 2, 'half-up')).toBe(101n);
  });

  test('a rule that divides rounds once, half up, to a millionth', () => {
    expect(dividePoints(2_000_000n, 3n)).toBe(666_667);
    expect(dividePoints(1n, 2n)).toBe(1);
  });

  test('a denominator that is not positive is refused', () => {
    expect(() => divideRounded(1n, 0n, 'half-up')).toThrow('must be positive');
  });
});
