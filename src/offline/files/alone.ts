import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { OfflineFailure } from '../offline-failure.ts';

const PAUSE_MS = 25;
const TRIES = 400;
/** A lock without a holder is this old only if its run was killed while taking it. */
const ABANDONED_MS = 120_000;
const HOLDER = 'pid';

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it is there, but may not be signalled.
    return codeOf(error) === 'EPERM';
  }
}

/** The process that holds a lock; 0 while it has not said so. */
async function holderOf(lock: string): Promise<number> {
  return Number(await readFile(join(lock, HOLDER), 'utf8').catch(() => ''));
}

async function isOld(path: string): Promise<boolean> {
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > ABANDONED_MS;
}

/** True when the folder was made, false when it is there already. */
async function isMade(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Takes away the lock of a run that was killed, so that nobody has to know of it. The holder is read once more when it
 * is known to be gone, and by one run at a time: a lock that somebody else has taken since is never taken away.
 */
async function removeAbandoned(lock: string): Promise<void> {
  const holder = await holderOf(lock);
  const isAbandoned = holder > 0 ? !isAlive(holder) : await isOld(lock);
  if (!isAbandoned) return;
  const broom = `${lock}.broom`;
  if (!(await isMade(broom))) {
    if (await isOld(broom)) await rm(broom, { recursive: true, force: true });
    return;
  }
  try {
    if ((await holderOf(lock)) === holder && (holder > 0 || (await isOld(lock)))) {
      await rm(lock, { recursive: true, force: true });
    }
  } finally {
    await rm(broom, { recursive: true, force: true });
  }
}

async function take(lock: string, path: string, triesLeft: number): Promise<void> {
  if (await isMade(lock)) {
    await writeFile(join(lock, HOLDER), String(process.pid));
    return;
  }
  if (triesLeft === 0) throw new OfflineFailure(OFFLINE_FAILURES.busy(path));
  await removeAbandoned(lock);
  await pause(PAUSE_MS);
  await take(lock, path, triesLeft - 1);
}

/** Runs work while no other run, in this process or another, works on the same path. */
export async function aloneOn<T>(path: string, lock: string, work: () => Promise<T>): Promise<T> {
  await take(lock, path, TRIES);
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
