import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundledMain, type Spawned, spawnStandIn } from './spawned-stand-in.ts';

/** A quarter of what Node takes by itself: what is not bounded ends the process, and every test after it. */
const HEAP = '--max-old-space-size=1024';
const isSoak = process.env['npm_lifecycle_event'] === 'soak';
const MEBIBYTE = 2 ** 20;

let directory: string;
let standIn: Spawned;
let id: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stand-in-memory-'));
  standIn = await spawnStandIn(await bundledMain(directory), join(directory, 'store'), [HEAP]);
  const gridProperties = { rowCount: 1_000_000, columnCount: 10 };
  const sheets = [{ properties: { sheetId: 1, title: 'B', gridProperties } }];
  id = JSON.parse((await send('POST', '/v4/spreadsheets', JSON.stringify({ sheets }))).text).spreadsheetId;
});
afterAll(async () => {
  await standIn.end('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: string, type = 'application/json') {
  const response = await fetch(new URL(path, standIn.rootUrl), {
    method,
    headers: { authorization: 'Bearer token-an', 'content-type': type },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, text: await response.text() };
}

const refused = async (...call: Parameters<typeof send>): Promise<string> => {
  const { status, text } = await send(...call);
  expect(status).toBe(400);
  return JSON.parse(text).error.message;
};
const batch = (request: object) =>
  send('POST', `/v4/spreadsheets/${id}:batchUpdate`, JSON.stringify({ requests: [request] }));
const write = (body: string) =>
  refused('PUT', `/v4/spreadsheets/${id}/values/B!A1?valueInputOption=RAW`, body);
const upload = (csv: string) => {
  const description = '{"mimeType":"application/vnd.google-apps.spreadsheet"}';
  const part = (type: string, text: string) => `--x\r\ncontent-type: ${type}\r\n\r\n${text}\r\n`;
  const body = `${part('application/json', description)}${part('text/csv', csv)}--x--`;
  return refused(
    'POST',
    '/upload/drive/v3/files?uploadType=multipart',
    body,
    'multipart/related; boundary=x',
  );
};

test('bodies that would unfold into more than fits are refused while they are read', async () => {
  const limit = /Request payload size exceeds the limit: 33554432 bytes/;
  expect(await write(`{"values":[[${'1,'.repeat(20_000_000)}1]]}`)).toMatch(limit);
  expect(await write(`{"values":[${'[],'.repeat(10_000_000)}[]]}`)).toMatch(/more than 4000000 values/);
  const columns = `{"majorDimension":"COLUMNS","values":[[${'1,'.repeat(1_000_000)}1]${',[]'.repeat(500_000)}]}`;
  expect(await write(columns)).toMatch(/above the limit of 10000000 cells/);
  expect(await upload('a\n'.repeat(15_000_000))).toMatch(/above the limit of 10000000 cells/);
  expect(await upload(','.repeat(30_000_000))).toMatch(/above the limit of 18278 columns/);
});

test('answers that would be too large are refused before they are made', async () => {
  const ranges = 'ranges=B&'.repeat(300);
  const path = `/v4/spreadsheets/${id}`;
  expect(await refused('GET', `${path}?includeGridData=true&${ranges}`)).toMatch(/answer would be too large/);
  const long = await send('GET', `${path}?fields=${'s'.repeat(20_000)}`);
  expect(long.status).toBe(414);
});

test('what is done to ten million cells costs their rows, not each of them', async () => {
  const range = { sheetId: 1 };
  const [border, source] = [{ style: 'SOLID' }, { ...range, startRowIndex: 0, endRowIndex: 1 }];
  expect((await batch({ updateBorders: { range, top: border, innerHorizontal: border } })).status).toBe(200);
  expect((await batch({ copyPaste: { source, destination: range } })).status).toBe(200);
  const group = { range: { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 2 ** 31 - 1 } };
  expect((await batch({ addDimensionGroup: group })).status).toBe(200);
});

/** Under `npm run soak`: these take a minute. */
if (isSoak) {
  test('many large bodies at once are answered or told to come again', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(30 * MEBIBYTE) });
    const calls = Array.from({ length: 16 }, () => send('POST', '/v4/spreadsheets/x:batchUpdate', body));
    const seen = new Set((await Promise.all(calls)).map(({ status }) => status));
    expect([...seen].toSorted()).toEqual([400, 503]);
  });

  test('so do moves, sorts and a million merges; long lists of ranges are refused', async () => {
    const range = { sheetId: 1 };
    expect((await batch({ cutPaste: { source: range, destination: range } })).status).toBe(200);
    expect((await batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0 }] } })).status).toBe(200);
    expect((await batch({ mergeCells: { range, mergeType: 'MERGE_ROWS' } })).status).toBe(200);
    const filters = Array.from({ length: 1000 }, (_, row) => ({ a1Range: `B!A${row + 1}:J` }));
    await send('PUT', `/v4/spreadsheets/${id}/values/B!J1000000?valueInputOption=RAW`, '{"values":[[1]]}');
    const path = `/v4/spreadsheets/${id}/values:batchGet`;
    expect(await refused('GET', `${path}?${'ranges=B&'.repeat(1000)}`)).toMatch(/too large/);
    const body = JSON.stringify({ dataFilters: filters });
    expect(await refused('POST', `${path}ByDataFilter`, body)).toMatch(/too large/);
  }, 600_000);
}

test('the process that was asked all this still answers', async () => {
  const path = `/v4/spreadsheets/${id}?fields=sheets.properties.title`;
  expect((await send('GET', path)).text).toContain('"B"');
});
