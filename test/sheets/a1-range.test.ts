import { expect, test } from 'vitest';
import { columnLetters } from '../../src/domain/column-letters.ts';
import { rowsOfTab } from '../../src/sheets/a1-range.ts';

test('columns count A to Z, AA to ZZ, AAA', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 18_277].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'ZZZ',
  ]);
});

test('titles are always quoted, with letters of any language and quotes of their own', () => {
  expect(rowsOfTab('Xếp hạng – Sở', 0, 20, 8)).toBe("'Xếp hạng – Sở'!A1:H20");
  expect(rowsOfTab("Tab'01", 2000, 4000, 27)).toBe("'Tab''01'!A2001:AA4000");
});
