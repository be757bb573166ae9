import { expect, test } from 'vitest';
import { cell, tableContent } from '../../../../src/workbook/output/content-rows.ts';
import { lostRecord } from '../../../../src/workbook/output/placement/lost-record.ts';

const HEAD = [['XẾP HẠNG'], ['Huyện'], ['HIỆN HÀNH · lần trước'], []];
const CONTENT = tableContent({
  title: 'XẾP HẠNG',
  subtitle: 'Huyện',
  status: 'HIỆN HÀNH',
  headers: ['Hạng', 'Ghi chú'],
  rows: [
    [cell(1, {}), cell('', {})],
    [cell(2, {}), cell('', {})],
  ],
  columnWidths: [60, 60],
  frozenColumns: 0,
});

test('a table is taken with its own headers only, down to its first empty row; notes of staff are theirs', () => {
  const grid = [
    ...HEAD,
    ['Hạng', 'Xếp loại', 'Ghi chú', 'Của phòng'],
    [1, 'Tốt', null, 'giữ lại'],
    ['xem lại'],
    [2, 'Khá'],
    [],
    ['Ghi chú của phòng'],
  ];
  expect(lostRecord(grid, CONTENT)).toMatchObject({
    placement: { rows: [0, 1, 2, 3, 4, 5, 7], columns: [0, 1, 2] },
    record: {
      rows: 7,
      keys: ['Hạng', 'Xếp loại', 'Ghi chú'],
      state: 'stale',
      status: 'HIỆN HÀNH · lần trước',
    },
  });
});

test('rows and columns of staff before it do not matter; of a head in disorder only what is known is taken', () => {
  const grid = [
    [null, 'của phòng'],
    [null, 'XẾP HẠNG'],
    [null, 'chen vào'],
    [null, 'HIỆN HÀNH'],
    [null, 'Hạng', 'Ghi chú'],
    [null, 1],
  ];
  expect(lostRecord(grid, CONTENT)?.placement).toMatchObject({ rows: [1, 3, 4, 5], columns: [1, 2] });
});

test('without a content to come, the headers of the product tell; without any of them nothing is taken', () => {
  const found = lostRecord([...HEAD, ['Hạng', 'Tên đơn vị', null, 'x'], [1, 'A']]);
  expect(found?.placement).toMatchObject({ rows: [0, 1, 2, 3, 4, 5], columns: [0, 1] });
  expect([lostRecord([]), lostRecord([['của phòng', 'x']])]).toEqual([undefined, undefined]);
});
