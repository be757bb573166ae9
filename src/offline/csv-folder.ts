import type { Grid } from '../domain/grid.ts';
import { OFFLINE_FAILURES } from '../domain/messages/offline-messages.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { isInputKey, parseTabKey } from '../workbook/tab-key.ts';
import { keyOfTitle } from '../workbook/tab-title.ts';
import { type ListedFile, listFiles } from './csv/listed-files.ts';
import { readCsv, type Typing } from './csv/read-csv.ts';
import { assertTables, readCsvFiles } from './files/csv-files.ts';
import type { Files } from './files/workbook-format.ts';
import { EXIT, OfflineFailure } from './offline-failure.ts';

/** What a folder of CSV files holds. */
export interface CsvFolder {
  /** The input tabs, each file named by the tab's stable key (units.csv, marks.appraisal.huyen.csv). */
  readonly tabs: readonly InputTab[];
  /** Tabs of the office's own, such as notes. */
  readonly foreign: readonly { readonly title: string; readonly grid: Grid }[];
}

function readFile(files: Files, { file }: ListedFile, typing: Typing) {
  return readCsv(files.get(file) ?? new Uint8Array(), file, typing);
}

/** A control workbook that is kept as a folder; an input tab that cannot be read ends the reading. */
export async function readCsvFolder(folder: string): Promise<CsvFolder> {
  await assertTables(folder);
  const files = await readCsvFiles(folder);
  const listed = listFiles(files);
  const read = listed.flatMap((each) => {
    const key = parseTabKey(each.title);
    if (key === undefined || !isInputKey(key)) return [];
    return [{ key, title: each.file, result: readFile(files, each, 'text-only') }];
  });
  const problems = read.flatMap(({ result }) => (result.ok ? [] : [result.problem]));
  if (problems.length > 0)
    throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(folder, problems.length), EXIT.files, problems);
  const others = listed.filter(
    ({ title }) => parseTabKey(title) === undefined && keyOfTitle(title) === undefined,
  );
  return {
    tabs: read.flatMap(({ key, title, result }) =>
      result.ok ? [{ key, title, file: title, grid: result.grid }] : [],
    ),
    foreign: others.flatMap((each) => {
      const result = readFile(files, each, 'typed');
      return result.ok ? [{ title: each.title, grid: result.grid }] : [];
    }),
  };
}
