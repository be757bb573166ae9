import { expect, test } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import type { Sheet } from '../../src/domain/spreadsheet.ts';
import { readConsistently } from '../../src/sheets/consistent-read.ts';
import type { RowRange } from '../../src/sheets/plan-reads.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';
import { aSheet, aStructure } from './builders.ts';

/** A tab whose n-th row holds n, and which staff change after the given number of reads. */
function aWorkbook(changes: ReadonlyMap<number, Partial<Sheet>>) {
  let sheet = aSheet({ sheetId: 1, title: 'Điểm', rowCount: 6, columnCount: 1 });
  let reads = 0;
  const state = { structures: 0, reads: () => reads };
  const readRanges = (ranges: readonly RowRange[]): Promise<readonly Grid[]> => {
    reads += 1;
    const isStale = ranges.some((range) => range.sheet.title !== sheet.title || range.to > sheet.rowCount);
    if (isStale)
      return Promise.reject(new SpreadsheetError({ kind: 'conflict', detail: 'Unable to parse range' }));
    const grids = ranges.map(({ from, to }) => Array.from({ length: to - from }, (_, i) => [from + i]));
    sheet = { ...sheet, ...changes.get(reads) };
    return Promise.resolve(grids);
  };
  const readStructure = () => {
    state.structures += 1;
    return Promise.resolve(aStructure({ sheets: [sheet] }));
  };
  return { sheet, state, calls: { readRanges, readStructure, isFresh: () => true, cellsPerRead: 4 } };
}

test('parts that were read at one structure are one grid', async () => {
  const { sheet, calls, state } = aWorkbook(new Map());
  const grids = await readConsistently([sheet], calls);
  expect([[...grids], state.reads(), state.structures]).toEqual([
    [[1, [[0], [1], [2], [3], [4], [5]]]],
    2,
    1,
  ]);
});

test('when staff insert a row between two parts, the whole tab is read again', async () => {
  const { sheet, calls, state } = aWorkbook(new Map([[1, { rowCount: 7 }]]));
  const grids = await readConsistently([sheet], calls);
  expect([grids.get(1)?.length, state.reads()]).toEqual([7, 4]);
});

test('when staff rename or shorten a tab meanwhile, it is looked up by its id and read again', async () => {
  for (const change of [{ title: 'Tên mới' }, { rowCount: 5 }]) {
    const { sheet, calls } = aWorkbook(new Map([[1, change]]));
    // biome-ignore lint/performance/noAwaitInLoops: two small cases of one rule
    const grids = await readConsistently([sheet], calls);
    expect(grids.get(1)).toHaveLength(change.rowCount ?? 6);
  }
});

test('a workbook that changes under every read is told as a conflict', async () => {
  const sizes = [7, 8, 9, 10, 11, 12, 13, 14].map((rowCount, i) => [i + 1, { rowCount }] as const);
  const { sheet, calls } = aWorkbook(new Map(sizes));
  await expect(readConsistently([sheet], calls)).rejects.toMatchObject({ failure: { kind: 'conflict' } });
});

test('a single read that had to wait is held against the names that the tabs have by then', async () => {
  const { sheet, calls, state } = aWorkbook(new Map([[1, { title: 'Tên mới' }]]));
  const waiting = { ...calls, isFresh: () => state.structures > 0, cellsPerRead: 100 };
  expect([(await readConsistently([sheet], waiting)).get(1)?.length, state.reads()]).toEqual([6, 2]);
});
