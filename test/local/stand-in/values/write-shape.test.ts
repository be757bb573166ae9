import { describe, expect, test } from 'vitest';
import { type A1Context, parseA1 } from '../../../../src/local/stand-in/values/a1.ts';
import { planAppend, planWrite, rangeMismatch } from '../../../../src/local/stand-in/values/write-shape.ts';

const CONTEXT: A1Context = {
  sheets: [{ sheetId: 0, title: 'Sheet1', rowCount: 10, columnCount: 5 }],
  namedRanges: [],
};

type Values = Parameters<typeof planWrite>[0]['values'];

function rangeOf(rangeText: string) {
  const parsed = parseA1(rangeText, CONTEXT);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.range;
}

function plan(rangeText: string, values: Values, majorDimension: 'ROWS' | 'COLUMNS' = 'ROWS') {
  const planned = planWrite({ rangeText, range: rangeOf(rangeText), values, majorDimension });
  return planned.ok ? planned.plan : planned.message;
}

describe('what is counted', () => {
  test('null leaves a cell alone and does not count, the box is that of the data', () => {
    const gaps = Array.from({ length: 4 }, () => [null, null, null, null]);
    const values = [['first', null, null, null], ...gaps, [null, null, null, 'last']];
    expect(plan("'Sheet1'!A1:D6", values)).toEqual({
      rows: [
        ['first', undefined, undefined, undefined],
        ...gaps.map(() => [undefined, undefined, undefined, undefined]),
        [undefined, undefined, undefined, 'last'],
      ],
      box: { top: 0, bottom: 6, left: 0, right: 4 },
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 2,
    });
  });

  test('the empty text clears a cell and counts', () => {
    expect(plan('A1:D1', [['A1', 'B1', '', 'D1']])).toMatchObject({ updatedCells: 4, updatedColumns: 4 });
  });

  test('ragged rows are boxed by the longest and counted by their cells', () => {
    expect(plan('A1', [['a'], ['b', 'c', 'd'], []])).toMatchObject({
      box: { top: 0, bottom: 3, left: 0, right: 3 },
      updatedRows: 2,
      updatedColumns: 3,
      updatedCells: 4,
    });
  });

  test('smaller data leaves the rest of the range alone', () => {
    expect(plan('A1:B2', [['a', 'b']])).toMatchObject({ box: { top: 0, bottom: 1, left: 0, right: 2 } });
  });

  test('columns are turned into rows', () => {
    expect(plan('B1', [['b1', 'b2'], ['c1']], 'COLUMNS')).toEqual({
      rows: [
        ['b1', 'c1'],
        ['b2', undefined],
      ],
      box: { top: 0, bottom: 2, left: 1, right: 3 },
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 3,
    });
  });

  test('nothing to write is the anchor and zeros', () => {
    expect(plan('B2:C3', [])).toEqual({
      rows: [],
      box: { top: 1, bottom: 2, left: 1, right: 2 },
      updatedRows: 0,
      updatedColumns: 0,
      updatedCells: 0,
    });
  });
});

describe('what does not fit', () => {
  test('data wider or longer than a closed range is refused by the first column or row outside', () => {
    expect(plan('Sheet1!A1:B1', [[1, 2, 3, 4]])).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    );
    expect(plan('Sheet1!A1:B1', [[1], [2], [3]])).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]',
    );
  });

  test('one cell is an anchor, and an open range is one in the direction in which it is open', () => {
    expect(plan('A1', [[1, 2], [3]])).toMatchObject({ updatedCells: 3 });
    expect(plan('A2:B', [[1, 2], [3], [4]])).toMatchObject({ updatedCells: 4 });
    expect(plan('A2:B', [[1, 2, 3]])).toBe(
      'Requested writing within range [A2:B], but tried writing to column [C]',
    );
  });

  test('the grid is not grown: data beyond its edge is refused, as is a range that ends there', () => {
    expect(plan("'Sheet1'!A9", [[1], [2], [3]])).toBe(
      "Requested writing within range ['Sheet1'!A9], but tried writing to row [11]",
    );
    expect(plan('E1', [[1, 2]])).toBe('Requested writing within range [E1], but tried writing to column [F]');
    expect(plan('A1:F1', [[1]])).toBe(
      'Range (Sheet1!A1:F1) exceeds grid limits. Max rows: 10, max columns: 5',
    );
  });

  test('a cell that is no scalar is quoted in proto text', () => {
    expect(plan('A1', [['a'], ['b', ['c', null]]])).toBe(
      'Invalid values[1][1]: list_value {\n  values {\n    string_value: "c"\n  }\n  values {\n    null_value: NULL_VALUE\n  }\n}\n',
    );
    expect(plan('A1', [[{ n: 1, t: true }]])).toBe(
      'Invalid values[0][0]: struct_value {\n  fields {\n    key: "n"\n    value {\n      number_value: 1\n    }\n  }\n  fields {\n    key: "t"\n    value {\n      bool_value: true\n    }\n  }\n}\n',
    );
  });

  test('a cell takes 50,000 characters and not one more', () => {
    expect(plan('A1', [['x'.repeat(50_000)]])).toMatchObject({ updatedCells: 1 });
    expect(plan('A1', [['x'.repeat(50_001)]])).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });

  test('a body with another range than the path is refused, the same range in other words is not', () => {
    const path = { text: 'A1:B2', range: rangeOf('A1:B2') };
    expect(rangeMismatch(path, 'Sheet1!A1:B2', CONTEXT)).toBeUndefined();
    expect(rangeMismatch(path, 'A1:B3', CONTEXT)).toBe(
      "Requested range [A1:B2] does not match value's range [A1:B3]",
    );
    expect(rangeMismatch(path, 'Nowhere!A1', CONTEXT)).toBe('Unable to parse range: Nowhere!A1');
  });
});

test('an append has no bounds: it starts below the table and may leave the grid', () => {
  const request = {
    rangeText: 'A1',
    range: rangeOf('A1'),
    values: [[1, 2, 3, 4, 5, 6]],
    majorDimension: 'ROWS',
  } as const;
  expect(planAppend(request, { row: 10, column: 2 })).toMatchObject({
    ok: true,
    plan: { box: { top: 10, bottom: 11, left: 2, right: 8 }, updatedCells: 6 },
  });
  expect(planAppend({ ...request, values: [[[]]] }, { row: 0, column: 0 })).toMatchObject({ ok: false });
});
