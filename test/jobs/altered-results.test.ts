import { expect, test } from 'vitest';
import { status } from '../../src/jobs/status.ts';
import type { MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { recomputeIn, sampleSpreadsheet } from './sample.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const SUMMARY = 'Tổng hợp';

async function resultsIn(spreadsheet: MemorySpreadsheet) {
  return (await status(spreadsheet.open())).results;
}

/** The year computed, then a figure of a result tab typed over by hand. */
async function alteredYear(title: string) {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const grid = spreadsheet.grid(title);
  const row = grid.findIndex((cells, place) => place > 5 && cells.some((cell) => typeof cell === 'number'));
  const column = grid[row]?.findIndex((cell) => typeof cell === 'number') ?? -1;
  expect(await resultsIn(spreadsheet)).toBe('current');
  spreadsheet.type(title, row, column, 99.99);
  return { spreadsheet, grid, row, column };
}

test.each([RANKING, SUMMARY])(
  'a figure of %s that was typed over is no longer called current',
  async (title) => {
    const { spreadsheet } = await alteredYear(title);
    expect(await resultsIn(spreadsheet)).toBe('stale');
  },
);

test.each([RANKING, SUMMARY])('the next run puts a figure of %s right that was typed over', async (title) => {
  const { spreadsheet, grid, row, column } = await alteredYear(title);
  const { outcome } = await recomputeIn(spreadsheet);
  expect(outcome).toMatchObject({ kind: 'recomputed', resultsChanged: true });
  expect(spreadsheet.grid(title)[row]?.[column]).toBe(grid[row]?.[column]);
  expect(spreadsheet.grid(title).toSpliced(2, 1)).toEqual(grid.toSpliced(2, 1));
  expect(await resultsIn(spreadsheet)).toBe('current');
});

test('a note that people put beside the table alters nothing', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  const width = Math.max(...spreadsheet.grid(RANKING).map((cells) => cells.length));
  spreadsheet.type(RANKING, 7, width + 1, 'xem lại');
  expect(await resultsIn(spreadsheet)).toBe('current');
});

test('the log numbers the runs of a workbook from 1', async () => {
  const spreadsheet = await sampleSpreadsheet('binh-duong-2017');
  await recomputeIn(spreadsheet);
  await recomputeIn(spreadsheet);
  const { runs } = await status(spreadsheet.open());
  expect(runs.map(({ version }) => version)).toEqual([2, 1]);
});
