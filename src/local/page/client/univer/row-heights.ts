import {
  SetWorksheetRowAutoHeightMutation,
  type SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import type { Look } from '../../model/look.ts';
import type { PageRows } from '../../model/page-workbook.ts';
import type { Sheets } from './sheets.ts';

/** Rows that hold wrapped text and that nobody sized: they are as high as their text. */
export function wrappedRows(
  { rows, rowHeights }: { readonly rows: PageRows; readonly rowHeights: Readonly<Record<number, number>> },
  looks: Readonly<Record<string, Look>>,
): readonly number[] {
  const wraps = new Set(Object.entries(looks).flatMap(([name, { wrap }]) => (wrap === 'wrap' ? [name] : [])));
  return rows.flatMap((cells, row) => {
    const isWrapped = cells.some(
      (cell) => cell !== null && typeof cell.value === 'string' && wraps.has(cell.look ?? ''),
    );
    return isWrapped && rowHeights[row] === undefined ? [row] : [];
  });
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
