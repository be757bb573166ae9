import { expect, test } from 'vitest';
import { cellName, parseCellName } from '../../src/workbook/a1.ts';

test.for<[number, number, string]>([
  [0, 0, 'A1'],
  [11, 5, 'F12'],
  [0, 25, 'Z1'],
  [0, 26, 'AA1'],
  [9, 701, 'ZZ10'],
  [0, 702, 'AAA1'],
])('row %d and column %d, counted from 0, is cell %s', ([row, column, name]) => {
  expect(cellName(row, column)).toBe(name);
});

test.for(['', 'A', '1', 'A0', 'a1', 'A1:B2', 'AAAA1', 'Ă1'])('%j names no cell', (name) => {
  expect(parseCellName(name)).toBeUndefined();
});
