import { Refusal } from '../refusal.ts';
import { formatAsked } from '../values/a1.ts';
import type { OpenBox } from '../values/cell-box.ts';
import type { GridCoordinate, GridRange } from './wire.ts';
import {
  columnCountOf,
  findSheet,
  isObjectSheet,
  rowCountOf,
  type Sheet,
  titleOf,
  type Workbook,
} from './workbook.ts';

/** A rectangle of one sheet, half-open, within the grid. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function wholeBox(sheet: Sheet): Box {
  return { top: 0, left: 0, bottom: rowCountOf(sheet), right: columnCountOf(sheet) };
}

/** A missing sheetId means 0, as every unset number on the wire does. */
export function sheetOf(workbook: Workbook, sheetId: number | undefined): Sheet {
  const sheet = findSheet(workbook, sheetId ?? 0);
  if (sheet === undefined || isObjectSheet(sheet)) throw new Refusal(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/**
 * The cells that a request's GridRange means. Missing bounds are open. A start at or beyond the edge of the grid is
 * refused, open-ended or not; an end beyond it is cut off without growing the grid; a range that says itself that it
 * holds no cell is taken (measured by others for repeatCell, recorded for sortRange: docs/stand-in.md).
 */
export function boxOf(workbook: Workbook, range: GridRange): Box {
  const sheet = sheetOf(workbook, range.sheetId);
  assertOrdered(range);
  const box = cutOff(sheet, range);
  const isOff = box.top >= rowCountOf(sheet) || box.left >= columnCountOf(sheet);
  if (isOff && !saysItIsEmpty(range)) {
    throw new Refusal(
      `Range (${formatAsked(titleOf(sheet), openBoxOf(range))}) exceeds grid limits. Max rows: ${rowCountOf(sheet)}, max columns: ${columnCountOf(sheet)}`,
    );
  }
  return box;
}

/** The cells of a range that stands in the sheet: none, where an open one has lost its last line. */
export function standingBox(workbook: Workbook, range: GridRange): Box {
  return cutOff(sheetOf(workbook, range.sheetId), range);
}

/** The cells of the range that the sheet has. */
export function cutOff(sheet: Sheet, range: GridRange): Box {
  const { startRowIndex: top = 0, startColumnIndex: left = 0 } = range;
  const { endRowIndex = rowCountOf(sheet), endColumnIndex = columnCountOf(sheet) } = range;
  return {
    top,
    bottom: Math.max(top, Math.min(endRowIndex, rowCountOf(sheet))),
    left,
    right: Math.max(left, Math.min(endColumnIndex, columnCountOf(sheet))),
  };
}

function saysItIsEmpty(range: GridRange): boolean {
  const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range;
  return startRowIndex === endRowIndex || startColumnIndex === endColumnIndex;
}

/** The tab of a cell, which has to lie in the grid. */
export function sheetAround(workbook: Workbook, cell: GridCoordinate): Sheet {
  const sheet = sheetOf(workbook, cell.sheetId);
  const { rowIndex = 0, columnIndex = 0 } = cell;
  assertLine('row', rowIndex, rowCountOf(sheet) - 1);
  assertLine('column', columnIndex, columnCountOf(sheet) - 1);
  return sheet;
}

/** The words are reported for charts, comments and appended cells. */
function assertLine(name: 'row' | 'column', index: number, last: number): void {
  if (index < 0) throw new Refusal(`GridCoordinate.${name}Index must be >= 0`);
  if (index > last)
    throw new Refusal(`GridCoordinate.${name}Index[${index}] is after last ${name} in grid[${last}]`);
}

export function openBoxOf(range: GridRange): OpenBox {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return {
    ...(startRowIndex === undefined ? {} : { top: startRowIndex }),
    ...(endRowIndex === undefined ? {} : { bottom: endRowIndex }),
    ...(startColumnIndex === undefined ? {} : { left: startColumnIndex }),
    ...(endColumnIndex === undefined ? {} : { right: endColumnIndex }),
  };
}

function assertOrdered(range: GridRange): void {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  if (startRowIndex !== undefined && startRowIndex < 0) throw new Refusal('range.startRowIndex must be >= 0');
  if (startColumnIndex !== undefined && startColumnIndex < 0)
    throw new Refusal('range.startColumnIndex must be >= 0');
  if (endRowIndex !== undefined && (startRowIndex ?? 0) > endRowIndex)
    throw new Refusal(
      `range.endRowIndex[${endRowIndex}] must not be before range.startRowIndex[${startRowIndex ?? 0}]`,
    );
  if (endColumnIndex !== undefined && (startColumnIndex ?? 0) > endColumnIndex)
    throw new Refusal(
      `range.endColumnIndex[${endColumnIndex}] must not be before range.startColumnIndex[${startColumnIndex ?? 0}]`,
    );
}

export function gridRangeOf(sheet: Sheet, box: Box): GridRange {
  return {
    ...(sheet.sheetId === 0 ? {} : { sheetId: sheet.sheetId }),
    startRowIndex: box.top,
    endRowIndex: box.bottom,
    startColumnIndex: box.left,
    endColumnIndex: box.right,
  };
}

/** As Google echoes a range: sheetId 0 is left out, a start of 0 is kept (recorded). */
export function echoedRange(range: GridRange): GridRange {
  if (range.sheetId !== 0) return range;
  const { sheetId: _zero, ...rest } = range;
  return rest;
}

export function intersection(a: Box, b: Box): Box | undefined {
  const box = {
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
  };
  return box.top < box.bottom && box.left < box.right ? box : undefined;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}
