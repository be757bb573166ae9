import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodes } from '../../domain/compare-codes.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { tabOfFile } from '../csv/file-name.ts';
import { STATE_FILE } from '../csv/folder-state.ts';
import { isTabName, tabNames } from '../csv/tab-names.ts';
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
function isOurs(file: string, names: ReadonlyMap<string, string>): boolean {
  return file === STATE_FILE || isTabName(names.get(file) ?? '');
}

export function csvFileNames(folder: string): Promise<readonly string[]> {
  return reading(folder, async () =>
    (await readdir(folder)).filter((file) => file === STATE_FILE || tabOfFile(file) !== undefined),
  );
}

/** A folder without any CSV file holds no workbook; one that a person downloaded whole may lie in it. */
export async function assertTables(folder: string): Promise<void> {
  if ((await csvFileNames(folder)).some((file) => file !== STATE_FILE)) return;
  const files = await reading(folder, () => readdir(folder));
  const workbooks = files.filter((file) => /^[^.~].*\.xlsx$/i.test(file)).toSorted(compareCodes);
  const paths = workbooks.map((file) => join(folder, file));
  throw new OfflineFailure(OFFLINE_FAILURES.noTables(folder, paths));
}

/** CSV files of a folder whose names are no tab's: the office's own, or misnamed; none of what is no folder. */
export async function unreadFiles(path: string): Promise<readonly string[]> {
  if ((await kindOf(path)) !== 'folder') return [];
  const files = await csvFileNames(path);
  const names = tabNames(files);
  return files.filter((file) => !isOurs(file, names)).toSorted(compareCodes);
}

/** The CSV files of a folder, and the product's notes beside them; every file that cannot be read is told. */
export async function readCsvFiles(folder: string): Promise<Files> {
  const files = await csvFileNames(folder);
  const names = tabNames(files);
  const entries = await Promise.all(files.map((file) => readEntry(folder, file)));
  const problems = entries.flatMap((entry) => ('code' in entry && isOurs(entry.file, names) ? [entry] : []));
  if (problems.length > 0)
    throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(folder, problems.length), EXIT.files, problems);
  return new Map(entries.flatMap((entry) => ('code' in entry ? [] : [entry])));
}
