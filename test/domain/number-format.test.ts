import { describe, expect, test } from 'vitest';
import {
  formatBriefly,
  formatCount,
  formatPoints,
  formatRatio,
  pointsAsNumber,
  ratioAsNumber,
} from '../../src/domain/number-format.ts';
import { asPoints } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';

const TWO = { decimals: 2, rounding: 'half-up' } as const;

describe('figures as people read them', () => {
  test('have a comma in Vietnamese and a point in English', () => {
    expect(formatRatio(ratio(9689, 100), TWO, 'vi')).toBe('96,89');
    expect(formatRatio(ratio(9689, 100), TWO, 'en')).toBe('96.89');
  });

  test('keep the decimals of their style, zeros included', () => {
    expect(formatRatio(ratio(82, 1), TWO, 'vi')).toBe('82,00');
    expect(formatRatio(ratio(5, 1000), TWO, 'vi')).toBe('0,01');
    expect(formatRatio(ratio(-5, 1000), TWO, 'vi')).toBe('-0,01');
    expect(formatRatio(ratio(825, 10), { decimals: 0, rounding: 'half-up' }, 'vi')).toBe('83');
  });

  test('a negative figure that rounds to zero has no sign', () => {
    expect(formatRatio(ratio(-1, 1000), TWO, 'vi')).toBe('0,00');
  });

  test('points are shown in full, without needless zeros', () => {
    expect(formatPoints(asPoints(51_750_000), 'vi')).toBe('51,75');
    expect(formatPoints(asPoints(44_000_000), 'vi')).toBe('44');
    expect(formatPoints(asPoints(1), 'en')).toBe('0.000001');
    expect(formatBriefly(ratio(60, 1), 'vi')).toBe('60');
    expect(formatBriefly(ratio(125, 2), 'vi')).toBe('62,5');
    expect(formatBriefly(ratio(2, 3), 'en')).toBe('0.666667');
    expect(formatPoints(asPoints(0), 'vi')).toBe('0');
  });

  test('a count has its thousands apart', () => {
    const counts = [0, 999, 1000, 10_944, 1_234_567];
    expect(counts.map((count) => formatCount(count, 'vi'))).toEqual([
      '0',
      '999',
      '1.000',
      '10.944',
      '1.234.567',
    ]);
    expect(formatCount(10_944, 'en')).toBe('10,944');
  });

  test('a cell receives the closest number', () => {
    expect(pointsAsNumber(asPoints(40_450_000))).toBe(40.45);
    expect(ratioAsNumber(ratio(70549, 900), TWO)).toBe(78.39);
  });
});
