import { afterEach, beforeEach, expect, test } from 'vitest';
import { GOOGLE_LIMITS } from '../../../../src/local/stand-in/faults/quotas.ts';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
let id: string;
beforeEach(async () => {
  running = await runStandIn();
  id = await newSpreadsheet(running);
});
afterEach(() => running.end());

const UPDATE = 'sheets.spreadsheets.values.update';

test.each([429, 500, 503] as const)(
  '%i before the commit changes nothing and is spent after the calls it was set for',
  async (status) => {
    running.standIn.faults.add({ kind: 'refuse', status, methods: [UPDATE], times: 2 });
    const statuses = [
      (await writeValues(running, id, 'A1', [[1]])).status,
      (await writeValues(running, id, 'A1', [[1]])).status,
    ];
    expect(statuses).toEqual([status, status]);
    expect(await readValues(running, id, 'A1')).toBeUndefined();
    expect((await writeValues(running, id, 'A1', [[1]])).status).toBe(200);
  },
);

test('a 429 of the switch speaks of reads to who reads and of writes to who writes', async () => {
  running.standIn.faults.add({ kind: 'refuse', status: 429, methods: ['sheets.*'], times: 2 });
  const read = await running.call('GET', `/v4/spreadsheets/${id}`);
  const write = await writeValues(running, id, 'A1', [[1]]);
  expect([read, write].map(({ body }) => body.error.details[0].metadata.quota_limit)).toEqual([
    'ReadRequestsPerMinutePerUser',
    'WriteRequestsPerMinutePerUser',
  ]);
});

test('503 after the commit looks like 503 before it, but the write stands', async () => {
  running.standIn.faults.add({
    kind: 'refuse-after-commit',
    status: 503,
    methods: ['sheets.spreadsheets.values.*'],
  });
  const { status, body } = await writeValues(running, id, 'A1', [['applied']]);
  expect([status, body.error.status]).toEqual([503, 'UNAVAILABLE']);
  expect(await readValues(running, id, 'A1')).toEqual([['applied']]);
});

test('a connection cut after the commit leaves the write standing, one cut before leaves nothing', async () => {
  running.standIn.faults.add({ kind: 'cut-before-commit', methods: [UPDATE] });
  await expect(writeValues(running, id, 'A1', [['lost']])).rejects.toThrow();
  expect(await readValues(running, id, 'A1')).toBeUndefined();
  running.standIn.faults.add({ kind: 'cut-after-commit', methods: [UPDATE] });
  await expect(writeValues(running, id, 'A1', [['kept']])).rejects.toThrow();
  expect(await readValues(running, id, 'A1')).toEqual([['kept']]);
});

test('a stale read sees the state before the last commit', async () => {
  await writeValues(running, id, 'A1', [['old']]);
  await writeValues(running, id, 'A1', [['new']]);
  running.standIn.faults.add({ kind: 'stale-read', times: 1 });
  expect(await readValues(running, id, 'A1')).toEqual([['old']]);
  expect(await readValues(running, id, 'A1')).toEqual([['new']]);
});

test('the same seed strikes the same calls', async () => {
  const struck = async (): Promise<readonly number[]> => {
    running.standIn.faults.clear();
    running.standIn.faults.add({ kind: 'refuse', status: 503, rate: 0.4, seed: 7, methods: [UPDATE] });
    const statuses: number[] = [];
    for (let call = 0; call < 20; call += 1) {
      // biome-ignore lint/performance/noAwaitInLoops: the order of the calls is the point
      statuses.push((await writeValues(running, id, 'A1', [[call]])).status);
    }
    return statuses;
  };
  const first = await struck();
  expect(await struck()).toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 503]));
});

test('the switches are also thrown over HTTP, but not by a web page', async () => {
  const throwSwitch = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
    fetch(new URL(path, running.standIn.rootUrl), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const fault = { kind: 'refuse', status: 429 };
  const admin = { 'x-stand-in-admin': 'yes' };
  expect((await throwSwitch('POST', '/stand-in/faults', fault, {})).status).toBe(404);
  expect((await throwSwitch('POST', '/stand-in/faults', { kind: 'explode' }, admin)).status).toBe(400);
  expect((await throwSwitch('POST', '/stand-in/faults', fault, admin)).status).toBe(200);
  expect((await writeValues(running, id, 'A1', [[1]])).status).toBe(429);
  await throwSwitch('PUT', '/stand-in/quotas', 'google', admin);
  expect((await throwSwitch('DELETE', '/stand-in/faults', undefined, admin)).status).toBe(200);
  expect((await writeValues(running, id, 'A1', [[1]])).status).toBe(200);
});

test('quotas refuse the sixty-first read of a person in the recorded words, and nobody else', async () => {
  const now = new Date('2026-01-01T00:00:00Z');
  await running.end();
  running = await runStandIn({ now: () => now, quotas: GOOGLE_LIMITS });
  id = await newSpreadsheet(running);
  const reads = await Promise.all(
    Array.from({ length: 61 }, () => running.call('GET', `/v4/spreadsheets/${id}`)),
  );
  const refused = reads.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.body.error.message).toBe(
    "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.",
  );
  expect((await running.call('GET', `/v4/spreadsheets/${id}`, undefined, 'token-binh')).status).toBe(403);
  expect((await writeValues(running, id, 'A1', [[1]])).status).toBe(200);
});

test('the project’s quota counts everybody’s writes together, and is full again in the next minute', async () => {
  let now = new Date('2026-01-01T00:00:00Z');
  await running.end();
  running = await runStandIn({ now: () => now, quotas: { ...GOOGLE_LIMITS, writesPerProject: 3 } });
  id = await newSpreadsheet(running);
  const create = (token: string) => running.call('POST', '/v4/spreadsheets', {}, token);
  expect([(await create('token-binh')).status, (await create('token-chi')).status]).toEqual([200, 200]);
  const { status, body } = await create('token-robot');
  expect([status, body.error.details[0].metadata.quota_limit]).toEqual([
    429,
    'WriteRequestsPerMinutePerProject',
  ]);
  now = new Date('2026-01-01T00:01:00Z');
  expect((await create('token-robot')).status).toBe(200);
});

test('a fault for a method that does not exist is refused, as it would strike nothing', async () => {
  const arm = async (methods: readonly string[]) => {
    const response = await fetch(new URL('/stand-in/faults', running.standIn.rootUrl), {
      method: 'POST',
      headers: { 'x-stand-in-admin': 'yes' },
      body: JSON.stringify({ kind: 'refuse', status: 503, methods }),
    });
    return [response.status, ((await response.json()) as { message?: string }).message];
  };
  expect(await arm(['sheets.*', 'sheets.values.update'])).toEqual([
    400,
    'no such method: sheets.values.update',
  ]);
  expect(running.standIn.faults.list()).toEqual([]);
  expect(await arm(['sheets.spreadsheets.values.*', 'drive.files.list'])).toEqual([200, undefined]);
});
