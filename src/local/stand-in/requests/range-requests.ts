import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, sheetOf } from '../model/box.ts';
import { cellAt, withCells } from '../model/edit-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { extentOf } from '../model/sparse-list.ts';
import type { CellData, Dimension, DimensionRange, ExtendedValue, GridRange } from '../model/wire.ts';
import { columnCountOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { grownTo } from './cell-requests.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

interface ShiftRange {
  readonly range?: GridRange;
  readonly shiftDimension?: Dimension;
}

/** Cells move down or right to make room; the grid grows if a used cell would fall off. */
function insertRange(
  workbook: Workbook,
  { range = {}, shiftDimension }: ShiftRange,
  context: BatchContext,
): Applied {
  const box = boxOf(workbook, range);
  const down = isDown(shiftDimension);
  const before = sheetOf(workbook, range.sheetId);
  const used = usedBox(before);
  const height = used.bottom + (down ? box.bottom - box.top : 0);
  const width = used.right + (down ? 0 : box.right - box.left);
  const grown = grownTo(workbook, before, height, width);
  const sheet = sheetOf(grown, range.sheetId);
  const area = down ? { ...box, bottom: height } : { ...box, right: width };
  return { workbook: shifted(grown, sheet, { area, gap: box, down, sign: 1 }, context) };
}

function deleteRange(
  workbook: Workbook,
  { range = {}, shiftDimension }: ShiftRange,
  context: BatchContext,
): Applied {
  const box = boxOf(workbook, range);
  const down = isDown(shiftDimension);
  const sheet = sheetOf(workbook, range.sheetId);
  const used = usedBox(sheet);
  const area = down
    ? { ...box, bottom: Math.max(box.bottom, used.bottom) }
    : { ...box, right: Math.max(box.right, used.right) };
  return { workbook: shifted(workbook, sheet, { area, gap: box, down, sign: -1 }, context) };
}

function isDown(shiftDimension: Dimension | undefined): boolean {
  if (shiftDimension !== 'ROWS' && shiftDimension !== 'COLUMNS')
    throw new Refusal('shiftDimension must be specified.');
  return shiftDimension === 'ROWS';
}

function usedBox(sheet: Sheet): { readonly bottom: number; readonly right: number } {
  return { bottom: extentOf(sheet.rows), right: columnCountOf(sheet) };
}

interface Shift {
  /** The cells that change. */
  readonly area: Box;
  readonly gap: Box;
  readonly down: boolean;
  readonly sign: 1 | -1;
}

function shifted(
  workbook: Workbook,
  sheet: Sheet,
  { area, gap, down, sign }: Shift,
  context: BatchContext,
): Workbook {
  assertEditable(workbook, sheet, area, context.editor);
  const byRows = down ? gap.bottom - gap.top : 0;
  const byColumns = down ? 0 : gap.right - gap.left;
  const edits: [number, number, CellData | undefined][] = [];
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const from = { row: row - sign * byRows, column: column - sign * byColumns };
      const inside = from.row >= gap.top && from.column >= gap.left;
      edits.push([row, column, inside ? cellAt(sheet, from.row, from.column) : undefined]);
    }
  }
  return withSheet(workbook, withCells(sheet, edits));
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
  const edits = rows.flatMap((row, down) =>
    Array.from(
      { length: box.right - box.left },
      (_, along): readonly [number, number, CellData | undefined] => {
        const from = kept[down];
        const column = box.left + along;
        return [row, column, from === undefined ? undefined : cellAt(sheet, from, column)];
      },
    ),
  );
  const duplicatesRemovedCount = rows.length - kept.length;
  return {
    workbook: withSheet(workbook, withCells(sheet, edits)),
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
