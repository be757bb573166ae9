import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import { joinParts, planReads, type RowRange } from '../../src/sheets/plan-reads.ts';
import { aSheet } from './builders.ts';

/** Rows without the empty ones at the end: what Google answers to a range. */
function answerTo(grid: Grid, { from, to }: RowRange): Grid {
  const rows = grid.slice(from, to);
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

const tab = fc
  .record({ rowCount: fc.nat(30), columnCount: fc.integer({ min: 1, max: 8 }) })
  .chain(({ rowCount, columnCount }) =>
    fc
      .array(fc.array(fc.integer(), { maxLength: columnCount }), { maxLength: rowCount })
      .map((grid) => ({ rowCount, columnCount, grid })),
  );

test('however a workbook is cut into calls, every row comes back in its place', () => {
  void fc.assert(
    fc.property(fc.array(tab, { maxLength: 5 }), fc.integer({ min: 1, max: 60 }), (tabs, cellsPerRead) => {
      const sheets = tabs.map(({ rowCount, columnCount }, sheetId) =>
        aSheet({ sheetId, rowCount, columnCount }),
      );
      const ranges = planReads(sheets, cellsPerRead).flat();
      const parts = ranges.map((range) => answerTo(tabs[range.sheet.sheetId]?.grid ?? [], range));
      const whole = tabs.map(({ grid, rowCount }, sheetId) => [
        sheetId,
        answerTo(grid, { sheet: aSheet(), from: 0, to: rowCount }),
      ]);
      expect([...joinParts(sheets, ranges, parts)]).toEqual(whole);
    }),
  );
});

test('no call asks for more cells than allowed, except for a single row that is larger', () => {
  void fc.assert(
    fc.property(fc.array(tab), fc.integer({ min: 1, max: 60 }), (tabs, cellsPerRead) => {
      const sheets = tabs.map(({ rowCount, columnCount }, sheetId) =>
        aSheet({ sheetId, rowCount, columnCount }),
      );
      for (const call of planReads(sheets, cellsPerRead)) {
        const cells = call.reduce((sum, { sheet, from, to }) => sum + (to - from) * sheet.columnCount, 0);
        const isSingleRow = call.length === 1 && call[0]?.to === (call[0]?.from ?? 0) + 1;
        expect(cells <= cellsPerRead || isSingleRow).toBe(true);
      }
    }),
  );
});
