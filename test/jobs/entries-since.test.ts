import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';
import type { BeforeCall, MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { enterMark, recomputeIn, sampleSpreadsheet } from './sample.ts';

const SAMPLE = 'binh-duong-2017';
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const APPRAISAL = 'Thẩm định – huyen';

function seen(spreadsheet: MemorySpreadsheet) {
  const ranking = spreadsheet.grid(RANKING);
  return {
    status: String(ranking[2]?.[0]).replace(/ ·.*/, ''),
    leader: ranking[5]?.[1],
    log: spreadsheet
      .grid('Nhật ký')
      .slice(5)
      .map((row) => [row[0], row[3]]),
  };
}

/** A spreadsheet with results, into which somebody enters marks before the given calls of a run. */
async function recomputeAmid(marks: Readonly<Record<string, readonly Cell[]>>, deadline?: number) {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  const calls: string[] = [];
  const entered = new Map(Object.entries(marks).map(([call, values]) => [call, [...values]]));
  const before: BeforeCall = (call) => {
    calls.push(call);
    const mark = entered.get(call)?.shift();
    if (mark !== undefined) enterMark(spreadsheet, 'TDM', 'I', mark);
  };
  const options = deadline === undefined ? {} : { deadline };
  const { outcome } = await recomputeIn(spreadsheet, before, options);
  return { outcome, calls, ...seen(spreadsheet) };
}

const PASS = ['readStructure', 'readGrids', 'commit', 'readBack'];

test('entries that stand still are told so, at no call more', async () => {
  const { outcome, calls } = await recomputeAmid({});
  expect([outcome, calls]).toMatchObject([{ entries: 'unchanged' }, PASS]);
});

test('an entry that changes before the commit or the read-back is computed in a second pass', async () => {
  const both = await Promise.all(['commit', 'readBack'].map((call) => recomputeAmid({ [call]: [41.75] })));
  for (const { outcome, calls, ...rest } of both) {
    expect([outcome, calls]).toMatchObject([
      { kind: 'recomputed', version: 3, entries: 'unchanged' },
      [...PASS, ...PASS],
    ]);
    expect(rest).toEqual({
      status: 'HIỆN HÀNH',
      leader: 'TU',
      log: [
        [1, 'Đã tính lại'],
        [2, 'Đã tính lại'],
      ],
    });
  }
});

test('entries that go on changing are told on the results: they do not follow from what is entered', async () => {
  const { outcome, status, leader, log } = await recomputeAmid({ commit: [41.75, 51.75] });
  expect([outcome, status, leader]).toMatchObject([
    { kind: 'recomputed', version: 3, entries: 'changed' },
    'KHÔNG CÒN HIỆN HÀNH',
    'TU',
  ]);
  expect(log).toEqual([
    [1, 'Đã tính lại'],
    [2, 'Đã tính lại'],
    [3, 'Không tính: số liệu nhập đã thay đổi sau lần tính trước'],
  ]);
});

test('the line says which entries the figures are of, and that these have changed since, in both languages', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  const settings = spreadsheet.grid('Cài đặt');
  const row = settings.findIndex((cells) => cells.includes('Ngôn ngữ'));
  spreadsheet.type('Cài đặt', row, settings[row]?.indexOf('Tiếng Việt') ?? -1, 'English');
  let marks = 40;
  const keepEntering: BeforeCall = (call) => {
    marks += 1;
    if (call === 'commit') enterMark(spreadsheet, 'TDM', 'I', marks);
  };
  const status = () => {
    const { sheets } = spreadsheet.structure();
    const ranking = sheets.find(({ metadata }) => metadata.some(({ value }) => value === 'ranking.huyen'));
    return spreadsheet.grid(ranking?.title ?? '')[2]?.[0];
  };
  await recomputeIn(spreadsheet, keepEntering);
  expect(status()).toMatch(
    /^NOT CURRENT · Entries have changed since: recompute\. Entries as of 09:15:02 23\/11\/2026 · Computed at 09:15:02 23\/11\/2026 by/,
  );
  spreadsheet.type('Cài đặt', row, settings[row]?.indexOf('Tiếng Việt') ?? -1, 'Tiếng Việt');
  await recomputeIn(spreadsheet, keepEntering);
  expect(status()).toMatch(
    /^KHÔNG CÒN HIỆN HÀNH · Số liệu nhập đã thay đổi sau khi tính: hãy tính lại\. Số liệu nhập đến 09:15:02/,
  );
});

