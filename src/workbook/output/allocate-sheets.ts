import type { Structure } from '../../domain/spreadsheet.ts';

/** Ids of new tabs start here, far above the ids that people see in addresses as gid=0. */
const FIRST_SHEET_ID = 1_000_001;
const MAX_TITLE = 100;

export interface NewSheet {
  readonly sheetId: number;
  readonly title: string;
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  const wanted = title.slice(0, MAX_TITLE);
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let copy = 2; ; copy += 1) {
    const suffix = ` (${copy})`;
    const candidate = `${wanted.slice(0, MAX_TITLE - suffix.length)}${suffix}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/**
 * An id and a title for each new tab that no tab of the workbook has: a tab which staff happened to give
 * the same title is left alone. The same structure gives the same ids, so a retried commit is the same commit.
 */
export function allocateSheets(structure: Structure, titles: readonly string[]): readonly NewSheet[] {
  const ids = new Set(structure.sheets.map((sheet) => sheet.sheetId));
  const taken = new Set(structure.sheets.map((sheet) => sheet.title.toLowerCase()));
  return titles.map((wanted) => {
    const title = freeTitle(wanted, taken);
    taken.add(title.toLowerCase());
    let sheetId = FIRST_SHEET_ID;
    while (ids.has(sheetId)) sheetId += 1;
    ids.add(sheetId);
    return { sheetId, title };
  });
}
