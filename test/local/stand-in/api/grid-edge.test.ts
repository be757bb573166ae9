import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet } from './new-spreadsheet.ts';

let running: Running;
let id: string;
beforeAll(async () => {
  running = await runStandIn();
  id = await newSpreadsheet(running, { sheets: [{ properties: { sheetId: 3, title: 'T' } }] });
});
afterAll(() => running.end());

const rows = (startRowIndex: number, endRowIndex?: number) => ({
  sheetId: 3,
  startRowIndex,
  ...(endRowIndex === undefined ? {} : { endRowIndex }),
  startColumnIndex: 0,
  endColumnIndex: 2,
});
const columns = (startColumnIndex: number, endColumnIndex?: number) => ({
  sheetId: 3,
  startRowIndex: 0,
  endRowIndex: 2,
  startColumnIndex,
  ...(endColumnIndex === undefined ? {} : { endColumnIndex }),
});
const paint = (range: object) => ({
  repeatCell: {
    range,
    cell: { userEnteredFormat: { textFormat: { bold: true } } },
    fields: 'userEnteredFormat.textFormat.bold',
  },
});
const sizeOf = async () => {
  const path = `/v4/spreadsheets/${id}?fields=sheets.properties.gridProperties`;
  return (await running.call('GET', path)).body.sheets[0].properties.gridProperties;
};
const message = async (request: object) => (await batch(running, id, [request])).body.error?.message;

test.each([
  ['T!A1001:B', rows(1000)],
  ['T!A1006:B', rows(1005)],
  ['T!A1001:B1001', rows(1000, 1001)],
  ['T!AA1:AA2', columns(26, 27)],
  ['T!AA1:2', columns(26)],
])(
  'a range that starts past the grid is refused as %s, open-ended or not (measured)',
  async (name, range) => {
    expect(await message(paint(range))).toBe(
      `Invalid requests[0].repeatCell: Range (${name}) exceeds grid limits. Max rows: 1000, max columns: 26`,
    );
  },
);

test.each([rows(999), rows(999, 1003), columns(25, 28), rows(3, 3), columns(3, 3)])(
  'a range that starts in the grid, or holds no cell, is taken and the grid stays (measured): %j',
  async (range) => {
    expect(await message(paint(range))).toBeUndefined();
    expect(await sizeOf()).toEqual({ rowCount: 1000, columnCount: 26 });
  },
);

test('a cell past the grid is named with the last line that there is', async () => {
  const written = [{ values: [{ userEnteredValue: { numberValue: 1 } }] }];
  const write = (start: object) => ({
    updateCells: { start: { sheetId: 3, ...start }, rows: written, fields: 'userEnteredValue' },
  });
  expect(await message(write({ rowIndex: 1000 }))).toBe(
    'Invalid requests[0].updateCells: GridCoordinate.rowIndex[1000] is after last row in grid[999]',
  );
  expect(await message(write({ columnIndex: 26 }))).toBe(
    'Invalid requests[0].updateCells: GridCoordinate.columnIndex[26] is after last column in grid[25]',
  );
  expect(await message(write({ rowIndex: 999, columnIndex: 25 }))).toBeUndefined();
});

test('a protection of all rows from one on stands in no writer’s way when the last of them is deleted', async () => {
  const own = await newSpreadsheet(running);
  const writer = { type: 'user', role: 'writer', emailAddress: 'chi@stand-in.test' };
  await running.call('POST', `/drive/v3/files/${own}/permissions`, writer);
  const last = { sheetId: 0, dimension: 'ROWS', startIndex: 990, endIndex: 1000 };
  await batch(running, own, [
    { addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 995 } } } },
    { deleteDimension: { range: last } },
  ]);
  const write = [{ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'note' } }];
  expect((await batch(running, own, write, 'token-chi')).status).toBe(200);
});

test('rows are put in beside a neighbour, and at the end only in the look of the last (wording as reported)', async () => {
  const own = await newSpreadsheet(running);
  const insert = async (startIndex: number, inheritFromBefore = false) => {
    const line = { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 };
    const { body } = await batch(running, own, [{ insertDimension: { range: line, inheritFromBefore } }]);
    return body.error?.message;
  };
  expect(await insert(1000)).toBe(
    'Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (1000) if inheritFromBefore is false.',
  );
  expect(await insert(1001, true)).toBe(
    'Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (1000)',
  );
  expect(await insert(1000, true)).toBeUndefined();
  expect(await insert(1000)).toBeUndefined();
});

test('below frozen rows one row stays, beside frozen columns one column (wording as reported)', async () => {
  const own = await newSpreadsheet(running);
  const frozen = { frozenRowCount: 2, frozenColumnCount: 1 };
  const fields = 'gridProperties(frozenRowCount,frozenColumnCount)';
  const remove = async (dimension: string, startIndex: number, endIndex: number) => {
    const lines = { sheetId: 0, dimension, startIndex, endIndex };
    const { body } = await batch(running, own, [{ deleteDimension: { range: lines } }]);
    return body.error?.message;
  };
  await batch(running, own, [
    { updateSheetProperties: { properties: { sheetId: 0, gridProperties: frozen }, fields } },
  ]);
  const words = 'Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen';
  expect(await remove('ROWS', 2, 1000)).toBe(`${words} rows.`);
  expect(await remove('COLUMNS', 1, 26)).toBe(`${words} columns.`);
  expect(await remove('ROWS', 3, 1000)).toBeUndefined();
});

test('rows and columns are never frozen all, whether the bar moves down or the grid shrinks to it', async () => {
  const own = await newSpreadsheet(running);
  const grid = async (gridProperties: object) => {
    const fields = Object.keys(gridProperties)
      .map((name) => `gridProperties.${name}`)
      .join(',');
    const { body } = await batch(running, own, [
      { updateSheetProperties: { properties: { sheetId: 0, gridProperties }, fields } },
    ]);
    return body.error?.message;
  };
  const words = "Invalid requests[0].updateSheetProperties: You can't freeze all visible";
  expect(await grid({ frozenRowCount: 1000 })).toBe(`${words} rows on the sheet.`);
  expect(await grid({ frozenRowCount: 3 })).toBeUndefined();
  expect(await grid({ rowCount: 3 })).toBe(`${words} rows on the sheet.`);
  expect(await grid({ frozenColumnCount: 26 })).toBe(`${words} columns on the sheet.`);
  const tab = { gridProperties: { rowCount: 2, columnCount: 2, frozenRowCount: 2 } };
  expect(await message({ addSheet: { properties: tab } })).toBe(
    "Invalid requests[0].addSheet: You can't freeze all visible rows on the sheet.",
  );
});

test('a grid grows by its rows first: they have to fit in the width that it had (reported)', async () => {
  const own = await newSpreadsheet(running);
  const resize = async (rowCount: number, columnCount: number) => {
    const fields = 'gridProperties(rowCount,columnCount)';
    const properties = { sheetId: 0, gridProperties: { rowCount, columnCount } };
    const { body } = await batch(running, own, [{ updateSheetProperties: { properties, fields } }]);
    return body.error?.message;
  };
  expect(await resize(1_000_000, 5)).toMatch(/above the limit of 10000000 cells\.$/);
  expect([await resize(1000, 5), await resize(1_000_000, 5)]).toEqual([undefined, undefined]);
});
