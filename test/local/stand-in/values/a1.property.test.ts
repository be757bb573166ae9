import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { type A1Context, formatA1, parseA1 } from '../../../../src/local/stand-in/values/a1.ts';
import { columnIndex, columnName } from '../../../../src/local/stand-in/values/column-name.ts';

const GRID = { rowCount: 2000, columnCount: 18_278 };

const anyBox = fc
  .record({
    top: fc.nat(GRID.rowCount - 1),
    left: fc.nat(GRID.columnCount - 1),
    height: fc.integer({ min: 1, max: 50 }),
    width: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ top, left, height, width }) => ({
    top,
    left,
    bottom: Math.min(top + height, GRID.rowCount),
    right: Math.min(left + width, GRID.columnCount),
  }));

/** Whatever a person may call a tab: quotes, marks, words that look like cells, other scripts. */
const anyTitle = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom("It's", 'A1', 'R1C1', "'", '!', 'a!b', 'Xếp hạng', 'ZZZ1', '1', 'TRUE'),
);

const contextOf = (title: string): A1Context => ({
  sheets: [
    { sheetId: 1, title: 'another tab', rowCount: 5, columnCount: 5 },
    { sheetId: 2, title, ...GRID },
  ],
  namedRanges: [],
});

test.prop([anyTitle, anyBox])('a range that was formatted is found again', (title, box) => {
  const parsed = parseA1(formatA1(title, box), contextOf(title));
  expect(parsed.ok && [parsed.range.sheet.sheetId, parsed.range.box]).toEqual([2, box]);
});

test.prop([anyTitle])('a quoted title alone is the whole tab', (title) => {
  const parsed = parseA1(`'${title.replaceAll("'", "''")}'`, contextOf(title));
  expect(parsed.ok && parsed.range.box).toEqual({
    top: 0,
    left: 0,
    bottom: GRID.rowCount,
    right: GRID.columnCount,
  });
});

test.prop([fc.nat(18_277)])('a column’s name leads back to the column, in either case', (index) => {
  const name = columnName(index);
  expect([columnIndex(name), columnIndex(name.toLowerCase())]).toEqual([index, index]);
});

test.prop([fc.string()])('whatever is asked for, the answer is a range in the grid or a refusal', (text) => {
  const parsed = parseA1(text, contextOf('Sheet1'));
  if (!parsed.ok) expect(parsed.message).toMatch(/^(Unable to parse range: |Range \()/);
  else {
    const { box, sheet } = parsed.range;
    expect(box.top < box.bottom && box.bottom <= sheet.rowCount).toBe(true);
    expect(box.left < box.right && box.right <= sheet.columnCount).toBe(true);
  }
});
