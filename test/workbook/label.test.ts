import { expect, test } from 'vitest';
import { foldLabel, isLabel } from '../../src/workbook/label.ts';

const SET = { vi: 'Bộ tiêu chí', en: 'Criteria set' };

test.each([
  ['Bộ tiêu chí', true],
  ['  bộ  TIÊU chí ', true],
  ['Criteria set', true],
  // So it was called in workbooks made before.
  ['Bộ chỉ số', true],
  ['Bộ tiêu', false],
  ['', false],
])('the label “Bộ tiêu chí / Criteria set” is %j: %s', (text, is) => {
  expect(isLabel(foldLabel(text), SET)).toBe(is);
});
