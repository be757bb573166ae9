import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const grid = (top: number, bottom: number, left: number, right: number) => ({
  sheetId: 0,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
const UNIT = { developerMetadataLookup: { metadataKey: 'unit', metadataValue: 'B' } };

/** Three rows, the second of which carries the code of its unit. */
async function withMarkedRow(): Promise<string> {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    ['A', 1],
    ['B', 2],
    ['C', 3],
  ]);
  const dimensionRange = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  await batch(running, id, [
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'unit',
          metadataValue: 'B',
          visibility: 'DOCUMENT',
          location: { dimensionRange },
        },
      },
    },
  ]);
  return id;
}

const ask = (id: string, method: string, body: object) =>
  running.call('POST', `/v4/spreadsheets/${id}${method}`, body);

test('a row is read by its metadata wherever staff have sorted it, and each range with the filters that mean it', async () => {
  const id = await withMarkedRow();
  const sortSpecs = [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }];
  await batch(running, id, [
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    { sortRange: { range: grid(1, 4, 0, 2), sortSpecs } },
    {
      moveDimension: {
        source: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
        destinationIndex: 0,
      },
    },
  ]);
  const { body } = await ask(id, '/values:batchGetByDataFilter', {
    dataFilters: [UNIT, { a1Range: 'A1:B1' }, { gridRange: grid(0, 1, 0, 2) }],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(body.valueRanges).toEqual([
    {
      valueRange: { range: 'Sheet1!A1:Z1', majorDimension: 'ROWS', values: [['B', 2]] },
      dataFilters: [UNIT],
    },
    {
      valueRange: { range: 'Sheet1!A1:B1', majorDimension: 'ROWS', values: [['B', 2]] },
      dataFilters: [{ a1Range: 'A1:B1' }, { gridRange: grid(0, 1, 0, 2) }],
    },
  ]);
});

test('values are written and cleared by filter, all or none', async () => {
  const id = await withMarkedRow();
  const write = (...data: object[]) =>
    ask(id, '/values:batchUpdateByDataFilter', { valueInputOption: 'RAW', data });
  const written = await write({ dataFilter: UNIT, values: [['B', 7]] });
  expect(written.body).toEqual({
    spreadsheetId: id,
    totalUpdatedRows: 1,
    totalUpdatedColumns: 2,
    totalUpdatedCells: 2,
    totalUpdatedSheets: 1,
    responses: [
      {
        updatedRange: 'Sheet1!A2:B2',
        updatedRows: 1,
        updatedColumns: 2,
        updatedCells: 2,
        dataFilter: UNIT,
      },
    ],
  });
  const half = await write(
    { dataFilter: { a1Range: 'A1' }, values: [['lost']] },
    { dataFilter: { a1Range: 'Nope!A1' }, values: [['x']] },
  );
  expect([half.status, half.body.error.message]).toEqual([
    400,
    expect.stringContaining('Unable to parse range: Nope!A1'),
  ]);
  const cleared = await ask(id, '/values:batchClearByDataFilter', { dataFilters: [UNIT] });
  expect(cleared.body).toEqual({ spreadsheetId: id, clearedRanges: ['Sheet1!A2:Z2'] });
  expect(await readValues(running, id, 'A1:B3')).toEqual([['A', '1'], [], ['C', '3']]);
});

test('a spreadsheet by filter has the cells and the tables that it touches, looks and all, and no rules', async () => {
  const id = await withMarkedRow();
  const rule = {
    ranges: [grid(0, 3, 1, 2)],
    booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
  };
  await batch(running, id, [
    { addConditionalFormatRule: { rule } },
    { addTable: { table: { tableId: 'near', name: 'Near', range: grid(0, 3, 0, 2) } } },
    { addTable: { table: { tableId: 'far', name: 'Far', range: grid(10, 13, 0, 2) } } },
  ]);
  const { body } = await ask(id, ':getByDataFilter', {
    dataFilters: [{ a1Range: 'B2' }],
    includeGridData: true,
  });
  const [{ properties, data, tables, ...rest }] = body.sheets;
  expect([properties.title, tables.map(({ tableId }: { tableId: string }) => tableId), rest]).toEqual([
    'Sheet1',
    ['near'],
    {},
  ]);
  const [cell] = data[0].rowData[0].values;
  expect([data[0].startRow, data[0].startColumn, cell.formattedValue]).toEqual([1, 1, '2']);
  expect(cell.effectiveFormat.textFormat.bold).toBe(true);
});

test('no filter at all is refused in the reported words, one that means nothing has an empty answer', async () => {
  const id = await withMarkedRow();
  const none = await ask(id, '/values:batchGetByDataFilter', { dataFilters: [] });
  expect([none.status, none.body.error.message]).toEqual([
    400,
    'At least one data filter must be specified.',
  ]);
  const nothing = { developerMetadataLookup: { metadataKey: 'nobody' } };
  const { body } = await ask(id, '/values:batchGetByDataFilter', { dataFilters: [nothing] });
  expect(body).toEqual({ spreadsheetId: id });
});
