import { badRequest } from '../contract/google-error.ts';
import { type Box, openBoxOf } from '../model/box.ts';
import {
  columnCountOf,
  findSheet,
  isObjectSheet,
  rowCountOf,
  type Sheet,
  titleOf,
  type Workbook,
} from '../model/workbook.ts';
import { type A1Context, type A1Range, formatA1, parseA1 } from '../values/a1.ts';

export interface Resolved {
  readonly text: string;
  readonly sheet: Sheet;
  readonly box: Box;
  readonly range: A1Range;
}

export function a1ContextOf(workbook: Workbook): A1Context {
  return {
    sheets: workbook.sheets
      .filter((sheet) => !isObjectSheet(sheet))
      .map((sheet) => ({
        sheetId: sheet.sheetId,
        title: titleOf(sheet),
        rowCount: rowCountOf(sheet),
        columnCount: columnCountOf(sheet),
      })),
    namedRanges: workbook.namedRanges.map(({ name = '', range = {} }) => ({
      name,
      sheetId: range.sheetId ?? 0,
      box: openBoxOf(range),
    })),
  };
}

/** The cells an A1 text means in this workbook; `place` stands before the refusal, e.g. `Invalid data[0]: `. */
export function resolveA1(
  workbook: Workbook,
  text: string,
  place = '',
  refusal: (message: string) => Error = badRequest,
): Resolved {
  const parsed = parseA1(text, a1ContextOf(workbook));
  if (!parsed.ok) throw refusal(`${place}${parsed.message}`);
  const { range } = parsed;
  const sheet = findSheet(workbook, range.sheet.sheetId);
  if (sheet === undefined) throw refusal(`${place}Unable to parse range: ${text}`);
  return { text, sheet, box: range.box, range };
}

export function rangeName(sheet: Sheet, box: Box): string {
  return formatA1(titleOf(sheet), box);
}
