import { describe, expect, test } from 'vitest';
import { type A1Context, formatA1, formatAsked, parseA1 } from '../../../../src/local/stand-in/values/a1.ts';

const sheet = (sheetId: number, title: string, rowCount = 1000, columnCount = 26) => ({
  sheetId,
  title,
  rowCount,
  columnCount,
});

const CONTEXT: A1Context = {
  sheets: [
    sheet(0, 'Sheet1'),
    sheet(1, 'D3', 4, 4),
    sheet(2, "It's"),
    sheet(3, 'Điểm số'),
    sheet(4, 'tab01'),
    sheet(5, 'Solo'),
    sheet(6, '🌵 test_values_get 1', 10, 10),
    sheet(7, 'a!b'),
  ],
  namedRanges: [
    { name: 'NamedRange', sheetId: 0, box: { top: 0, bottom: 3, left: 1, right: 3 } },
    { name: 'Solo', sheetId: 1, box: { top: 0, bottom: 1, left: 0, right: 1 } },
    { name: 'Open', sheetId: 1, box: { top: 1 } },
    { name: 'Gone', sheetId: 99, box: {} },
  ],
};

/** The range as Google would answer it, or the refusal. */
function normalised(text: string): string {
  const parsed = parseA1(text, CONTEXT);
  return parsed.ok ? formatA1(parsed.range.sheet.title, parsed.range.box) : parsed.message;
}

describe('ranges as recorded', () => {
  test.each([
    ["'Sheet1'", 'Sheet1!A1:Z1000'],
    ["'Sheet1'!A1", 'Sheet1!A1'],
    ["'Sheet1'!A1:A1", 'Sheet1!A1'],
    ["'Sheet1'!A1:1", 'Sheet1!A1:Z1'],
    ["'Sheet1'!A2:2", 'Sheet1!A2:Z2'],
    ["'Sheet1'!B1:B", 'Sheet1!B1:B1000'],
    ["'Sheet1'!A1:C", 'Sheet1!A1:C1000'],
    ["'Sheet1'!D4:A1", 'Sheet1!A1:D4'],
    ["'Sheet1'!NamedRange", 'Sheet1!B1:C3'],
    ["'D3'", "'D3'!A1:D4"],
    ["'D3'!A3:D3", "'D3'!A3:D3"],
    ['🌵 test_values_get 1', "'🌵 test_values_get 1'!A1:J10"],
    ['🌵 test_values_get 1!A1', "'🌵 test_values_get 1'!A1"],
  ])('%s is %s', (text, range) => {
    expect(normalised(text)).toBe(range);
  });
});

describe('ranges by the documentation', () => {
  test.each([
    ['A1:B2', 'Sheet1!A1:B2'],
    ['A:C', 'Sheet1!A1:C1000'],
    ["'D3'!2:4", "'D3'!A2:D4"],
    ['A2:C', 'Sheet1!A2:C1000'],
    ['B3:3', 'Sheet1!B3:Z3'],
    ['$a$1:b2', 'Sheet1!A1:B2'],
    ['R1C1:R2C3', 'Sheet1!A1:C2'],
    ["'It''s'!A1", "'It''s'!A1"],
    ["'Điểm số'!A:A", "'Điểm số'!A1:A1000"],
    ["'a!b'!B2", "'a!b'!B2"],
    ['a!b!B2', "'a!b'!B2"],
    ['sheet1!A1', 'Sheet1!A1'],
    ['namedrange', 'Sheet1!B1:C3'],
    ['Open', "'D3'!A2:D4"],
  ])('%s is %s', (text, range) => {
    expect(normalised(text)).toBe(range);
  });

  test('a named range wins over a tab of the same name', () => {
    expect(normalised('Solo')).toBe("'D3'!A1");
  });

  test('quotes mean the tab, never the named range', () => {
    expect(normalised("'Solo'")).toBe('Solo!A1:Z1000');
    expect(normalised("'NamedRange'")).toBe("Unable to parse range: 'NamedRange'");
  });

  test('an unquoted title that looks like a cell is a cell', () => {
    expect(normalised('tab01')).toBe(
      'Range (Sheet1!TAB1) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });
});

describe('what is no range', () => {
  test.each([
    'Nowhere!A1',
    "'Sheet1'!A",
    "'Sheet1'!7",
    "'Sheet1'!A0",
    "'Sheet1'!AAAA1",
    "'Sheet1'!A1:B2:C3",
    "'Sheet1'!",
    "'Sheet1",
    "'Sheet1'A1",
    "'D3'!NamedRange",
    'Gone',
    '',
    '!',
    "'Sheet1'!A9999999999",
    "'Sheet1'![['1', '2']]",
  ])('%s', (text) => {
    expect(normalised(text)).toBe(`Unable to parse range: ${text}`);
  });
});

describe('the edge of the grid', () => {
  test('a range that starts beyond it is refused with the grid’s size', () => {
    expect(normalised('Sheet1!A5000:B5001')).toBe(
      'Range (Sheet1!A5000:B5001) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
    expect(normalised('Sheet1!A1001:B')).toBe(
      'Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
    expect(normalised("'D3'!E1")).toBe("Range ('D3'!E1) exceeds grid limits. Max rows: 4, max columns: 4");
  });

  test('a range that ends beyond it is cut off', () => {
    expect(normalised("'D3'!C3:Z99")).toBe("'D3'!C3:D4");
  });

  test('what was asked for is kept beside what is there', () => {
    const parsed = parseA1("'D3'!C3:Z99", CONTEXT);
    expect(parsed.ok && [parsed.range.box, parsed.range.asked]).toEqual([
      { top: 2, bottom: 4, left: 2, right: 4 },
      { top: 2, bottom: 99, left: 2, right: 26 },
    ]);
  });

  test('refusals print open bounds open', () => {
    expect(
      [
        { top: 1000, left: 0, right: 2 },
        { left: 26, top: 0, bottom: 2 },
        { left: 26, right: 27, top: 0, bottom: 2 },
        { top: 1000 },
      ].map((box) => formatAsked('T', box)),
    ).toEqual(['T!A1001:B', 'T!AA1:2', 'T!AA1:AA2', 'T!1001:']);
  });
});

test('titles are quoted only when needed', () => {
  const titles = [
    'Sheet1',
    'wksht_test',
    '_x',
    'ABC',
    'tab01',
    'D3',
    'r1c1',
    '2025',
    'a b',
    'Điểm',
    "It's",
    'a-b',
    '',
  ];
  const cell = { top: 0, bottom: 1, left: 0, right: 1 };
  expect(titles.map((title) => formatA1(title, cell))).toEqual([
    'Sheet1!A1',
    'wksht_test!A1',
    '_x!A1',
    'ABC!A1',
    "'tab01'!A1",
    "'D3'!A1",
    "'r1c1'!A1",
    "'2025'!A1",
    "'a b'!A1",
    "'Điểm'!A1",
    "'It''s'!A1",
    "'a-b'!A1",
    "''!A1",
  ]);
});
