import {
  SetWorksheetRowAutoHeightMutation,
  type SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import type { Sheets } from './sheets.ts';

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
