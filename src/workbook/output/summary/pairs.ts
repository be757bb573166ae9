import type { ContentCell } from '../../../domain/content.ts';
import type { Area } from '../../../domain/layout.ts';

/** The summary has a column of names and then two columns for each group: a wide one and a narrow one. */
const LABEL_WIDTH = 260;
const WIDE = 200;
const NARROW = 120;
export const PAIR_WIDTH = WIDE + NARROW;

export function pairWidths(groups: number): readonly number[] {
  return [LABEL_WIDTH, ...Array.from({ length: groups }, () => [WIDE, NARROW]).flat()];
}

/** The column, 0-based, in which a group's pair begins. */
export function pairColumn(group: number): number {
  return 1 + 2 * group;
}

/** A row: its name, then the two cells of each group. */
export function pairRow<T>(
  label: ContentCell,
  groups: readonly T[],
  cellsOf: (group: T) => readonly [ContentCell, ContentCell],
): readonly ContentCell[] {
  return [label, ...groups.flatMap(cellsOf)];
}

/** A column of a table, its header row included, from its first row. */
export function columnArea(left: number, height: number): Area {
  return { top: 0, left, height, width: 1 };
}
