import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet } from './new-spreadsheet.ts';

let running: Running;
let id: string;
beforeAll(async () => {
  running = await runStandIn();
  id = await newSpreadsheet(running);
});
afterAll(() => running.end());

const answered = async (request: object) => {
  const { status, body } = await batch(running, id, [request]);
  return [status, body.error?.message];
};
const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });
const sized = (properties: object, range: object = rows(0, 1), fields = '*') => ({
  updateDimensionProperties: { range, properties, fields },
});

test.each([
  [
    'addSheet with dataSourceSheetProperties',
    { addSheet: { properties: { dataSourceSheetProperties: {} } } },
  ],
  [
    'sortRange with dataSourceColumnReference',
    { sortRange: { range: {}, sortSpecs: [{ dataSourceColumnReference: { name: 'x' } }] } },
  ],
  [
    'updateCells with dataSourceTable',
    { updateCells: { start: {}, rows: [{ values: [{ dataSourceTable: {} }] }], fields: '*' } },
  ],
  [
    'updateDimensionProperties with dataSourceSheetRange',
    { updateDimensionProperties: { dataSourceSheetRange: {}, properties: {}, fields: '*' } },
  ],
  [
    'autoResizeDimensions with dataSourceSheetDimensions',
    { autoResizeDimensions: { dataSourceSheetDimensions: {} } },
  ],
  [
    'updateDimensionProperties with developerMetadata',
    sized({ developerMetadata: [{ metadataKey: 'k', visibility: 'DOCUMENT' }] }),
  ],
  ['protected ranges with tableId', { addProtectedRange: { protectedRange: { tableId: 't' } } }],
])('a part of a request that is not built is refused by its name: %s', async (name, request) => {
  expect(await answered(request)).toEqual([501, `not implemented by the stand-in: ${name}`]);
});

test('a spreadsheet with a tab of a data source is refused by its name as well', async () => {
  const sheets = [{ properties: { dataSourceSheetProperties: { dataSourceId: 'd' } } }];
  const { status, body } = await running.call('POST', '/v4/spreadsheets', { sheets });
  expect([status, body.error.message]).toEqual([
    501,
    'not implemented by the stand-in: spreadsheets.create with dataSourceSheetProperties',
  ]);
});

test.each([
  ['addSheet: index must be >= 0', { addSheet: { properties: { index: -1 } } }],
  ['duplicateSheet: insertSheetIndex must be >= 0', { duplicateSheet: { insertSheetIndex: -1 } }],
  [
    'updateSheetProperties: index must be >= 0',
    { updateSheetProperties: { properties: { index: -1 }, fields: 'index' } },
  ],
  [
    'updateSheetProperties: The sheetType of a sheet cannot be changed.',
    { updateSheetProperties: { properties: { sheetType: 'OBJECT' }, fields: 'sheetType' } },
  ],
  [
    'moveDimension: destinationIndex is out of range.',
    { moveDimension: { source: rows(1, 2), destinationIndex: -1 } },
  ],
  [
    'moveDimension: range.startIndex[1000] is beyond the grid of 1000 lines.',
    { moveDimension: { source: rows(1000, 1001), destinationIndex: 0 } },
  ],
  [
    'updateDimensionProperties: range.startIndex[1000] is beyond the grid of 1000 lines.',
    sized({ pixelSize: 30 }, rows(1000, 1001)),
  ],
  [
    'autoResizeDimensions: dimensions.startIndex[1000] is beyond the grid of 1000 lines.',
    { autoResizeDimensions: { dimensions: rows(1000, 1001) } },
  ],
  ['updateDimensionProperties: pixelSize must be >= 0', sized({ pixelSize: -1 })],
  [
    'addProtectedRange: Only one of range, named_range_id and table_id may be set.',
    { addProtectedRange: { protectedRange: { range: {}, namedRangeId: 'n' } } },
  ],
])('what would have no effect, or another one, is refused: %s', async (words, request) => {
  expect(await answered(request)).toEqual([400, `Invalid requests[0].${words}`]);
});

test('comments of a new spreadsheet are refused by name', async () => {
  const { status, body } = await running.call('POST', '/v4/spreadsheets', { comments: [{ commentId: 'c' }] });
  expect([status, body.error.message]).toEqual([
    501,
    'not implemented by the stand-in: spreadsheets.create with comments',
  ]);
});

test('rows that are resized to their text lose the height that somebody gave them, and stay hidden', async () => {
  const own = await newSpreadsheet(running);
  await batch(running, own, [
    sized({ pixelSize: 99, hiddenByUser: true }, rows(0, 1)),
    sized({ pixelSize: 99 }, rows(1, 3)),
    { autoResizeDimensions: { dimensions: rows(0, 2) } },
  ]);
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${own}?ranges=A1:A3&fields=sheets.data.rowMetadata`,
  );
  expect(body.sheets[0].data[0].rowMetadata).toEqual([
    { pixelSize: 21, hiddenByUser: true },
    { pixelSize: 21 },
    { pixelSize: 99 },
  ]);
});

test('that a filter hides a row is told, not set', async () => {
  expect((await batch(running, id, [sized({ hiddenByFilter: true, pixelSize: 40 })])).status).toBe(200);
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}?ranges=A1&fields=sheets.data.rowMetadata`,
  );
  expect(body.sheets[0].data[0].rowMetadata).toEqual([{ pixelSize: 40 }]);
});
