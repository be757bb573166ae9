import { expect, test } from 'vitest';
import { harmFolders } from './harmed-folders.ts';
import { spoilFolders } from './spoilt-folders.ts';

/**
 * What the fuzz of the files runs. In npm test: 2,000 spoilt CSV folders, 300 harmlessly damaged ones, 500 .xlsx files,
 * 500 zips, and 10,000 broken workbooks as grids (test/workbook/fuzz.property.test.ts). Here, by another seed and hence
 * with other folders: 8,000 and 1,700 more, which makes 10,000 spoilt folders and 2,000 harmless ones in .ci/run.
 */
const SEED = 2_071;

test('8,000 more spoilt CSV folders: never a crash, always issues with a place or a sentence with the file', async () => {
  expect(await spoilFolders({ numRuns: 8_000, seed: SEED })).toEqual(['issues', 'refused', 'sound']);
}, 300_000);

test(
  '1,700 more CSV folders with harmless damage keep every place, index and class',
  () => harmFolders({ numRuns: 1_700, seed: SEED }),
  300_000,
);
