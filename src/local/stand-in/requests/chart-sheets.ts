import { objectSheet } from '../model/new-sheet.ts';
import { isObjectSheet, type Sheet, type Workbook } from '../model/workbook.ts';
import type { BatchContext } from './handler.ts';
import { assertFreshSheetId, assertSheetsLeft, freshSheetId, freshTitle } from './sheet-requests.ts';

interface OwnSheet {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
}

/** A tab without cells at the end, for one chart: `Chart1`, `Chart2` … Its id is the wanted one, else a new one. */
export function withChartSheet(
  workbook: Workbook,
  wanted: number | undefined,
  context: Pick<BatchContext, 'newId'>,
): OwnSheet {
  if (wanted !== undefined) assertFreshSheetId(workbook, wanted);
  const sheetId = wanted ?? freshSheetId(workbook, context);
  const number = workbook.sheets.filter(isObjectSheet).length + 1;
  const sheet = objectSheet(sheetId, freshTitle(workbook, 'Chart', number));
  return { workbook: { ...workbook, sheets: [...workbook.sheets, sheet] }, sheet };
}

/** The chart's own tab goes with the chart. */
export function withoutChartSheet(workbook: Workbook, { sheetId }: Sheet): Workbook {
  const sheets = workbook.sheets.filter((sheet) => sheet.sheetId !== sheetId);
  assertSheetsLeft(sheets);
  return { ...workbook, sheets };
}
