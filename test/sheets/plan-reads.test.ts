import { expect, test } from 'vitest';
import { joinParts, planReads } from '../../src/sheets/plan-reads.ts';
import { aSheet } from './builders.ts';

const small = aSheet({ sheetId: 1, rowCount: 10, columnCount: 5 });
const large = aSheet({ sheetId: 2, rowCount: 25, columnCount: 10 });
const empty = aSheet({ sheetId: 3, rowCount: 0, columnCount: 0 });

test('small tabs share a call', () => {
  expect(planReads([small, empty, large], 1000)).toEqual([
    [
      { sheet: small, from: 0, to: 10 },
      { sheet: large, from: 0, to: 25 },
    ],
  ]);
});

test('a large tab is read in ranges of whole rows, and what is left of a call is used', () => {
  expect(planReads([large, small], 100)).toEqual([
    [{ sheet: large, from: 0, to: 10 }],
    [{ sheet: large, from: 10, to: 20 }],
    [
      { sheet: large, from: 20, to: 25 },
      { sheet: small, from: 0, to: 10 },
    ],
  ]);
});

test('a row that is larger than a call is read alone', () => {
  expect(planReads([aSheet({ rowCount: 2, columnCount: 500 })], 100)).toHaveLength(2);
});

test('an answer without its empty end is filled up before the next part follows', () => {
  const [first = [], second = [], third = []] = planReads([large], 100);
  const parts = [[['a'], [], ['b']], [], [[], ['c'], []]];
  expect(joinParts([large, empty], [...first, ...second, ...third], parts)).toEqual(
    new Map([
      [2, [['a'], [], ['b'], ...Array.from({ length: 17 }, () => []), [], ['c']]],
      [3, []],
    ]),
  );
});
