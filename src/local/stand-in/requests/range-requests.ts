import type { JsonObject } from '../contract/json.ts';
import { followBox } from '../formulas/follow-references.ts';
import { type Box, boxOf, sheetOf } from '../model/box.ts';
import { cellAt, trimmedRow } from '../model/edit-cells.ts';
import { usedBottomIn, usedRightIn, withMovedRows, withSortedRows } from '../model/move-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { entriesOf, extentOf, withEdits } from '../model/sparse-list.ts';
import type { CellData, Dimension, DimensionRange, ExtendedValue, GridRange } from '../model/wire.ts';
import {
  columnCountOf,
  type Row,
  rowCountOf,
  type Sheet,
  titleOf,
  type Workbook,
  withSheet,
} from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { grownTo } from './cell-requests.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

interface ShiftRange {
  readonly range?: GridRange;
  readonly shiftDimension?: Dimension;
}

/** Cells move down or right to make room; the grid grows if a used cell would fall off. */
function insertRange(workbook: Workbook, request: ShiftRange, context: BatchContext): Applied {
  const { range = {}, shiftDimension } = request;
  const gap = boxOf(workbook, range);
  const down = isDown(shiftDimension);
  const before = sheetOf(workbook, range.sheetId);
  const grown = down
    ? grownTo(workbook, before, usedBottomIn(before, gap) + gap.bottom - gap.top, 0)
    : grownTo(workbook, before, 0, usedRightIn(before, gap.top, gap.bottom) + gap.right - gap.left);
  const sheet = sheetOf(grown, range.sheetId);
  const area = shiftedArea(sheet, gap, down);
  assertEditable(grown, sheet, area, context.editor);
  const moved = withSheet(grown, down ? movedDown(sheet, gap) : movedRight(sheet, gap));
  const shift = down
    ? { rows: gap.bottom - gap.top, columns: 0 }
    : { rows: 0, columns: gap.right - gap.left };
  return { workbook: followBox(moved, { title: titleOf(sheet), box: area, to: titleOf(sheet), ...shift }) };
}

function deleteRange(workbook: Workbook, request: ShiftRange, context: BatchContext): Applied {
  const { range = {}, shiftDimension } = request;
  const gap = boxOf(workbook, range);
  const down = isDown(shiftDimension);
  const sheet = sheetOf(workbook, range.sheetId);
  const area = shiftedArea(sheet, gap, down);
  assertEditable(workbook, sheet, area, context.editor);
  const moved = withSheet(workbook, down ? movedUp(sheet, gap) : movedLeft(sheet, gap));
  const rest = down ? { ...area, top: gap.bottom } : { ...area, left: gap.right };
  const shift = down
    ? { rows: gap.top - gap.bottom, columns: 0 }
    : { rows: 0, columns: gap.left - gap.right };
  return { workbook: followBox(moved, { title: titleOf(sheet), box: rest, to: titleOf(sheet), ...shift }) };
}

function isDown(shiftDimension: Dimension | undefined): boolean {
  if (shiftDimension !== 'ROWS' && shiftDimension !== 'COLUMNS')
    throw new Refusal('shiftDimension must be specified.');
  return shiftDimension === 'ROWS';
}

/** The cells that change: those of the range and all beyond it in the direction of the shift. */
function shiftedArea(sheet: Sheet, gap: Box, down: boolean): Box {
  return down ? { ...gap, bottom: rowCountOf(sheet) } : { ...gap, right: columnCountOf(sheet) };
}

function movedDown(sheet: Sheet, gap: Box): Sheet {
  const height = gap.bottom - gap.top;
  const bottom = usedBottomIn(sheet, gap) + height;
  const order = Array.from({ length: Math.max(0, bottom - gap.top) }, (_, down) =>
    down < height ? undefined : gap.top + down - height,
  );
  return withMovedRows(sheet, gap, order);
}

function movedUp(sheet: Sheet, gap: Box): Sheet {
  const height = gap.bottom - gap.top;
  const bottom = usedBottomIn(sheet, gap);
  const order = Array.from({ length: Math.max(0, bottom - gap.top) }, (_, down) =>
    gap.top + down + height < bottom ? gap.top + down + height : undefined,
  );
  return withMovedRows(sheet, gap, order);
}

function movedRight(sheet: Sheet, gap: Box): Sheet {
  const blank = Array.from({ length: gap.right - gap.left }, () => undefined);
  return withSplicedRows(sheet, gap, (row) => row.toSpliced(gap.left, 0, ...blank));
}

function movedLeft(sheet: Sheet, gap: Box): Sheet {
  return withSplicedRows(sheet, gap, (row) => row.toSpliced(gap.left, gap.right - gap.left));
}

function withSplicedRows(sheet: Sheet, { top, bottom, left }: Box, splice: (row: Row) => Row): Sheet {
  const used = [...entriesOf(sheet.rows, top, bottom)].filter(([, row]) => row.length > left);
  const edits = used.map(([index, row]) => [index, trimmedRow(splice(row))] as const);
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
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
