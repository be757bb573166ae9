import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import { provision } from '../../src/jobs/provision.ts';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { recompute } from '../../src/jobs/recompute.ts';
import { makeRestClient, type RestClient } from '../../src/local/rest-client.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import { TAB_METADATA_KEY } from '../../src/workbook/tab-key.ts';
import { sampleInput } from '../jobs/sample.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { appraisedMark } from './mark-cell.ts';
import { type StandInProcess, startStandInProcess } from './stand-in-process.ts';

const RUNS = 100;
const KILL_EVERY = 8;
const TOKEN = 'token-an';
const STATUS_ROW = 2;
/** Index of Thủ Dầu Một with 51,75 appraised points, and with 41,75: two states that the tabs alternate between. */
const STATES = [
  { mark: 51.75, index: 84.58, rank: 1 },
  { mark: 41.75, index: 74.58, rank: 8 },
] as const;

let server: StandInProcess;
let storeDir: string;
let spreadsheetId: string;
let staff: RestClient;
let mark: string;

function open(): SpreadsheetPort {
  const auth = bearerAuth(async () => ({ accessToken: TOKEN, expiresAt: Date.now() + 3_600_000 }));
  const connection = connectGoogle({ auth, rootUrl: server.rootUrl });
  return new GoogleSpreadsheet({ connection, spreadsheetId, patience: { maxTries: 1 } });
}

beforeAll(async () => {
  storeDir = await temporaryFolder();
  server = await startStandInProcess(storeDir);
  staff = makeRestClient(server.rootUrl, TOKEN, TAB_METADATA_KEY);
  spreadsheetId = await staff.createSpreadsheet('Bình Dương', 'Cài đặt');
  await provision(open(), await sampleInput('binh-duong-2017'), 'vi', randomUUID);
  mark = await appraisedMark(staff, spreadsheetId);
});

afterAll(() => server.kill());

async function recomputeOnce(): Promise<boolean> {
  const dependencies = {
    spreadsheet: open(),
    now: () => new Date(),
    clock: () => performance.now(),
    newRunId: randomUUID,
  };
  try {
    return (await recompute(dependencies, 'test')).outcome.kind === 'recomputed';
  } catch {
    return false;
  }
}

function hashIn(line: unknown): string {
  return /Mã kết quả ([0-9a-f]{12})/.exec(String(line))?.[1] ?? 'none';
}

/** The lines of the run log, once it was checked that all tabs say the same of the results. */
async function seeConsistent(): Promise<Grid> {
  const { standing } = await readWorkbook(open());
  const [ranking, summary, log] = ['ranking.huyen', 'summary', 'run-log'].map(
    (key) => standing.get(key)?.grid ?? [],
  );
  const hashes = [ranking, summary].map((grid) => hashIn(grid?.[STATUS_ROW]?.[0]));
  const lines = (log ?? []).slice(5);
  const leader = ranking?.find((row) => row[1] === 'TDM');
  const state = STATES.find(({ rank }) => rank === leader?.[0]);
  expect(hashes).toEqual([lines.at(-1)?.[7], lines.at(-1)?.[7]]);
  expect(leader?.slice(3, 7)).toEqual([state?.mark, 32.83, state?.index, state?.index]);
  const counted = ['Số đơn vị xếp hạng', 'Số đơn vị chưa xếp hạng'];
  expect(counted.map((label) => summary?.find((row) => row[0] === label)?.[1])).toEqual([9, 0]);
  expect(lines.map(([version]) => version)).toEqual(lines.map((_, index) => index + 1));
  return lines;
}

test('kill -9 in the middle of a hundred recomputes leaves no mixed and no unreadable workbook', async () => {
  expect(await recomputeOnce()).toBe(true);
  let acknowledged = 1;
  let interrupted = 0;
  for (let run = 1; run <= RUNS; run += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: one run after another is the point
    await staff.typeCell(spreadsheetId, mark, STATES[run % 2 === 0 ? 0 : 1].mark);
    const recomputing = recomputeOnce();
    if (run % KILL_EVERY === 0) {
      await delay((run * 7) % 40);
      await server.kill();
      interrupted += (await recomputing) ? 0 : 1;
      server = await startStandInProcess(storeDir, server.port);
    }
    acknowledged += (await recomputing) ? 1 : 0;
    const lines = await seeConsistent();
    expect(lines.length).toBeGreaterThanOrEqual(acknowledged);
  }
  expect(interrupted).toBeGreaterThan(0);
});
