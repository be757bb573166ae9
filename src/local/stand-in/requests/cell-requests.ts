import type { JsonObject } from '../contract/json.ts';
import { assertFillFits } from '../formulas/filled-formulas.ts';
import { shiftedCell } from '../formulas/follow-references.ts';
import { type Box, boxOf, sheetAround, sheetOf } from '../model/box.ts';
import { mapCellsAlike, mapUsedCells, withRowStretches } from '../model/edit-cells.ts';
import { assertWorkbookSize } from '../model/limits.ts';
import { masksField } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import { entriesOf } from '../model/sparse-list.ts';
import { spliceDimension } from '../model/splice-dimension.ts';
import type { CellData, GridCoordinate, GridRange } from '../model/wire.ts';
import {
  columnCountOf,
  type Row,
  rowCountOf,
  type Sheet,
  type Workbook,
  withSheet,
} from '../model/workbook.ts';
import { mergedCell, writableCell } from '../model/written-cell.ts';
import { Refusal } from '../refusal.ts';
import { widest } from '../values/widest.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

interface RowData {
  readonly values?: readonly JsonObject[];
}

interface UpdateCells {
  readonly rows?: readonly RowData[];
  readonly fields?: string;
  readonly start?: GridCoordinate;
  readonly range?: GridRange;
}

function updateCells(workbook: Workbook, request: UpdateCells, context: BatchContext): Applied {
  const paths = maskOf('CellData', request.fields);
  const { sheet, box, cleared } = target(workbook, request);
  assertEditable(workbook, sheet, box, context.editor);
  const edit = (cell: CellData | undefined, offered: JsonObject): CellData | undefined =>
    mergedCell(cell, offered, paths, context.evaluator);
  // With a range, what the rows do not cover loses the masked fields [D]; with a start, it is left alone.
  const rows = request.rows ?? [];
  const isCovered = (row: number, column: number): boolean =>
    column - box.left < (rows[row - box.top]?.values?.length ?? 0);
  const emptied = cleared
    ? mapUsedCells(sheet, box, (cell, row, column) => (isCovered(row, column) ? cell : edit(cell, {})))
    : sheet;
  const written = withRowData(emptied, box, rows, edit);
  return { workbook: withSheet(workbook, written) };
}

function target(workbook: Workbook, request: UpdateCells): { sheet: Sheet; box: Box; cleared: boolean } {
  if (request.range !== undefined) {
    const box = boxOf(workbook, request.range);
    assertRowsFit(request.rows ?? [], box);
    return { sheet: sheetOf(workbook, request.range.sheetId), box, cleared: true };
  }
  if (request.start === undefined) throw new Refusal('Must specify a range or a start.');
  const { rowIndex = 0, columnIndex = 0 } = request.start;
  const sheet = sheetAround(workbook, request.start);
  const open = boxOf(workbook, {
    sheetId: sheet.sheetId,
    startRowIndex: rowIndex,
    startColumnIndex: columnIndex,
  });
  const rows = request.rows ?? [];
  assertRowsFit(rows, open);
  const box = {
    ...open,
    bottom: open.top + rows.length,
    right: open.left + widthOf(rows),
  };
  return { sheet, box, cleared: false };
}

function widthOf(rows: readonly RowData[]): number {
  return widest(rows.map(({ values = [] }) => values));
}

function assertRowsFit(rows: readonly RowData[], box: Box): void {
  if (box.top + rows.length > box.bottom) {
    throw new Refusal(
      `Attempting to write row: ${box.bottom}, beyond the last requested row of: ${box.bottom - 1}`,
    );
  }
  if (rows.some((row) => box.left + (row.values?.length ?? 0) > box.right)) {
    throw new Refusal(
      `Attempting to write column: ${box.right}, beyond the last requested column of: ${box.right - 1}`,
    );
  }
}

/** The offered rows, laid into the sheet from the box's first cell on. */
function withRowData(
  sheet: Sheet,
  box: Box,
  rows: readonly RowData[],
  edit: (cell: CellData | undefined, offered: JsonObject) => CellData | undefined,
): Sheet {
  const stretches = rows.map(({ values = [] }, down) => ({
    row: box.top + down,
    left: box.left,
    items: values,
  }));
  return withRowStretches(sheet, stretches, (cell, offered) => edit(cell, writableCell(offered)));
}

