import { expect, test } from 'vitest';
import { failuresOf } from './seeds.ts';
import { torture } from './torture.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

test('a server that lets two runs make one version is noticed', async () => {
  const found = await failuresOf(SEEDS, true);
  expect(found.some((sentence) => /versions in the log|the log ends with|was told/.test(sentence))).toBe(
    true,
  );
});

test('in these worlds runs commit, are overtaken and die, and large commits are seen half prepared', async () => {
  const told: string[] = [];
  let statesWithHiddenTabs = 0;
  for (const seed of SEEDS) {
    // biome-ignore lint/performance/noAwaitInLoops: one world at a time, so that a seed always gives the same one
    const story = await torture({ seed });
    told.push(...story.told);
    statesWithHiddenTabs += story.statesWithHiddenTabs;
  }
  const count = (word: string): number => told.filter((one) => one === word).length;
  expect(count('committed')).toBeGreaterThan(40);
  expect(count('superseded')).toBeGreaterThan(20);
  expect(count('nothing')).toBeGreaterThan(10);
  expect(statesWithHiddenTabs).toBeGreaterThan(40);
});

test('a seed always gives the same world', async () => {
  expect(await torture({ seed: 7 })).toEqual(await torture({ seed: 7 }));
});
