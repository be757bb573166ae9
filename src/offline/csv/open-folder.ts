import type { Grid } from '../../domain/grid.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';
import { conflict } from '../files/conflict.ts';
import type { Files, OpenWorkbook } from '../files/workbook-format.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { readState } from './folder-state.ts';
import { type ListedFile, listFiles } from './listed-files.ts';
import { readCsv } from './read-csv.ts';

function fileOf(listed: readonly ListedFile[], { sheetId }: Sheet): ListedFile {
  const file = listed.find((each) => each.sheetId === sheetId);
  if (file === undefined) throw conflict(`no tab with the id ${sheetId}`);
  return file;
}

/** The cells of files, or every file that cannot be read with the line where it breaks. */
function readAll(files: Files, wanted: readonly ListedFile[], title: string): ReadonlyMap<number, Grid> {
  const read = wanted.map(({ file, sheetId, typing }) => ({
    sheetId,
    result: readCsv(files.get(file) ?? new Uint8Array(), file, typing),
  }));
  const problems = read.flatMap(({ result }) => (result.ok ? [] : [result.problem]));
  if (problems.length > 0)
    throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(title, problems.length), EXIT.files, problems);
  return new Map(read.flatMap(({ sheetId, result }) => (result.ok ? [[sheetId, result.grid]] : [])));
}

/** A folder of CSV files as a workbook; each file is read when its cells are asked for. */
export function openFolder(files: Files, title: string): OpenWorkbook {
  const state = readState(files);
  const listed = listFiles(files, state);
  return {
    structure: {
      title,
      // A folder states neither: the workbook's own settings and the province's time zone decide.
      locale: '',
      timeZone: '',
      sheets: listed.map(({ typing: _, ...sheet }) => sheet),
      namedRanges: state.sheets.flatMap(({ names, sheetId }) => names.map((name) => ({ name, sheetId }))),
      metadata: state.notes,
    },
    gridsOf: (sheets) =>
      readAll(
        files,
        sheets.map((sheet) => fileOf(listed, sheet)),
        title,
      ),
  };
}
