import { expect, test } from 'vitest';

import { formatA1, parseA1 } from '../../../../src/local/stand-in/values/a1.ts';

const sheets = ['Sheet1', 'Data', 'has!bang', 'R1C1', 'RC', 'A'].map((title, sheetId) => ({
  sheetId,
  title,
  rowCount: 1000,
  columnCount: 26,
}));

/** The range as Google answers it, or what it says against it. */
function read(text: string): string {
  const parsed = parseA1(text, { sheets, namedRanges: [] });
  return parsed.ok ? formatA1(parsed.range.sheet.title, parsed.range.box) : parsed.message;
}

test.each([
  ['R1C1', 'Sheet1!A1'],
  ['R[1]C[1]', 'Sheet1!B2'],
  ['Data!R[3]C[1]', 'Data!B4'],
  ['R01C01', 'Sheet1!A1'],
  ['R1C', 'Sheet1!A1'],
  ['RC', 'Sheet1!A1'],
  ['R', 'Sheet1!A1'],
  ['R[1]', 'Sheet1!A2:Z2'],
  ['C[1]', 'Sheet1!B1:B1000'],
  ['R1C1:R[2]C[2]', 'Sheet1!A1:C3'],
  ['R1C1:R2', 'Sheet1!A1:Z2'],
  ['R1C1:C2', 'Sheet1!A1:B1000'],
  ['R3C3:R1C1', 'Sheet1!A1:C3'],
  ['R[1]C[1]:R1C1', 'Sheet1!A1:B2'],
  ['R1C1:R2000C50', 'Sheet1!A1:Z1000'],
])('rows and columns by number are read (measured): %s is %s', (text, range) => {
  expect(read(text)).toBe(range);
});

test.each([
  ['R1', 'Sheet1!R1'],
  ['C2', 'Sheet1!C2'],
  ['R1:R2', 'Sheet1!R1:R2'],
  ['A', 'A!A1:Z1000'],
  ["'R1C1'", "'R1C1'!A1:Z1000"],
  ["'RC'!A1", "'RC'!A1"],
  ['!A1', 'Sheet1!A1'],
  ["''!A1", 'Sheet1!A1'],
  ['has!bang', "'has!bang'!A1:Z1000"],
  ['has!bang!A1', "'has!bang'!A1"],
])('what is a cell in A1 is that cell first, and a title last (measured): %s is %s', (text, range) => {
  expect(read(text)).toBe(range);
});

test.each([
  'R0C1',
  'A1:R2C2',
  'R1C1:B2',
  'R2C2:R1C1',
  'R[1]C[1]:R[0]C[0]',
  'R1C2:R1C1',
  'R2:R1C1',
  'R[-1]C[0]',
  ' A1',
  'Sheet1! A1',
  'R[ 1]C[1]',
  '!Data',
  '!',
])('what Google cannot read is not read here (measured): %s', (text) => {
  expect(read(text)).toBe(`Unable to parse range: ${text}`);
});

test.each([
  ['RC1', 'RC1'],
  ['ZZ:ZZ', 'ZZ'],
  ['AA:AB', 'AA:AB'],
  ['C[26]', 'AA'],
  ['R[1000]C[0]', 'A1001'],
  ['1001:1002', '1001:1002'],
  ['R[1000]:R[1000]', '1001'],
])(
  'a start past the grid is refused by the bounds that were asked for (measured): %s as %s',
  (text, name) => {
    expect(read(text)).toBe(`Range (Sheet1!${name}) exceeds grid limits. Max rows: 1000, max columns: 26`);
  },
);
