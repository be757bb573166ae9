import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio } from '../../src/domain/ratio.ts';
import { divideRounded, ROUNDING_MODES, roundRatio } from '../../src/domain/rounding.ts';
import { always } from '../engine/always.ts';

const numerators = fc.bigInt(-(10n ** 30n), 10n ** 30n);
const denominators = fc.bigInt(1n, 10n ** 12n);
const size = (value: bigint): bigint => (value < 0n ? -value : value);

describe('rounding', () => {
  test('is never further than one whole from the exact value, to the nearest for half modes', () => {
    always(numerators, denominators, fc.constantFrom(...ROUNDING_MODES), (n, d, mode) => {
      const error = size(divideRounded(n, d, mode) * d - n);
      expect(mode === 'truncate' ? error < d : error * 2n <= d).toBe(true);
    });
  });

  test('half-up leaves no half behind: an exact half goes away from zero', () => {
    always(fc.bigInt(0n, 10n ** 18n), denominators, (whole, d) => {
      expect(divideRounded((2n * whole + 1n) * d, 2n * d, 'half-up')).toBe(whole + 1n);
      expect(divideRounded(-(2n * whole + 1n) * d, 2n * d, 'half-up')).toBe(-(whole + 1n));
      expect(divideRounded((2n * whole + 1n) * d, 2n * d, 'half-even') % 2n).toBe(0n);
    });
  });

  test('truncating never makes a figure larger', () => {
    always(numerators, denominators, (n, d) => {
      expect(size(divideRounded(n, d, 'truncate') * d) <= size(n)).toBe(true);
    });
  });

  test('a finite decimal keeps its digits at as many decimals as it has, in every mode', () => {
    always(
      numerators,
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(...ROUNDING_MODES),
      (scaled, decimals, mode) => {
        expect(roundRatio(ratio(scaled, 10n ** BigInt(decimals)), decimals, mode)).toBe(scaled);
      },
    );
  });
});
