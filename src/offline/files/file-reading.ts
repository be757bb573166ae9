import { readFile, stat } from 'node:fs/promises';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { OfflineFailure } from '../offline-failure.ts';

/** What the system said, such as ENOENT; a failure without a code is a bug and goes on. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

function failedToRead(path: string, error: unknown): OfflineFailure {
  if (error instanceof OfflineFailure) return error;
  const code = systemCode(error);
  return new OfflineFailure(
    code === 'ENOENT' || code === 'ENOTDIR'
      ? OFFLINE_FAILURES.notFound(path)
      : OFFLINE_FAILURES.notReadable(path, code),
  );
}

function failedToWrite(path: string, error: unknown): OfflineFailure {
  if (error instanceof OfflineFailure) return error;
  return new OfflineFailure(OFFLINE_FAILURES.notWritable(path, systemCode(error)));
}

/** Runs reading work; whatever the system refuses becomes a sentence about the path. */
export async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failedToRead(path, error);
  }
}

export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failedToWrite(path, error);
  }
}

export function readBytes(path: string): Promise<Uint8Array> {
  return reading(path, () => readFile(path));
}

export type PathKind = 'file' | 'folder' | 'nothing' | 'other';

export async function kindOf(path: string): Promise<PathKind> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch {
    return 'nothing';
  }
}
