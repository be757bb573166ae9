import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi } from '../running-stand-in.ts';
import { type History, historyIn, problemsIn } from './history.ts';
import { bundledMain, type Spawned, spawnStandIn } from './spawned-stand-in.ts';

const CLIENTS = 500;
/** A minute under `npm run soak`; the test command takes a shorter look. */
const SECONDS = process.env['npm_lifecycle_event'] === 'soak' ? 60 : 4;
const SPREADSHEETS = 5;

let directory: string;
let standIn: Spawned;
let history: History;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stand-in-load-'));
  history = historyIn(join(directory, 'history.jsonl'));
  standIn = await spawnStandIn(await bundledMain(directory), join(directory, 'store'));
});
afterAll(async () => {
  await standIn.end('SIGTERM');
  await rm(directory, { recursive: true });
});

const api = async (method: string, path: string, body?: unknown) => {
  const answer = await callApi(standIn.rootUrl, { method, path, body, token: 'token-an' });
  expect([method, path, answer.status]).toEqual([method, path, 200]);
  return answer.body;
};

interface Client {
  readonly number: number;
  readonly id: string;
  /** A line of the tabs Grid, Left and Right that nobody else writes. */
  readonly row: number;
}

type Round = (client: Client, round: number) => Promise<void>;

/** Values are told apart by who wrote them and when, so that a reader can say whose it saw. */
const signed = ({ number }: Client, round: number): number => number * 1e6 + round;
const now = (): number => performance.now();

async function recorded(register: string, value: number, write: () => Promise<unknown>): Promise<void> {
  const from = now();
  await write();
  history.add({ kind: 'write', register, value, from, to: now() });
}

/** A line of ten cells by values.update, and one by values.batchUpdate. */
const writeLine: Round = (client, round) => {
  const value = signed(client, round);
  const range = `Grid!A${client.row}:J${client.row}`;
  const values = [Array.from({ length: 10 }, () => value)];
  const path = `/v4/spreadsheets/${client.id}/values`;
  return recorded(`${client.id} ${range}`, value, () =>
    round % 2 === 0
      ? api('PUT', `${path}/${range}?valueInputOption=RAW`, { values })
      : api('POST', `${path}:batchUpdate`, { valueInputOption: 'RAW', data: [{ range, values }] }),
  );
};

const cellsOf = (value: number, height: number, width: number) =>
  Array.from({ length: height }, () => ({
    values: Array.from({ length: width }, () => ({ userEnteredValue: { numberValue: value } })),
  }));

const updateCells = (sheetId: number, rowIndex: number, rows: object) => ({
  updateCells: { start: { sheetId, rowIndex }, rows, fields: 'userEnteredValue' },
});

/** The same block of another tab by everybody, in one batch. */
const writeBlock: Round = (client, round) => {
  const value = signed(client, round);
  const requests = [updateCells(2, 0, cellsOf(value, 5, 5)), updateCells(2, 5, cellsOf(value, 5, 5))];
  return recorded(`${client.id} Block`, value, () =>
    api('POST', `/v4/spreadsheets/${client.id}:batchUpdate`, { requests }),
  );
};

/** A line on each of two tabs, in one batch. */
const writePair: Round = (client, round) => {
  const value = signed(client, round);
  const requests = [4, 5].map((sheetId) => updateCells(sheetId, client.row - 1, cellsOf(value, 1, 2)));
  return recorded(`${client.id} pair ${client.row}`, value, () =>
    api('POST', `/v4/spreadsheets/${client.id}:batchUpdate`, { requests }),
  );
};

const appendLine: Round = async ({ id, number }, round) => {
  const entry = `${number}:${round}`;
  const path = `/v4/spreadsheets/${id}/values/Log:append?valueInputOption=RAW`;
  await api('POST', path, { values: [[entry]] });
  history.add({ kind: 'append', list: id, entry, to: now() });
};

type Grid = readonly (readonly number[])[];

/** The cells of a range as one list; what is blank at the end of a row or below reads as 0. */
const flat = (values: Grid = [], height: number, width: number): readonly number[] =>
  Array.from({ length: height * width }, (_, at) =>
    Number(values[Math.floor(at / width)]?.[at % width] ?? 0),
  );

