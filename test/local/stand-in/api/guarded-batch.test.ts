import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const guard = (metadataId: number) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'version',
      metadataValue: 'run',
      visibility: 'DOCUMENT',
      location: { spreadsheet: true },
    },
  },
});

const write = (text: string) => ({
  updateCells: {
    start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});

test('a taken metadata id takes its whole batch with it, in the reported words', async () => {
  const id = await newSpreadsheet(running);
  expect((await batch(running, id, [guard(7), write('first')])).status).toBe(200);
  const second = await batch(running, id, [guard(7), write('second')]);
  expect(second).toEqual({
    status: 400,
    body: {
      error: {
        code: 400,
        message:
          'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [7] because developer metadata with that ID already exists.',
        status: 'INVALID_ARGUMENT',
      },
    },
  });
  expect(await readValues(running, id, 'A1')).toEqual([['first']]);
});

test('a refusal at the end undoes every request before it', async () => {
  const id = await newSpreadsheet(running);
  const before = await running.call('GET', `/v4/spreadsheets/${id}?includeGridData=true`);
  const refused = await batch(running, id, [
    { addSheet: { properties: { title: 'New' } } },
    write('gone'),
    guard(9),
    { deleteSheet: { sheetId: 12345 } },
  ]);
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    'Invalid requests[3].deleteSheet: No sheet with id: 12345',
  ]);
  expect((await running.call('GET', `/v4/spreadsheets/${id}?includeGridData=true`)).body).toEqual(
    before.body,
  );
});

test('of a hundred writers at once with the same guard exactly one is applied', async () => {
  const id = await newSpreadsheet(running);
  const writers = Array.from({ length: 100 }, (_, writer) =>
    batch(running, id, [guard(1), write(`writer ${writer}`)]),
  );
  const outcomes = await Promise.all(writers);
  const winners = outcomes.flatMap(({ status }, writer) => (status === 200 ? [writer] : []));
  expect(winners).toHaveLength(1);
  expect(await readValues(running, id, 'A1')).toEqual([[`writer ${winners[0]}`]]);
});

test('a request sees what those before it did, and the answer can carry the new state', async () => {
  const id = await newSpreadsheet(running);
  const { status, body } = await running.call('POST', `/v4/spreadsheets/${id}:batchUpdate`, {
    requests: [
      { addSheet: { properties: { sheetId: 5, title: 'Ranking' } } },
      {
        updateCells: {
          range: { sheetId: 5, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
          rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
    includeSpreadsheetInResponse: true,
    responseRanges: ['Ranking!A1'],
    responseIncludeGridData: true,
  });
  expect(status).toBe(200);
  expect(body.replies[1]).toEqual({});
  expect(body.updatedSpreadsheet.sheets).toHaveLength(1);
  expect(body.updatedSpreadsheet.sheets[0].data[0].rowData[0].values[0].effectiveValue).toEqual({
    numberValue: 1,
  });
});

test('metadata is found by key, by place and by id, and follows its row', async () => {
  const id = await newSpreadsheet(running);
  const row = (startIndex: number, metadataId: number) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId,
        metadataKey: 'unit',
        metadataValue: `row ${startIndex}`,
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } },
      },
    },
  });
  await batch(running, id, [row(2, 22), row(4, 44), guard(1)]);
  await batch(running, id, [
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 5, endIndex: 6 } } },
  ]);
  const { body } = await running.call('POST', `/v4/spreadsheets/${id}/developerMetadata:search`, {
    dataFilters: [{ developerMetadataLookup: { metadataKey: 'unit' } }],
  });
  expect(body.matchedDeveloperMetadata).toHaveLength(1);
  expect(body.matchedDeveloperMetadata[0].developerMetadata).toEqual({
    metadataId: 22,
    metadataKey: 'unit',
    metadataValue: 'row 2',
    visibility: 'DOCUMENT',
    location: { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 3, endIndex: 4 } },
  });
  expect((await running.call('GET', `/v4/spreadsheets/${id}/developerMetadata/1`)).body.metadataKey).toBe(
    'version',
  );
  expect((await running.call('GET', `/v4/spreadsheets/${id}/developerMetadata/44`)).status).toBe(404);
  const read = await running.call('POST', `/v4/spreadsheets/${id}/values:batchGetByDataFilter`, {
    dataFilters: [{ developerMetadataLookup: { metadataId: 22 } }],
  });
  expect(read.body.valueRanges[0].valueRange.range).toBe('Sheet1!A4:Z4');
});
