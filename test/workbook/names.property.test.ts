import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { cellName, parseCellName } from '../../src/workbook/a1.ts';
import { namedRangeOf, parseNamedRange, parseTabKey, tabKeyText } from '../../src/workbook/tab-key.ts';
import { keyOfTitle, tabTitle } from '../../src/workbook/tab-title.ts';
import { codes, tabKeys } from './arbitraries.ts';

test.prop([fc.nat(9_999_999), fc.nat(18_277)])(
  'every cell of the largest sheet has a name that leads back to it',
  (row, column) => {
    expect(parseCellName(cellName(row, column))).toEqual({ row, column });
  },
);

test.prop([tabKeys])('a key survives as text and as a named range, whatever its code holds', (key) => {
  expect(parseTabKey(tabKeyText(key))).toEqual(key);
  expect(parseNamedRange(namedRangeOf(key))).toEqual(key);
  expect(namedRangeOf(key)).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
});

test.prop([codes])('a name that staff gave to a range is no key', (code) => {
  expect(parseNamedRange(code)).toBeUndefined();
  expect(parseNamedRange(`par_${code}_x`)).toBeUndefined();
});

test.prop([tabKeys])(
  'every title leads back to its key in both languages, at most 100 characters long',
  (key) => {
    fc.pre(!('groupId' in key));
    const { vi, en } = tabTitle(key);
    expect([keyOfTitle(vi), keyOfTitle(en), keyOfTitle(vi.normalize('NFD'))]).toEqual([key, key, key]);
    expect(Math.max(vi.length, en.length)).toBeLessThanOrEqual(100);
  },
);
