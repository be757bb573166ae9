import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

test('an empty range has no values key and its name is bounded by the grid', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}/values/Sheet1`);
  expect(body).toEqual({ range: 'Sheet1!A1:Z1000', majorDimension: 'ROWS' });
});

test('trailing blanks fall away, blanks between are kept', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['a', '', 'c', ''], [], ['', 'e']]);
  expect(await readValues(running, id, 'Sheet1')).toEqual([['a', '', 'c'], [], ['', 'e']]);
  expect(await readValues(running, id, 'Sheet1', '?majorDimension=COLUMNS')).toEqual([
    ['a'],
    ['', '', 'e'],
    ['c'],
  ]);
});

test('null leaves a cell alone and is not counted, the empty text clears it and is', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1:B2', [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  const { body } = await writeValues(running, id, 'A1:B2', [
    [null, ''],
    ['x', null],
  ]);
  expect(body).toEqual({
    spreadsheetId: id,
    updatedRange: 'Sheet1!A1:B2',
    updatedRows: 2,
    updatedColumns: 2,
    updatedCells: 2,
  });
  expect(await readValues(running, id, 'Sheet1')).toEqual([['a'], ['x', 'd']]);
});

test('raw text stays text, typed text becomes what a person would have typed', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['=1+1', '007', 1.5, true]], 'RAW');
  await writeValues(running, id, 'A2', [['=1+1', '007', '1.5', 'TRUE']], 'USER_ENTERED');
  expect(await readValues(running, id, 'A1:D2', '?valueRenderOption=UNFORMATTED_VALUE')).toEqual([
    ['=1+1', '007', 1.5, true],
    [2, 7, 1.5, true],
  ]);
  expect(await readValues(running, id, 'A2', '?valueRenderOption=FORMULA')).toEqual([['=1+1']]);
});

test('a Vietnamese spreadsheet takes and shows the comma', async () => {
  const id = await newSpreadsheet(running, { properties: { title: 'Chỉ số', locale: 'vi_VN' } });
  await writeValues(running, id, 'A1', [['7,5']], 'USER_ENTERED');
  expect(await readValues(running, id, 'A1', '?valueRenderOption=UNFORMATTED_VALUE')).toEqual([[7.5]]);
  expect(await readValues(running, id, 'A1')).toEqual([['7,5']]);
});

test('a title outside ASCII is quoted in the range that comes back', async () => {
  const id = await newSpreadsheet(running, { sheets: [{ properties: { title: 'Điểm số' } }] });
  const { body } = await writeValues(running, id, "'Điểm số'!B2", [[1]]);
  expect(body.updatedRange).toBe("'Điểm số'!B2");
});

test('data larger than the range or the grid is refused and nothing is written', async () => {
  const id = await newSpreadsheet(running, {
    sheets: [{ properties: { title: 'S', gridProperties: { rowCount: 2, columnCount: 2 } } }],
  });
  const beyond = await writeValues(running, id, 'S!A1:B1', [['a', 'b', 'c']]);
  expect([beyond.status, beyond.body.error.message]).toEqual([
    400,
    'Requested writing within range [S!A1:B1], but tried writing to column [C]',
  ]);
  expect((await writeValues(running, id, 'S!A1', [[1], [2], [3]])).status).toBe(400);
  expect(await readValues(running, id, 'S')).toBeUndefined();
});

test('append continues the last block and grows the grid', async () => {
  const id = await newSpreadsheet(running, {
    sheets: [{ properties: { title: 'S', gridProperties: { rowCount: 1, columnCount: 3 } } }],
  });
  const append = (values: unknown) =>
    running.call('POST', `/v4/spreadsheets/${id}/values/S:append?valueInputOption=RAW`, { values });
  const first = await append([['a', '', 'c']]);
  expect(first.body).toEqual({
    spreadsheetId: id,
    updates: {
      spreadsheetId: id,
      updatedRange: 'S!A1:C1',
      updatedRows: 1,
      updatedColumns: 3,
      updatedCells: 3,
    },
  });
  const second = await append([[1, 2, 3]]);
  expect(second.body).toEqual({
    spreadsheetId: id,
    tableRange: 'S!C1',
    updates: {
      spreadsheetId: id,
      updatedRange: 'S!C2:E2',
      updatedRows: 1,
      updatedColumns: 3,
      updatedCells: 3,
    },
  });
});

test('a batch of values is applied whole or not at all', async () => {
  const id = await newSpreadsheet(running);
  const refused = await running.call('POST', `/v4/spreadsheets/${id}/values:batchUpdate`, {
    valueInputOption: 'RAW',
    data: [
      { range: 'A1', values: [['kept?']] },
      { range: 'Nowhere!A1', values: [['x']] },
    ],
  });
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    'Invalid data[1]: Unable to parse range: Nowhere!A1',
  ]);
  expect(await readValues(running, id, 'A1')).toBeUndefined();
  const taken = await running.call('POST', `/v4/spreadsheets/${id}/values:batchUpdate`, {
    valueInputOption: 'RAW',
    data: [
      { range: 'B1', values: [[1]] },
      { range: 'C1', values: [[2]] },
      { range: 'A1', values: [[3]] },
    ],
  });
  expect(taken.body).toMatchObject({
    totalUpdatedRows: 1,
    totalUpdatedColumns: 3,
    totalUpdatedCells: 3,
    totalUpdatedSheets: 1,
  });
});

test('clearing takes the values and leaves the formats', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['2026-09-05']], 'USER_ENTERED');
  const cleared = await running.call('POST', `/v4/spreadsheets/${id}/values/A1:clear`);
  expect(cleared.body).toEqual({ spreadsheetId: id, clearedRange: 'Sheet1!A1' });
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}?ranges=A1&fields=sheets.data.rowData.values(userEnteredValue,userEnteredFormat.numberFormat)`,
  );
  expect(body.sheets[0].data[0].rowData[0].values[0].userEnteredFormat.numberFormat.type).toBe('DATE');
  expect(body.sheets[0].data[0].rowData[0].values[0].userEnteredValue).toBeUndefined();
});

test('cells of plain text keep what is typed, pasted, split or replaced as the text it is', async () => {
  const id = await newSpreadsheet(running, { properties: { title: 'Số liệu', locale: 'vi_VN' } });
  const sources = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 4 };
  const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
  await batch(running, id, [
    { repeatCell: { range: sources, cell, fields: 'userEnteredFormat.numberFormat' } },
  ]);
  const typed = ['6/11', '1/2', '0012', '75%'];
  await writeValues(running, id, 'A1', [typed], 'USER_ENTERED');
  await writeValues(running, id, 'A3', [['6/11|0012'], ['a/2']], 'USER_ENTERED');
  const start = { sheetId: 0, rowIndex: 1, columnIndex: 0 };
  const source = { ...sources, startRowIndex: 2, endRowIndex: 3, endColumnIndex: 1 };
  await batch(running, id, [
    { pasteData: { coordinate: start, data: typed.join('|'), delimiter: '|', type: 'PASTE_VALUES' } },
    { textToColumns: { source, delimiter: '|', delimiterType: 'CUSTOM' } },
    { findReplace: { find: 'a', replacement: '1', sheetId: 0 } },
  ]);
  const now = await readValues(running, id, 'A1:D4', '?valueRenderOption=UNFORMATTED_VALUE');
  expect(now).toEqual([typed, typed, ['6/11', '0012'], ['1/2']]);
});
