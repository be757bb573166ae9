import { mkdir, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { OfflineFailure } from '../offline-failure.ts';

const PAUSE_MS = 25;
const TRIES = 400;
/** A lock this old belongs to a run that was killed: a run writes within seconds. */
const ABANDONED_MS = 120_000;

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function removeAbandoned(lock: string): Promise<void> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > ABANDONED_MS) await rm(lock, { recursive: true, force: true });
}

async function take(lock: string, path: string, triesLeft: number): Promise<void> {
  try {
    await mkdir(lock);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (triesLeft === 0) throw new OfflineFailure(OFFLINE_FAILURES.busy(path));
    await removeAbandoned(lock);
    await pause(PAUSE_MS);
    await take(lock, path, triesLeft - 1);
  }
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
