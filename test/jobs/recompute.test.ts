import { expect, test } from 'vitest';
import { cellName } from '../../src/workbook/a1.ts';
import { countIssues } from '../../src/workbook/output/issues-tab.ts';
import { type MemorySpreadsheet, makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { recomputeIn, sampleSpreadsheet } from './sample.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const RESULT_TABS = [RANKING, 'Tổng hợp'];
const APPRAISAL = 'Thẩm định – huyen';

function resultsOf(spreadsheet: MemorySpreadsheet) {
  return RESULT_TABS.map((title) => spreadsheet.grid(title));
}

function withoutStatus(grids: ReturnType<typeof resultsOf>) {
  return grids.map((grid) => grid.filter((_, row) => row !== 2));
}

/** The cell of a mark: found by unit and component, as staff would. */
function markCell(spreadsheet: MemorySpreadsheet, unit: string, component: string): [number, number] {
  const grid = spreadsheet.grid(APPRAISAL);
  const header = grid.findIndex((row) => row.includes(component) && row.includes('Mã đơn vị'));
  return [grid.findIndex((row) => row.includes(unit)), grid[header]?.indexOf(component) ?? -1];
}

test('a recompute costs two reads, one write and a read-back', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const calls: string[] = [];
  await recomputeIn(spreadsheet, (call) => {
    calls.push(call);
  });
  expect(calls).toEqual(['readStructure', 'readGrids', 'commit', 'readBack']);
});

test('a second recompute without changes writes nothing but its line in the run log', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = { results: resultsOf(spreadsheet), issues: spreadsheet.grid('Vấn đề cần xử lý') };
  const { outcome } = await recomputeIn(spreadsheet);
  expect(outcome).toMatchObject({ kind: 'recomputed', version: 3, resultsChanged: false });
  expect({ results: resultsOf(spreadsheet), issues: spreadsheet.grid('Vấn đề cần xử lý') }).toEqual(before);
  expect(
    spreadsheet
      .grid('Nhật ký')
      .slice(5)
      .map((row) => [row[0], row[3]]),
  ).toEqual([
    [1, 'Đã tính lại'],
    [2, 'Đã tính lại, kết quả không đổi'],
  ]);
});

test('a broken entry leaves the old results untouched, marks them as not current and lists the issue', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = withoutStatus(resultsOf(spreadsheet));
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  spreadsheet.type(APPRAISAL, row, column, 66);
  const { outcome } = await recomputeIn(spreadsheet);
  expect(outcome).toMatchObject({ kind: 'refused', version: 3 });
  expect(withoutStatus(resultsOf(spreadsheet))).toEqual(before);
  for (const grid of resultsOf(spreadsheet)) expect(grid[2]?.[0]).toMatch(/^KHÔNG CÒN HIỆN HÀNH · .* 1 lỗi/);
  expect(spreadsheet.grid('Vấn đề cần xử lý').slice(5)).toEqual([
    [
      'Lỗi',
      APPRAISAL,
      cellName(row, column),
      'Điểm 66 vượt điểm tối đa 65.',
      'Nhập điểm từ 0 đến 65, hoặc sửa điểm tối đa trong trang Tiêu chí.',
      2,
    ],
  ]);
});

test('once the entry is corrected the same results are current again, and no figure was rewritten', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = resultsOf(spreadsheet);
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  spreadsheet.type(APPRAISAL, row, column, 'năm mươi');
  await recomputeIn(spreadsheet);
  spreadsheet.type(APPRAISAL, row, column, 51.75);
  await recomputeIn(spreadsheet);
  expect(resultsOf(spreadsheet)).toEqual(before);
});

test('a figure that somebody typed over in a ranking is put right by the next recompute', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = withoutStatus(resultsOf(spreadsheet));
  spreadsheet.type(RANKING, 5, 0, 9);
  const { outcome } = await recomputeIn(spreadsheet);
  expect(outcome).toMatchObject({ resultsChanged: true });
  expect(withoutStatus(resultsOf(spreadsheet))).toEqual(before);
});

