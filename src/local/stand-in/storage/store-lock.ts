import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Two servers on one directory would each overwrite what the other acknowledged. */
class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

const held = new Set<string>();

/** Takes the directory for this process; a lock left by a killed process is taken over. Gives back the release. */
export async function lockStore(directory: string): Promise<() => Promise<void>> {
  const path = join(resolve(directory), 'lock');
  if (held.has(path)) throw new StoreInUse(`the store ${directory} is already open in this process`);
  held.add(path);
  try {
    await claim(path, directory);
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return async () => {
    held.delete(path);
    await unlink(path).catch(() => undefined);
  };
}

async function claim(path: string, directory: string): Promise<void> {
  const created = await tryCreate(path);
  if (created) return;
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (owner !== process.pid && isRunning(owner)) {
    throw new StoreInUse(`the store ${directory} is in use by process ${owner}`);
  }
  await writeFile(path, String(process.pid));
}

async function tryCreate(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isNodeError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNodeError(error) && error.code === 'EPERM';
  }
}
