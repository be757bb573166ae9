import { describe, expect, test } from 'vitest';
import { type A1Context, formatA1, parseA1 } from '../../../../src/local/stand-in/values/a1.ts';
import { findTable } from '../../../../src/local/stand-in/values/append-table.ts';

const SHEET = { sheetId: 0, title: 'S', rowCount: 20, columnCount: 10 };
const CONTEXT: A1Context = { sheets: [SHEET], namedRanges: [] };

/** A sheet drawn with `x` for filled cells; the table found for a range. */
function tableIn(drawing: readonly string[], rangeText: string): string | undefined {
  const parsed = parseA1(rangeText, CONTEXT);
  if (!parsed.ok) throw new Error(parsed.message);
  const table = findTable(parsed.range.box, {
    extent: { top: 0, left: 0, bottom: drawing.length, right: SHEET.columnCount },
    isFilled: (row, column) => drawing[row]?.[column] === 'x',
  });
  return table === undefined ? undefined : formatA1(SHEET.title, table);
}

describe('as recorded', () => {
  test('two cells with a gap: the whole sheet means the last, A1 means its own', () => {
    expect([tableIn(['x.x'], "'S'"), tableIn(['x.x'], 'A1')]).toEqual(['S!C1', 'S!A1']);
  });

  test('rows that were appended grow the table', () => {
    expect(tableIn(['xxx', 'xxx', 'xxx'], "'S'")).toBe('S!A1:C3');
  });

  test('a blank row or column between filled ones is no table', () => {
    expect(tableIn(['xxxx', '....', 'xxxx'], 'A2')).toBeUndefined();
    expect(tableIn(['x..x', 'x..x'], 'B1')).toBeUndefined();
  });

  test('an empty sheet has no table', () => {
    expect(tableIn([], "'S'")).toBeUndefined();
  });
});

// The example of the reference page: one table in A1:C2, one in B4:D6.
describe('by the documentation', () => {
  const drawing = ['xxx', 'xxx', '....', '.xxx', '.xxx', '.xxx'];

  test.each([
    ["'S'", 'S!B4:D6'],
    ['B4', 'S!B4:D6'],
    ['C5:D5', 'S!B4:D6'],
    ['B2:D4', 'S!B4:D6'],
    ['A3:G10', 'S!B4:D6'],
    ['A1', 'S!A1:C2'],
    ['E4', undefined],
    ['A4', undefined],
  ])('%s → %s', (range, table) => {
    expect(tableIn(drawing, range)).toBe(table);
  });
});

test('a table with holes and corners is one block', () => {
  expect(tableIn(['x....', '.xx..', '...x.', '..x..'], 'A1')).toBe('S!A1:D4');
});

test('a long table is found in time in proportion to its size', () => {
  const rows = 200_000;
  const extent = { top: 0, left: 0, bottom: rows, right: 8 };
  let looks = 0;
  const isFilled = (row: number, column: number) => {
    looks += 1;
    return row < rows && column < 8;
  };
  expect(findTable({ ...extent, right: 10 }, { extent, isFilled })).toEqual(extent);
  expect(looks).toBeLessThan(rows * 20);
});
