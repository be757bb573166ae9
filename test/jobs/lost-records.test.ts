import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { OUTPUT_METADATA_KEY } from '../../src/workbook/output/output-record.ts';
import type { MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { enterMark, recomputeIn, sampleSpreadsheet } from './sample.ts';

const SAMPLE = 'binh-duong-2017';

/** Damages what the workbook notes of each written tab, as a copy or a download loses it. */
async function loseRecords(spreadsheet: MemorySpreadsheet): Promise<void> {
  const changes = spreadsheet
    .structure()
    .sheets.flatMap(({ sheetId, metadata }) =>
      metadata
        .filter(({ key }) => key === OUTPUT_METADATA_KEY)
        .map(({ key, id }): Change => ({ kind: 'set-metadata', sheetId, key, value: 'hỏng', replaces: id })),
    );
  await spreadsheet.open().commit({ version: 2, runId: 'lost', changes });
}

/** Every tab but the log, whose lines tell of one run more. */
function results(spreadsheet: MemorySpreadsheet) {
  const titles = spreadsheet.structure().sheets.map(({ title }) => title);
  return titles
    .filter((title) => title !== 'Nhật ký')
    .map((title) => ({ title, grid: spreadsheet.grid(title) }));
}

test.each([
  ['the same mark', 51.75],
  ['another mark, by which ranks change', 41.75],
  ['a mark that is gone, by which a unit is no longer ranked', null],
])('after all records were lost, %s leaves no row of the results before', async (_, mark) => {
  const damaged = await sampleSpreadsheet(SAMPLE);
  await recomputeIn(damaged);
  await loseRecords(damaged);
  const fresh = await sampleSpreadsheet(SAMPLE);
  for (const spreadsheet of [damaged, fresh]) {
    enterMark(spreadsheet, 'TDM', 'I', mark);
    // biome-ignore lint/performance/noAwaitInLoops: one workbook after the other
    await recomputeIn(spreadsheet);
  }
  expect(results(damaged)).toEqual(results(fresh));
});
