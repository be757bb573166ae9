import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pack, unpack } from '../xlsx/zip.ts';
import { aloneOn } from './alone.ts';
import { readBytes, reading, writing } from './file-reading.ts';
import { replaceFile } from './replace-file.ts';
import type { WorkbookContainer } from './workbook-format.ts';

/** An .xlsx file that is read here and written there; both may be the same. */
export function singleFile(source: string, target: string): WorkbookContainer {
  return {
    title: basename(source),
    stamp: () =>
      reading(source, async () => {
        const { size, mtimeMs, ino } = await stat(source);
        return `${size} ${mtimeMs} ${ino}`;
      }),
    load: async () => unpack(await readBytes(source), source),
    save: (files) => writing(target, () => replaceFile(target, pack(files))),
    alone: (work) =>
      writing(target, () =>
        aloneOn(target, join(dirname(target), `.${basename(target)}.par-index.lock`), work),
      ),
  };
}
