import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaOf } from '../../../../src/local/stand-in/contract/contract-table.ts';
import { REQUEST_KINDS } from '../../../../src/local/stand-in/requests/registry.ts';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

test('a kind that is not built is refused by name, and so is what came before it', async () => {
  const id = await newSpreadsheet(running);
  const kinds = [...schemaOf('sheets', 'Request').keys()].filter((kind) => !REQUEST_KINDS.has(kind));
  expect(kinds).toEqual([
    'addCommentReply',
    'addDataSource',
    'autoFill',
    'cancelDataSourceRefresh',
    'deleteComment',
    'deleteCommentReply',
    'deleteDataSource',
    'insertComment',
    'refreshDataSource',
    'updateCommentPost',
    'updateDataSource',
  ]);
  for (const kind of kinds) {
    // biome-ignore lint/performance/noAwaitInLoops: one after another on one spreadsheet
    const { status, body } = await batch(running, id, [
      { addSheet: { properties: { title: kind } } },
      { [kind]: {} },
    ]);
    expect([kind, status, body.error.status]).toEqual([kind, 501, 'UNIMPLEMENTED']);
    expect(body.error.message).toContain(kind);
  }
  expect((await running.call('GET', `/v4/spreadsheets/${id}`)).body.sheets).toHaveLength(1);
});

test.each([
  ['pasteData with html', { pasteData: { coordinate: {}, data: '<b>1</b>', html: true } }],
  ['addSheet with sheetType OBJECT', { addSheet: { properties: { sheetType: 'OBJECT' } } }],
])('what a kind that is built cannot do is refused by its name as well: %s', async (name, request) => {
  const { status, body } = await batch(running, await newSpreadsheet(running), [request]);
  expect([status, body.error.message]).toEqual([501, `not implemented by the stand-in: ${name}`]);
});

test('every kind that is built is one of the contract', () => {
  const known = schemaOf('sheets', 'Request');
  expect([...REQUEST_KINDS.keys()].filter((kind) => !known.has(kind))).toEqual([]);
});

const numbers = { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };

test('sorting puts numbers before text before booleans and blanks last, in either direction', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    ['b', 1],
    [true, 2],
    [10, 3],
    [null, 4],
    [2, 5],
    ['a', 6],
  ]);
  const sort = (sortOrder: string) =>
    batch(running, id, [
      {
        sortRange: {
          range: { ...numbers, endRowIndex: 1000 },
          sortSpecs: [{ dimensionIndex: 0, sortOrder }],
        },
      },
    ]);
  const column = async () => await readValues(running, id, 'B1:B6', '?valueRenderOption=UNFORMATTED_VALUE');
  await sort('ASCENDING');
  expect(await column()).toEqual([[5], [3], [6], [1], [2], [4]]);
  await sort('DESCENDING');
  expect(await column()).toEqual([[2], [1], [6], [3], [5], [4]]);
});

test('rows put in and taken out carry merges, named ranges, filters and rules along', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    { mergeCells: { range: { ...numbers, startRowIndex: 2 }, mergeType: 'MERGE_ALL' } },
    {
      addNamedRange: {
        namedRange: { namedRangeId: 'n', name: 'Units', range: { ...numbers, startRowIndex: 1 } },
      },
    },
    { setBasicFilter: { filter: { range: numbers } } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [{ ...numbers, startRowIndex: 3 }],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: { backgroundColor: { red: 0.9 } } },
        },
      },
    },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 } } },
  ]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}`);
  const [sheet] = body.sheets;
  expect(sheet.properties.gridProperties.rowCount).toBe(1001);
  expect(sheet.merges).toEqual([
    { startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
  ]);
  expect(body.namedRanges).toEqual([
    {
      namedRangeId: 'n',
      name: 'Units',
      range: { startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
    },
  ]);
  expect(sheet.basicFilter.range).toMatchObject({ startRowIndex: 2, endRowIndex: 5 });
  expect(sheet.conditionalFormats[0].ranges).toEqual([
    { startRowIndex: 4, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
  ]);
});

test('colours are kept as eight bits and echoed in both forms', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [
    {
      repeatCell: {
        range: numbers,
        cell: { userEnteredFormat: { backgroundColor: { red: 0.9, green: 0.5, blue: 0 } } },
        fields: 'userEnteredFormat.backgroundColor',
      },
    },
  ]);
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}?ranges=B4&fields=sheets.data.rowData.values.userEnteredFormat`,
  );
  const color = { red: 0.8980392, green: 0.49803922 };
  expect(body.sheets[0].data[0].rowData[0].values[0].userEnteredFormat).toEqual({
    backgroundColor: color,
    backgroundColorStyle: { rgbColor: color },
  });
});

