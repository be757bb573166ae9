import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 };
const CHOICES = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Open' }] } };
const add = (...columnProperties: object[]) => ({
  addTable: { table: { tableId: 't', name: 'Units', range, columnProperties } },
});
const update = (...columnProperties: object[]) => ({
  updateTable: { table: { tableId: 't', columnProperties }, fields: 'columnProperties' },
});
const columnsOf = async (id: string) => {
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=sheets.tables`);
  return body.sheets[0].tables[0].columnProperties;
};
const message = async (id: string, request: object) =>
  (await batch(running, id, [request])).body.error?.message;

test('the first row of a table names its columns, and takes the names that they are given', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['code', null, 'rank']]);
  await batch(running, id, [add({ columnIndex: 2, columnName: 'place', columnType: 'DOUBLE' })]);
  expect(await readValues(running, id, 'A1:C1')).toEqual([['code', 'Column 2', 'place']]);
  await writeValues(running, id, 'A1', [['unit']]);
  expect(await columnsOf(id)).toEqual([
    { columnName: 'unit' },
    { columnIndex: 1, columnName: 'Column 2' },
    { columnIndex: 2, columnName: 'place', columnType: 'DOUBLE' },
  ]);
});

test('an update of the columns replaces all of them: those left out keep their names and lose their types (measured)', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['code', 'state', 'rank']]);
  await batch(running, id, [
    add({ columnIndex: 1, columnName: 'state', columnType: 'DROPDOWN', dataValidationRule: CHOICES }),
  ]);
  expect(await message(id, update({ columnIndex: 1, columnType: 'DATE' }))).toBe(
    'Invalid requests[0].updateTable: Table header row cell must have a value.',
  );
  await batch(running, id, [update({ columnIndex: 2, columnName: 'place', columnType: 'DOUBLE' })]);
  expect(await columnsOf(id)).toEqual([
    { columnName: 'code' },
    { columnIndex: 1, columnName: 'state' },
    { columnIndex: 2, columnName: 'place', columnType: 'DOUBLE' },
  ]);
});

test.each([
  [{ columnType: 'DROPDOWN' }, 'Condition must be set for dropdown column type.'],
  [
    { columnType: 'DOUBLE', dataValidationRule: CHOICES },
    'Cannot set condition for non-dropdown column type.',
  ],
])('a list of choices belongs to a dropdown and to nothing else (measured): %j', async (column, words) => {
  const id = await newSpreadsheet(running);
  expect(await message(id, add({ columnIndex: 1, columnName: 'x', ...column }))).toBe(
    `Invalid requests[0].addTable: ${words}`,
  );
});

test('cells of a typed column take no rule of their own (reported); the header and untyped columns do', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [add({ columnIndex: 1, columnName: 'x', columnType: 'DOUBLE' })]);
  const rule = { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1' }] } };
  const validate = (row: number, column: number) =>
    message(id, {
      setDataValidation: {
        range: {
          sheetId: 0,
          startRowIndex: row,
          endRowIndex: row + 1,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
        rule,
      },
    });
  expect(await validate(2, 1)).toBe(
    'Invalid requests[0].setDataValidation: This operation is not allowed on cells in typed columns.',
  );
  expect([await validate(0, 1), await validate(2, 0), await validate(4, 1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

const lines = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const TYPED = [
  { columnIndex: 0, columnName: 'code', columnType: 'TEXT' },
  { columnIndex: 1, columnName: 'state', columnType: 'DROPDOWN', dataValidationRule: CHOICES },
  { columnIndex: 2, columnName: 'rank', columnType: 'DOUBLE' },
];
const [CODE, STATE, RANK] = TYPED.map(({ columnIndex: _place, ...column }) => column);

test.each([
  [
    'a new one in the table is untyped and gets a name of its own',
    { insertDimension: { range: lines(1, 2) } },
    [
      CODE,
      { columnIndex: 1, columnName: 'Column 2' },
      { columnIndex: 2, ...STATE },
      { columnIndex: 3, ...RANK },
    ],
    ['code', 'Column 2', 'state', 'rank'],
  ],
  [
    'a new one before the table pushes it along',
    { insertDimension: { range: lines(0, 1) } },
    [CODE, { columnIndex: 1, ...STATE }, { columnIndex: 2, ...RANK }],
    ['', 'code', 'state', 'rank'],
  ],
  ['one that goes takes its type along', { deleteDimension: { range: lines(0, 2) } }, [RANK], ['rank']],
  [
    'one that moves keeps its type',
    { moveDimension: { source: lines(2, 3), destinationIndex: 1 } },
    [CODE, { columnIndex: 1, ...RANK }, { columnIndex: 2, ...STATE }],
    ['code', 'rank', 'state'],
  ],
  [
    'cells put in beside each other are columns, where they reach over all rows of the table',
    {
      insertRange: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 2, endColumnIndex: 3 },
        shiftDimension: 'COLUMNS',
      },
    },
    [
      CODE,
      { columnIndex: 1, ...STATE },
      { columnIndex: 2, columnName: 'Column 3' },
      { columnIndex: 3, ...RANK },
    ],
    ['code', 'state', 'Column 3', 'rank'],
  ],
])('the types of a table’s columns stay with the columns: %s', async (_rule, request, columns, header) => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [add(...TYPED), request]);
  expect(await columnsOf(id)).toEqual(columns);
  expect(await readValues(running, id, 'A1:1')).toEqual([header]);
});
