import { expect, test } from 'vitest';
import type { Expected } from '../../src/domain/issue.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { parseClasses, writeClasses } from '../../src/workbook/notation/classes.ts';

const bands = [
  { grade: 'Xuất sắc', atLeast: ratio(90, 1) },
  { grade: 'Tốt', atLeast: ratio(125, 2) },
  { grade: 'Yếu', atLeast: ratio(0, 1) },
] as const;

test.for([
  '≥ 90: Xuất sắc; ≥ 62,5: Tốt; còn lại: Yếu',
  '>=90%:Xuất sắc;>=62.5 %:Tốt;CÒN LẠI:Yếu;',
  '  ≥ 90 : Xuất sắc ; ≥ 62,5000 : Tốt ; else : Yếu ; ',
  '≥ 90: Xuất sắc; ≥ 125/2: Tốt; remainder: Yếu',
  '≥ 90: Xuất sắc; ≥ 62.5: Tốt; ≥ 0: Yếu',
  '≥ 90,000: Xuất sắc; ≥ 62.500: Tốt; còn lại: Yếu',
  'từ 90: Xuất sắc; from 62,5%: Tốt; còn lại: Yếu',
])('%j states three classes', (text) => {
  const classes = parseClasses(text);
  expect(classes.ok && classes.value).toEqual(bands);
});

test('classes are written in the words and number format of the language', () => {
  expect(writeClasses(bands, 'vi')).toBe('≥ 90: Xuất sắc; ≥ 62,5: Tốt; còn lại: Yếu');
  expect(writeClasses(bands, 'en')).toBe('≥ 90: Xuất sắc; ≥ 62.5: Tốt; remainder: Yếu');
});

test.for<[string, number, Expected]>([
  ['', 0, 'remainder'],
  ['90: Tốt; còn lại: Yếu', 0, 'bound'],
  ['≥ x: Tốt', 2, 'number'],
  ['≥ 90 Tốt', 5, 'separator'],
  ['≥ 90', 4, 'colon'],
  ['≥ 90: ; còn lại: Yếu', 6, 'class-name'],
  ['≥ 90: Tốt; ≥ 80: Tốt; còn lại: Yếu', 17, 'class-name'],
  ['≥ 80: Khá; ≥ 80: Tốt; còn lại: Yếu', 11, 'lower-number'],
  ['≥ 80: Khá; ≥ 90: Tốt; còn lại: Yếu', 11, 'lower-number'],
  ['≥ 90: Tốt', 9, 'remainder'],
  ['≥ 90: Tốt;', 10, 'remainder'],
  ['còn lại: Yếu; ≥ 90: Tốt', 14, 'end'],
])('%j stops at character %d, counted from 0', ([text, at, expected]) => {
  expect(parseClasses(text)).toEqual({ ok: false, stop: { at, expected } });
});
