import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, sheetOf } from '../model/box.ts';
import { cellAt } from '../model/edit-cells.ts';
import { withSortedRows } from '../model/move-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { type Shift, shiftCells, shiftedArea, sizeAfterInsert } from '../model/shift-cells.ts';
import { extentOf } from '../model/sparse-list.ts';
import type { CellData, Dimension, DimensionRange, ExtendedValue, GridRange } from '../model/wire.ts';
import { type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { grownTo } from './cell-requests.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

interface ShiftRange {
  readonly range?: GridRange;
  readonly shiftDimension?: Dimension;
}

/** Cells move down or right to make room; the grid grows if a used cell would fall off. */
function insertRange(workbook: Workbook, request: ShiftRange, context: BatchContext): Applied {
  const shift = shiftOf(workbook, request, true);
  const before = sheetOf(workbook, request.range?.sheetId);
  const size = sizeAfterInsert(workbook, before, shift);
  const grown =
    shift.dimension === 'ROWS' ? grownTo(workbook, before, size, 0) : grownTo(workbook, before, 0, size);
  return shifted(grown, shift, request, context);
}

function deleteRange(workbook: Workbook, request: ShiftRange, context: BatchContext): Applied {
  return shifted(workbook, shiftOf(workbook, request, false), request, context);
}

function shiftOf(workbook: Workbook, { range = {}, shiftDimension }: ShiftRange, isInsert: boolean): Shift {
  const gap = boxOf(workbook, range);
  if (shiftDimension !== 'ROWS' && shiftDimension !== 'COLUMNS')
    throw new Refusal('shiftDimension must be specified.');
  return { gap, dimension: shiftDimension, isInsert };
}

function shifted(workbook: Workbook, shift: Shift, { range }: ShiftRange, context: BatchContext): Applied {
  const sheet = sheetOf(workbook, range?.sheetId);
  assertEditable(workbook, sheet, shiftedArea(sheet, shift), context.editor);
  return { workbook: shiftCells(workbook, sheet, shift) };
}

interface DeleteDuplicates {
  readonly range?: GridRange;
  readonly comparisonColumns?: readonly DimensionRange[];
}

/** The first of equal rows stays, the later ones go and the rows below move up within the range. */
function deleteDuplicates(workbook: Workbook, request: DeleteDuplicates, context: BatchContext): Applied {
  const asked = boxOf(workbook, request.range ?? {});
  const sheet = sheetOf(workbook, request.range?.sheetId);
  const box = { ...asked, bottom: Math.max(asked.top, Math.min(asked.bottom, extentOf(sheet.rows))) };
  assertEditable(workbook, sheet, asked, context.editor);
  const columns = comparedColumns(box, request.comparisonColumns ?? []);
  const seen = new Set<string>();
  const rows = Array.from({ length: box.bottom - box.top }, (_, down) => box.top + down);
  const kept = rows.filter((row) => {
    const key = JSON.stringify(columns.map((column) => comparedValue(cellAt(sheet, row, column))));
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  const duplicatesRemovedCount = rows.length - kept.length;
  const order = rows.map((_row, down) => kept[down]);
  return {
    workbook: withSheet(workbook, withSortedRows(sheet, box, order)),
    reply: (duplicatesRemovedCount === 0 ? {} : { duplicatesRemovedCount }) as JsonObject,
  };
}

function comparedColumns({ left, right }: Box, ranges: readonly DimensionRange[]): readonly number[] {
  const all = Array.from({ length: right - left }, (_, along) => left + along);
  if (ranges.length === 0) return all;
  return all.filter((column) =>
    ranges.some(
      ({ startIndex = 0, endIndex = Number.POSITIVE_INFINITY }) => column >= startIndex && column < endIndex,
    ),
  );
}

/** Case, format and formula make no difference [D]. */
function comparedValue(cell: CellData | undefined): ExtendedValue | string | null {
  const value = cell?.effectiveValue ?? cell?.userEnteredValue;
  return value?.stringValue?.toLowerCase() ?? value ?? null;
}

export const rangeRequests: RequestFamily = {
  insertRange: handler(insertRange),
  deleteRange: handler(deleteRange),
  deleteDuplicates: handler(deleteDuplicates),
};
