import { expect, test } from 'vitest';
import { failuresOf, seedsOfHalf } from './seeds.ts';

test('no interleaving of runs, staff, faults and crashes loses, doubles or tears a result (second half)', async () => {
  expect(await failuresOf(seedsOfHalf(1))).toEqual([]);
}, 3_600_000);
