import { expect, test } from 'vitest';
import { failuresOf, IS_REPLAY } from './seeds.ts';
import { torture } from './torture.ts';

/** Worlds take what they take; on a busy machine that is long. */
const LONG = 1_800_000;

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

function some(found: readonly string[], told: RegExp): boolean {
  return found.some((sentence) => told.test(sentence));
}

test.skipIf(IS_REPLAY)(
  'a server that lets two runs make one version is noticed',
  async () => {
    const found = await failuresOf(seeds(10), { broken: 'guard', runs: 4, edits: 0 });
    expect([
      some(found, /versions in the log: (?:\d+,)*(\d+),\1\b/),
      some(found, /was told superseded, but/),
    ]).toEqual([true, true]);
  },
  LONG,
);

test.skipIf(IS_REPLAY)(
  'a server that lets a run write where rows and columns no longer are is noticed',
  async () => {
    const found = await failuresOf(seeds(40), { broken: 'anchors', runs: 3, edits: 30 });
    expect(some(found, /is torn|is not whole|changed cells of staff/)).toBe(true);
  },
  LONG,
);

test.skipIf(IS_REPLAY)(
  'in these worlds runs commit, are overtaken, meet moved rows and die, and large commits are seen half prepared',
  async () => {
    const told: string[] = [];
    let statesWithHiddenTabs = 0;
    for (const seed of seeds(60)) {
      // biome-ignore lint/performance/noAwaitInLoops: one world at a time, so that a seed always gives the same one
      const story = await torture({ seed });
      told.push(...story.told);
      statesWithHiddenTabs += story.statesWithHiddenTabs;
    }
    const count = (word: string): number => told.filter((one) => one === word).length;
    expect(count('committed')).toBeGreaterThan(60);
    expect(count('superseded')).toBeGreaterThan(15);
    expect(count('moved')).toBeGreaterThan(4);
    expect(count('nothing')).toBeGreaterThan(5);
    expect(statesWithHiddenTabs).toBeGreaterThan(15);
  },
  LONG,
);

test.skipIf(IS_REPLAY)('a seed always gives the same world', async () => {
  expect(await torture({ seed: 7 })).toEqual(await torture({ seed: 7 }));
});
