import type { Grid } from '../../domain/grid.ts';
import type { Sheet, Structure } from '../../domain/spreadsheet.ts';
import { conflict } from '../files/conflict.ts';
import type { Files, OpenWorkbook } from '../files/workbook-format.ts';
import { definedNamesOf, namedRangesOf, notesAt } from './defined-names.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import type { PackageParts } from './package-parts.ts';
import { readGrid } from './read-grid.ts';
import { readSharedStrings } from './shared-strings.ts';

function structureOf(parts: PackageParts, title: string): Structure {
  const names = definedNamesOf(parts.workbook);
  return {
    title,
    // An .xlsx states neither: the workbook's own settings and the province's time zone decide.
    locale: '',
    timeZone: '',
    sheets: parts.sheets.map((sheet, place) => ({
      sheetId: sheet.sheetId,
      title: sheet.title,
      hidden: sheet.hidden,
      rowCount: sheet.path === undefined ? 0 : MAX_ROWS,
      columnCount: sheet.path === undefined ? 0 : MAX_COLUMNS,
      metadata: notesAt(names, place),
    })),
    namedRanges: namedRangesOf(names, parts.sheets),
    metadata: notesAt(names, undefined),
  };
}

/** An .xlsx as it was read; each tab is read when its cells are asked for. */
export function openXlsx(files: Files, parts: PackageParts, title: string): OpenWorkbook {
  const structure = structureOf(parts, title);
  let strings: readonly string[] | undefined;
  const sharedStrings = (): readonly string[] => {
    const bytes = parts.sharedStringsPath === undefined ? undefined : files.get(parts.sharedStringsPath);
    strings ??= bytes === undefined ? [] : readSharedStrings(bytes);
    return strings;
  };
  const gridOf = ({ sheetId }: Sheet): Grid => {
    const sheet = parts.sheets.find((each) => each.sheetId === sheetId);
    if (sheet === undefined) throw conflict(`no tab with the id ${sheetId}`);
    const bytes = sheet.path === undefined ? undefined : files.get(sheet.path);
    return bytes === undefined ? [] : readGrid(bytes, sharedStrings());
  };
  return {
    structure,
    gridsOf: (sheets) => new Map(sheets.map((sheet) => [sheet.sheetId, gridOf(sheet)])),
  };
}
