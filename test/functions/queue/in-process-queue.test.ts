import { expect, test } from 'vitest';
import { makeInProcessQueue } from '../../../functions/in-process-queue.ts';
import type { Task } from '../../../src/sheets/task-queue.ts';

const task = (name: string): Task => ({ name, functionName: 'recompute', body: {} });

/** A worker that gives the scripted statuses one after another, then 200. */
function queueBefore(...statuses: readonly number[]) {
  const delivered: string[] = [];
  const slept: number[] = [];
  let atOnce = 0;
  let most = 0;
  const queue = makeInProcessQueue({
    deliver: async ({ name }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      delivered.push(name);
      return statuses[delivered.length - 1] ?? 200;
    },
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  });
  return { queue, delivered, slept, most: () => most };
}

test('tasks are done one after the other, and one that met 429 and 503 comes again, later each time', async () => {
  const { queue, delivered, slept, most } = queueBefore(429, 503);
  await Promise.all([queue.enqueue(task('a')), queue.enqueue(task('b'))]);
  await queue.drained();
  expect({ delivered, slept, most: most() }).toEqual({
    delivered: ['a', 'a', 'a', 'b'],
    slept: [1_000, 2_000],
    most: 1,
  });
});

test('a task of a name that waits is not queued twice; once it is done its name is free', async () => {
  const { queue, delivered } = queueBefore();
  expect([await queue.enqueue(task('a')), await queue.enqueue(task('a'))]).toEqual([
    'queued',
    'already-queued',
  ]);
  await queue.drained();
  expect(await queue.enqueue(task('a'))).toBe('queued');
  await queue.drained();
  expect(delivered).toEqual(['a', 'a']);
});

test('a task that never succeeds is given up after eight deliveries, and does not hold up the next', async () => {
  const { queue, delivered, slept } = queueBefore(...Array.from({ length: 8 }, () => 500));
  await queue.enqueue(task('a'));
  await queue.enqueue(task('b'));
  await queue.drained();
  expect([delivered.filter((name) => name === 'a').length, delivered.at(-1), slept.at(-1)]).toEqual([
    8,
    'b',
    30_000,
  ]);
});
