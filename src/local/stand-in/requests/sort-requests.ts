import { type Box, boxOf, intersection, sheetOf } from '../model/box.ts';
import { cellOrder } from '../model/cell-order.ts';
import { cellAt } from '../model/edit-cells.ts';
import { withSortedRows } from '../model/move-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { extentOf } from '../model/sparse-list.ts';
import type { GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

interface SortSpec {
  /** A column of the sheet, not of the range (recorded). */
  readonly dimensionIndex?: number;
  readonly sortOrder?: 'ASCENDING' | 'DESCENDING';
}

function sortRange(
  workbook: Workbook,
  { range = {}, sortSpecs = [] }: { readonly range?: GridRange; readonly sortSpecs?: readonly SortSpec[] },
  context: BatchContext,
): Applied {
  const { sheet, box } = sortable(workbook, range, context);
  if (sortSpecs.length === 0) throw new Refusal('At least one sort spec must be specified.');
  const { compare } = cellOrder(localeOf(workbook));
  const order = rowsOf(box).toSorted((a, b) => {
    for (const { dimensionIndex = 0, sortOrder } of sortSpecs) {
      const left = cellAt(sheet, a, dimensionIndex);
      const right = cellAt(sheet, b, dimensionIndex);
      const decided = compare(left, right, sortOrder === 'DESCENDING');
      if (decided !== 0) return decided;
    }
    return a - b;
  });
  return { workbook: reordered(workbook, sheet, box, order) };
}

function randomizeRange(
  workbook: Workbook,
  { range = {} }: { readonly range?: GridRange },
  context: BatchContext,
): Applied {
  const { sheet, box } = sortable(workbook, range, context);
  const keyed = rowsOf(box).map((row) => ({ row, key: context.newId() }));
  const order = keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
  return { workbook: reordered(workbook, sheet, box, order) };
}

function sortable(workbook: Workbook, range: GridRange, context: BatchContext): { sheet: Sheet; box: Box } {
  const asked = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, asked, context.editor);
  const vertical = sheet.attachments.merges.some((merge) => {
    const merged = boxOf(workbook, merge);
    return merged.bottom - merged.top > 1 && intersection(merged, asked) !== undefined;
  });
  if (vertical) throw new Refusal("You can't sort a range with vertical merges.");
  // Empty rows sort last, so those below the last used one may stay where they are.
  return {
    sheet,
    box: { ...asked, bottom: Math.max(asked.top, Math.min(asked.bottom, extentOf(sheet.rows))) },
  };
}

function rowsOf({ top, bottom }: Box): readonly number[] {
  return Array.from({ length: bottom - top }, (_, down) => top + down);
}

/** Row metadata goes along with its row (measured by others: docs/unverified.md row 21). */
function reordered(workbook: Workbook, sheet: Sheet, box: Box, order: readonly number[]): Workbook {
  const places = new Map(order.map((from, down) => [from, box.top + down]));
  const moved = withSheet(workbook, withSortedRows(sheet, box, order));
  const developerMetadata = workbook.developerMetadata.map((entry) => {
    const range = entry.location?.dimensionRange;
    if (range?.dimension !== 'ROWS' || (range.sheetId ?? 0) !== sheet.sheetId) return entry;
    const startIndex = places.get(range.startIndex ?? 0);
    if (startIndex === undefined) return entry;
    const dimensionRange = { ...range, startIndex, endIndex: startIndex + 1 };
    return { ...entry, location: { ...entry.location, dimensionRange } };
  });
  return { ...moved, developerMetadata };
}

export const sortRequests: RequestFamily = {
  sortRange: handler(sortRange),
  randomizeRange: handler(randomizeRange),
};
