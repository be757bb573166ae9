import { type Box, boxOf, contains, gridRangeOf, sheetOf } from '../model/box.ts';
import { cellAt, cellOrNothing, withCells } from '../model/edit-cells.ts';
import { withField } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import type { CellData, GridCoordinate, GridRange } from '../model/wire.ts';
import {
  columnCountOf,
  rowCountOf,
  type Sheet,
  type Workbook,
  withAttachments,
  withSheet,
} from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_CONDITIONAL_FORMATTING';

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
  const edits: [number, number, CellData | undefined][] = [];
  for (let row = target.top; row < target.bottom; row += 1) {
    for (let column = target.left; column < target.right; column += 1) {
      const down = (row - target.top) % size.height;
      const along = (column - target.left) % size.width;
      const [sourceRow, sourceColumn] = transpose ? [along, down] : [down, along];
      const cell = cellAt(from.sheet, from.box.top + sourceRow, from.box.left + sourceColumn);
      edits.push([row, column, pasted(cell, cellAt(into.sheet, row, column), pasteType)]);
    }
  }
  return { workbook: withSheet(workbook, withCells(into.sheet, edits)) };
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

/** What of the copied cell takes the place of what was there. */
function pasted(
  source: CellData | undefined,
  before: CellData | undefined,
  pasteType: PasteType,
): CellData | undefined {
  const from = source ?? {};
  const old = before ?? {};
  switch (pasteType) {
    case 'PASTE_VALUES': {
      const value = from.effectiveValue ?? from.userEnteredValue;
      const { effectiveValue: _shown, ...rest } = old;
      return cellOrNothing(withField(rest, 'userEnteredValue', value) as CellData);
    }
    case 'PASTE_FORMULA': {
      const valued = withField(old, 'userEnteredValue', from.userEnteredValue);
      return cellOrNothing(withField(valued, 'effectiveValue', from.effectiveValue) as CellData);
    }
    case 'PASTE_FORMAT':
      return cellOrNothing(withField(old, 'userEnteredFormat', from.userEnteredFormat) as CellData);
    case 'PASTE_DATA_VALIDATION':
      return cellOrNothing(withField(old, 'dataValidation', from.dataValidation) as CellData);
    case 'PASTE_NO_BORDERS': {
      const format = withField(from.userEnteredFormat ?? {}, 'borders', undefined);
      return cellOrNothing(
        withField(from, 'userEnteredFormat', Object.keys(format).length ? format : undefined) as CellData,
      );
    }
    case 'PASTE_CONDITIONAL_FORMATTING':
      return before;
    default:
      return source;
  }
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
  const cleared: [number, number, CellData | undefined][] = [];
  const written: [number, number, CellData | undefined][] = [];
  for (let row = box.top; row < box.bottom; row += 1) {
    for (let column = box.left; column < box.right; column += 1) {
      const at = [target.top + row - box.top, target.left + column - box.left] as const;
      cleared.push([row, column, undefined]);
      written.push([...at, pasted(cellAt(from, row, column), cellAt(into, ...at), pasteType)]);
    }
  }
  const emptied = withSheet(workbook, withCells(from, cleared));
  const pastedInto = withSheet(emptied, withCells(sheetOf(emptied, destination.sheetId), written));
  return { workbook: movedMerges(pastedInto, { from, box, into, target }) };
}

interface Moved {
  readonly from: Sheet;
  readonly box: Box;
  readonly into: Sheet;
  readonly target: Box;
}

function movedMerges(workbook: Workbook, { from, box, into, target }: Moved): Workbook {
  const moving = from.attachments.merges.filter((merge) => contains(box, boxOf(workbook, merge)));
  if (moving.length === 0) return workbook;
  const left = withAttachments(sheetOf(workbook, from.sheetId), {
    merges: from.attachments.merges.filter((merge) => !moving.includes(merge)),
  });
  const without = withSheet(workbook, left);
  const receiver = sheetOf(without, into.sheetId);
  const arrived = moving.map((merge) => {
    const area = boxOf(workbook, merge);
    const down = target.top - box.top;
    const along = target.left - box.left;
    return gridRangeOf(receiver, {
      top: area.top + down,
      bottom: area.bottom + down,
      left: area.left + along,
      right: area.right + along,
    });
  });
  return withSheet(
    without,
    withAttachments(receiver, { merges: [...receiver.attachments.merges, ...arrived] }),
  );
}

export const pasteRequests: RequestFamily = { copyPaste: handler(copyPaste), cutPaste: handler(cutPaste) };
