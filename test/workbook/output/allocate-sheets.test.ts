import { expect, test } from 'vitest';
import type { Structure } from '../../../src/domain/spreadsheet.ts';
import { allocateSheets } from '../../../src/workbook/output/allocate-sheets.ts';

function withSheets(...sheets: readonly (readonly [sheetId: number, title: string])[]): Structure {
  return {
    title: 'Sổ',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    sheets: sheets.map(([sheetId, title]) => ({
      sheetId,
      title,
      hidden: false,
      rowCount: 10,
      columnCount: 5,
      metadata: [],
    })),
    namedRanges: [],
    metadata: [],
  };
}

test('a tab that staff happened to give the same title is left alone', () => {
  const structure = withSheets([0, 'TỔNG HỢP'], [1_000_001, 'Tổng hợp (2)']);
  expect(allocateSheets(structure, ['Tổng hợp', 'Tổng hợp'])).toEqual([
    { sheetId: 1_000_002, title: 'Tổng hợp (3)' },
    { sheetId: 1_000_003, title: 'Tổng hợp (4)' },
  ]);
});

test('a title is cut to the hundred characters that a tab may have, its number included', () => {
  const long = 'x'.repeat(120);
  const [first, second] = allocateSheets(withSheets(), [long, long]);
  expect(first).toEqual({ sheetId: 1_000_001, title: 'x'.repeat(100) });
  expect(second).toEqual({ sheetId: 1_000_002, title: `${'x'.repeat(96)} (2)` });
});