test('a staff tab that bears the title of a result tab is left alone', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  spreadsheet.renameTab('Trang tính1', 'Tổng hợp');
  spreadsheet.type('Tổng hợp', 0, 0, 'của phòng');
  await recomputeIn(spreadsheet);
  expect(spreadsheet.grid('Tổng hợp')).toEqual([['của phòng']]);
  expect(spreadsheet.grid('Tổng hợp (2)')[0]).toEqual(['TỔNG HỢP CHỈ SỐ CẢI CÁCH HÀNH CHÍNH']);
});

test('tabs renamed and a row inserted by staff change no result', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = spreadsheet.grid(RANKING);
  spreadsheet.renameTab(APPRAISAL, 'Điểm của tổ thẩm định');
  spreadsheet.insertRow('Điểm của tổ thẩm định', 6);
  spreadsheet.renameTab(RANKING, 'Bảng chính');
  const { outcome } = await recomputeIn(spreadsheet);
  expect(outcome).toMatchObject({ kind: 'recomputed', resultsChanged: false });
  expect(spreadsheet.grid('Bảng chính')).toEqual(before);
});

test('of two recomputes at once the later one starts again and commits on top of the earlier', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  let overtaken = false;
  const { outcome } = await recomputeIn(spreadsheet, async (call) => {
    if (call !== 'commit' || overtaken) return;
    overtaken = true;
    await recomputeIn(spreadsheet);
  });
  expect(outcome).toMatchObject({ kind: 'recomputed', version: 3, resultsChanged: false });
});

test('a recompute that is overtaken every time reports that newer results stand and wrote nothing', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const { outcome } = await recomputeIn(spreadsheet, async (call) => {
    if (call === 'commit') await recomputeIn(spreadsheet);
  });
  expect(outcome).toEqual({ kind: 'superseded', version: 4 });
  expect(
    spreadsheet
      .grid('Nhật ký')
      .slice(5)
      .map(([version]) => version),
  ).toEqual([1, 2, 3]);
});

test('the rankings of a group that was taken out are marked as not current', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const groups = spreadsheet.grid('Nhóm xếp hạng');
  const row = groups.findIndex((cells) => cells.includes('huyen'));
  spreadsheet.type('Nhóm xếp hạng', row, groups[row]?.indexOf('huyen') ?? 0, 'cap-huyen');
  const units = spreadsheet.grid('Đơn vị');
  for (const [index, cells] of units.entries())
    if (cells.includes('huyen')) spreadsheet.type('Đơn vị', index, cells.indexOf('huyen'), 'cap-huyen');
  const { outcome } = await recomputeIn(spreadsheet);
  expect(outcome.kind).toBe('recomputed');
  expect(spreadsheet.grid(RANKING)[2]?.[0]).toMatch(/^KHÔNG CÒN HIỆN HÀNH · Nhóm này không còn/);
  expect(spreadsheet.grid(`${RANKING} (2)`)[2]?.[0]).toMatch(/^HIỆN HÀNH/);
});

test('all issues of a broken workbook are found in one run, each with its tab and cell', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  spreadsheet.type(APPRAISAL, row, column, '12/5');
  spreadsheet.type(APPRAISAL, row + 1, column, 'chưa có');
  spreadsheet.type(APPRAISAL, row - 1, column, 65.5);
  const units = spreadsheet.grid('Đơn vị');
  const header = units.findIndex((cells) => cells.includes('Nhóm'));
  spreadsheet.type('Đơn vị', header + 1, units[header]?.indexOf('Nhóm') ?? -1, null);
  spreadsheet.type('Đơn vị', header + 3, units[header]?.indexOf('Mã đơn vị') ?? -1, 'BC');
  spreadsheet.deleteTab('Điều tra xã hội học – huyen');
  const { outcome } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'refused') throw new Error(outcome.kind);
  expect(outcome.issues.map(({ code, location }) => [code, location.tab])).toEqual(
    expect.arrayContaining([
      ['improper-fraction', APPRAISAL],
      ['not-a-number', APPRAISAL],
      ['over-max', APPRAISAL],
      ['missing-value', 'Đơn vị'],
      ['duplicate-code', 'Đơn vị'],
      ['missing-tab', 'Điều tra xã hội học – huyen'],
    ]),
  );
  const listed = spreadsheet.grid('Vấn đề cần xử lý').slice(5);
  expect(listed).toHaveLength(outcome.issues.length);
  expect(countIssues(outcome.issues)).toEqual({ errors: outcome.issues.length, warnings: 0 });
});

