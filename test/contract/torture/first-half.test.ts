import { expect, test } from 'vitest';
import { failuresOf, seedsOfHalf } from './seeds.ts';

test('no interleaving of runs, staff, faults and crashes loses, doubles or tears a result (first half)', async () => {
  expect(await failuresOf(seedsOfHalf(0))).toEqual([]);
}, 3_600_000);
