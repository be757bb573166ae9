import { describe, expect, test } from 'vitest';
import { CriterionCodeSchema, componentsOfSet, maxScoreOf } from '../../src/domain/criteria-set.ts';
import { aBranch, aComponent, aSet, points } from '../engine/builders.ts';

describe('a criteria set', () => {
  const field = aBranch('1', [
    aBranch('1.1', [aComponent('1.1.1', 1), aComponent('1.1.2', 0.5)]),
    aComponent('1.2', 2),
  ]);

  test('has its components in printed order, whatever their depth; a field may be one itself', () => {
    const codes = componentsOfSet(aSet([field, aComponent('2', 4)])).map(({ code }) => code);
    expect(codes).toEqual(['1.1.1', '1.1.2', '1.2', '2']);
  });

  test('gives a row that gathers others the sum of their maxima', () => {
    expect(maxScoreOf(field)).toBe(points(3.5));
    expect(maxScoreOf(aComponent('2', 4))).toBe(points(4));
  });

  test('keeps the codes 1.1 and 1.10 apart and takes white space off', () => {
    expect(CriterionCodeSchema.parse(' 1.10 ')).toBe('1.10');
    expect(CriterionCodeSchema.safeParse('  ').success).toBe(false);
    expect(CriterionCodeSchema.safeParse(1.1).success).toBe(false);
  });
});
