import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
let id: string;
beforeAll(async () => {
  running = await runStandIn();
  id = await newSpreadsheet(running);
});
afterAll(() => running.end());

const stillAlive = async (): Promise<void> => {
  expect((await running.call('GET', `/v4/spreadsheets/${id}`)).status).toBe(200);
};

const refused = async (body: string, path = `/v4/spreadsheets/${id}:batchUpdate`): Promise<string> => {
  const answer = await running.call('POST', path, body);
  expect([answer.status, answer.body.error.status]).toEqual([400, 'INVALID_ARGUMENT']);
  await stillAlive();
  return answer.body.error.message;
};

test('a wrong token and an expired one get 401 in Google’s words, a write without any as well, a read 403', async () => {
  for (const token of ['nobody', 'expired']) {
    // biome-ignore lint/performance/noAwaitInLoops: two calls
    const { status, body } = await running.call('GET', `/v4/spreadsheets/${id}`, undefined, token);
    expect([status, body.error.status]).toEqual([401, 'UNAUTHENTICATED']);
  }
  const bare = await fetch(new URL(`/v4/spreadsheets/${id}`, running.standIn.rootUrl));
  expect(bare.status).toBe(403);
  const write = await fetch(new URL('/v4/spreadsheets', running.standIn.rootUrl), { method: 'POST' });
  expect(write.status).toBe(401);
});

test('malformed JSON is named as such', async () => {
  expect(await refused('{"requests": [')).toMatch(/^Invalid JSON payload received\. Unexpected token\./);
  expect(await refused('\u0000\u0001')).toMatch(/^Invalid JSON payload received\./);
});

test('nesting without end is refused before anything walks into it', async () => {
  const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
  expect(await refused(`{"requests":${deep}}`)).toMatch(/Nesting is deeper than/);
  const objects = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
  expect(await refused(objects)).toMatch(/Nesting is deeper than/);
});

test('ten megabytes of nonsense are refused, and so is more than the limit', async () => {
  const long = 'x'.repeat(10 * 1024 * 1024);
  expect(await refused(JSON.stringify({ [long.slice(0, 1000)]: long }))).toMatch(/Cannot find field/);
  const { body } = await writeValues(running, id, 'A1', [[long]]);
  expect(body.error.message).toBe(
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  );
  await stillAlive();
});

test('a number that is none is refused, and the cell can be read', async () => {
  for (const number of ['NaN', 'Infinity', '-Infinity', '1e400']) {
    const rows = [{ values: [{ userEnteredValue: { numberValue: number } }] }];
    const body = JSON.stringify({ requests: [{ updateCells: { start: {}, rows, fields: '*' } }] });
    // biome-ignore lint/performance/noAwaitInLoops: one after another, so that a bad one is named
    expect(await refused(body)).toBe(
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value.number_value' (TYPE_DOUBLE), "${number}"`,
    );
  }
  expect((await running.call('GET', `/v4/spreadsheets/${id}?includeGridData=true`)).status).toBe(200);
});

