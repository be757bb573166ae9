import { expect, test } from 'vitest';
import type { Content } from '../../../../src/domain/content.ts';
import type { Grid } from '../../../../src/domain/grid.ts';
import type { OutputRecord } from '../../../../src/workbook/output/output-record.ts';
import { matchColumns } from '../../../../src/workbook/output/placement/content-keys.ts';
import { findPlacement } from '../../../../src/workbook/output/placement/placement.ts';
import {
  BLANK_ROW,
  digestOfRow,
  splitDigests,
} from '../../../../src/workbook/output/placement/row-digest.ts';
import { planNewTab } from '../../../../src/workbook/output/plan-tab.ts';
import { aTab, HOLDING, recordIn } from '../written-tab.ts';

/** Two blocks below one another without a header row that is named as such, with empty rows between for a chart. */
const ROWS: Grid = [
  ['XẾP HẠNG', null, null],
  ['Kỳ 1', null, null],
  ['HIỆN HÀNH · 1', null, null],
  [],
  ['Nhóm', 'Điểm', 'Xếp loại'],
  ['Sở', 84.31, 'Tốt'],
  ['Xã', 89.64, 'Khá'],
  [],
  [],
  ['Điểm yếu', null, null],
  ['Tiêu chí 1.2', 12.5, null],
];

function contentOf(rows: Grid): Content {
  const cells = rows.map((row) => [0, 1, 2].map((column) => ({ value: row[column] ?? null })));
  return { rows: cells, columnWidths: [1, 1, 1], frozenRows: 4, frozenColumns: 0 };
}

const CONTENT = contentOf(ROWS);

function recordOf(content: Content): OutputRecord {
  const record = recordIn(planNewTab(aTab(content), { sheetId: 7, title: 'x' }, HOLDING).changes);
  if (record === undefined) throw new Error('a new tab without a record');
  return record;
}

function placed(grid: Grid, content = CONTENT) {
  return findPlacement({ grid, rowCount: 60, columnCount: 12 }, recordOf(CONTENT), content);
}

const STOOD = { rows: ROWS.map((_, row) => row), columns: [0, 1, 2], isUntouched: true };

test('a content stands where it was written, empty rows and all', () => {
  expect(placed(ROWS)).toEqual(STOOD);
});

test('rows above, columns before, notes between, beside and below are nobody’s', () => {
  const grid: Grid = [
    ['của phòng'],
    ...ROWS.slice(0, 6).map((row) => [null, row[0] ?? null, 'ghi chú', row[1] ?? null, row[2] ?? null]),
    ['ở giữa', null, 'x'],
    ...ROWS.slice(6).map((row) => [null, row[0] ?? null, null, row[1] ?? null, row[2] ?? null, 'bên cạnh']),
    [null, 'bên dưới'],
  ];
  expect(placed(grid)).toEqual({
    rows: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12],
    columns: [1, 3, 4],
    isUntouched: true,
  });
});

test('sorted rows are still the same rows, and moved columns the same columns', () => {
  const sorted = [...ROWS.slice(0, 5), ROWS[6] ?? [], ROWS[5] ?? [], ...ROWS.slice(7)];
  expect(placed(sorted)).toEqual(STOOD);
  const turned = ROWS.map((row) => [row[2] ?? null, row[0] ?? null, row[1] ?? null]);
  expect(placed(turned)).toEqual({ ...STOOD, columns: [1, 2, 0] });
});

test('a row of which a cell was typed over is ours; one that staff put beside it is not', () => {
  const grid = [...ROWS.slice(0, 5), ['Sở', 1, 'Tốt'], ['ghi chú', null, 'y'], ...ROWS.slice(6)];
  expect(placed(grid)).toMatchObject({ rows: [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11], isUntouched: false });
});

test('a row whose every figure is new is known by its shape, a header that was typed over by the rows below it', () => {
  const grid = [...ROWS.slice(0, 4), ['Nhóm', 'Sửa', 'Xếp loại'], ['Sở mới', 1, 'Tốt'], ...ROWS.slice(6)];
  expect(placed(grid)).toMatchObject({ rows: STOOD.rows, columns: [0, 1, 2], isUntouched: false });
});

test('rows and columns that were deleted are missing, and nothing of staff’s takes their place', () => {
  const noRow = ROWS.toSpliced(5, 1, ['ghi chú thay vào', null, null]);
  expect(placed(noRow)?.rows).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10]);
  const noColumn = ROWS.map((row) => [row[0] ?? null, 'ghi chú', row[2] ?? null]);
  expect(placed(noColumn)?.columns).toEqual([0, undefined, 2]);
});

