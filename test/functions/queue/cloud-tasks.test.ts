import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeCloudTasksQueue } from '../../../src/sheets/cloud-tasks-queue.ts';
import { bearerAuth } from '../../../src/sheets/google-auth.ts';
import { makeFakeClock } from '../../sheets/fake-clock.ts';
import { type FakeCloudTasks, type FakeCloudTasksOptions, startFakeCloudTasks } from './fake-cloud-tasks.ts';

const URL_OF_FUNCTIONS = 'https://par-index.example.test/';
const auth = bearerAuth(async () => ({ accessToken: 'token', expiresAt: Date.now() + 3_600_000 }));

let tasks: FakeCloudTasks | undefined;
let close = () => undefined as unknown;

afterEach(() => {
  tasks?.close();
  close();
});

/** A worker that gives the scripted statuses one after another, then 200. */
async function workerThatAnswers(...statuses: readonly number[]) {
  const asked: { path: string; authorization: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({
      path: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(statuses[asked.length - 1] ?? 200).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => server.close();
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Tries four times, as in production, on a clock that does not wait. */
const patience = { clock: makeFakeClock(), random: () => 0, maxTries: 4 };

async function queueBefore(
  workerUrl: string,
  scripted: Pick<FakeCloudTasksOptions, 'duplicates' | 'refusals'> = {},
) {
  const token = (email: string, audience: string) => `${email} for ${audience}`;
  tasks = await startFakeCloudTasks({ token, workerUrl: () => workerUrl, ...scripted });
  return makeCloudTasksQueue({
    auth,
    queue: 'projects/p/locations/l/queues/q',
    account: 'queue@par-index.test',
    url: URL_OF_FUNCTIONS,
    rootUrl: tasks.rootUrl,
    patience,
  });
}

const task = (name: string) => ({ name, functionName: 'recompute', body: { spreadsheetId: name } });

test('a task is delivered to its function with its body, under the identity of the queue’s account', async () => {
  const worker = await workerThatAnswers();
  const queue = await queueBefore(worker.url);
  expect(await queue.enqueue(task('a'))).toBe('queued');
  await tasks?.drained();
  expect(worker.asked).toEqual([
    {
      path: '/recompute',
      authorization: `Bearer queue@par-index.test for ${URL_OF_FUNCTIONS}`,
      body: '{"spreadsheetId":"a"}',
    },
  ]);
});

test('a task of a name that was taken is not queued twice', async () => {
  const worker = await workerThatAnswers();
  const queue = await queueBefore(worker.url);
  expect([await queue.enqueue(task('a')), await queue.enqueue(task('a'))]).toEqual([
    'queued',
    'already-queued',
  ]);
  await tasks?.drained();
  expect(worker.asked).toHaveLength(1);
});

test('a task that met 429 and 503 comes again until it is done, one delivery at a time', async () => {
  const worker = await workerThatAnswers(429, 503);
  const queue = await queueBefore(worker.url);
  await Promise.all([queue.enqueue(task('a')), queue.enqueue(task('b'))]);
  await tasks?.drained();
  expect(tasks?.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 429],
    [2, 503],
    [3, 200],
    [1, 200],
  ]);
  expect(tasks?.mostAtOnce()).toBe(1);
});

test('when the quota for putting in tasks is used up, the task is put in later; when it stays so, the caller learns it', async () => {
  const worker = await workerThatAnswers();
  expect(await (await queueBefore(worker.url, { refusals: 3 })).enqueue(task('a'))).toBe('queued');
  await tasks?.drained();
  expect(worker.asked).toHaveLength(1);
  tasks?.close();
  const queue = await queueBefore(worker.url, { refusals: 4 });
  await expect(queue.enqueue(task('a'))).rejects.toMatchObject({ failure: { kind: 'rate-limited' } });
});

test('a delivery that Google makes twice reaches the function twice, under the same body', async () => {
  const worker = await workerThatAnswers();
  await (await queueBefore(worker.url, { duplicates: 1 })).enqueue(task('a'));
  await tasks?.drained();
  expect(worker.asked.map(({ body }) => body)).toEqual(['{"spreadsheetId":"a"}', '{"spreadsheetId":"a"}']);
});

test('a queue that is not there fails as not found, and no other host is ever asked', async () => {
  const worker = await workerThatAnswers();
  await queueBefore(worker.url);
  const elsewhere = { auth, account: 'queue@par-index.test', url: URL_OF_FUNCTIONS };
  const queue = 'projects/p/locations/l/queues/other';
  const missing = makeCloudTasksQueue({ ...elsewhere, queue, rootUrl: tasks?.rootUrl ?? '' });
  await expect(missing.enqueue(task('a'))).rejects.toMatchObject({ failure: { kind: 'not-found' } });
  expect(() => makeCloudTasksQueue({ ...elsewhere, queue, rootUrl: 'https://tasks.evil.test/' })).toThrow();
});