test('prototype keys are unknown fields like any other and reach no object', async () => {
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
    // biome-ignore lint/performance/noAwaitInLoops: one after another, so that a poisoned one is named
    const message = await refused(`{"requests":[{"addSheet":{"properties":{"${key}":{"polluted":true}}}}]}`);
    expect(message).toContain(`Unknown name "${key}"`);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('paths do not lead out of the store', async () => {
  for (const path of ['..%2F..%2Fetc%2Fpasswd', '%2e%2e', '..%5c..', 'a%00b', '%ff']) {
    // biome-ignore lint/performance/noAwaitInLoops: one after another, so that a bad one is named
    const sheets = await running.call('GET', `/v4/spreadsheets/${path}`);
    expect([404, 400]).toContain(sheets.status);
    const drive = await running.call('DELETE', `/drive/v3/files/${path}`);
    expect([404, 400]).toContain(drive.status);
  }
  await stillAlive();
});

test('grids beyond ten million cells are refused before they are made', async () => {
  const grid = (rowCount: number, columnCount: number) =>
    batch(running, id, [{ addSheet: { properties: { gridProperties: { rowCount, columnCount } } } }]);
  expect((await grid(2_000_000_000, 18_278)).body.error.message).toMatch(/above the limit of 10000000 cells/);
  expect((await grid(10, 18_279)).body.error.message).toMatch(/above the limit of 18278 columns/);
  expect((await grid(0, 5)).status).toBe(400);
  const append = { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2_000_000_000 } };
  expect((await batch(running, id, [append])).status).toBe(400);
  await stillAlive();
});

test('no request makes a tab wider than 18,278 columns, however it grows', async () => {
  const small = await newSpreadsheet(running, {
    sheets: [{ properties: { sheetId: 0, gridProperties: { rowCount: 4, columnCount: 18_270 } } }],
  });
  const list = Array.from({ length: 18_279 }, () => 1);
  const values = list.map((numberValue) => ({ userEnteredValue: { numberValue } }));
  await writeValues(running, small, 'A2', [[list.join(',')]]);
  const last = { start: { rowIndex: 1, columnIndex: 18_269 }, rows: [{ values: values.slice(0, 1) }] };
  await batch(running, small, [{ updateCells: { ...last, fields: '*' } }]);
  const column = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
  const block = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 18_270 };
  const requests = [
    { pasteData: { coordinate: {}, data: list.join(','), delimiter: ',' } },
    { textToColumns: { source: column, delimiterType: 'COMMA' } },
    { appendCells: { sheetId: 0, rows: [{ values }], fields: '*' } },
    { insertRange: { range: block, shiftDimension: 'COLUMNS' } },
  ];
  for (const request of requests) {
    // biome-ignore lint/performance/noAwaitInLoops: one after another on one spreadsheet
    const { status, body } = await batch(running, small, [request]);
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(/the limit of 18278 columns/)]);
  }
  const appended = await running.call(
    'POST',
    `/v4/spreadsheets/${small}/values/A1:append?valueInputOption=RAW`,
    { values: [list] },
  );
  expect(appended.body.error?.message).toMatch(/the limit of 18278 columns/);
});

test('a merge is not copied millions of times, and the tab that was to hold the copies is as it was', async () => {
  const big = await newSpreadsheet(running, {
    sheets: [{ properties: { sheetId: 0, gridProperties: { rowCount: 100_000, columnCount: 90 } } }],
  });
  const source = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
  const { body } = await batch(running, big, [
    { mergeCells: { range: source, mergeType: 'MERGE_ALL' } },
    { copyPaste: { source, destination: { startRowIndex: 1 } } },
  ]);
  expect(body.error.message).toBe(
    'Invalid requests[1].copyPaste: This action would make more than 1000000 ranges. Fill fewer cells.',
  );
  expect((await running.call('GET', `/v4/spreadsheets/${big}`)).body.sheets[0].merges).toBeUndefined();
});

test('a format over ten million cells costs little, and so does clearing it', async () => {
  const big = await newSpreadsheet(running, {
    sheets: [
      { properties: { sheetId: 1, title: 'Big', gridProperties: { rowCount: 1_000_000, columnCount: 10 } } },
    ],
  });
  const before = process.memoryUsage().heapUsed;
  const cell = { userEnteredFormat: { textFormat: { bold: true } } };
  const paint = { repeatCell: { range: { sheetId: 1 }, cell, fields: 'userEnteredFormat.textFormat.bold' } };
  expect((await batch(running, big, [paint])).status).toBe(200);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
  await writeValues(running, big, 'Big!J1000000', [['end']]);
  expect(await readValues(running, big, 'Big!J1000000')).toEqual([['end']]);
  const wipe = { repeatCell: { range: { sheetId: 1 }, cell: {}, fields: '*' } };
  expect((await batch(running, big, [wipe])).status).toBe(200);
  expect(await readValues(running, big, 'Big')).toBeUndefined();
});

test('bytes that are no HTTP and a connection that ends early do not stop the server', async () => {
  const send = (text: string) =>
    new Promise<void>((settled) => {
      const socket = connect(running.standIn.port, '127.0.0.1', () => socket.end(text));
      socket.on('close', () => settled());
      socket.on('error', () => settled());
      socket.resume();
    });
  await send('\u0016\u0003\u0001 nonsense\r\n\r\n');
  await send(
    `POST /v4/spreadsheets HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nAuthorization: Bearer token-an\r\n\r\n{"a`,
  );
  await stillAlive();
});

test('an unknown address is 404 and an unknown query parameter is named', async () => {
  const unknown = await fetch(new URL('/v4/nothing', running.standIn.rootUrl), {
    headers: { authorization: 'Bearer token-an' },
  });
  expect(unknown.status).toBe(404);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?nonsense=1`);
  expect(body.error.message).toContain('Cannot bind query parameter');
});