test('after a column without a key was deleted, rows in the place of ours with figures and words of ours alone are ours', () => {
  const blocks: Grid = [
    ['TỔNG HỢP', null, null],
    ['Kỳ 1', null, null],
    ['HIỆN HÀNH · 1', null, null],
    [],
    ['Năm tiêu chí', null, null],
    [null, 'Nhóm', 'Tỷ lệ đạt (%)'],
    [null, 'Tiêu chí 1.2', 37.5],
    ['Chất lượng số liệu', null, null],
  ];
  const without = blocks.map((row) => [row[0] ?? null, row[2] ?? null]);
  const placedIn = (grid: Grid) =>
    findPlacement({ grid, rowCount: 60, columnCount: 26 }, recordOf(contentOf(blocks)), contentOf(blocks))
      ?.rows;
  expect(placedIn(without)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(placedIn(without.with(6, ['ghi chú', null]))).toEqual([0, 1, 2, 3, 4, 5, 7]);
});

test('of two columns whose keys are gone the one that is left is the one whose rows are as they were', () => {
  const blocks: Grid = [
    ['TỔNG HỢP', null, null],
    ['Kỳ 1', null, null],
    ['HIỆN HÀNH · 1', null, null],
    ['Chỉ tiêu', 'Huyện', null],
    ['Cao nhất', 84.58, null],
    ['Dẫn đầu', null, null],
    [null, '1. Thủ Dầu Một', 84.58],
    [null, '2. Tân Uyên', 82],
    [null, '3. Bàu Bàng', 80.27],
  ];
  const without = blocks.toSpliced(5, 1).map((row) => [row[0] ?? null, row[2] ?? null]);
  const content = contentOf(blocks);
  expect(findPlacement({ grid: without, rowCount: 60, columnCount: 26 }, recordOf(content), content)).toEqual(
    {
      rows: [0, 1, 2, 3, 4, 5, 6, 7],
      columns: [0, undefined, 1],
      isUntouched: false,
    },
  );
});

test('without its key row columns that staff moved are found by the rows that are as they were', () => {
  const moved = ROWS.toSpliced(4, 1).map((row) => [
    row[0] ?? null,
    'ghi chú',
    row[1] ?? null,
    row[2] ?? null,
  ]);
  expect(placed(moved)).toEqual({
    rows: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    columns: [0, 2, 3],
    isUntouched: false,
  });
});

test('without its key row a content is known by the rows that are as they were, without those not at all', () => {
  expect(placed(ROWS.toSpliced(4, 1))?.rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(placed([['của phòng'], [1, 2, 3]])).toBeUndefined();
});

test('a long content without digests is known by its values: notes between and below are left out', () => {
  const many: Grid = Array.from({ length: 3_000 }, (_, unit) => [`Xã ${unit}`, unit / 7, 'Tốt']);
  const long = contentOf([...ROWS.slice(0, 5), ...many]);
  const record = recordOf(long);
  expect(splitDigests(record.digests)).toHaveLength(5);
  const grid = [
    ...ROWS.slice(0, 5),
    ...many.slice(0, 1_000),
    ['xem lại'],
    ...many.slice(1_000),
    ['bên dưới'],
  ];
  const rows = findPlacement({ grid, rowCount: 4_000, columnCount: 8 }, record, long)?.rows ?? [];
  expect([rows.length, rows.includes(1_005), rows.at(-1)]).toEqual([3_005, false, 3_005]);
});

test('a digest tells rows apart, says nothing of empty cells, and has a blank of its own', () => {
  const digests = Array.from({ length: 2_000 }, (_, unit) => digestOfRow([unit, `Xã ${unit}`, unit / 3]));
  expect(new Set(digests).size).toBe(2_000);
  expect(digestOfRow(['a', null, '', 1])).toBe(digestOfRow(['a', '', null, 1]));
  expect(digestOfRow([1, 2])).not.toBe(digestOfRow([2, 1]));
  expect([digestOfRow([null, '']), digestOfRow(['a', null]).slice(4)]).toEqual([BLANK_ROW, '....']);
});

test('points that move from one figure of a row to another change its digest', () => {
  const steps = Array.from({ length: 200 }, (_, tenth) => tenth / 10);
  const rowOf = (one: number, other: number) => ['Sở Nội vụ', one, 'Tốt', other];
  const unnoticed = steps.flatMap((one, step) => {
    const [next, other, less] = [(step + 1) / 10, (step * 7 + 3) / 10, (step * 7 + 2) / 10];
    return digestOfRow(rowOf(one, other)) === digestOfRow(rowOf(next, less)) ? [one] : [];
  });
  expect(unnoticed).toEqual([]);
});

test.each([
  [
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
    [0, 1, 2],
  ],
  [
    ['a', 'b'],
    ['a', 'mới', 'b'],
    [0, undefined, 1],
  ],
  [
    ['a', 'cũ', 'b'],
    ['a', 'b'],
    [0, 2],
  ],
  [
    ['Hạng', 'Điểm (65)', 'Ghi chú'],
    ['Rank', 'Points (65)', 'Note'],
    [0, 1, 2],
  ],
  [
    ['a', 'Điểm (65)', 'b'],
    ['a', 'Điểm (70)', 'mới', 'b'],
    [0, 1, undefined, 2],
  ],
])('of the columns %j the new ones %j take the places %j', (before, after, places) => {
  expect(matchColumns(before, after)).toEqual(places);
});

test('a tab whose key row was deleted is found by its rows, also when a column was put between its own', () => {
  const grid = ROWS.toSpliced(4, 1).map((row) => [row[0] ?? null, null, row[1] ?? null, row[2] ?? null]);
  expect(placed(grid)?.columns).toEqual([0, 2, 3]);
});
