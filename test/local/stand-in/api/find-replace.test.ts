import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const replace = (request: object) => ({ findReplace: { allSheets: true, ...request } });
const filled = async (values: unknown) => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', values);
  return id;
};

test('a regular expression replaces by its groups in Java’s rules, cell by cell, and counts what it changed', async () => {
  const id = await filled([
    ['Sở Y tế (SYT)', 'no'],
    ['Sở Nội vụ (SNV), Sở Xây dựng (SXD)', 'x'],
  ]);
  const { body } = await batch(running, id, [
    replace({ find: '\\((\\p{L}+)\\)', replacement: '[$1] \\$5', searchByRegex: true }),
  ]);
  expect(body.replies[0].findReplace).toEqual({
    valuesChanged: 2,
    occurrencesChanged: 3,
    rowsChanged: 2,
    sheetsChanged: 1,
  });
  expect(await readValues(running, id, 'A1:B2')).toEqual([
    ['Sở Y tế [SYT] $5', 'no'],
    ['Sở Nội vụ [SNV] $5, Sở Xây dựng [SXD] $5', 'x'],
  ]);
});

test('case and whole cells count where they are asked for', async () => {
  const id = await filled([['Abc', 'abc', 'abcd']]);
  const find = { find: 'a.c', replacement: '-', searchByRegex: true };
  await batch(running, id, [replace({ ...find, matchCase: true, matchEntireCell: true })]);
  expect(await readValues(running, id, 'A1:C1')).toEqual([['Abc', '-', 'abcd']]);
  await batch(running, id, [replace({ ...find, find: '(?i)ABC', matchCase: true })]);
  expect(await readValues(running, id, 'A1:C1')).toEqual([['-', '-', '-d']]);
});

test('plain text is no expression, neither what is looked for nor what takes its place', async () => {
  const id = await filled([['a.c $1', 'abc']]);
  await batch(running, id, [replace({ find: 'a.c', replacement: '$&$1' })]);
  expect(await readValues(running, id, 'A1:B1')).toEqual([['$&$1 $1', 'abc']]);
});

test('an expression that is none, or that takes too long, refuses the batch and leaves the server alive', async () => {
  const id = await filled([[`${'a'.repeat(60)}!`]]);
  const refusal = async (find: string) =>
    (await batch(running, id, [replace({ find, replacement: '', searchByRegex: true })])).body.error.message;
  expect(await refusal('(')).toBe(
    'Invalid requests[0].findReplace: The find text is no valid regular expression.',
  );
  expect(await refusal('^(a+)+$')).toBe(
    'Invalid requests[0].findReplace: The regular expression takes too long.',
  );
  expect(await readValues(running, id, 'A1')).toEqual([[`${'a'.repeat(60)}!`]]);
});

test('numbers are found and read again in the spreadsheet’s locale, with all their digits, and stay numbers', async () => {
  const id = await newSpreadsheet(running, { properties: { locale: 'vi_VN' } });
  await writeValues(running, id, 'A1', [[7.5, 1234.0625, '7.5', true]]);
  await writeValues(running, id, 'A2', [['12,5%', '01/02/2026', "'017"]], 'USER_ENTERED');
  const shape = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '#,##0.0' } } };
  const range = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
  const { body } = await batch(running, id, [
    { repeatCell: { range, cell: shape, fields: 'userEnteredFormat.numberFormat' } },
    replace({ find: '0625', replacement: '1875' }),
    replace({ find: '7,5', replacement: '8,5' }),
    replace({ find: '12,5', replacement: '22,5' }),
    replace({ find: '02/2026', replacement: '03/2026' }),
  ]);
  const changed = body.replies.slice(1).map((reply: { findReplace: object }) => reply.findReplace);
  const once = { valuesChanged: 1, occurrencesChanged: 1, rowsChanged: 1, sheetsChanged: 1 };
  expect(changed).toEqual([once, once, once, once]);
  expect(await readValues(running, id, 'A1:D2', '?valueRenderOption=UNFORMATTED_VALUE')).toEqual([
    [8.5, 1234.1875, '7.5', true],
    [0.225, 46082, '017'],
  ]);
});

test('columns from a column of numbers hold the numbers that were there', async () => {
  const id = await newSpreadsheet(running, { properties: { locale: 'vi_VN' } });
  await writeValues(running, id, 'A1', [[7.5], ['1,5;2,5']]);
  const source = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
  await batch(running, id, [{ textToColumns: { source, delimiterType: 'SEMICOLON' } }]);
  expect(await readValues(running, id, 'A1:B2', '?valueRenderOption=UNFORMATTED_VALUE')).toEqual([
    [7.5],
    [1.5, 2.5],
  ]);
});
