import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../../src/local/stand-in/faults/seeded-random.ts';
import { callApi } from '../running-stand-in.ts';
import { type History, historyIn, problemsIn } from './history.ts';
import { bundledMain, spawnStandIn } from './spawned-stand-in.ts';

/** A hundred under `npm run soak`; the test command kills less often. */
const RESTARTS = process.env['npm_lifecycle_event'] === 'soak' ? 100 : 40;
const WRITERS = 6;

let directory: string;
let bundle: string;
let history: History;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stand-in-crash-'));
  history = historyIn(join(directory, 'history.jsonl'));
  bundle = await bundledMain(directory);
});
afterAll(() => rm(directory, { recursive: true }));

const api = (rootUrl: string, method: string, path: string, body?: unknown) =>
  callApi(rootUrl, { method, path, body, token: 'token-an' });

interface Writer {
  readonly row: number;
  sent: number;
  acknowledged: number;
}

/** However slow the machine, a life is long enough for writes to be acknowledged in it. */
async function acknowledgedAtLeast(writers: readonly Writer[], wanted: number): Promise<void> {
  while (writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0) < wanted) {
    // biome-ignore lint/performance/noAwaitInLoops: looks again after a while
    await delay(2);
  }
}

/** One batch writes the same number on two tabs: a torn commit would leave them apart. */
const pairWrite = (row: number, value: number) => ({
  requests: [1, 2].map((sheetId) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: 0 },
      rows: [{ values: [{ userEnteredValue: { numberValue: value } }] }],
      fields: 'userEnteredValue',
    },
  })),
});

/** Writes until the server is gone; what was sent last may be there afterwards or not, what was acknowledged is. */
async function writeUntilGone(rootUrl: string, id: string, writer: Writer): Promise<void> {
  for (;;) {
    writer.sent += 1;
    const value = writer.row * 1e6 + writer.sent;
    const write = { kind: 'write', register: `row ${writer.row}`, value, from: performance.now() } as const;
    try {
      // biome-ignore lint/performance/noAwaitInLoops: a writer waits for its acknowledgement
      const { status } = await api(
        rootUrl,
        'POST',
        `/v4/spreadsheets/${id}:batchUpdate`,
        pairWrite(writer.row, value),
      );
      expect(status).toBe(200);
      history.add({ ...write, to: performance.now() });
      writer.acknowledged += 1;
    } catch (error) {
      history.add(write);
      if (error instanceof Error && error.name === 'AssertionError') throw error;
      return;
    }
  }
}

async function readAll(rootUrl: string, id: string): Promise<void> {
  const from = performance.now();
  const ranges = ['One!A1:A20', 'Two!A1:A20'].map((range) => `ranges=${range}`).join('&');
  const path = `/v4/spreadsheets/${id}/values:batchGet?${ranges}&valueRenderOption=UNFORMATTED_VALUE`;
  const { body } = await api(rootUrl, 'GET', path);
  const to = performance.now();
  const tabs: readonly (readonly (readonly number[])[])[] = body.valueRanges.map(
    ({ values = [] }: { values?: number[][] }) => values,
  );
  for (let row = 0; row < WRITERS; row += 1) {
    const seen = tabs.map((values) => Number(values[row]?.[0] ?? 0));
    history.add({ kind: 'read', register: `row ${row}`, seen, from, to });
  }
}

const newSpreadsheet = async (rootUrl: string): Promise<string> => {
  const sheets = ['One', 'Two'].map((title, index) => ({ properties: { sheetId: index + 1, title } }));
  return (await api(rootUrl, 'POST', '/v4/spreadsheets', { sheets })).body.spreadsheetId;
};

test(`${RESTARTS} kills in the middle of writing lose no acknowledged write and tear none`, async () => {
  const storeDir = join(directory, 'store');
  const random = seededRandom(20_260_101);
  const writers = Array.from({ length: WRITERS }, (_, row): Writer => ({ row, sent: 0, acknowledged: 0 }));
  let id = '';
  for (let restart = 0; restart <= RESTARTS; restart += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: one life after another
    const standIn = await spawnStandIn(bundle, storeDir);
    if (id === '') id = await newSpreadsheet(standIn.rootUrl);
    await readAll(standIn.rootUrl, id);
    const writing = writers.map((writer) => writeUntilGone(standIn.rootUrl, id, writer));
    await Promise.all([delay(10 + random() * 90), acknowledgedAtLeast(writers, 2 * (restart + 1))]);
    await standIn.end('SIGKILL');
    await Promise.all(writing);
  }
  const events = history.events();
  expect(problemsIn(events)).toEqual([]);
  const writes = events.filter((event) => event.kind === 'write');
  const acknowledged = writes.filter(({ to }) => to !== undefined).length;
  expect([acknowledged > RESTARTS, writes.length > acknowledged]).toEqual([true, true]);
  process.stdout.write(
    `${RESTARTS} kills: ${acknowledged} acknowledged writes, ${writes.length - acknowledged} without an answer, no problem\n`,
  );
}, 300_000);
