import { OFFLINE_FAILURES } from '../domain/messages/offline-messages.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { isInputKey, parseTabKey } from '../workbook/tab-key.ts';
import { listFiles } from './csv/listed-files.ts';
import { readCsv } from './csv/read-csv.ts';
import { readCsvFiles } from './files/csv-files.ts';
import { EXIT, OfflineFailure } from './offline-failure.ts';

/**
 * The input tabs of a control workbook kept as a folder of CSV files, each named by the tab's stable key
 * (units.csv, marks.appraisal.huyen.csv). Other files are left alone.
 */
export async function readCsvFolder(folder: string): Promise<readonly InputTab[]> {
  const files = await readCsvFiles(folder);
  const read = listFiles(files).flatMap(({ file, title }) => {
    const key = parseTabKey(title);
    if (key === undefined || !isInputKey(key)) return [];
    return [{ key, title: file, result: readCsv(files.get(file) ?? new Uint8Array(), file, 'text-only') }];
  });
  const problems = read.flatMap(({ result }) => (result.ok ? [] : [result.problem]));
  if (problems.length > 0)
    throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(folder, problems.length), EXIT.files, problems);
  return read.flatMap(({ key, title, result }) => (result.ok ? [{ key, title, grid: result.grid }] : []));
}
