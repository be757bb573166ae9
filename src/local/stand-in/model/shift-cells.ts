import { Refusal } from '../refusal.ts';
import { type Box, intersection, standingBox, wholeBox } from './box.ts';
import { withChangedLines } from './change-lines.ts';
import { trimmedRow } from './edit-cells.ts';
import { usedBottomIn, usedRightIn, withMovedRows } from './move-cells.ts';
import { liesInStrip, type Strip, splicedSpan, withinLines } from './span-change.ts';
import { entriesOf, withEdits } from './sparse-list.ts';
import type { Dimension } from './wire.ts';
import { columnCountOf, type Row, rowCountOf, type Sheet, type Workbook, withSheet } from './workbook.ts';

export interface Shift {
  /** The cells that are put in or taken out. */
  readonly gap: Box;
  /** Along what the cells behind them move: ROWS is down or up, COLUMNS right or left. */
  readonly dimension: Dimension;
  readonly isInsert: boolean;
}

/** The cells that change: those of the range and all behind it. */
export function shiftedArea(sheet: Sheet, { gap, dimension }: Shift): Box {
  return dimension === 'ROWS'
    ? { ...gap, bottom: rowCountOf(sheet) }
    : { ...gap, right: columnCountOf(sheet) };
}

/** How many rows or columns the sheet must have so that nothing used is pushed off it. */
export function sizeAfterInsert(workbook: Workbook, sheet: Sheet, { gap, dimension }: Shift): number {
  const merged = sheet.attachments.merges.flatMap(
    (merge) =>
      intersection(standingBox(workbook, merge), shiftedArea(sheet, { gap, dimension, isInsert: true })) ??
      [],
  );
  return dimension === 'ROWS'
    ? Math.max(usedBottomIn(sheet, gap), ...merged.map(({ bottom }) => bottom)) + gap.bottom - gap.top
    : Math.max(usedRightIn(sheet, gap.top, gap.bottom), ...merged.map(({ right }) => right)) +
        gap.right -
        gap.left;
}

/**
 * Room is made for cells, or cells are taken out and those behind them close up, between the range's sides. What lies
 * between the sides follows as it does when whole rows or columns come and go: merges, named and protected ranges, rules,
 * filters, what charts show, formulas. What reaches over a side stays.
 */
export function shiftCells(workbook: Workbook, sheet: Sheet, shift: Shift): Workbook {
  const { gap, dimension, isInsert } = shift;
  const byRow = dimension === 'ROWS';
  const strip = stripOf(sheet, shift);
  assertMergesWhole(workbook, sheet, shift, strip);
  const start = byRow ? gap.top : gap.left;
  const count = byRow ? gap.bottom - gap.top : gap.right - gap.left;
  if (count === 0) return workbook;
  const change = splicedSpan({ start, removed: isInsert ? 0 : count, added: isInsert ? count : 0 });
  const moved = movedCells(sheet, shift);
  return withChangedLines(withSheet(workbook, moved), {
    sheet: moved,
    dimension,
    change: withinLines(change, byRow ? rowCountOf(sheet) : columnCountOf(sheet)),
    strip,
  });
}

/** The sides of the range; one at the grid's edge is open, as what reaches to the edge may be. */
function stripOf(sheet: Sheet, { gap, dimension }: Shift): Strip {
  const whole = wholeBox(sheet);
  const open = Number.POSITIVE_INFINITY;
  return dimension === 'ROWS'
    ? { from: gap.left, to: gap.right === whole.right ? open : gap.right }
    : { from: gap.top, to: gap.bottom === whole.bottom ? open : gap.bottom };
}

/** Part of a merged area cannot move by itself. */
function assertMergesWhole(workbook: Workbook, sheet: Sheet, shift: Shift, strip: Strip): void {
  const area = shiftedArea(sheet, shift);
  const isCut = sheet.attachments.merges.some((merge) => {
    const box = standingBox(workbook, merge);
    if (intersection(box, area) === undefined) return false;
    return shift.dimension === 'ROWS'
      ? !liesInStrip(strip, box.left, box.right)
      : !liesInStrip(strip, box.top, box.bottom);
  });
  if (isCut) throw new Refusal("You can't shift cells which contain only part of a merged cell.");
}

function movedCells(sheet: Sheet, { gap, dimension, isInsert }: Shift): Sheet {
  if (dimension === 'ROWS') return isInsert ? movedDown(sheet, gap) : movedUp(sheet, gap);
  const width = gap.right - gap.left;
  const blank = Array.from({ length: width }, () => undefined);
  return withSplicedRows(sheet, gap, (row) =>
    isInsert ? row.toSpliced(gap.left, 0, ...blank) : row.toSpliced(gap.left, width),
  );
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

function withSplicedRows(sheet: Sheet, { top, bottom, left }: Box, splice: (row: Row) => Row): Sheet {
  const used = [...entriesOf(sheet.rows, top, bottom)].filter(([, row]) => row.length > left);
  const edits = used.map(([index, row]) => [index, trimmedRow(splice(row))] as const);
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}
