import { shiftedCell } from '../formulas/follow-references.ts';
import type { Box } from './box.ts';
import { trimmedRow } from './edit-cells.ts';
import { entriesOf, getAt, withEdits } from './sparse-list.ts';
import type { CellData } from './wire.ts';
import type { Row, Sheet } from './workbook.ts';

/** Columns of a row, half-open. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

const NO_CELLS: Row = [];

export function rowAt(sheet: Sheet, row: number): Row {
  return getAt(sheet.rows, row) ?? NO_CELLS;
}

/** The row with the cells of the span replaced by those of another row, the first of which stands at `from`. */
export function withStretch(row: Row, span: Span, source: Row, from = span.left): Row | undefined {
  const end = Math.min(span.right, span.left + Math.max(0, source.length - from));
  if (span.left === 0 && from === 0 && row.length <= span.right && end >= source.length)
    return trimmedRow(source);
  const draft: (CellData | undefined)[] = row.slice(0, span.left);
  while (draft.length < span.left) draft.push(undefined);
  for (let column = span.left; column < Math.min(span.right, Math.max(end, row.length)); column += 1) {
    draft.push(source[from + column - span.left]);
  }
  return trimmedRow([...draft, ...row.slice(span.right)]);
}

/** Rows of the box by their new places: `order[i]` is the row that comes to stand at `top + i`, undefined an empty one. */
type RowOrder = readonly (number | undefined)[];

/** The box sorted: a formula goes on naming the cells of its own row. */
export function withSortedRows(sheet: Sheet, box: Box, order: RowOrder): Sheet {
  return withReorderedRows(sheet, box, order, carried);
}

/** The box with its cells moved up or down: formulas stay as they are written. */
export function withMovedRows(sheet: Sheet, box: Box, order: RowOrder): Sheet {
  return withReorderedRows(sheet, box, order, (row) => row);
}

function withReorderedRows(
  sheet: Sheet,
  box: Box,
  order: RowOrder,
  carry: (row: Row, down: number) => Row,
): Sheet {
  const edits: [number, Row | undefined][] = [];
  for (const [down, from] of order.entries()) {
    const to = box.top + down;
    if (from === to) continue;
    const before = rowAt(sheet, to);
    const source = from === undefined ? NO_CELLS : carry(rowAt(sheet, from), to - from);
    if (before !== source) edits.push([to, withStretch(before, box, source)]);
  }
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

function carried(row: Row, down: number): Row {
  const hasFormula = row.some((cell) => cell?.userEnteredValue?.formulaValue !== undefined);
  return hasFormula ? row.map((cell) => (cell === undefined ? cell : shiftedCell(cell, down, 0))) : row;
}

/** One past the last row that has a cell in the span. */
export function usedBottomIn(sheet: Sheet, { left, right }: Span): number {
  let bottom = 0;
  for (const [index, row] of entriesOf(sheet.rows)) {
    if (row.length > left && row.slice(left, right).some((cell) => cell !== undefined)) bottom = index + 1;
  }
  return bottom;
}

/** One past the last column that has a cell in the rows. */
export function usedRightIn(sheet: Sheet, top: number, bottom: number): number {
  let right = 0;
  for (const [, row] of entriesOf(sheet.rows, top, bottom)) right = Math.max(right, row.length);
  return right;
}
