import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const white = { red: 1, green: 1, blue: 1 };

test('a cell is shown with the look it has, text left and numbers right', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['Formula', 1]]);
  const bold = { userEnteredFormat: { textFormat: { bold: true } } };
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  await batch(running, id, [
    { repeatCell: { range, cell: bold, fields: 'userEnteredFormat.textFormat.bold' } },
  ]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?ranges=A1:C2&includeGridData=true`);
  const effectiveFormat = (horizontalAlignment: string, isBold: boolean) => ({
    backgroundColor: white,
    padding: { top: 2, right: 3, bottom: 2, left: 3 },
    horizontalAlignment,
    verticalAlignment: 'BOTTOM',
    wrapStrategy: 'OVERFLOW_CELL',
    textFormat: {
      foregroundColor: {},
      fontFamily: 'Arial',
      fontSize: 10,
      bold: isBold,
      italic: false,
      strikethrough: false,
      underline: false,
      foregroundColorStyle: { rgbColor: {} },
    },
    hyperlinkDisplayType: 'PLAIN_TEXT',
    backgroundColorStyle: { rgbColor: white },
  });
  expect(body.sheets[0].data).toEqual([
    {
      rowData: [
        {
          values: [
            {
              userEnteredValue: { stringValue: 'Formula' },
              effectiveValue: { stringValue: 'Formula' },
              formattedValue: 'Formula',
              userEnteredFormat: { textFormat: { bold: true } },
              effectiveFormat: effectiveFormat('LEFT', true),
            },
            {
              userEnteredValue: { numberValue: 1 },
              effectiveValue: { numberValue: 1 },
              formattedValue: '1',
              effectiveFormat: effectiveFormat('RIGHT', false),
            },
          ],
        },
      ],
      rowMetadata: [{ pixelSize: 21 }, { pixelSize: 21 }],
      columnMetadata: [{ pixelSize: 100 }, { pixelSize: 100 }, { pixelSize: 100 }],
    },
  ]);
});

test('under a mask, cells and rows that it empties fall away at the end', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['a', 'b'], ['c'], ['d', 'e']]);
  const note = (rowIndex: number, columnIndex: number) => ({
    updateCells: {
      start: { sheetId: 0, rowIndex, columnIndex },
      rows: [{ values: [{ note: 'n' }] }],
      fields: 'note',
    },
  });
  await batch(running, id, [note(0, 0), note(2, 1)]);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=sheets/data/rowData/values/note`);
  expect(body).toEqual({
    sheets: [{ data: [{ rowData: [{ values: [{ note: 'n' }] }, {}, { values: [{}, { note: 'n' }] }] }] }],
  });
});

test('grid data is left out under a mask that does not name it, whatever includeGridData says', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}?includeGridData=true&fields=sheets.properties.title`,
  );
  expect(body).toEqual({ sheets: [{ properties: { title: 'Sheet1' } }] });
  const wrong = await running.call('GET', `/v4/spreadsheets/${id}?fields=joe`);
  expect(wrong.body.error.details[0].fieldViolations).toEqual([
    {
      field: 'joe',
      description: "Error expanding 'fields' parameter. Cannot find matching fields for path 'joe'.",
    },
  ]);
});
