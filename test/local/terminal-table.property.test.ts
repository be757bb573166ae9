import { fc, test } from '@fast-check/vitest';
import stringWidth from 'string-width';
import { expect } from 'vitest';
import { compareCodes } from '../../src/domain/compare-codes.ts';
import { terminalTable } from '../../src/local/terminal-table.ts';

const WORDS = fc
  .array(fc.constantFrom('Phường', 'Thành phố', 'Nông nghiệp', 'và', '3.4.1,', 'điểm)'), { maxLength: 12 })
  .map((words) => words.join(' '));

const ROWS = [
  ['1', 'Phường Tương Bình Hiệp', '96,25', 'Không áp dụng: 3.4.1, 3.4.2 (4 điểm)'],
  ['2', 'Xã Tân Mỹ', '95,9', ''],
] as const;
const HEADERS = ['Hạng', 'Tên đơn vị', 'Chỉ số (%)', 'Ghi chú'] as const;

test('a header is broken between words, into as few lines as make the table fit', () => {
  const rows = ROWS.map((row) => row.slice(0, 3));
  expect(terminalTable(HEADERS.slice(0, 3), rows, 40)).toEqual([
    'Hạng  Tên đơn vị              Chỉ số (%)',
    '────  ──────────────────────  ──────────',
    '   1  Phường Tương Bình Hiệp       96,25',
    '   2  Xã Tân Mỹ                     95,9',
  ]);
  expect(terminalTable(HEADERS.slice(0, 3), rows, 39)).toEqual([
    'Hạng  Tên đơn vị              Chỉ số',
    '                                 (%)',
    '────  ──────────────────────  ──────',
    '   1  Phường Tương Bình Hiệp   96,25',
    '   2  Xã Tân Mỹ                 95,9',
  ]);
});

test('notes that do not fit beside a row stand below it, and only where there are any', () => {
  expect(terminalTable(HEADERS, ROWS, 44)).toEqual([
    'Hạng  Tên đơn vị              Chỉ số (%)',
    '      ↳ Ghi chú',
    '────  ──────────────────────  ──────────',
    '   1  Phường Tương Bình Hiệp       96,25',
    '      ↳ Không áp dụng: 3.4.1, 3.4.2 (4 điểm)',
    '   2  Xã Tân Mỹ                     95,9',
  ]);
});

test('in a narrow window words wrap inside their columns and figures stay whole', () => {
  expect(terminalTable(HEADERS, ROWS, 30)).toEqual([
    'Hạng  Tên đơn vị           Chỉ',
    '                            số',
    '                           (%)',
    '      ↳ Ghi chú',
    '────  ─────────────────  ─────',
    '   1  Phường Tương Bình  96,25',
    '      Hiệp',
    '      ↳ Không áp dụng: 3.4.1,',
    '        3.4.2 (4 điểm)',
    '   2  Xã Tân Mỹ           95,9',
  ]);
});

test.prop([
  fc.array(fc.tuple(WORDS, fc.constantFrom('', '1', '96,25', '100'), WORDS), { maxLength: 6 }),
  fc.integer({ min: 60, max: 140 }),
])('no line is wider than asked for, and no word of a cell is lost', (rows, limit) => {
  const lines = terminalTable(['Tên đơn vị', 'Chỉ số (%)', 'Ghi chú'], rows, limit);
  expect(lines.filter((line) => stringWidth(line) > limit)).toEqual([]);
  const count = (texts: readonly string[]) =>
    texts
      .flatMap((text) => text.split(/[\s↳─]+/))
      .filter((word) => word !== '')
      .toSorted(compareCodes);
  expect(count(lines)).toEqual(count(['Tên đơn vị Chỉ số (%) Ghi chú', ...rows.flat()]));
});

test('figures end in one column and words begin in one, whatever marks the letters bear', () => {
  const decomposed = 'Bàu Bàng'.normalize('NFD');
  expect(
    terminalTable(
      ['Hạng', 'Đơn vị', 'Chỉ số'],
      [
        ['1', 'Thủ Dầu Một', '84,58'],
        ['10', decomposed, '8,5'],
        ['', 'Trung bình', '78,39'],
      ],
    ),
  ).toEqual([
    'Hạng  Đơn vị       Chỉ số',
    '────  ───────────  ──────',
    '   1  Thủ Dầu Một   84,58',
    `  10  ${decomposed}        8,5`,
    '      Trung bình    78,39',
  ]);
});
