import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi } from '../running-stand-in.ts';
import { bundledMain, type Spawned, spawnStandIn } from './spawned-stand-in.ts';

const CLIENTS = 500;
/** A minute with STAND_IN_LOAD_SECONDS=60; the test suite takes a shorter look. */
const SECONDS = Number(process.env['STAND_IN_LOAD_SECONDS'] ?? 5);
const SPREADSHEETS = 5;

let directory: string;
let standIn: Spawned;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stand-in-load-'));
  standIn = await spawnStandIn(await bundledMain(directory), join(directory, 'store'));
});
afterAll(async () => {
  await standIn.end('SIGTERM');
  await rm(directory, { recursive: true });
});

const api = (method: string, path: string, body?: unknown) =>
  callApi(standIn.rootUrl, { method, path, body, token: 'token-an' });

interface Client {
  readonly number: number;
  readonly id: string;
  readonly row: number;
  acknowledged: number;
  appended: number;
}

/** Every cell of the client's own row gets the same number in one call: a torn read would show two. */
async function writeRow(client: Client, until: number): Promise<void> {
  for (let round = 1; Date.now() < until; round += 1) {
    const values = [Array.from({ length: 10 }, () => round)];
    const range = `A${client.row}:J${client.row}`;
    // biome-ignore lint/performance/noAwaitInLoops: a client waits for its acknowledgement
    const { status } = await api(
      'PUT',
      `/v4/spreadsheets/${client.id}/values/Grid!${range}?valueInputOption=RAW`,
      {
        values,
      },
    );
    expect(status).toBe(200);
    client.acknowledged = round;
  }
}

/** Rewrites ten rows of another tab in one batch; readers must never see a mix. */
async function writeBlock(client: Client, until: number): Promise<void> {
  for (let round = 1; Date.now() < until; round += 1) {
    const rows = Array.from({ length: 10 }, () => ({
      values: Array.from({ length: 5 }, () => ({
        userEnteredValue: { numberValue: client.number * 1e6 + round },
      })),
    }));
    // biome-ignore lint/performance/noAwaitInLoops: a client waits for its acknowledgement
    const { status } = await api('POST', `/v4/spreadsheets/${client.id}:batchUpdate`, {
      requests: [{ updateCells: { start: { sheetId: 2 }, rows, fields: 'userEnteredValue' } }],
    });
    expect(status).toBe(200);
    client.acknowledged = round;
  }
}

async function appendRows(client: Client, until: number): Promise<void> {
  while (Date.now() < until) {
    client.appended += 1;
    const values = [[`${client.number}:${client.appended}`]];
    // biome-ignore lint/performance/noAwaitInLoops: a client waits for its acknowledgement
    const { status } = await api(
      'POST',
      `/v4/spreadsheets/${client.id}/values/Log:append?valueInputOption=RAW`,
      {
        values,
      },
    );
    expect(status).toBe(200);
    client.acknowledged = client.appended;
  }
}

async function readBlocks(client: Client, until: number): Promise<void> {
  while (Date.now() < until) {
    // biome-ignore lint/performance/noAwaitInLoops: a client waits for its answer
    const { body } = await api(
      'GET',
      `/v4/spreadsheets/${client.id}/values:batchGet?ranges=Block!A1:E5&ranges=Block!A6:E10&valueRenderOption=UNFORMATTED_VALUE`,
    );
    const seen = body.valueRanges.flatMap(({ values = [] }: { values?: number[][] }) => values.flat());
    expect(new Set(seen).size).toBeLessThanOrEqual(1);
    client.acknowledged += 1;
  }
}

const ROLES = [writeRow, writeBlock, appendRows, readBlocks, writeRow] as const;

async function newSpreadsheet(): Promise<string> {
  const sheets = ['Grid', 'Block', 'Log'].map((title, index) => ({
    properties: { sheetId: index + 1, title },
  }));
  return (await api('POST', '/v4/spreadsheets', { sheets })).body.spreadsheetId;
}

test(
  `${CLIENTS} clients at once lose no acknowledged write and read no torn state`,
  async () => {
    const ids = await Promise.all(Array.from({ length: SPREADSHEETS }, newSpreadsheet));
    const clients = Array.from({ length: CLIENTS }, (_, number): Client => {
      const id = ids[number % SPREADSHEETS] ?? '';
      return { number, id, row: 1 + Math.floor(number / SPREADSHEETS), acknowledged: 0, appended: 0 };
    });
    const roleOf = ({ number }: Client) =>
      ROLES[Math.floor(number / SPREADSHEETS) % ROLES.length] ?? writeRow;
    const until = Date.now() + SECONDS * 1000;
    await Promise.all(clients.map((client) => roleOf(client)(client, until)));
    expect(clients.filter(({ acknowledged }) => acknowledged === 0)).toEqual([]);
    await Promise.all(
      ids.map((id) =>
        checkSpreadsheet(
          id,
          clients.filter((client) => client.id === id),
          roleOf,
        ),
      ),
    );
  },
  60_000 + SECONDS * 2000,
);

async function checkSpreadsheet(
  id: string,
  clients: readonly Client[],
  roleOf: (client: Client) => (typeof ROLES)[number],
): Promise<void> {
  const { body } = await api(
    'GET',
    `/v4/spreadsheets/${id}/values:batchGet?ranges=Grid!A1:J200&ranges=Log!A:A&valueRenderOption=UNFORMATTED_VALUE`,
  );
  const [grid, log] = body.valueRanges.map(({ values = [] }: { values?: unknown[][] }) => values);
  const logged = new Set(log.flat());
  for (const client of clients) {
    const role = roleOf(client);
    if (role === writeRow) {
      expect(grid[client.row - 1]).toEqual(Array.from({ length: 10 }, () => client.acknowledged));
    }
    if (role === appendRows) {
      const missing = Array.from(
        { length: client.acknowledged },
        (_, at) => `${client.number}:${at + 1}`,
      ).filter((entry) => !logged.has(entry));
      expect(missing).toEqual([]);
    }
  }
  const appended = clients.filter((client) => roleOf(client) === appendRows);
  expect(log.flat()).toHaveLength(appended.reduce((sum, client) => sum + client.appended, 0));
}
