import { expect, test } from 'vitest';
import { cell } from '../../sheets-templates/table-file.ts';
import type { Cell } from '../../src/domain/grid.ts';
import { recomputeIn, sampleSpreadsheet } from '../jobs/sample.ts';
import { readTable } from './read-table.ts';

const HEADER_ROW = 4;

/** The cells of some columns below the header, by header, down to the row of averages. */
function columnsOf(
  grid: readonly (readonly Cell[])[],
  headers: readonly string[],
): readonly (readonly Cell[])[] {
  const header = grid[HEADER_ROW] ?? [];
  return grid.slice(HEADER_ROW + 1).map((row) => headers.map((name) => row[header.indexOf(name)] ?? null));
}

test('the ranking tab of Bình Dương 2017 is the published table: order, points, totals, index, average 78,39', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const published = readTable('published/binh-duong-2017-districts.csv').map((row) => [
    Number(cell(row, 'rank')),
    cell(row, 'unit'),
    Number(cell(row, 'appraised_max65')),
    Number(cell(row, 'survey_max35')),
    Number(cell(row, 'total_max100')),
    Number(cell(row, 'index_pct')),
  ]);
  const ranking = columnsOf(spreadsheet.grid('Xếp hạng – Huyện, thị xã, thành phố'), [
    'Hạng',
    'Tên đơn vị',
    'Điểm thẩm định (tối đa 65)',
    'Điểm điều tra xã hội học (tối đa 35)',
    'Tổng điểm',
    'Chỉ số (%)',
  ]);
  expect(published).toHaveLength(9);
  expect(ranking).toEqual([...published, [null, 'Trung bình', null, null, null, 78.39]]);
});

test('the ranking tab of Tây Ninh 2023 is the published table: ranked by index, not by points, with classes', async () => {
  const spreadsheet = await sampleSpreadsheet('tay-ninh-2023');
  await recomputeIn(spreadsheet);
  const published = readTable('published/tay-ninh-2023-departments.csv').map((row) => [
    Number(cell(row, 'rank')),
    cell(row, 'unit'),
    Number(cell(row, 'appraised_points')),
    Number(cell(row, 'max_points')),
    Number(cell(row, 'index_pct')),
    cell(row, 'class'),
  ]);
  const ranking = columnsOf(spreadsheet.grid('Xếp hạng – Sở, ban, ngành'), [
    'Hạng',
    'Tên đơn vị',
    'Tổng điểm',
    'Điểm tối đa áp dụng',
    'Chỉ số (%)',
    'Xếp loại',
  ]);
  expect(published).toHaveLength(19);
  expect(ranking.slice(0, -1)).toEqual(published);
});