async function readRanges(id: string, ranges: readonly string[]): Promise<readonly Grid[]> {
  const query = [...ranges.map((range) => `ranges=${range}`), 'valueRenderOption=UNFORMATTED_VALUE'];
  const body = await api('GET', `/v4/spreadsheets/${id}/values:batchGet?${query.join('&')}`);
  return body.valueRanges.map(({ values }: { values?: Grid }) => values);
}

const readBlock: Round = async ({ id }) => {
  const from = now();
  const [upper, lower] = await readRanges(id, ['Block!A1:E5', 'Block!A6:E10']);
  const seen = [...flat(upper, 5, 5), ...flat(lower, 5, 5)];
  history.add({ kind: 'read', register: `${id} Block`, seen, from, to: now() });
};

/** Lines and pairs of others: some hundred at once, of which each must be whole and none out of date. */
const readLines: Round = async ({ id }) => {
  const from = now();
  const [grid, left, right] = await readRanges(id, ['Grid!A1:J100', 'Left!A1:B100', 'Right!A1:B100']);
  const to = now();
  for (let row = 1; row <= CLIENTS / SPREADSHEETS; row += 1) {
    const line = flat(grid?.slice(row - 1, row), 1, 10);
    const pair = [left, right].flatMap((values) => flat(values?.slice(row - 1, row), 1, 2));
    history.add({ kind: 'read', register: `${id} Grid!A${row}:J${row}`, seen: line, from, to });
    history.add({ kind: 'read', register: `${id} pair ${row}`, seen: pair, from, to });
  }
};

const ROLES: readonly Round[] = [
  writeLine,
  writeBlock,
  appendLine,
  readBlock,
  writeLine,
  writePair,
  readLines,
];

async function newSpreadsheet(): Promise<string> {
  const titles = ['Grid', 'Block', 'Log', 'Left', 'Right'];
  const sheets = titles.map((title, index) => ({ properties: { sheetId: index + 1, title } }));
  return (await api('POST', '/v4/spreadsheets', { sheets })).spreadsheetId;
}

async function work(client: Client, play: Round, until: number): Promise<number> {
  let round = 0;
  while (Date.now() < until) {
    round += 1;
    // biome-ignore lint/performance/noAwaitInLoops: a client waits for its answer
    await play(client, round);
  }
  return round;
}

test(
  `${CLIENTS} clients at once lose no acknowledged write and read no torn state`,
  async () => {
    const ids = await Promise.all(Array.from({ length: SPREADSHEETS }, newSpreadsheet));
    const clients = Array.from({ length: CLIENTS }, (_, number): Client => {
      const id = ids[number % SPREADSHEETS] ?? '';
      return { number: number + 1, id, row: 1 + Math.floor(number / SPREADSHEETS) };
    });
    const until = Date.now() + SECONDS * 1000;
    const rounds = await Promise.all(
      clients.map((client) => work(client, ROLES[client.row % ROLES.length] ?? writeLine, until)),
    );
    expect(Math.min(...rounds)).toBeGreaterThan(0);
    for (const id of ids) {
      const reader = { number: 0, id, row: 0 };
      // biome-ignore lint/performance/noAwaitInLoops: five looks at what is there in the end
      await Promise.all([readBlock(reader, 0), readLines(reader, 0)]);
      const [log = []] = await readRanges(id, ['Log!A:A']);
      history.add({ kind: 'listing', list: id, entries: log.flat().map(String) });
    }
    const events = history.events();
    expect(problemsIn(events).slice(0, 20)).toEqual([]);
    const calls = rounds.reduce((sum, one) => sum + one, 0);
    const count = (kind: string) => events.filter((event) => event.kind === kind).length;
    process.stdout.write(
      `${CLIENTS} clients, ${SECONDS} s: ${calls} calls, ${count('write')} writes, ${count('append')} appended lines, ${count('read')} looks, no problem\n`,
    );
  },
  60_000 + SECONDS * 4000,
);
