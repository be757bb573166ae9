import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../../src/local/stand-in/faults/seeded-random.ts';
import { callApi } from '../running-stand-in.ts';
import { bundledMain, spawnStandIn } from './spawned-stand-in.ts';

const RESTARTS = 100;
const WRITERS = 6;

let directory: string;
let bundle: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stand-in-crash-'));
  bundle = await bundledMain(directory);
});
afterAll(() => rm(directory, { recursive: true }));

interface Writer {
  readonly row: number;
  sent: number;
  acknowledged: number;
}

/** One batch writes the same number on two tabs: a torn commit would leave them apart. */
const pairWrite = ({ row, sent }: Writer) => ({
  requests: [1, 2].map((sheetId) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: 0 },
      rows: [{ values: [{ userEnteredValue: { numberValue: sent } }] }],
      fields: 'userEnteredValue',
    },
  })),
});

async function writeUntilGone(rootUrl: string, id: string, writer: Writer): Promise<void> {
  for (;;) {
    writer.sent += 1;
    try {
      // biome-ignore lint/performance/noAwaitInLoops: a writer waits for its acknowledgement
      const { status } = await callApi(rootUrl, {
        method: 'POST',
        path: `/v4/spreadsheets/${id}:batchUpdate`,
        body: pairWrite(writer),
        token: 'token-an',
      });
      if (status === 200) writer.acknowledged = writer.sent;
    } catch {
      return;
    }
  }
}

const numbersOn = async (rootUrl: string, id: string): Promise<readonly (readonly number[])[]> => {
  const ranges = ['One!A1:A20', 'Two!A1:A20'].map((range) => `ranges=${range}`).join('&');
  const { body } = await callApi(rootUrl, {
    method: 'GET',
    path: `/v4/spreadsheets/${id}/values:batchGet?${ranges}&valueRenderOption=UNFORMATTED_VALUE`,
    body: undefined,
    token: 'token-an',
  });
  return body.valueRanges.map(({ values = [] }: { values?: number[][] }) => values.flat());
};

test('a hundred kills in the middle of writing lose no acknowledged write and tear none', async () => {
  const storeDir = join(directory, 'store');
  const random = seededRandom(20_260_101);
  const writers: readonly Writer[] = Array.from({ length: WRITERS }, (_, row) => ({
    row,
    sent: 0,
    acknowledged: 0,
  }));
  let id = '';
  for (let restart = 0; restart <= RESTARTS; restart += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: one life after another
    const standIn = await spawnStandIn(bundle, storeDir);
    if (id === '') {
      const sheets = ['One', 'Two'].map((title, index) => ({ properties: { sheetId: index + 1, title } }));
      const created = await callApi(standIn.rootUrl, {
        method: 'POST',
        path: '/v4/spreadsheets',
        body: { sheets },
        token: 'token-an',
      });
      id = created.body.spreadsheetId;
    } else {
      const [one = [], two = []] = await numbersOn(standIn.rootUrl, id);
      expect(two).toEqual(one);
      for (const { row, sent, acknowledged } of writers) {
        const kept = one[row] ?? 0;
        expect([kept >= acknowledged, kept <= sent]).toEqual([true, true]);
      }
    }
    const writing = writers.map((writer) => writeUntilGone(standIn.rootUrl, id, writer));
    await new Promise((settled) => setTimeout(settled, 10 + random() * 90));
    await standIn.end('SIGKILL');
    await Promise.all(writing);
  }
  expect(Math.min(...writers.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(RESTARTS / 2);
}, 300_000);
