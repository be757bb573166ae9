import { expect, test } from 'vitest';
import { unfinishedLine } from '../../src/domain/messages/unfinished-line.ts';
import { check } from '../../src/jobs/check.ts';
import { preview } from '../../src/jobs/preview.ts';
import { status } from '../../src/jobs/status.ts';
import type { MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { recomputeIn, sampleSpreadsheet } from './sample.ts';

const APPRAISAL = 'Thẩm định – huyen';
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

function typeMark(spreadsheet: MemorySpreadsheet, unit: string, value: number | string): void {
  const grid = spreadsheet.grid(APPRAISAL);
  const column = grid.find((cells) => cells.includes('Mã đơn vị'))?.indexOf('I') ?? -1;
  const row = grid.findIndex((cells) => cells.includes(unit));
  spreadsheet.type(APPRAISAL, row, column, value);
}

test('before the first recompute a preview has nothing to compare with, and says so', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const { outcome } = await preview({ spreadsheet: spreadsheet.open() });
  expect(outcome).toMatchObject({ kind: 'previewed', compared: false, changes: [], units: 9 });
});

test('a preview of unchanged entries finds that nobody would move', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const { outcome } = await preview({ spreadsheet: spreadsheet.open() });
  expect(outcome).toMatchObject({ kind: 'previewed', compared: true, changes: [] });
});

test('without the earlier run a preview names the points that differ, and those who only made way', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const before = spreadsheet.grid(RANKING);
  typeMark(spreadsheet, 'TDM', 41.75);
  const calls: string[] = [];
  const { outcome } = await preview({ spreadsheet: spreadsheet.open((call) => void calls.push(call)) });
  if (outcome.kind !== 'previewed') throw new Error(outcome.kind);
  const [moved, ...madeWay] = outcome.changes.toSorted((a) => (a.unitId === 'TDM' ? -1 : 1));
  expect(moved).toEqual({
    groupId: 'huyen',
    unitId: 'TDM',
    unitName: 'Thành phố Thủ Dầu Một',
    rank: { before: 1, after: 8 },
    index: { before: 84.58, after: 74.58 },
    grade: {},
    figures: [{ header: 'Điểm thẩm định (tối đa 65)', before: 51.75, after: 41.75 }],
  });
  expect(
    madeWay.map(({ rank, index, figures }) => [rank.after, index.after === index.before, figures]),
  ).toEqual(madeWay.map(({ rank }) => [(rank.before ?? 0) - 1, true, []]));
  expect([madeWay.length, calls]).toEqual([7, ['readStructure', 'readGrids']]);
  expect(spreadsheet.grid(RANKING)).toEqual(before);
});

test('with the earlier run a preview names the cell, its points before and after, and its effect', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const { outcome: ran } = await recomputeIn(spreadsheet);
  if (ran.kind !== 'recomputed') throw new Error(ran.kind);
  typeMark(spreadsheet, 'TDM', 41.75);
  const knownRun = { board: ran.scoreboard, input: ran.input, resultsHash: ran.resultsHash };
  const { outcome } = await preview({ spreadsheet: spreadsheet.open(), knownRun });
  if (outcome.kind !== 'previewed') throw new Error(outcome.kind);
  const cause = { component: 'I', tab: APPRAISAL, before: '51,75', after: '41,75', effect: -10 };
  expect(outcome.changes.find(({ unitId }) => unitId === 'TDM')?.causes).toEqual([
    { ...cause, cell: expect.stringMatching(/^D\d+$/) },
  ]);
});

test('a run whose results no longer stand explains nothing', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  const { outcome: ran } = await recomputeIn(spreadsheet);
  if (ran.kind !== 'recomputed') throw new Error(ran.kind);
  typeMark(spreadsheet, 'TDM', 41.75);
  await recomputeIn(spreadsheet);
  typeMark(spreadsheet, 'TDM', 51.75);
  const knownRun = { board: ran.scoreboard, input: ran.input, resultsHash: ran.resultsHash };
  const { outcome } = await preview({ spreadsheet: spreadsheet.open(), knownRun });
  if (outcome.kind !== 'previewed') throw new Error(outcome.kind);
  expect(outcome.changes.map(({ causes }) => causes)).toEqual(outcome.changes.map(() => undefined));
});

test('what a preview finds is what the recompute then tells', async () => {
  const spreadsheet = await sampleSpreadsheet('tay-ninh-2023');
  await recomputeIn(spreadsheet);
  const title = 'Thẩm định – so';
  const grid = spreadsheet.grid(title);
  const header = grid.findIndex((row) => row.includes('Mã đơn vị'));
  spreadsheet.type(title, header + 3, grid[header]?.indexOf('A') ?? 0, 1);
  const { outcome } = await preview({ spreadsheet: spreadsheet.open() });
  const { outcome: ran } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'previewed' || ran.kind !== 'recomputed') throw new Error('refused');
  expect(outcome.changes.length).toBeGreaterThan(0);
  expect(ran.changes).toEqual(outcome.changes);
});

test('a check tells how many marks are still missing in how many units, which is no issue', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  expect(await check(spreadsheet.open())).not.toHaveProperty('unfinished');
  typeMark(spreadsheet, 'TDM', '');
  typeMark(spreadsheet, 'DT', '');
  const { issues, units, unfinished } = await check(spreadsheet.open());
  expect({ issues, units, unfinished }).toEqual({ issues: [], units: 9, unfinished: { units: 2, marks: 2 } });
  expect(unfinishedLine({ units: 2, marks: 2 }).vi).toBe(
    'Còn 2 tiêu chí chưa có điểm ở 2 đơn vị; các đơn vị này chưa được xếp hạng.',
  );
});

test('a check of broken entries lists them, and the status turns stale only with a recompute', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  expect(await status(spreadsheet.open())).toMatchObject({ results: 'none', runs: [] });
  await recomputeIn(spreadsheet);
  typeMark(spreadsheet, 'TDM', 66);
  const { issues, units } = await check(spreadsheet.open());
  expect([issues.map(({ code }) => code), units]).toEqual([['over-max'], undefined]);
  expect(await status(spreadsheet.open())).toMatchObject({ results: 'current' });
  await recomputeIn(spreadsheet);
  const after = await status(spreadsheet.open());
  expect(after.results).toBe('stale');
  expect(after.runs.map(({ version, who, errors }) => [version, who, errors])).toEqual([
    [2, 'robot@par-index.test', 1],
    [1, 'robot@par-index.test', 0],
  ]);
});
