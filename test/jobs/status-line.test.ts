import { expect, test } from 'vitest';
import { type MemorySpreadsheet, makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { enterMark, recomputeIn, sampleSpreadsheet } from './sample.ts';
import { SMALL_TABS } from './small-workbook.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const ISSUES = 'Vấn đề cần xử lý';
const LOG = 'Nhật ký';

function statusOf(spreadsheet: MemorySpreadsheet, title: string) {
  return spreadsheet.grid(title)[2]?.[0];
}

function outcomes(spreadsheet: MemorySpreadsheet) {
  return spreadsheet
    .grid(LOG)
    .slice(5)
    .map((row) => row[3]);
}

const at = (time: string) => ({ now: () => new Date(`2026-11-23T${time}Z`) });

test('points that move between two criteria of a unit are other results, although every figure shown is the same', async () => {
  const spreadsheet = makeMemorySpreadsheet({ tabs: SMALL_TABS });
  const first = await recomputeIn(spreadsheet);
  const before = spreadsheet.grid('Xếp hạng – Các huyện');
  spreadsheet.type('Thẩm định', 1, 2, 0.5);
  spreadsheet.type('Thẩm định', 1, 3, 2);
  const second = await recomputeIn(spreadsheet, undefined, at('03:00:00'));
  if (first.outcome.kind !== 'recomputed' || second.outcome.kind !== 'recomputed') throw new Error('refused');
  expect(second.outcome.resultsHash).not.toBe(first.outcome.resultsHash);
  expect(second.outcome.resultsChanged).toBe(true);
  const after = spreadsheet.grid('Xếp hạng – Các huyện');
  expect(after.toSpliced(2, 1)).toEqual(before.toSpliced(2, 1));
  for (const title of ['Xếp hạng – Các huyện', 'Tổng hợp'])
    expect(statusOf(spreadsheet, title)).toBe(
      `HIỆN HÀNH · Số liệu nhập đến 10:00:00 23/11/2026 · Tính lúc 10:00:00 23/11/2026 · Người tính: robot@par-index.test · Mã kết quả ${second.outcome.resultsHash.slice(0, 12)}`,
    );
  expect(outcomes(spreadsheet)).toEqual(['Đã tính lại', 'Đã tính lại']);
});

test('entries are told as of when they were read, the run as of when it computed', async () => {
  const spreadsheet = makeMemorySpreadsheet({ tabs: SMALL_TABS });
  const moments = ['03:00:00', '03:00:07'].map((time) => new Date(`2026-11-23T${time}Z`));
  const [last = new Date(0)] = moments.slice(-1);
  await recomputeIn(spreadsheet, undefined, { now: () => moments.shift() ?? last });
  expect(statusOf(spreadsheet, 'Tổng hợp')).toContain(
    'Số liệu nhập đến 10:00:00 23/11/2026 · Tính lúc 10:00:07 23/11/2026 · Người tính: robot@par-index.test',
  );
});

test('a narrow tab has so many columns that the longest banner is not cut off at its edge', async () => {
  const spreadsheet = makeMemorySpreadsheet({ tabs: SMALL_TABS });
  await recomputeIn(spreadsheet);
  const summary = spreadsheet.structure().sheets.find(({ title }) => title === 'Tổng hợp');
  expect(summary?.columnCount).toBe(3 + 13);
});

test('results that are current again after a mistake was corrected are told as unchanged, as of when they were computed', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = statusOf(spreadsheet, RANKING);
  enterMark(spreadsheet, 'TDM', 'I', 'năm mươi');
  await recomputeIn(spreadsheet, undefined, at('03:00:00'));
  enterMark(spreadsheet, 'TDM', 'I', 51.75);
  const { outcome } = await recomputeIn(spreadsheet, undefined, at('04:00:00'));
  expect([outcome, statusOf(spreadsheet, RANKING)]).toMatchObject([{ resultsChanged: false }, before]);
  expect(outcomes(spreadsheet)).toEqual([
    'Đã tính lại',
    'Không tính: số liệu còn lỗi',
    'Đã tính lại, kết quả không đổi',
  ]);
});

/** Everything that is in the workbook, its run log aside. */
function everything(spreadsheet: MemorySpreadsheet) {
  const { sheets } = spreadsheet.structure();
  return sheets
    .filter(({ title }) => title !== LOG)
    .map(({ title, metadata }) => [title, metadata, spreadsheet.grid(title)]);
}

function renameGroup(spreadsheet: MemorySpreadsheet): void {
  for (const title of ['Nhóm xếp hạng', 'Đơn vị'])
    for (const [row, cells] of spreadsheet.grid(title).entries())
      if (cells.includes('huyen')) spreadsheet.type(title, row, cells.indexOf('huyen'), 'cap-huyen');
}

test('the ranking of a group that is gone is marked once; the runs after it write nothing but the log', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  renameGroup(spreadsheet);
  await recomputeIn(spreadsheet, undefined, at('03:00:00'));
  const marked = everything(spreadsheet);
  const { outcome } = await recomputeIn(spreadsheet, undefined, at('04:00:00'));
  expect([outcome, everything(spreadsheet)]).toMatchObject([{ resultsChanged: false }, marked]);
  expect(statusOf(spreadsheet, RANKING)).toMatch(/^KHÔNG CÒN HIỆN HÀNH · Nhóm này không còn .*10:00:00/);
  enterMark(spreadsheet, 'TDM', 'I', 66);
  await recomputeIn(spreadsheet);
  expect(statusOf(spreadsheet, RANKING)).toMatch(/Nhóm này không còn/);
});

test('the same mistakes found again change nothing: banner and list say since when they stand, and stay true', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  enterMark(spreadsheet, 'TDM', 'I', 66);
  await recomputeIn(spreadsheet, undefined, at('03:00:00'));
  const found = everything(spreadsheet);
  await recomputeIn(spreadsheet, undefined, at('04:00:00'));
  expect(everything(spreadsheet)).toEqual(found);
  expect(statusOf(spreadsheet, ISSUES)).toBe(
    '1 lỗi, 0 cảnh báo · Danh sách không đổi từ lần kiểm tra lúc 10:00:00 23/11/2026; lần gần nhất xem trang Nhật ký',
  );
  enterMark(spreadsheet, 'BC', 'I', 67);
  await recomputeIn(spreadsheet, undefined, at('05:00:00'));
  expect(statusOf(spreadsheet, RANKING)).toMatch(/Lần tính lúc 12:00:00 .* gặp 2 lỗi/);
});
