import { describe, expect, test } from 'vitest';
import {
  asPoints,
  NO_POINTS,
  POINT,
  PointsSchema,
  subtractPoints,
  sumPoints,
} from '../../src/domain/points.ts';

describe('points', () => {
  test('ten tenths of a point are exactly one point', () => {
    expect(sumPoints(Array.from({ length: 10 }, () => asPoints(POINT / 10)))).toBe(POINT);
  });

  test('the sum of no points is none', () => {
    expect(sumPoints([])).toBe(NO_POINTS);
  });

  test('a difference may be negative', () => {
    expect(subtractPoints(asPoints(1), asPoints(3))).toBe(-2);
  });

  test('a fraction of a millionth and an unsafe integer are refused', () => {
    expect(() => asPoints(0.5)).toThrow('not a whole number of millionths: 0.5');
    expect(() => asPoints(2 ** 53)).toThrow('not a whole number');
    expect(() => asPoints(Number.NaN)).toThrow('not a whole number');
    expect(PointsSchema.safeParse(1.5).success).toBe(false);
  });
});
