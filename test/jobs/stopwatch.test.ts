import { expect, test } from 'vitest';
import { makeStopwatch } from '../../src/jobs/stopwatch.ts';

test('times of a repeated phase add up, and a phase that fails is counted too', async () => {
  let now = 0;
  const { time, times } = makeStopwatch(() => now);
  const spend = (milliseconds: number) => () => {
    now += milliseconds;
  };
  await time('read', spend(20));
  await time('read', spend(30));
  await expect(
    time('write', () => {
      now += 5;
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(times()).toEqual({ read: 50, parse: 0, score: 0, render: 0, write: 5 });
});
