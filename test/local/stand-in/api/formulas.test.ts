import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

const reports: string[] = [];
let running: Running;
beforeAll(async () => {
  running = await runStandIn({ report: ({ en }) => reports.push(en) });
});
afterAll(() => running.end());

const UNFORMATTED = '?valueRenderOption=UNFORMATTED_VALUE';
const FORMULA = '?valueRenderOption=FORMULA';
const typed = (id: string, range: string, values: unknown) =>
  writeValues(running, id, range, values, 'USER_ENTERED');

test('formulas show what Google would compute, and again when a cell that they name has changed', async () => {
  const id = await newSpreadsheet(running);
  const formulas = ['=A1/3', '=SUM(A1:B1)', '=C1*3', '=A1&"x"', '=B1>A1', '=AVERAGE(A:A)', '=ROUND(2/3,2)'];
  await typed(id, 'A1', [[1, 2, ...formulas]]);
  expect(await readValues(running, id, 'C1:I1', UNFORMATTED)).toEqual([[1 / 3, 3, 1, '1x', true, 1, 0.67]]);
  await writeValues(running, id, 'A1', [[0.1]]);
  expect(await readValues(running, id, 'C1:I1', UNFORMATTED)).toEqual([
    [0.1 / 3, 2.1, (0.1 / 3) * 3, '0.1x', true, 0.1, 0.67],
  ]);
  expect(await readValues(running, id, 'C1:I1', FORMULA)).toEqual([formulas]);
});

test('errors are Google’s words, and a function that is not known is #NAME? unless its value was given', async () => {
  const id = await newSpreadsheet(running);
  await typed(id, 'A1', [['=1/0', '=NA()', '="a"+1', '=QUERY(B2:B3,"select B")', '=nothing', '=A1+1']]);
  expect(await readValues(running, id, 'A1:F1')).toEqual([
    ['#DIV/0!', '#N/A', '#VALUE!', '#NAME?', '#NAME?', '#DIV/0!'],
  ]);
  const fields = 'sheets.data.rowData.values.effectiveValue';
  const path = `/v4/spreadsheets/${id}?ranges=A1:B1&fields=${fields}`;
  const { body } = await running.call('GET', path);
  const types = body.sheets[0].data[0].rowData[0].values.map(
    (cell: { effectiveValue: { errorValue: { type: string } } }) => cell.effectiveValue.errorValue.type,
  );
  expect(types).toEqual(['DIVIDE_BY_ZERO', 'N_A']);
});

test('a Vietnamese spreadsheet takes semicolons between arguments and the comma within numbers', async () => {
  const id = await newSpreadsheet(running, { properties: { locale: 'vi_VN' } });
  await typed(id, 'A1', [['1,5', 2, '=SUM(A1;B1)', '=A1*1,5', '=ROUND(A1/7;2)', '=IF(A1>1;"có";"không")']]);
  expect(await readValues(running, id, 'C1:F1', UNFORMATTED)).toEqual([[3.5, 2.25, 0.21, 'có']]);
  expect(await readValues(running, id, 'C1:F1')).toEqual([['3,5', '2,25', '0,21', 'có']]);
});

test('a write that asks for its values gets what the formula shows', async () => {
  const id = await newSpreadsheet(running);
  const path = `/v4/spreadsheets/${id}/values/A1?valueInputOption=USER_ENTERED&includeValuesInResponse=true`;
  const { body } = await running.call('PUT', path, { values: [[4, '=A1*A1']] });
  expect(body.updatedData.values).toEqual([['4', '16']]);
});

test('references follow rows, columns, titles and copies, and what is gone is #REF!', async () => {
  const id = await newSpreadsheet(running);
  await typed(id, 'A1', [[10, 2, '=A1/B1', '=SUM(A1:B1)', '=$A$1+A1', '=Sheet1!A1']]);
  const lines = (dimension: string, startIndex: number, endIndex: number) => ({
    range: { sheetId: 0, dimension, startIndex, endIndex },
  });
  const cells = (top: number, bottom: number) => ({
    sheetId: 0,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: 3,
    endColumnIndex: 7,
  });
  await batch(running, id, [
    { insertDimension: lines('ROWS', 0, 2) },
    { insertDimension: lines('COLUMNS', 1, 2) },
    { updateSheetProperties: { properties: { title: 'Điểm số' }, fields: 'title' } },
    { copyPaste: { source: cells(2, 3), destination: cells(3, 5) } },
  ]);
  const title = "'Điểm số'!";
  expect(await readValues(running, id, 'D3:G5', FORMULA)).toEqual([
    ['=A3/C3', '=SUM(A3:C3)', '=$A$3+A3', `=${title}A3`],
    ['=A4/C4', '=SUM(A4:C4)', '=$A$3+A4', `=${title}A4`],
    ['=A5/C5', '=SUM(A5:C5)', '=$A$3+A5', `=${title}A5`],
  ]);
  expect(await readValues(running, id, 'D3:G4', UNFORMATTED)).toEqual([
    [5, 12, 20, 10],
    ['#DIV/0!', 0, 10, 0],
  ]);
  await batch(running, id, [{ deleteDimension: lines('COLUMNS', 0, 1) }]);
  expect(await readValues(running, id, 'C3:F3', FORMULA)).toEqual([
    ['=#REF!/B3', '=SUM(A3:B3)', '=#REF!+#REF!', '=#REF!'],
  ]);
  expect(await readValues(running, id, 'C3:F3', UNFORMATTED)).toEqual([['#REF!', 2, '#REF!', '#REF!']]);
});

test('a formula that breaks the engine shows Loading... and is reported; the next write is computed again', async () => {
  const id = await newSpreadsheet(running);
  const deep = `=${'('.repeat(20_000)}1+A2${')'.repeat(20_000)}`;
  expect((await typed(id, 'A1', [[deep]])).status).toBe(200);
  expect(await readValues(running, id, 'A1')).toEqual([['Loading...']]);
  expect(reports).toHaveLength(1);
  expect(reports[0]).toContain(id);
  await typed(id, 'A1', [['=SUM(B1:B2)', 4]]);
  expect(await readValues(running, id, 'A1', UNFORMATTED)).toEqual([[4]]);
});
