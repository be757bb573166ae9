import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodes } from '../../domain/compare-codes.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { parseTabKey } from '../../workbook/tab-key.ts';
import { keyOfTitle } from '../../workbook/tab-title.ts';
import { tabOfFile } from '../csv/file-name.ts';
import { STATE_FILE } from '../csv/folder-state.ts';
import type { FileProblem } from '../file-problem.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { kindOf, reading, systemCode } from './file-reading.ts';
import type { Files } from './workbook-format.ts';

/** No table of marks comes near it. */
const MAX_BYTES = 512_000_000;

type Entry = readonly [string, Uint8Array] | FileProblem;

async function readEntry(folder: string, file: string): Promise<Entry> {
  const path = join(folder, file);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { code: 'not-a-file', file };
    if (found.size > MAX_BYTES) return { code: 'too-large', file };
    return [file, await readFile(path)];
  } catch (error) {
    systemCode(error);
    return { code: 'unreadable', file };
  }
}

/** Whether a file is named for a tab of the product; what else lies in the folder may be as it likes. */
function isOurs(file: string): boolean {
  const tab = tabOfFile(file) ?? '';
  return file === STATE_FILE || parseTabKey(tab) !== undefined || keyOfTitle(tab) !== undefined;
}

export function csvFileNames(folder: string): Promise<readonly string[]> {
  return reading(folder, async () =>
    (await readdir(folder)).filter((file) => file === STATE_FILE || tabOfFile(file) !== undefined),
  );
}

/** CSV files of a folder whose names are no tab's: the office's own, or misnamed; none of what is no folder. */
export async function unreadFiles(path: string): Promise<readonly string[]> {
  if ((await kindOf(path)) !== 'folder') return [];
  return (await csvFileNames(path)).filter((file) => !isOurs(file)).toSorted(compareCodes);
}

/** The CSV files of a folder, and the product's notes beside them; every file that cannot be read is told. */
export async function readCsvFiles(folder: string): Promise<Files> {
  const names = await csvFileNames(folder);
  const entries = await Promise.all(names.map((file) => readEntry(folder, file)));
  const problems = entries.flatMap((entry) => ('code' in entry && isOurs(entry.file) ? [entry] : []));
  if (problems.length > 0)
    throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(folder, problems.length), EXIT.files, problems);
  return new Map(entries.flatMap((entry) => ('code' in entry ? [] : [entry])));
}
