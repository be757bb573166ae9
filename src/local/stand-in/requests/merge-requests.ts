import { type Box, boxOf, contains, gridRangeOf, intersection, sheetOf } from '../model/box.ts';
import { mapUsedCells } from '../model/edit-cells.ts';
import { assertFrozenWhole } from '../model/frozen.ts';
import { assertEditable } from '../model/protection.ts';
import type { GridRange } from '../model/wire.ts';
import { type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type MergeType = 'MERGE_ALL' | 'MERGE_COLUMNS' | 'MERGE_ROWS';

function mergeCells(
  workbook: Workbook,
  { range = {}, mergeType = 'MERGE_ALL' }: { readonly range?: GridRange; readonly mergeType?: MergeType },
  context: BatchContext,
): Applied {
  const box = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, box, context.editor);
  const areas = areasOf(box, mergeType).filter((area) => cellsIn(area) > 1);
  const boxes = sheet.attachments.merges.map((merge) => boxOf(workbook, merge));
  if (boxes.some((merged) => intersection(merged, box) !== undefined && !contains(box, merged))) {
    throw new Refusal('You must select all cells in a merged range to merge or unmerge them.');
  }
  const untouched = sheet.attachments.merges.filter((_, index) => {
    const merged = boxes[index];
    return merged === undefined || intersection(merged, box) === undefined;
  });
  const merges = [...untouched, ...areas.map((area) => gridRangeOf(sheet, area))];
  const emptied = mapUsedCells(sheet, box, (cell, row, column) =>
    holdsValue(box, mergeType, row, column) ? cell : withValue(cell, undefined, context.evaluator),
  );
  const changed = withAttachments(emptied, { merges });
  assertFrozenWhole(workbook, changed, 'merging');
  return { workbook: withSheet(workbook, changed) };
}

function areasOf(box: Box, mergeType: MergeType): readonly Box[] {
  if (mergeType === 'MERGE_ROWS') {
    return Array.from({ length: box.bottom - box.top }, (_, down) => ({
      ...box,
      top: box.top + down,
      bottom: box.top + down + 1,
    }));
  }
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: box.right - box.left }, (_, along) => ({
      ...box,
      left: box.left + along,
      right: box.left + along + 1,
    }));
  }
  return [box];
}

function cellsIn(box: Box): number {
  return (box.bottom - box.top) * (box.right - box.left);
}

/** Merged areas hold one value, that of their first cell (recorded). */
function holdsValue(box: Box, mergeType: MergeType, row: number, column: number): boolean {
  const isTop = row === box.top || mergeType === 'MERGE_ROWS';
  const isLeft = column === box.left || mergeType === 'MERGE_COLUMNS';
  return isTop && isLeft;
}

function unmergeCells(
  workbook: Workbook,
  { range = {} }: { readonly range?: GridRange },
  context: BatchContext,
): Applied {
  const box = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, box, context.editor);
  const merges = sheet.attachments.merges.filter((merge) => {
    const merged = boxOf(workbook, merge);
    if (intersection(merged, box) === undefined) return true;
    if (contains(box, merged)) return false;
    throw new Refusal('You must select all cells in a merged range to merge or unmerge them.');
  });
  return { workbook: withSheet(workbook, withAttachments(sheet, { merges })) };
}

export const mergeRequests: RequestFamily = {
  mergeCells: handler(mergeCells),
  unmergeCells: handler(unmergeCells),
};
