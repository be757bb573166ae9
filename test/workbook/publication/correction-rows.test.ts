import { expect, test } from 'vitest';
import type { FigureChange } from '../../../src/domain/correction.ts';
import {
  correctionRows,
  countRows,
  NO_CHANGES,
  type ReleaseChanges,
  restatedIn,
  restatedRow,
} from '../../../src/workbook/publication/correction-rows.ts';
import { withholdLeaks } from '../../../src/workbook/publication/withhold.ts';
import { ENGLISH, VIETNAMESE } from '../output/group-views.ts';

const figure: FigureChange = {
  tab: 'Tổng hợp',
  code: '',
  row: 'Trung vị (%)',
  column: 'Huyện',
  before: 87.2,
  after: 88,
};

const changes = (figures: readonly FigureChange[]): ReleaseChanges => ({
  ...NO_CHANGES,
  figures,
  units: [
    {
      ranking: 'Xếp hạng',
      unitId: 'TDM',
      unitName: 'Thủ Dầu Một',
      rank: { before: 1, after: 2 },
      index: { before: 96.89, after: 91 },
      grade: { before: 'Xuất sắc' },
    },
  ],
});

test('a correction lists units with rank, index and class, then every other figure with its place', () => {
  const rows = correctionRows(changes([figure]), VIETNAMESE, () => 'hash');
  expect(rows).toEqual([
    ['Xếp hạng', 'TDM', 'Thủ Dầu Một', 1, 2, 96.89, 91, 'Xuất sắc', null, null, null, null],
    ['Tổng hợp', null, 'Trung vị (%)', null, null, null, null, null, null, 'Huyện', 87.2, 88],
  ]);
  expect(countRows(rows)).toEqual({ units: 1, figures: 1 });
});

test('beyond 2,000 figures the rest is counted, under the hash of them all', () => {
  const figures = Array.from({ length: 2003 }, (_, place) => ({ ...figure, before: place }));
  const rows = correctionRows(changes(figures), VIETNAMESE, (text) => `hash of ${JSON.parse(text).length}`);
  expect(rows).toHaveLength(1 + 2000 + 1);
  expect(rows.at(-1)).toEqual([
    ...[null, null, 'Mã của toàn bộ danh sách: hash of 2003', null, null, null, null, null, null],
    ...['Số liệu khác đã thay đổi, không liệt kê', null, 3],
  ]);
  expect(countRows(rows)).toEqual({ units: 1, figures: 2003 });
});

test('an address, a telephone number or a contact that a correction takes out does not stay in its log', () => {
  const told = changes([
    { ...figure, before: 'hỏi ông An 0912 345 678' },
    { ...figure, row: 'Bà Bình', before: 1 },
    { ...figure, column: 'an@so.gov.vn', before: 'Khá' },
  ]);
  const { units, figures } = withholdLeaks(told, ['bà bình', 'thủ dầu một'], VIETNAMESE);
  const withheld = '(không nêu lại)';
  expect(figures).toEqual([
    { ...figure, before: withheld },
    { ...figure, row: withheld, before: 1 },
    { ...figure, column: withheld, before: 'Khá' },
  ]);
  expect(units.map(({ unitName }) => unitName)).toEqual([withheld]);
});

test.each([VIETNAMESE, ENGLISH])(
  'what a release says of earlier lines is read back as it was stated, in either language',
  (context) => {
    const [one, many] = [1, 12].map((cells) => ({ of: 3, cells, hash: '0a'.repeat(32) }));
    const rows = [one, many].flatMap((stated) =>
      stated === undefined ? [] : [restatedRow(stated, context)],
    );
    expect(restatedIn([...rows, ...correctionRows(changes([figure]), context, () => '')])).toEqual([
      one,
      many,
    ]);
    const asUnit = rows.map(([, , ...rest]) => ['Xếp hạng', 'TDM', ...rest]);
    expect(restatedIn(asUnit)).toEqual([]);
  },
);
