import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const gridOf = async (id: string, ranges: string, fields: string) => {
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}?ranges=${ranges}&fields=sheets.data(${fields})`,
  );
  return body.sheets[0].data[0];
};
const paint = (range: object, color: object) => ({
  repeatCell: {
    range,
    cell: { userEnteredFormat: { backgroundColor: color } },
    fields: 'userEnteredFormat.backgroundColor',
  },
});
const [red, green] = [{ red: 1 }, { green: 1 }];

test('rows put in look like the row before or after them, as asked: ground, validation and height', async () => {
  const id = await newSpreadsheet(running);
  const rule = { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] } };
  const row = (index: number) => ({ startRowIndex: index, endRowIndex: index + 1, endColumnIndex: 1 });
  const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });
  await writeValues(running, id, 'A1:A2', [[1], [2]]);
  await batch(running, id, [
    paint(row(0), red),
    paint(row(1), green),
    { setDataValidation: { range: row(0), rule } },
    {
      updateDimensionProperties: {
        range: rows(0, 1),
        properties: { pixelSize: 50, hiddenByUser: true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
    { insertDimension: { range: rows(1, 2), inheritFromBefore: true } },
    { insertDimension: { range: rows(2, 3) } },
  ]);
  const { rowData, rowMetadata } = await gridOf(
    id,
    'A1:A4',
    'rowMetadata,rowData.values(userEnteredValue,userEnteredFormat.backgroundColor,dataValidation.condition.type)',
  );
  const looks = {
    userEnteredFormat: { backgroundColor: red },
    dataValidation: { condition: { type: 'NUMBER_GREATER' } },
  };
  const after = { userEnteredFormat: { backgroundColor: green } };
  expect(rowData.map((one: { values: unknown }) => one.values)).toEqual([
    [{ userEnteredValue: { numberValue: 1 }, ...looks }],
    [looks],
    [after],
    [{ userEnteredValue: { numberValue: 2 }, ...after }],
  ]);
  expect(rowMetadata).toEqual([
    { pixelSize: 50, hiddenByUser: true },
    { pixelSize: 50 },
    { pixelSize: 21 },
    { pixelSize: 21 },
  ]);
});

test('columns put in look like the column before or after them', async () => {
  const id = await newSpreadsheet(running);
  const columns = (startIndex: number, endIndex: number) => ({ dimension: 'COLUMNS', startIndex, endIndex });
  await batch(running, id, [
    paint({ endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 }, red),
    paint({ endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }, green),
    { insertDimension: { range: columns(1, 3), inheritFromBefore: true } },
    { insertDimension: { range: columns(3, 4) } },
  ]);
  const { rowData } = await gridOf(id, 'A1:E2', 'rowData.values.userEnteredFormat.backgroundColor');
  const grounds = [red, red, red, green, green].map((backgroundColor) => ({
    userEnteredFormat: { backgroundColor },
  }));
  expect(rowData).toEqual([{ values: grounds }, { values: grounds }]);
});

test('sorting by a colour brings its cells to the top and leaves the others in their order', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1:A4', [['a'], ['b'], ['c'], ['d']]);
  const range = { endRowIndex: 4, endColumnIndex: 1 };
  const sortBy = (spec: object) => batch(running, id, [{ sortRange: { range, sortSpecs: [spec] } }]);
  const letters = { userEnteredFormat: { textFormat: { foregroundColor: green } } };
  await batch(running, id, [
    paint({ startRowIndex: 2, endRowIndex: 3, endColumnIndex: 1 }, red),
    {
      repeatCell: {
        range: { startRowIndex: 3, endRowIndex: 4, endColumnIndex: 1 },
        cell: letters,
        fields: 'userEnteredFormat.textFormat.foregroundColor',
      },
    },
  ]);
  await sortBy({ dimensionIndex: 0, backgroundColor: red });
  expect(await readValues(running, id, 'A1:A4')).toEqual([['c'], ['a'], ['b'], ['d']]);
  await sortBy({ dimensionIndex: 0, foregroundColorStyle: { rgbColor: green } });
  expect(await readValues(running, id, 'A1:A4')).toEqual([['d'], ['c'], ['a'], ['b']]);
  const both = await sortBy({ backgroundColor: red, foregroundColor: green });
  expect(both.status).toBe(400);
});

test('validation leaves out the rows that the filter hides, unless they are asked for', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1:A4', [['Head'], ['x'], ['y'], ['z']]);
  const range = { startRowIndex: 1, endRowIndex: 4, endColumnIndex: 1 };
  const rule = { condition: { type: 'TEXT_IS_EMAIL' } };
  const set = (more: object) => batch(running, id, [{ setDataValidation: { range, ...more } }]);
  const ruled = async () => {
    const { rowData = [] } = await gridOf(id, 'A2:A4', 'rowData.values.dataValidation');
    return rowData.map(({ values = [{}] }: { values?: { dataValidation?: object }[] }) =>
      values.some(({ dataValidation }) => dataValidation !== undefined),
    );
  };
  await batch(running, id, [
    {
      setBasicFilter: {
        filter: { range: { endRowIndex: 4, endColumnIndex: 1 }, criteria: { 0: { hiddenValues: ['y'] } } },
      },
    },
  ]);
  await set({ rule });
  expect(await ruled()).toEqual([true, false, true]);
  await set({ rule, filteredRowsIncluded: true });
  expect(await ruled()).toEqual([true, true, true]);
  await set({});
  expect(await ruled()).toEqual([false, true]);
});

test('the link of a cell is told', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['site']]);
  const cell = { userEnteredFormat: { textFormat: { link: { uri: 'https://example.org/' } } } };
  await batch(running, id, [
    { repeatCell: { range: { endRowIndex: 1, endColumnIndex: 1 }, cell, fields: 'userEnteredFormat' } },
  ]);
  const { rowData } = await gridOf(id, 'A1', 'rowData.values.hyperlink');
  expect(rowData).toEqual([{ values: [{ hyperlink: 'https://example.org/' }] }]);
});
