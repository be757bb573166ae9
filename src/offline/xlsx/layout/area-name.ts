import { columnLetters } from '../../../domain/column-letters.ts';
import type { Area } from '../../../domain/layout.ts';
import { cellName, parseCellName } from '../../../workbook/a1.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.ts';

/** A rectangle as a file names it, such as B2:C9; a single cell by its own name. */
export function areaName({ top, left, height, width }: Area): string {
  const [first, last] = [cellName(top, left), cellName(top + height - 1, left + width - 1)];
  return first === last ? first : `${first}:${last}`;
}

/** A rectangle that a name stands for, the same wherever it is read: $B$2:$C$9, whole rows $1:$5, whole columns $A:$C. */
export function fixedName(area: Area): string {
  const { top, left, height, width } = area;
  if (width === MAX_COLUMNS) return `$${top + 1}:$${top + height}`;
  const [from, to] = [columnLetters(left), columnLetters(left + width - 1)];
  return height === MAX_ROWS ? `$${from}:$${to}` : `$${from}$${top + 1}:$${to}$${top + height}`;
}

/** Cells of a tab, as formulas and names refer to them. */
export function inTab(title: string, cells: string): string {
  return `'${title.replaceAll("'", "''")}'!${cells}`;
}

function parseArea(name: string): Area | undefined {
  const [first = '', last = first] = name.replaceAll('$', '').split(':');
  const [from, to] = [parseCellName(first), parseCellName(last)];
  if (from === undefined || to === undefined) return undefined;
  const { row: top, column: left } = from;
  return { top, left, height: to.row - top + 1, width: to.column - left + 1 };
}

/** The rectangles of a list such as “A1:B3 D4”; undefined when any of them is none, such as a whole column. */
export function parseAreas(names: string): readonly Area[] | undefined {
  const areas = names.trim().split(/\s+/).map(parseArea);
  return areas.every((area) => area !== undefined) ? areas : undefined;
}

export function isSameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.height === b.height && a.width === b.width;
}

/** What is left of a rectangle when another one is cut out of it: four rectangles at most. */
export function withoutArea(area: Area, cut: Area): readonly Area[] {
  const bottom = area.top + area.height;
  const right = area.left + area.width;
  const [top, left] = [Math.max(area.top, cut.top), Math.max(area.left, cut.left)];
  const [cutBottom, cutRight] = [
    Math.min(bottom, cut.top + cut.height),
    Math.min(right, cut.left + cut.width),
  ];
  if (top >= cutBottom || left >= cutRight) return [area];
  const pieces: readonly Area[] = [
    { ...area, height: top - area.top },
    { ...area, top: cutBottom, height: bottom - cutBottom },
    { top, left: area.left, height: cutBottom - top, width: left - area.left },
    { top, left: cutRight, height: cutBottom - top, width: right - cutRight },
  ];
  return pieces.filter(({ height, width }) => height > 0 && width > 0);
}
