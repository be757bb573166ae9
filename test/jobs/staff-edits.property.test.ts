import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import type { MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { enterMark, recomputeIn, sampleSpreadsheet } from './sample.ts';
import { damages, type Edit, edit, notesIn, withoutStaff, work } from './staff-at-work.ts';

const SAMPLE = 'binh-duong-2017';
const ISSUES = 'Vấn đề cần xử lý';
const LOG = 'Nhật ký';
const WRITTEN = ['Xếp hạng – Huyện, thị xã, thành phố', 'Tổng hợp', ISSUES, LOG];

interface Round {
  readonly edits: readonly (readonly [title: string, step: Edit])[];
  /** What is then entered: the ranking moves, issues come and go. */
  readonly entry: Cell;
}

const round: fc.Arbitrary<Round> = fc.record({
  edits: fc.array(fc.tuple(fc.constantFrom(...WRITTEN), edit), { maxLength: 4 }),
  entry: fc.constantFrom<Cell>(null, 51.75, 41.75, 65.5, 'chưa có'),
});

interface World {
  readonly spreadsheet: MemorySpreadsheet;
  /** The same workbook, in whose written tabs nobody works. */
  readonly twin: MemorySpreadsheet;
  /** Tabs with damage that only the next write puts right: one at a time, as a person would notice. */
  readonly damaged: Set<string>;
}

/** Since which run an issue is there is known from the list itself: a cell of it that was typed over makes it new. */
function withoutSince(grid: Grid): Grid {
  const since = grid.find((cells) => cells.includes('Từ lần tính'))?.indexOf('Từ lần tính') ?? -1;
  return grid.map((cells) => cells.map((cell, column) => (column === since ? null : cell)));
}

async function live({ spreadsheet, twin, damaged }: World, { edits, entry }: Round): Promise<void> {
  for (const [title, step] of edits) {
    if (damages(step) && damaged.has(title)) continue;
    if (damages(step)) damaged.add(title);
    work(spreadsheet, title, step);
  }
  const before = WRITTEN.map((title) => notesIn(spreadsheet.grid(title)));
  for (const each of [spreadsheet, twin]) enterMark(each, 'TDM', 'I', entry);
  const { outcome } = await recomputeIn(spreadsheet);
  await recomputeIn(twin);
  expect(['recomputed', 'refused']).toContain(outcome.kind);
  if (outcome.kind === 'recomputed') damaged.clear();
  expect(WRITTEN.map((title) => notesIn(spreadsheet.grid(title)))).toEqual(before);
  const compared = WRITTEN.filter(
    (title) => title !== LOG && (outcome.kind === 'recomputed' || title === ISSUES),
  );
  const results = (each: MemorySpreadsheet, title: string) => withoutStaff(withoutSince(each.grid(title)));
  for (const title of compared) expect(results(spreadsheet, title)).toEqual(results(twin, title));
}

test('whatever staff do in written tabs, their notes survive any number of recomputes and the results are whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
      const [spreadsheet, twin] = [await sampleSpreadsheet(SAMPLE), await sampleSpreadsheet(SAMPLE)];
      await recomputeIn(spreadsheet);
      await recomputeIn(twin);
      const world = { spreadsheet, twin, damaged: new Set<string>() };
      await rounds.reduce((done, next) => done.then(() => live(world, next)), Promise.resolve());
    }),
    { numRuns: 60 },
  );
}, 180_000);
