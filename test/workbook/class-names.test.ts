import { expect, test } from 'vitest';
import type { Expected } from '../../src/domain/issue.ts';
import { parseClassNames, writeClassNames } from '../../src/workbook/notation/class-names.ts';

test('English names of classes are read and written entry by entry', () => {
  const names = new Map([
    ['Xuất sắc', 'Excellent'],
    ['Loại: A', 'Class A'],
  ]);
  const text = 'Xuất sắc: Excellent; "Loại: A": Class A';
  const read = parseClassNames(text);
  expect(read.ok && read.value).toEqual(names);
  expect(writeClassNames(names)).toBe(text);
});

test.for<[string, number, Expected]>([
  ['Tốt', 3, 'colon'],
  ['Tốt: ', 5, 'class-name'],
  ['Tốt: Good; tốt: Fine', 11, 'class-name'],
  ['Tốt: Good; Khá: good', 16, 'class-name'],
])('%j stops at character %i', ([text, at, expected]) => {
  const read = parseClassNames(text);
  expect(!read.ok && read.stop).toEqual({ at, expected });
});
