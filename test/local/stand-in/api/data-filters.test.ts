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
  const { sheetId: _zero, ...gridRange } = grid(0, 1, 0, 2);
  expect(body.valueRanges).toEqual([
    {
      valueRange: { range: 'Sheet1!A1:B1', majorDimension: 'ROWS', values: [['B', 2]] },
      dataFilters: [{ a1Range: 'A1:B1' }, { gridRange }],
    },
    {
      valueRange: { range: 'Sheet1!A1:Z1', majorDimension: 'ROWS', values: [['B', 2]] },
      dataFilters: [UNIT],
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
  expect([none.status, none.body.error.message]).toEqual([400, 'Must specify at least one dataFilter.']);
  const nothing = { developerMetadataLookup: { metadataKey: 'nobody' } };
  const { body } = await ask(id, '/values:batchGetByDataFilter', { dataFilters: [nothing] });
  expect(body).toEqual({ spreadsheetId: id });
});

const NEGATIVE = 'GridRange indexes must be >= 0';
const LIMITS = 'exceeds grid limits. Max rows: 1000, max columns: 26';
const EXACT = 'EXACT_LOCATION';
const line = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } };

test.each([
  ['dataFilter.filter must be specified.', {}],
  ['No grid with id: 9', { gridRange: { sheetId: 9 } }],
  [NEGATIVE, { gridRange: { startRowIndex: -1 } }],
  ['endRowIndex[3] cannot be before startRowIndex[5]', { gridRange: { startRowIndex: 5, endRowIndex: 3 } }],
  [`Range (Sheet1!1001:) ${LIMITS}`, { gridRange: { startRowIndex: 1000 } }],
  [
    `Range (Sheet1!B1001:C) ${LIMITS}`,
    { gridRange: { startRowIndex: 1000, startColumnIndex: 1, endColumnIndex: 3 } },
  ],
  [
    `Range ((empty) Sheet1!AA6:5) ${LIMITS}`,
    { gridRange: { startRowIndex: 5, endRowIndex: 5, startColumnIndex: 26 } },
  ],
  ['Unable to parse range: Nope!A1', { a1Range: 'Nope!A1' }],
  [
    'Cannot limit by location type of SPREADSHEET for the location dimensionRange',
    { developerMetadataLookup: { locationType: 'SPREADSHEET', metadataLocation: line } },
  ],
  [
    'The locationMatchingStrategy was specified as EXACT_LOCATION, but a locationType was also specified: lookups cannot limit by a location type when matching an exact location.',
    {
      developerMetadataLookup: {
        locationType: 'ROW',
        locationMatchingStrategy: EXACT,
        metadataLocation: line,
      },
    },
  ],
  [
    'A locationMatchingStrategy was specified, but no metadataLocation was specified: lookups must always specify a metadataLocation when specifying a locationMatchingStrategy.',
    { developerMetadataLookup: { locationMatchingStrategy: EXACT } },
  ],
  [
    'DimensionRange must specify both a startIndex and an endIndex.',
    { developerMetadataLookup: { metadataLocation: { dimensionRange: { dimension: 'ROWS' } } } },
  ],
])('a filter that means nothing is named, and why (measured): %s', async (words, filter) => {
  const id = await newSpreadsheet(running);
  const read = await ask(id, '/values:batchGetByDataFilter', { dataFilters: [{ a1Range: 'A1' }, filter] });
  expect(read.body.error.message).toBe(`Invalid dataFilter[1]: ${words}`);
  const whole = await ask(id, ':getByDataFilter', { dataFilters: [filter] });
  expect(whole.body.error.message).toBe(words.replace('No grid', 'No sheet'));
});

test('ranges come tab by tab, column before row; one without cells is #REF!, and filters of one range stand together (measured)', async () => {
  const id = await withMarkedRow();
  const none = { gridRange: { startRowIndex: 3, endRowIndex: 3 } };
  const dataFilters = [{ a1Range: 'B1' }, none, { a1Range: 'A2:A2' }, { a1Range: 'A2' }];
  const { body } = await ask(id, '/values:batchGetByDataFilter', { dataFilters });
  expect(body.valueRanges).toEqual([
    {
      valueRange: { range: 'Sheet1!A2', majorDimension: 'ROWS', values: [['B']] },
      dataFilters: [{ a1Range: 'A2:A2' }, { a1Range: 'A2' }],
    },
    { valueRange: { range: '#REF!', majorDimension: 'ROWS' }, dataFilters: [none] },
    {
      valueRange: { range: 'Sheet1!B1', majorDimension: 'ROWS', values: [['1']] },
      dataFilters: [{ a1Range: 'B1' }],
    },
  ]);
  expect((await ask(id, '/values:batchGetByDataFilter', {})).body.error.message).toBe(
    'Must specify at least one dataFilter.',
  );
});

test('a spreadsheet by no filter, or by one that finds nothing, is the whole; rows without cells have their columns alone (measured)', async () => {
  const id = await newSpreadsheet(running);
  const shown = async (...dataFilters: object[]) =>
    (await ask(id, ':getByDataFilter', { dataFilters, includeGridData: true })).body.sheets[0].data[0];
  expect((await shown()).rowMetadata).toHaveLength(1000);
  expect((await shown(UNIT)).rowMetadata).toHaveLength(1000);
  const none = await shown({ gridRange: { startRowIndex: 1, endRowIndex: 1 } });
  expect(Object.keys(none)).toEqual(['startRow', 'columnMetadata']);
});
