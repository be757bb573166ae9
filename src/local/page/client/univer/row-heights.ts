import {
  SetWorksheetRowAutoHeightMutation,
  type SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import type { Look } from '../../model/look.ts';
import type { PageCell, PageRows } from '../../model/page-workbook.ts';
import type { Sheets } from './sheets.ts';

type Looks = Readonly<Record<string, Look>>;

/** In points: what a row holds that nobody sized. */
const USUAL_SIZE = 10;

/** Whether a cell may need more room than a row has that nobody sized: its text wraps, or is large. */
export function isTall(cell: PageCell | null, looks: Looks): boolean {
  const { wrap, fontSize = USUAL_SIZE } = looks[cell?.look ?? ''] ?? {};
  const isFilled = cell?.value !== undefined;
  return isFilled && ((wrap === 'wrap' && typeof cell.value === 'string') || fontSize > USUAL_SIZE);
}

/** Rows that nobody sized and that need room for their text. */
export function tallRows(
  { rows, rowHeights }: { readonly rows: PageRows; readonly rowHeights: Readonly<Record<number, number>> },
  looks: Looks,
): readonly number[] {
  return rows.flatMap((cells, row) =>
    rowHeights[row] === undefined && cells.some((cell) => isTall(cell, looks)) ? [row] : [],
  );
}

/** Makes rows as high as their text. The package does so only for rows that are edited. */
export function fitRows(
  sheets: Sheets,
  skeletons: SheetSkeletonManagerService,
  tab: number,
  rows: readonly number[],
): void {
  const skeleton = skeletons.ensureSkeleton(String(tab));
  const sheet = sheets.sheet(tab);
  if (skeleton === undefined || sheet === undefined || rows.length === 0) return;
  const endColumn = sheet.getColumnCount() - 1;
  const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn }));
  const rowsAutoHeightInfo = skeleton.calculateAutoHeightInRange(ranges);
  sheets.commands.syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, {
    unitId: sheets.workbook()?.getUnitId(),
    subUnitId: String(tab),
    rowsAutoHeightInfo,
  });
}
