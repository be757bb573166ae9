import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { parseTabKey } from '../../workbook/tab-key.ts';
import { tabOfFile } from '../csv/file-name.ts';
import { readState, STATE_FILE } from '../csv/folder-state.ts';
import { OfflineFailure } from '../offline-failure.ts';
import { aloneOn } from './alone.ts';
import { csvFileNames, readCsvFiles } from './csv-files.ts';
import { kindOf, reading, writing } from './file-reading.ts';
import { replaceFile } from './replace-file.ts';
import type { Files, WorkbookContainer } from './workbook-format.ts';

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}

/** Notes come last: should the machine stop in between, the next run finds the old version and writes again. */
async function writeInto(folder: string, files: Files, standing: Files): Promise<void> {
  const changed = [...files].filter(([file, bytes]) => !isSame(standing.get(file), bytes));
  await Promise.all(
    changed
      .filter(([file]) => file !== STATE_FILE)
      .map(([file, bytes]) => replaceFile(join(folder, file), bytes)),
  );
  const notes = files.get(STATE_FILE);
  if (notes !== undefined) await replaceFile(join(folder, STATE_FILE), notes);
}

async function createFolder(folder: string, files: Files): Promise<void> {
  const draft = join(dirname(folder), `.${basename(folder)}.par-index.tmp`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await writeInto(draft, files, new Map());
  await rename(draft, folder);
}

/** A folder with tables of another workbook would make a mixture of the two: nothing is written into it. */
async function updateFolder(folder: string, files: Files, isSource: boolean): Promise<void> {
  const standing = await readCsvFiles(folder);
  const written = readState(standing).sheets.map(({ file }) => file);
  const foreign = [...standing.keys()].filter(
    (file) => parseTabKey(tabOfFile(file) ?? '') !== undefined && !files.has(file) && !written.includes(file),
  );
  if (!isSource && (foreign.length > 0 || (standing.size > 0 && !standing.has(STATE_FILE))))
    throw new OfflineFailure(OFFLINE_FAILURES.occupied(folder));
  await writeInto(folder, files, standing);
  const gone = written.filter((file) => !files.has(file));
  await Promise.all(gone.map((file) => rm(join(folder, file), { force: true })));
}

async function stampOf(folder: string): Promise<string> {
  const names = await csvFileNames(folder);
  const each = await Promise.all(
    names.toSorted().map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return `${name} ${found?.size} ${found?.mtimeMs} ${found?.ino}`;
    }),
  );
  return createHash('sha256').update(each.join('\n')).digest('hex');
}

/** A folder of CSV files that is read here and written there; both may be the same. */
export function csvFolder(source: string, target: string): WorkbookContainer {
  const isSource = resolve(source) === resolve(target);
  return {
    title: basename(resolve(source)),
    stamp: () => reading(source, () => stampOf(source)),
    load: () => readCsvFiles(source),
    save: (files) =>
      writing(target, async () =>
        (await kindOf(target)) === 'nothing'
          ? createFolder(target, files)
          : updateFolder(target, files, isSource),
      ),
    alone: (work) =>
      writing(target, () => {
        const lock = join(dirname(resolve(target)), `.${basename(resolve(target))}.par-index.lock`);
        return aloneOn(target, lock, work);
      }),
  };
}
