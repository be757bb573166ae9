import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aloneOn } from '../../src/offline/files/alone.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A number that no process has. */
const NOBODY = '4194303';

test('of many that find the lock of a killed run one works at a time, and none takes away another’s lock', async () => {
  const folder = await temporaryFolder();
  const lock = join(folder, '.so.lock');
  await mkdir(lock);
  await writeFile(join(lock, 'pid'), NOBODY);
  let working = 0;
  const together: number[] = [];
  const work = async (): Promise<void> => {
    working += 1;
    together.push(working);
    await pause(2);
    working -= 1;
  };
  // Not all at the same moment: one takes the lock just when another has found it abandoned.
  await Promise.all(
    Array.from({ length: 40 }, async (_, place) => {
      await pause(place % 7);
      await aloneOn(folder, lock, work);
    }),
  );
  expect(together).toEqual(Array.from({ length: 40 }, () => 1));
  expect(await readdir(folder)).toEqual([]);
});
