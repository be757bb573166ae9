import { SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import type { Look } from '../../model/look.ts';
import type { CellChange } from '../../model/page-change.ts';
import { cellData, styleData } from './cell-data.ts';
import type { Sheets, Shown } from './sheets.ts';

type Looks = Readonly<Record<string, Look>>;

/** Makes looks known that have not been seen in the workbook before. */
export function addLooks(sheets: Sheets, shown: Shown, looks: Looks): void {
  const styles = sheets.workbook()?.getStyles();
  for (const [name, look] of Object.entries(looks))
    if (shown.looks[name] === undefined) styles?.addCustomStyle(name, styleData(look));
  shown.looks = { ...shown.looks, ...looks };
}

function putCell(sheets: Sheets, { tab, row, column, cell }: CellChange): void {
  const matrix = sheets.sheet(tab)?.getCellMatrix();
  if (cell === null) matrix?.realDeleteValue(row, column);
  else matrix?.setValue(row, column, cellData(cell));
}

/**
 * Puts cells in the place of what stood there, without merging the one with the other as the package would, and has them drawn by a
 * change that changes nothing.
 */
export function putCells(sheets: Sheets, changes: readonly CellChange[]): void {
  for (const change of changes) putCell(sheets, change);
  for (const tab of new Set(changes.map((change) => change.tab)))
    sheets.commands.syncExecuteCommand(SetRangeValuesMutation.id, {
      unitId: sheets.workbook()?.getUnitId(),
      subUnitId: String(tab),
      cellValue: {},
    });
}
