import { expect, test } from 'vitest';
import { cell, tableContent } from '../../../src/workbook/output/content-rows.ts';
import { lostRecord } from '../../../src/workbook/output/lost-record.ts';

const HEAD = [['XẾP HẠNG'], ['Huyện'], ['HIỆN HÀNH · lần trước'], []];

test('a table is taken down to its first empty row and across its own headers; notes of staff are theirs', () => {
  const content = tableContent({
    title: 'XẾP HẠNG',
    subtitle: 'Huyện',
    status: 'HIỆN HÀNH',
    headers: ['Hạng', 'Ghi chú'],
    rows: [[cell(1, {}), cell('', {})]],
    columnWidths: [60, 60],
    frozenColumns: 0,
  });
  const grid = [
    ...HEAD,
    ['Hạng', 'Xếp loại', 'Ghi chú', 'Của phòng'],
    [1, 'Tốt', null, 'giữ lại'],
    [2, 'Khá'],
    [],
    ['Ghi chú của phòng'],
  ];
  expect(lostRecord(grid, content)).toEqual({
    rows: 7,
    columns: 3,
    look: '',
    state: 'stale',
    status: 'HIỆN HÀNH · lần trước',
  });
});

test('without new content the columns end at the first empty header', () => {
  expect(lostRecord([...HEAD, ['Hạng', 'Đơn vị', null, 'x'], [1, 'A']])).toMatchObject({
    rows: 6,
    columns: 2,
  });
  expect(lostRecord([])).toEqual({ rows: 4, columns: 0, look: '', state: 'stale', status: '' });
});
