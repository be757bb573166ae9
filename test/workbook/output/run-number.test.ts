import { expect, test } from 'vitest';
import type { Grid } from '../../../src/domain/grid.ts';
import { nextRunNumber } from '../../../src/workbook/output/run-number.ts';

const HEADER = ['Lần', 'Thời điểm', 'Người thực hiện', 'Kết quả'];
const line = (number: number, outcome = 'Đã tính lại') => [number, '10:00', 'an', outcome];

test('the first run of a workbook is number 1, whatever was written before it', () => {
  expect(nextRunNumber([])).toBe(1);
  expect(nextRunNumber([['NHẬT KÝ TÍNH LẠI'], [], [], [], HEADER])).toBe(1);
});

test('a run is one more than the newest in the log, in either language and wherever its lines were moved', () => {
  const log: Grid = [line(3, 'Không tính: số liệu còn lỗi'), HEADER, line(1), line(2)];
  expect(nextRunNumber(log)).toBe(4);
  expect(
    nextRunNumber([
      ['When', 'Outcome', 'Run'],
      ['10:00', 'Recomputed', 8],
    ]),
  ).toBe(9);
});

test('what staff typed under the number is no run, and no run gets its number', () => {
  const log: Grid = [HEADER, line(1), [2026, 'năm', null, null], [2, 'ghi chú', null, null]];
  expect(nextRunNumber(log)).toBe(3);
});
