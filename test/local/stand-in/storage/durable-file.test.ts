import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDirectory, syncDirectory } from '../../../../src/local/stand-in/storage/durable-file.ts';

/** A system whose directories answer as told. */
function system(platform: NodeJS.Platform, code: string | undefined, opens = true) {
  const calls: string[] = [];
  const failing = (): Promise<never> =>
    Promise.reject(Object.assign(new Error(`${code}: operation not permitted`), { code }));
  const directory = {
    sync: () => {
      calls.push('sync');
      return code === undefined ? Promise.resolve() : failing();
    },
    close: () => {
      calls.push('close');
      return Promise.resolve();
    },
  };
  return { calls, platform, open: () => (opens ? Promise.resolve(directory) : failing()) };
}

test('a directory is synced and closed again', async () => {
  const linux = system('linux', undefined);
  await syncDirectory('/store', linux);
  expect(linux.calls).toEqual(['sync', 'close']);
});

test.each(['EPERM', 'EISDIR', 'EACCES'])(
  'on Windows %s is no failure, whether opening or syncing says so',
  async (code) => {
    const syncing = system('win32', code);
    await syncDirectory('C:\\store', syncing);
    expect(syncing.calls).toEqual(['sync', 'close']);
    await expect(syncDirectory('C:\\store', system('win32', code, false))).resolves.toBeUndefined();
  },
);

test('elsewhere the same refusal is a failure, and so is a full disk on Windows', async () => {
  const linux = system('linux', 'EPERM');
  await expect(syncDirectory('/store', linux)).rejects.toThrow(/EPERM/);
  expect(linux.calls).toEqual(['sync', 'close']);
  await expect(syncDirectory('C:\\store', system('win32', 'ENOSPC'))).rejects.toThrow(/ENOSPC/);
});

test('a directory is made with all that leads to it, once', async () => {
  const root = await mkdtemp(join(tmpdir(), 'durable-'));
  await makeDirectory(join(root, 'a', 'b', 'c'));
  await makeDirectory(join(root, 'a', 'b', 'c'));
  expect((await stat(join(root, 'a', 'b', 'c'))).isDirectory()).toBe(true);
  await rm(root, { recursive: true });
});
