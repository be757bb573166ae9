import { type Box, standingBox } from '../../model/box.ts';
import type { GridRange } from '../../model/wire.ts';
import type { Workbook } from '../../model/workbook.ts';
import { columnName } from '../../values/column-name.ts';

/** Beyond these no program reads an .xlsx; a spreadsheet of Google's may be wider. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B3:C9`, and `B3` for a single cell. */
export function areaName({ top, left, bottom, right }: Box): string {
  const first = cellName(top, left);
  const last = cellName(bottom - 1, right - 1);
  return first === last ? first : `${first}:${last}`;
}

/** `'Điểm'!$B$3:$C$9`, as names of the workbook want it. */
export function absoluteArea(title: string, { top, left, bottom, right }: Box): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return `${quotedTitle(title)}!${corner(top, left)}:${corner(bottom - 1, right - 1)}`;
}

export function quotedTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** The cells of a range that an .xlsx can hold; undefined where there are none. */
export function exportedBox(workbook: Workbook, range: GridRange): Box | undefined {
  const { top, left, ...ends } = standingBox(workbook, range);
  const box = {
    top,
    left,
    bottom: Math.min(ends.bottom, MOST_ROWS),
    right: Math.min(ends.right, MOST_COLUMNS),
  };
  return box.top < box.bottom && box.left < box.right ? box : undefined;
}

/** Several areas as one attribute; undefined where nothing is left of them. */
export function areaList(boxes: readonly Box[]): string | undefined {
  return boxes.length === 0 ? undefined : boxes.map(areaName).join(' ');
}
