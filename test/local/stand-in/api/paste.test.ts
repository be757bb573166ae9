import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const box = (top: number, bottom: number, left: number, right: number, sheetId = 0) => ({
  sheetId,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
const sheetOf = async (id: string, fields: string) =>
  (await running.call('GET', `/v4/spreadsheets/${id}?fields=sheets(${fields})`)).body.sheets[0];
const UNFORMATTED = '?valueRenderOption=UNFORMATTED_VALUE';

test('a copy fills its destination, turned round when asked, and takes merges and rules along', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    [1, 2],
    [3, 4],
  ]);
  await batch(running, id, [
    { mergeCells: { range: box(4, 5, 0, 2) } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [box(0, 2, 0, 2)],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
        },
      },
    },
    { copyPaste: { source: box(0, 2, 0, 2), destination: box(0, 4, 3, 7) } },
    { copyPaste: { source: box(0, 2, 0, 2), destination: box(8, 9, 0, 1), pasteOrientation: 'TRANSPOSE' } },
    { copyPaste: { source: box(4, 5, 0, 2), destination: box(6, 8, 3, 5) } },
  ]);
  expect(await readValues(running, id, 'D1:G4', UNFORMATTED)).toEqual([
    [1, 2, 1, 2],
    [3, 4, 3, 4],
    [1, 2, 1, 2],
    [3, 4, 3, 4],
  ]);
  expect(await readValues(running, id, 'A9:B10', UNFORMATTED)).toEqual([
    [1, 3],
    [2, 4],
  ]);
  const { merges, conditionalFormats } = await sheetOf(id, 'merges,conditionalFormats');
  const { sheetId: _zero, ...first } = box(4, 5, 0, 2);
  expect(merges).toEqual([
    first,
    { ...first, startRowIndex: 6, endRowIndex: 7, startColumnIndex: 3, endColumnIndex: 5 },
    { ...first, startRowIndex: 7, endRowIndex: 8, startColumnIndex: 3, endColumnIndex: 5 },
  ]);
  expect(conditionalFormats[0].ranges).toHaveLength(2);
});

test('each kind of paste takes over what its name says and leaves the rest', async () => {
  const id = await newSpreadsheet(running);
  const source = {
    userEnteredValue: { formulaValue: '=1+1' },
    note: 'source',
    userEnteredFormat: { textFormat: { bold: true }, borders: { top: { style: 'SOLID' } } },
    dataValidation: { condition: { type: 'BOOLEAN' } },
  };
  const before = { userEnteredValue: { numberValue: 9 }, note: 'before' };
  const kinds = ['VALUES', 'FORMAT', 'FORMULA', 'DATA_VALIDATION', 'NO_BORDERS', 'NORMAL'];
  await batch(running, id, [
    { updateCells: { start: {}, rows: [{ values: [source] }], fields: '*' } },
    ...kinds.map((_kind, index) => ({
      updateCells: { start: { rowIndex: index + 1 }, rows: [{ values: [before] }], fields: '*' },
    })),
    ...kinds.map((kind, index) => ({
      copyPaste: {
        source: box(0, 1, 0, 1),
        destination: box(index + 1, index + 2, 0, 1),
        pasteType: `PASTE_${kind}`,
      },
    })),
  ]);
  const fields =
    'data.rowData.values(userEnteredValue,note,userEnteredFormat(textFormat/bold,borders/top/style),dataValidation)';
  const { data } = await sheetOf(id, fields);
  const cells = data[0].rowData.slice(1).map(({ values }: { values: readonly object[] }) => values[0]);
  const { userEnteredFormat, dataValidation } = source;
  const formula = { userEnteredValue: source.userEnteredValue };
  expect(cells).toEqual([
    { userEnteredValue: { numberValue: 2 }, note: 'before' },
    { ...before, userEnteredFormat, dataValidation },
    { ...before, ...formula },
    { ...before, dataValidation },
    { ...source, userEnteredFormat: { textFormat: { bold: true } } },
    source,
  ]);
});

test('cut cells leave nothing behind and are followed by the formulas that name them', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [{ addSheet: { properties: { sheetId: 3, title: 'Khác' } } }]);
  await writeValues(running, id, 'A1', [[1, '=A1*2', '=SUM(A1:B1)', '=A1+A2']], 'USER_ENTERED');
  await batch(running, id, [
    { cutPaste: { source: box(0, 1, 0, 2), destination: { sheetId: 3, rowIndex: 4, columnIndex: 1 } } },
  ]);
  const FORMULA = '?valueRenderOption=FORMULA';
  expect(await readValues(running, id, 'Sheet1!A1:D1', FORMULA)).toEqual([
    ['', '', "=SUM('Khác'!B5:C5)", "='Khác'!B5+A2"],
  ]);
  expect(await readValues(running, id, "'Khác'!B5:C5", FORMULA)).toEqual([[1, '=B5*2']]);
  expect(await readValues(running, id, 'Sheet1!C1:D1', UNFORMATTED)).toEqual([[3, 1]]);
});

test('cells put in or taken out push the others down or to the right and back, and the grid grows where it must', async () => {
  const id = await newSpreadsheet(running, {
    sheets: [{ properties: { sheetId: 0, gridProperties: { rowCount: 3, columnCount: 3 } } }],
  });
  const grid = [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ];
  await writeValues(running, id, 'A1', grid);
  await batch(running, id, [{ insertRange: { range: box(1, 2, 1, 2), shiftDimension: 'ROWS' } }]);
  expect(await readValues(running, id, 'Sheet1')).toEqual([
    ['a', 'b', 'c'],
    ['d', '', 'f'],
    ['g', 'e', 'i'],
    ['', 'h'],
  ]);
  await batch(running, id, [
    { deleteRange: { range: box(1, 2, 1, 2), shiftDimension: 'ROWS' } },
    { insertRange: { range: box(0, 1, 0, 1), shiftDimension: 'COLUMNS' } },
  ]);
  expect(await readValues(running, id, 'Sheet1')).toEqual([
    ['', 'a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ]);
  await batch(running, id, [{ deleteRange: { range: box(0, 1, 0, 1), shiftDimension: 'COLUMNS' } }]);
  expect(await readValues(running, id, 'Sheet1')).toEqual(grid);
});