test('a second pass that would not end before the deadline is not begun: the results say that entries changed', async () => {
  const { outcome, calls, status } = await recomputeAmid(
    { commit: [41.75] },
    Date.parse('2026-11-23T02:15:02Z'),
  );
  expect([outcome, status]).toMatchObject([{ version: 2, entries: 'changed' }, 'KHÔNG CÒN HIỆN HÀNH']);
  expect(calls).toEqual([...PASS, ...PASS]);
});

test('results that another run made of the changed entries are not called out of date', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  const options = { deadline: Date.parse('2026-11-23T02:15:02Z') };
  let reads = 0;
  const before: BeforeCall = async (call) => {
    if (call === 'commit') enterMark(spreadsheet, 'TDM', 'I', 41.75);
    if (call === 'readStructure') reads += 1;
    if (call === 'readStructure' && reads === 2) await recomputeIn(spreadsheet);
  };
  const { outcome } = await recomputeIn(spreadsheet, before, options);
  expect(outcome).toMatchObject({ version: 2, entries: 'changed' });
  expect(seen(spreadsheet)).toMatchObject({
    status: 'HIỆN HÀNH',
    leader: 'TU',
    log: [
      [1, 'Đã tính lại'],
      [2, 'Đã tính lại'],
    ],
  });
});

test('a second pass that Google refuses leaves the results of the first, told as they are', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  let commits = 0;
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    if (call === 'commit') {
      commits += 1;
      enterMark(spreadsheet, 'TDM', 'I', 41.75);
    }
    if (commits === 1 && call === 'readStructure') throw new SpreadsheetError({ kind: 'unavailable' });
  });
  expect(outcome).toMatchObject({ kind: 'recomputed', version: 2, entries: 'changed' });
});

test('a mistake in the program is not taken for a failure of the spreadsheet', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  let commits = 0;
  const run = recomputeIn(spreadsheet, (call) => {
    if (call === 'commit') {
      commits += 1;
      enterMark(spreadsheet, 'TDM', 'I', 41.75);
    }
    if (commits === 1 && call === 'readStructure') throw new TypeError('a mistake');
  });
  await expect(run).rejects.toThrow('a mistake');
});

test('sorting entries and writing beside them changes no entry', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    if (call !== 'commit') return;
    const rows = spreadsheet.grid(APPRAISAL);
    const header = rows.findIndex((cells) => cells.includes('Mã đơn vị'));
    spreadsheet.sortRows(APPRAISAL, { from: header + 1, to: rows.length }, 0);
    spreadsheet.type(APPRAISAL, 0, 5, 'ghi chú');
  });
  expect(outcome).toMatchObject({ version: 2, entries: 'unchanged' });
});

test('a draft of criteria that nobody is scored by is not taken for an entry that changed', async () => {
  const draft = { sheetId: 77, title: 'Tiêu chí – dự thảo', cells: [['bản nháp']] };
  const spreadsheet = await sampleSpreadsheet(SAMPLE, draft);
  const calls: string[] = [];
  const { outcome } = await recomputeIn(spreadsheet, (call) => void calls.push(call));
  expect([outcome, calls]).toMatchObject([{ version: 2, entries: 'unchanged' }, PASS]);
  expect(seen(spreadsheet).status).toBe('HIỆN HÀNH');
});

const PAST = 'Kết quả các kỳ trước';

test('an earlier result that is corrected meanwhile changes what results are compared with', async () => {
  const rank = (index: string, place: number) => ['2016', 'TDM', index, place];
  const cells = [['Kỳ đánh giá', 'Mã đơn vị', 'Chỉ số', 'Hạng'], rank('90,00', 1)];
  const spreadsheet = await sampleSpreadsheet(SAMPLE, { sheetId: 76, title: PAST, cells });
  const calls: string[] = [];
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    calls.push(call);
    if (call === 'commit')
      rank('80,00', 5).forEach((cell, column) => {
        spreadsheet.type(PAST, 1, column, cell);
      });
  });
  expect([outcome, calls]).toMatchObject([
    { kind: 'recomputed', version: 3, entries: 'unchanged' },
    [...PASS, ...PASS],
  ]);
});

test('a mistake that is made, or corrected, while a refusal is written is looked at once more', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  enterMark(spreadsheet, 'TDM', 'I', 66);
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    if (call === 'commit') enterMark(spreadsheet, 'TDM', 'I', 51.75);
  });
  expect(outcome).toMatchObject({ kind: 'recomputed', version: 3, entries: 'unchanged' });
  expect(spreadsheet.grid('Vấn đề cần xử lý')[5]?.[0]).toBe('Không có vấn đề nào.');
});

test('entries that cannot be read again are told as unknown', async () => {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    if (call === 'readBack') spreadsheet.deleteTab(APPRAISAL);
  });
  expect(outcome).toMatchObject({ version: 2, entries: 'unknown' });
});
