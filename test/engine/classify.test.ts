import { describe, expect, test } from 'vitest';
import type { Classification } from '../../src/domain/classification.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { classify, findClassification } from '../../src/engine/classify.ts';
import { level } from './builders.ts';

const GENERAL: Classification = {
  bands: [
    { grade: 'Xuất sắc', atLeast: ratio(90, 1) },
    { grade: 'Tốt', atLeast: ratio(80, 1) },
    { grade: 'Khá', atLeast: ratio(0, 1) },
  ],
};
const DISTRICTS: Classification = { level: level('huyện'), bands: [{ grade: 'I', atLeast: ratio(0, 1) }] };

describe('classes', () => {
  test('an index exactly on a bound belongs to the class that starts there', () => {
    expect(classify(ratio(90, 1), GENERAL)).toBe('Xuất sắc');
    expect(classify(ratio(80, 1), GENERAL)).toBe('Tốt');
    expect(classify(ratio(0, 1), GENERAL)).toBe('Khá');
  });

  test('an index that is only shown as 90,00 is not in the class that starts at 90', () => {
    expect(classify(ratio(89_999_999, 1_000_000), GENERAL)).toBe('Tốt');
  });

  test('a level has its own classes, else those for every level', () => {
    expect(findClassification([GENERAL, DISTRICTS], level('huyện'))).toBe(DISTRICTS);
    expect(findClassification([DISTRICTS, GENERAL], level('sở'))).toBe(GENERAL);
    expect(findClassification([DISTRICTS], level('sở'))).toBeUndefined();
  });
});