test('in a row whose unit code is wrong the cells are read as well; its points above a maximum are no mistakes of their own', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  const unitColumn = spreadsheet.grid(APPRAISAL)[row]?.indexOf('TDM') ?? -1;
  spreadsheet.type(APPRAISAL, row, unitColumn, 'XYZ');
  spreadsheet.type(APPRAISAL, row, column, 'chưa có');
  spreadsheet.type(APPRAISAL, row + 1, unitColumn, 'Cộng');
  spreadsheet.type(APPRAISAL, row + 1, column, 400);
  const { outcome } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'refused') throw new Error(outcome.kind);
  expect(outcome.issues.map(({ code, location }) => [code, location.cell])).toEqual([
    ['unknown-code', cellName(row, unitColumn)],
    ['not-a-number', cellName(row, column)],
    ['unknown-code', cellName(row + 1, unitColumn)],
  ]);
});

test('a result tab that is deleted while its results are computed is made again', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  spreadsheet.type(APPRAISAL, row, column, 50);
  let deleted = false;
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    if (call !== 'commit' || deleted) return;
    deleted = true;
    spreadsheet.deleteTab(RANKING);
  });
  expect(outcome).toMatchObject({ kind: 'recomputed', version: 3, resultsChanged: true });
  expect(spreadsheet.grid(RANKING)[5]?.slice(0, 4)).toEqual([1, 'TDM', 'Thành phố Thủ Dầu Một', 50]);
});

test('the run log tells who ran it and when, in the workbook’s time zone, with hashes, issues and calls', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const { outcome } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'recomputed') throw new Error(outcome.kind);
  expect(spreadsheet.grid('Nhật ký').slice(4)).toEqual([
    [
      'Lần',
      'Thời điểm',
      'Người thực hiện',
      'Kết quả',
      'Số lỗi',
      'Số cảnh báo',
      'Mã số liệu nhập',
      'Mã kết quả',
      'Số đơn vị đổi hạng',
      'Thời gian (ms)',
      'Số lượt gọi Google',
    ],
    [
      1,
      '09:15:02 23/11/2026',
      'robot@par-index.test',
      'Đã tính lại',
      0,
      0,
      outcome.entriesHash.slice(0, 12),
      outcome.resultsHash.slice(0, 12),
      0,
      0,
      4,
    ],
  ]);
});

test('the run log tells of how many units the rank is another than the tabs showed before', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  spreadsheet.type(APPRAISAL, row, column, 30);
  const { outcome } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'recomputed') throw new Error(outcome.kind);
  const moved = outcome.changes.filter(({ rank }) => rank.before !== rank.after).length;
  spreadsheet.type(APPRAISAL, row, column, 66);
  await recomputeIn(spreadsheet);
  const log = spreadsheet.grid('Nhật ký');
  const at = log[4]?.indexOf('Số đơn vị đổi hạng') ?? -1;
  expect(moved).toBeGreaterThan(1);
  expect(log.slice(5).map((cells) => cells[at])).toEqual([0, moved, null]);
});

test('the banner names the Issues tab as staff renamed it', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  spreadsheet.renameTab('Vấn đề cần xử lý', 'Cần sửa');
  const [row, column] = markCell(spreadsheet, 'TDM', 'I');
  spreadsheet.type(APPRAISAL, row, column, 66);
  await recomputeIn(spreadsheet);
  expect(spreadsheet.grid(RANKING)[2]?.[0]).toContain('xem trang «Cần sửa»');
});

test('two tabs with the same title leave open which one counts: nothing is computed from either', async () => {
  const input = makeMemorySpreadsheet({
    locale: 'en_GB',
    tabs: [
      { sheetId: 1, title: 'Units', cells: [] },
      { sheetId: 2, title: 'Đơn vị', cells: [] },
    ],
  });
  const { outcome, context } = await recomputeIn(input);
  if (outcome.kind !== 'refused') throw new Error(outcome.kind);
  expect(outcome.issues[0]).toEqual({
    location: { tab: 'Units' },
    code: 'ambiguous-tab',
    titles: ['Units', 'Đơn vị'],
  });
  expect(context.language).toBe('en');
  expect(input.grid('Issues')[0]).toEqual(['ISSUES']);
});
