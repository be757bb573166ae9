import { assertFillFits, formulasIn } from '../formulas/filled-formulas.ts';
import { followBox } from '../formulas/follow-references.ts';
import { type Box, boxOf, sheetOf } from '../model/box.ts';
import { assertEditable } from '../model/protection.ts';
import type { GridCoordinate, GridRange } from '../model/wire.ts';
import {
  columnCountOf,
  rowCountOf,
  type Sheet,
  titleOf,
  type Workbook,
  withSheet,
} from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { withCopiedMerges, withCopiedRules, withMovedMerges } from './paste-attachments.ts';
import { type Copy, carriesFormulas, clearedBox, copiedInto, type PasteType } from './paste-cells.ts';

interface CopyPaste {
  readonly source?: GridRange;
  readonly destination?: GridRange;
  readonly pasteType?: PasteType;
  readonly pasteOrientation?: 'NORMAL' | 'TRANSPOSE';
}

/** A destination that is a multiple of the source is filled with copies; otherwise the source's size counts [D]. */
function copyPaste(workbook: Workbook, request: CopyPaste, context: BatchContext): Applied {
  const { source = {}, destination = {}, pasteType = 'PASTE_NORMAL', pasteOrientation } = request;
  const from = { sheet: sheetOf(workbook, source.sheetId), box: boxOf(workbook, source) };
  const into = { sheet: sheetOf(workbook, destination.sheetId), box: boxOf(workbook, destination) };
  const transpose = pasteOrientation === 'TRANSPOSE';
  const size = sizeOf(from.box, transpose);
  const target = {
    ...into.box,
    bottom: into.box.top + multiple(into.box.bottom - into.box.top, size.height),
    right: into.box.left + multiple(into.box.right - into.box.left, size.width),
  };
  assertOnGrid(into.sheet, target);
  assertEditable(workbook, into.sheet, target, context.editor);
  const copy: Copy = { from, target, pasteType, transpose, isCut: false };
  if (carriesFormulas(copy)) assertFillFits(workbook, formulasCarried(copy));
  const pasted = withSheet(workbook, copiedInto(into.sheet, copy));
  const { sheetId } = into.sheet;
  return { workbook: withCopiedRules(withCopiedMerges(pasted, sheetId, copy), sheetId, copy) };
}

/** So many formulas a copy writes: those of the source, as often as it is repeated. */
function formulasCarried({ from: { sheet, box }, target }: Copy): number {
  const times = cellsIn(target) / Math.max(1, cellsIn(box));
  return formulasIn(sheet, box) * times;
}

function cellsIn({ top, bottom, left, right }: Box): number {
  return (bottom - top) * (right - left);
}

function sizeOf(box: Box, transpose: boolean): { readonly height: number; readonly width: number } {
  const height = Math.max(1, box.bottom - box.top);
  const width = Math.max(1, box.right - box.left);
  return transpose ? { height: width, width: height } : { height, width };
}

function multiple(wanted: number, size: number): number {
  return wanted % size === 0 && wanted > 0 ? wanted : size;
}

function assertOnGrid(sheet: Sheet, box: Box): void {
  if (box.bottom <= rowCountOf(sheet) && box.right <= columnCountOf(sheet)) return;
  throw new Refusal('The destination range exceeds the grid.');
}

interface CutPaste {
  readonly source?: GridRange;
  readonly destination?: GridCoordinate;
  readonly pasteType?: PasteType;
}

/** The source is emptied; merges that lie in it move along. */
function cutPaste(workbook: Workbook, request: CutPaste, context: BatchContext): Applied {
  const { source = {}, destination = {}, pasteType = 'PASTE_NORMAL' } = request;
  const box = boxOf(workbook, source);
  const from = sheetOf(workbook, source.sheetId);
  const into = sheetOf(workbook, destination.sheetId);
  const top = destination.rowIndex ?? 0;
  const left = destination.columnIndex ?? 0;
  const target = { top, left, bottom: top + box.bottom - box.top, right: left + box.right - box.left };
  assertOnGrid(into, target);
  assertEditable(workbook, from, box, context.editor);
  assertEditable(workbook, into, target, context.editor);
  const emptied = withSheet(workbook, clearedBox(from, box));
  const receiver = sheetOf(emptied, destination.sheetId);
  const copy: Copy = { from: { sheet: from, box }, target, pasteType, transpose: false, isCut: true };
  const pasted = withSheet(emptied, copiedInto(receiver, copy));
  const moved = {
    title: titleOf(from),
    to: titleOf(into),
    box,
    rows: top - box.top,
    columns: left - box.left,
  };
  return { workbook: followBox(withMovedMerges(pasted, into.sheetId, copy), moved) };
}

export const pasteRequests: RequestFamily = { copyPaste: handler(copyPaste), cutPaste: handler(cutPaste) };
