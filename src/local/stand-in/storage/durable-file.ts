import { type FileHandle, open, rename, truncate, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * File operations that have reached the disk when they settle. A rename or a new name counts only once its directory is
 * synced too: without that a power cut may bring the old directory back.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  await withFile(temporary, 'w', async (file) => {
    await file.writeFile(text);
    await file.sync();
  });
  await rename(temporary, path);
  await syncDirectory(dirname(path));
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

async function syncDirectory(path: string): Promise<void> {
  await withFile(path, 'r', (directory) => directory.sync());
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
