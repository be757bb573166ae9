import { type FileHandle, mkdir, open, rename, truncate, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * File operations that have reached the disk when they settle. A rename or a new name counts only once its directory is
 * synced too: without that a power cut may bring the old directory back.
 */
export async function writeDurably(path: string, content: string | Buffer): Promise<void> {
  const temporary = `${path}.tmp`;
  await withFile(temporary, 'w', async (file) => {
    await file.writeFile(content);
    await file.sync();
  });
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

/** The directory with all that leads to it; each new name counts only once the directory above it is synced. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let at = dirname(resolve(path)); at.length >= top.length; at = dirname(at)) {
    // biome-ignore lint/performance/noAwaitInLoops: from the inside out, a few directories
    await syncDirectory(at);
    if (at === dirname(at)) return;
  }
}

/** Appends, or leaves the file as long as it was: half a line of a refused commit must not stand before the next one. */
export async function appendDurably(path: string, text: string, length: number): Promise<void> {
  try {
    await withFile(path, 'a', async (file) => {
      await file.appendFile(text);
      await file.datasync();
    });
  } catch (error) {
    await truncate(path, length);
    throw error;
  }
}

export async function truncateDurably(path: string, length: number): Promise<void> {
  await withFile(path, 'r+', async (file) => {
    await file.truncate(length);
    await file.sync();
  });
}

export async function removeDurably(path: string): Promise<void> {
  await unlink(path);
  await syncDirectory(dirname(path));
}

export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncDirectory(dirname(to));
  await syncDirectory(dirname(from));
}

/** What syncing a directory asks of the system. */
export interface DirectorySystem {
  readonly platform: NodeJS.Platform;
  readonly open: (path: string) => Promise<Pick<FileHandle, 'sync' | 'close'>>;
}

const THIS_SYSTEM: DirectorySystem = { platform: process.platform, open: (path) => open(path, 'r') };

/** What Windows answers to opening or syncing a directory: it does not do that, and NTFS keeps its directories in a journal. */
const NOT_ON_WINDOWS: ReadonlySet<unknown> = new Set(['EPERM', 'EISDIR', 'EACCES', 'EBADF', 'EINVAL']);

/** Makes a new or changed name in the directory last; a real failure is one, on Windows the usual refusal is not. */
export async function syncDirectory(path: string, system: DirectorySystem = THIS_SYSTEM): Promise<void> {
  try {
    const directory = await system.open(path);
    await directory.sync().finally(() => directory.close());
  } catch (error) {
    const isUsual = error instanceof Error && 'code' in error && NOT_ON_WINDOWS.has(error.code);
    if (system.platform !== 'win32' || !isUsual) throw error;
  }
}

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
