import { bandLooks } from '../../conditions/conditional-looks.ts';
import { hiddenByFilter } from '../../conditions/hidden-rows.ts';
import { extentOf, getAt } from '../../model/sparse-list.ts';
import type { GridRange } from '../../model/wire.ts';
import { rowCountOf, type Sheet } from '../../model/workbook.ts';
import { exportedBox, MOST_COLUMNS, MOST_ROWS } from './area.ts';
import { cellXml } from './cell-xml.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { rowAttributes } from './line-sizes.ts';
import { xml } from './xml.ts';

/** The rows of a tab one after the other; those without anything to say are left out. */
export function* sheetRows(exported: ExportedWorkbook, sheet: Sheet): Generator<string> {
  const bands = bandsOf(exported, sheet);
  const isFiltered = hiddenByFilter(sheet, exported.conditions);
  const filterEnd = bottomOf(exported, sheet.attachments.basicFilter);
  const groupEnd = Math.max(0, ...sheet.attachments.rowGroups.map(({ range }) => range?.endIndex ?? 0));
  const ends = [extentOf(sheet.rows), extentOf(sheet.rowMetadata), bands.bottom, filterEnd, groupEnd];
  const end = Math.min(Math.max(...ends), rowCountOf(sheet), MOST_ROWS);
  for (let row = 0; row < end; row += 1) {
    const cells = getAt(sheet.rows, row) ?? [];
    const width = Math.min(MOST_COLUMNS, Math.max(cells.length, bands.widthAt(row)));
    let written = '';
    for (let column = 0; column < width; column += 1) {
      const band = bands.lookAt(row, column);
      const cell = cells[column];
      if (cell !== undefined || band !== NO_BAND)
        written += cellXml(exported, { row, column }, cell ?? {}, band);
    }
    const attributes = rowAttributes(sheet, row, isFiltered(row));
    if (written !== '' || Object.keys(attributes).length > 0)
      yield xml('row', { r: row + 1, ...attributes }, written);
  }
}

const NO_BAND = {};

function bottomOf({ workbook }: ExportedWorkbook, items: readonly object[]): number {
  const boxes = items.map((item) => exportedBox(workbook, rangeOf(item)));
  return Math.max(0, ...boxes.map((box) => box?.bottom ?? 0));
}

function rangeOf(item: { readonly range?: GridRange }): GridRange {
  return item.range ?? {};
}

/** The colours of bands, which fill cells that hold nothing as well. */
function bandsOf(exported: ExportedWorkbook, sheet: Sheet) {
  const { bandedRanges } = sheet.attachments;
  const looks = bandLooks(sheet, exported.workbook);
  const boxes = bandedRanges.flatMap((band) => exportedBox(exported.workbook, rangeOf(band)) ?? []);
  return {
    bottom: Math.max(0, ...boxes.map(({ bottom }) => bottom)),
    widthAt: (row: number): number =>
      Math.max(0, ...boxes.filter(({ top, bottom }) => row >= top && row < bottom).map(({ right }) => right)),
    lookAt: (row: number, column: number) => (boxes.length === 0 ? NO_BAND : (looks(row, column) ?? NO_BAND)),
  };
}