interface RepeatCell {
  readonly range?: GridRange;
  readonly cell?: JsonObject;
  readonly fields?: string;
}

function repeatCell(
  workbook: Workbook,
  { range = {}, cell = {}, fields }: RepeatCell,
  context: BatchContext,
): Applied {
  const paths = maskOf('CellData', fields);
  const box = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, box, context.editor);
  const offered = writableCell(cell);
  const { formulaValue } = (offered as CellData).userEnteredValue ?? {};
  if (formulaValue !== undefined && masksField(paths, 'userEnteredValue')) {
    assertFillFits(workbook, (box.bottom - box.top) * (box.right - box.left));
    const edit = (before: CellData | undefined, here: JsonObject): CellData | undefined =>
      mergedCell(before, here, paths, context.evaluator);
    return { workbook: withSheet(workbook, withRowStretches(sheet, shiftedRows(box, offered), edit)) };
  }
  const change = (before: CellData | undefined): CellData | undefined =>
    mergedCell(before, offered, paths, context.evaluator);
  return { workbook: withSheet(workbook, spread(sheet, box, change)) };
}

/** The cell as it reads in each place of the box: what its formula names moves along, unless a `$` holds it [D]. */
function* shiftedRows({ top, bottom, left, right }: Box, cell: JsonObject) {
  for (let row = top; row < bottom; row += 1) {
    const items = Array.from({ length: right - left }, (_, along) => shiftedCell(cell, row - top, along));
    yield { row, left, items: items as readonly JsonObject[] };
  }
}

/** A change that makes nothing out of nothing only visits used cells. */
function spread(sheet: Sheet, box: Box, change: (cell: CellData | undefined) => CellData | undefined): Sheet {
  return change(undefined) === undefined
    ? mapUsedCells(sheet, box, change)
    : mapCellsAlike(sheet, box, change);
}

interface AppendCells {
  readonly sheetId?: number;
  readonly rows?: readonly RowData[];
  readonly fields?: string;
}

/** New rows come after the last row that holds data; the grid grows where it must. */
function appendCells(
  workbook: Workbook,
  { sheetId, rows = [], fields }: AppendCells,
  context: BatchContext,
): Applied {
  const paths = maskOf('CellData', fields);
  const sheet = sheetOf(workbook, sheetId);
  const top = rowAfterData(sheet);
  const wide = widthOf(rows);
  const grown = grownTo(workbook, sheet, top + rows.length, wide);
  const roomy = sheetOf(grown, sheetId);
  const box = { top, left: 0, bottom: top + rows.length, right: wide };
  assertEditable(grown, roomy, box, context.editor);
  const edit = (cell: CellData | undefined, offered: JsonObject): CellData | undefined =>
    mergedCell(cell, offered, paths, context.evaluator);
  return { workbook: withSheet(grown, withRowData(roomy, box, rows, edit)) };
}

function rowAfterData(sheet: Sheet): number {
  let last = -1;
  for (const [index, row] of entriesOf(sheet.rows)) if (holdsData(row)) last = index;
  return last + 1;
}

function holdsData(row: Row): boolean {
  return row.some((cell) => cell?.userEnteredValue !== undefined);
}

export function grownTo(workbook: Workbook, sheet: Sheet, rowCount: number, columnCount: number): Workbook {
  const rows = Math.max(0, rowCount - rowCountOf(sheet));
  const columns = Math.max(0, columnCount - columnCountOf(sheet));
  if (rows === 0 && columns === 0) return workbook;
  const { sheetId } = sheet;
  const taller = spliceDimension(workbook, sheet, {
    sheetId,
    dimension: 'ROWS',
    start: rowCountOf(sheet),
    removed: 0,
    added: rows,
  });
  const wider = spliceDimension(taller, sheetOf(taller, sheetId), {
    sheetId,
    dimension: 'COLUMNS',
    start: columnCountOf(sheet),
    removed: 0,
    added: columns,
  });
  assertWorkbookSize(wider);
  return wider;
}

export const cellRequests: RequestFamily = {
  updateCells: handler(updateCells),
  repeatCell: handler(repeatCell),
  appendCells: handler(appendCells),
};
