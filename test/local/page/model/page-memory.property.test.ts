import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, expect } from 'vitest';
import { applyPageChange, pageChange } from '../../../../src/local/page/model/page-change.ts';
import { PageMemory } from '../../../../src/local/page/model/page-memory.ts';
import type { PageWorkbook } from '../../../../src/local/page/model/page-workbook.ts';
import { readPageWorkbook } from '../../../../src/local/page/model/read-workbook.ts';
import { type Running, runStandIn } from '../../stand-in/running-stand-in.ts';
import { makeRichWorkbook, SHEETS } from '../rich-workbook.ts';

let running: Running;
let id: string;

beforeAll(async () => {
  running = await runStandIn();
  id = await makeRichWorkbook(running.standIn.rootUrl, 'token-an');
});
afterAll(() => running.end());

const range = (top: number, left: number) => ({
  sheetId: SHEETS.scores,
  startRowIndex: top,
  endRowIndex: top + 2,
  startColumnIndex: left,
  endColumnIndex: left + 2,
});

const request = fc.oneof(
  fc
    .tuple(
      fc.nat(9),
      fc.nat(6),
      fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), fc.constantFrom('Yếu', 'x')),
    )
    .map(([rowIndex, columnIndex, value]) => ({
      updateCells: {
        start: { sheetId: SHEETS.scores, rowIndex, columnIndex },
        rows: [
          {
            values: [
              {
                userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
              },
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    })),
  fc.tuple(fc.nat(9), fc.nat(6), fc.boolean()).map(([top, left, bold]) => ({
    repeatCell: {
      range: range(top, left),
      cell: { userEnteredFormat: { textFormat: { bold } } },
      fields: 'userEnteredFormat.textFormat.bold',
    },
  })),
  fc.nat(8).map((startIndex) => ({
    insertDimension: {
      range: { sheetId: SHEETS.scores, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
    },
  })),
  fc.nat(8).map((startIndex) => ({
    deleteDimension: {
      range: { sheetId: SHEETS.scores, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
    },
  })),
  fc.constantFrom('vi_VN', 'en_US').map((locale) => ({
    updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' },
  })),
);

function read(memory?: PageMemory): PageWorkbook {
  const stored = running.standIn.stored(id);
  if (stored?.workbook === undefined) throw new Error('gone');
  const reader = { email: 'an@stand-in.test', owns: true, canEdit: true, version: stored.file.version };
  return readPageWorkbook(stored.workbook, reader, memory);
}

/** Rows without the blank cells at their ends, and looks in full: what is seen, however it came about. */
function seen(page: PageWorkbook) {
  return page.tabs.map(({ rows, ...frame }) => ({
    ...frame,
    rows: rows.map((cells) => {
      const last = cells.findLastIndex((cell) => cell !== null);
      return cells
        .slice(0, last + 1)
        .map(
          (cell) => cell && { ...cell, look: cell.look === undefined ? undefined : page.looks[cell.look] },
        );
    }),
  }));
}

function withoutEmptyEnd<T extends { readonly rows: readonly (readonly unknown[])[] }>(tab: T): T {
  const last = tab.rows.findLastIndex((cells) => cells.length > 0);
  return { ...tab, rows: tab.rows.slice(0, last + 1) };
}

const shown = (page: PageWorkbook) => seen(page).map(withoutEmptyEnd);

test.prop([fc.array(request, { minLength: 1, maxLength: 6 })], { numRuns: 40 })(
  'what is remembered of rows changes nothing: a state reads the same with it and without, and the change to it leads there',
  async (requests) => {
    const memory = new PageMemory();
    let before = read(memory);
    for (const each of requests) {
      // biome-ignore lint/performance/noAwaitInLoops: one change after the other is what is tested
      await running.call('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests: [each] });
      const after = read(memory);
      expect(shown(after)).toEqual(shown(read()));
      expect(shown(applyPageChange(before, pageChange(before, after)))).toEqual(shown(after));
      before = after;
    }
  },
);