test('a chart is placed, changed, moved and deleted under the id it was given', async () => {
  const id = await newSpreadsheet(running);
  const spec = (title: string) => ({
    title,
    basicChart: {
      chartType: 'BAR',
      series: [{ series: { sourceRange: { sources: [numbers] } } }],
    },
  });
  const overlayPosition = { anchorCell: { sheetId: 0, rowIndex: 2, columnIndex: 3 } };
  const added = await batch(running, id, [
    { addChart: { chart: { chartId: 77, spec: spec('Xếp hạng'), position: { overlayPosition } } } },
  ]);
  expect(added.body.replies[0].addChart.chart).toMatchObject({
    chartId: 77,
    position: { overlayPosition: { anchorCell: { rowIndex: 2, columnIndex: 3 }, widthPixels: 600 } },
  });
  const taken = await batch(running, id, [{ addChart: { chart: { chartId: 77, spec: spec('x') } } }]);
  expect(taken.status).toBe(400);
  await batch(running, id, [
    { updateChartSpec: { chartId: 77, spec: spec('Bảng 2') } },
    {
      updateEmbeddedObjectPosition: {
        objectId: 77,
        newPosition: { overlayPosition: { widthPixels: 300 } },
        fields: 'widthPixels',
      },
    },
  ]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}`);
  expect(body.sheets[0].charts[0].spec.title).toBe('Bảng 2');
  expect(body.sheets[0].charts[0].position.overlayPosition).toMatchObject({
    widthPixels: 300,
    heightPixels: 371,
  });
  await batch(running, id, [{ deleteEmbeddedObject: { objectId: 77 } }]);
  expect((await running.call('GET', `/v4/spreadsheets/${id}`)).body.sheets[0].charts).toBeUndefined();
});

test('find and replace, duplicates, blanks, columns from text', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    ['x  y ', 'k'],
    ['x  y ', 'k'],
    ['X1;2', 'm'],
    ['x', 'k'],
  ]);
  const { body } = await batch(running, id, [
    { trimWhitespace: { range: numbers } },
    { deleteDuplicates: { range: numbers } },
    { findReplace: { find: 'x', replacement: 'z', sheetId: 0, matchCase: true } },
    {
      textToColumns: {
        source: { ...numbers, startRowIndex: 1, endRowIndex: 2, endColumnIndex: 1 },
        delimiterType: 'SEMICOLON',
      },
    },
  ]);
  expect(body.replies).toEqual([
    { trimWhitespace: { cellsChangedCount: 2 } },
    { deleteDuplicates: { duplicatesRemovedCount: 1 } },
    { findReplace: { valuesChanged: 2, occurrencesChanged: 2, rowsChanged: 2, sheetsChanged: 1 } },
    {},
  ]);
  expect(await readValues(running, id, 'A1:C4', '?valueRenderOption=UNFORMATTED_VALUE')).toEqual([
    ['z y', 'k'],
    ['X1', 2],
    ['z', 'k'],
  ]);
});

test('groups nest, and a sheet that had one keeps its control switched on', async () => {
  const id = await newSpreadsheet(running);
  const range = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 4 };
  const { body } = await batch(running, id, [
    { addDimensionGroup: { range } },
    { addDimensionGroup: { range: { ...range, startIndex: 1, endIndex: 3 } } },
  ]);
  expect(body.replies[1].addDimensionGroup.dimensionGroups).toEqual([
    { range: { dimension: 'ROWS', startIndex: 0, endIndex: 4 }, depth: 1 },
    { range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 }, depth: 2 },
  ]);
});

test('tabs are copied within a spreadsheet and to another', async () => {
  const [from, into] = [await newSpreadsheet(running), await newSpreadsheet(running)];
  await writeValues(running, from, 'A1', [['seen']]);
  const copied = await running.call('POST', `/v4/spreadsheets/${from}/sheets/0:copyTo`, {
    destinationSpreadsheetId: into,
  });
  expect(copied.body).toMatchObject({ title: 'Copy of Sheet1', index: 1 });
  expect(await readValues(running, into, "'Copy of Sheet1'!A1")).toEqual([['seen']]);
  const twice = await batch(running, from, [{ duplicateSheet: { sourceSheetId: 0, newSheetName: 'Twin' } }]);
  expect(twice.body.replies[0].duplicateSheet.properties).toMatchObject({ title: 'Twin', index: 0 });
});

test('banding, filter views, slicers and tables are kept under their ids', async () => {
  const id = await newSpreadsheet(running);
  const added = await batch(running, id, [
    {
      addBanding: {
        bandedRange: { bandedRangeId: 1, range: numbers, rowProperties: { firstBandColor: { red: 1 } } },
      },
    },
    { addFilterView: { filter: { filterViewId: 2, title: 'Mine', range: numbers } } },
    { addSlicer: { slicer: { slicerId: 3, spec: { dataRange: numbers, title: 'S' } } } },
    { addTable: { table: { tableId: 't', name: 'Units', range: { ...numbers, startRowIndex: 0 } } } },
  ]);
  expect(added.status).toBe(200);
  const [sheet] = (await running.call('GET', `/v4/spreadsheets/${id}`)).body.sheets;
  expect([
    sheet.bandedRanges.length,
    sheet.filterViews.length,
    sheet.slicers.length,
    sheet.tables.length,
  ]).toEqual([1, 1, 1, 1]);
  const gone = await batch(running, id, [
    { deleteBanding: { bandedRangeId: 1 } },
    { deleteFilterView: { filterId: 2 } },
    { deleteEmbeddedObject: { objectId: 3 } },
    { deleteTable: { tableId: 't' } },
  ]);
  expect(gone.status).toBe(200);
  expect(Object.keys((await running.call('GET', `/v4/spreadsheets/${id}`)).body.sheets[0])).toEqual([
    'properties',
  ]);
});
