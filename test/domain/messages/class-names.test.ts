import { expect, test } from 'vitest';
import { classNamed } from '../../../src/domain/messages/class-names.ts';

test.for([
  ['Xuất sắc', 'Excellent'],
  ['tốt', 'Good'],
  ['KHÁ', 'Fair'],
  ['Trung bình', 'Average'],
  ['Yếu', 'Weak'],
  ['Kém', 'Poor'],
])('the usual class %s has an English name without anybody giving one: %s', ([vi = '', en]) => {
  expect(classNamed(vi, undefined).en).toBe(en);
});

test('a class that the office states in English is named in Vietnamese as well', () => {
  expect(classNamed('Excellent', undefined)).toEqual({ vi: 'Xuất sắc', en: 'Excellent' });
});

test('the name that the office gives comes before the usual one', () => {
  const names = new Map([['Xuất sắc', 'Outstanding']]);
  expect(classNamed('Xuất sắc', names)).toEqual({ vi: 'Xuất sắc', en: 'Outstanding' });
  expect(classNamed('Tốt', names)).toEqual({ vi: 'Tốt', en: 'Good' });
});

test('a class without an English name keeps its one name', () => {
  expect(classNamed('Loại A', undefined)).toEqual({ vi: 'Loại A', en: 'Loại A' });
});
