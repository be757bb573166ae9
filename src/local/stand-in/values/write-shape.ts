import { type A1Context, type A1Range, gridLimitMessage, parseA1 } from './a1.ts';
import type { Box, OpenBox } from './cell-box.ts';
import { columnName } from './column-name.ts';
import { protoText } from './proto-text.ts';
import type { MajorDimension } from './render-values.ts';
import { widest } from './widest.ts';

export type Written = string | number | boolean;

type Json = Parameters<typeof protoText>[0];

interface WriteRequest {
  /** The range as the request gives it; refusals quote it unchanged. */
  readonly rangeText: string;
  readonly range: A1Range;
  readonly majorDimension: MajorDimension;
  /** `null` leaves a cell alone, `""` clears it. */
  readonly values: readonly (readonly Json[])[];
}

export interface WritePlan {
  /** From the anchor on; `undefined` leaves the cell alone. Rows may be ragged. */
  readonly rows: readonly (readonly (Written | undefined)[])[];
  /** The bounding box of the data: `updatedRange`. */
  readonly box: Box;
  /** Rows and columns that hold a written cell, and how many cells there are; Google leaves zeros out. */
  readonly updatedRows: number;
  readonly updatedColumns: number;
  readonly updatedCells: number;
}

export type PlannedWrite =
  | { readonly ok: true; readonly plan: WritePlan }
  | { readonly ok: false; readonly message: string };

const MAX_CELL_LENGTH = 50_000;
const MOST_CELLS = 10_000_000;

function cellProblem(cell: Json, major: number, minor: number): string | undefined {
  if (typeof cell === 'object' && cell !== null)
    return `Invalid values[${major}][${minor}]: ${protoText(cell)}`;
  return typeof cell === 'string' && cell.length > MAX_CELL_LENGTH
    ? `Your input contains more than the maximum of ${MAX_CELL_LENGTH} characters in a single cell.`
    : undefined;
}

/** Laid out as rows, columns of which one is long and many are short would take far more room than the request. */
function layoutProblem({ values, majorDimension }: WriteRequest): string | undefined {
  if (majorDimension === 'ROWS' || widest(values) * values.length <= MOST_CELLS) return undefined;
  return `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`;
}

function findCellProblem(values: readonly (readonly Json[])[]): string | undefined {
  for (const [major, line] of values.entries()) {
    for (const [minor, cell] of line.entries()) {
      const problem = cellProblem(cell, major, minor);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** Cells are scalars by now; `null` leaves alone. */
const written = (cell: Json | undefined): Written | undefined =>
  cell === null || cell === undefined ? undefined : (cell as Written);

function toRows({ values, majorDimension }: WriteRequest): readonly (readonly (Written | undefined)[])[] {
  if (majorDimension === 'ROWS') return values.map((row) => row.map(written));
  const height = widest(values);
  return Array.from({ length: height }, (_, row) => values.map((column) => written(column[row])));
}

/** One cell is an anchor: the data may be larger. So is an open range, in the direction in which it is open. */
function writableBounds({ asked, sheet }: A1Range): { readonly bottom: number; readonly right: number } {
  const { top = 0, left = 0, bottom, right } = asked satisfies OpenBox;
  const isAnchor = bottom === top + 1 && right === left + 1;
  return {
    bottom: isAnchor || bottom === undefined ? sheet.rowCount : bottom,
    right: isAnchor || right === undefined ? sheet.columnCount : right,
  };
}

/** The first row or column outside what the range allows, in the words of Google's refusal. */
function overflowMessage({ rangeText, range }: WriteRequest, rows: WritePlan['rows']): string | undefined {
  const { top, left } = range.box;
  const { bottom, right } = writableBounds(range);
  const refused = (where: string) =>
    `Requested writing within range [${rangeText}], but tried writing to ${where}`;
  for (const [index, row] of rows.entries()) {
    if (top + index >= bottom) return refused(`row [${bottom + 1}]`);
    if (left + row.length > right) return refused(`column [${columnName(right)}]`);
  }
  return undefined;
}

function planOf({ box: { top, left } }: A1Range, rows: WritePlan['rows']): WritePlan {
  const rowsHit = rows.filter((row) => row.some((cell) => cell !== undefined)).length;
  const columnsHit = new Set<number>();
  let cells = 0;
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (cell === undefined) continue;
      columnsHit.add(column);
      cells += 1;
    }
  }
  const width = widest(rows);
  return {
    rows,
    box: { top, left, bottom: top + Math.max(rows.length, 1), right: left + Math.max(width, 1) },
    updatedRows: rowsHit,
    updatedColumns: columnsHit.size,
    updatedCells: cells,
  };
}

/** What values.update does with its data, or why it is refused (docs/stand-in.md). */
export function planWrite(request: WriteRequest): PlannedWrite {
  const problem = layoutProblem(request) ?? findCellProblem(request.values);
  if (problem !== undefined) return { ok: false, message: problem };
  const { sheet, asked } = request.range;
  // Reads are cut off at the edge of the grid, writes are refused (nithinmurali/pygsheets#124).
  if ((asked.bottom ?? 0) > sheet.rowCount || (asked.right ?? 0) > sheet.columnCount) {
    return { ok: false, message: gridLimitMessage(request.range) };
  }
  const rows = toRows(request);
  const overflow = overflowMessage(request, rows);
  return overflow === undefined
    ? { ok: true, plan: planOf(request.range, rows) }
    : { ok: false, message: overflow };
}

/** What values.append writes below a table: no bounds, the grid grows as needed. */
export function planAppend(
  request: WriteRequest,
  anchor: { readonly row: number; readonly column: number },
): PlannedWrite {
  const problem = layoutProblem(request) ?? findCellProblem(request.values);
  if (problem !== undefined) return { ok: false, message: problem };
  const { row: top, column: left } = anchor;
  const range = { ...request.range, box: { top, left, bottom: top + 1, right: left + 1 } };
  return { ok: true, plan: planOf(range, toRows(request)) };
}

const sameBox = (a: OpenBox, b: OpenBox): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

/** Why a body whose own `range` differs from the one in the path is refused; undefined where they agree. */
export function rangeMismatch(
  path: { readonly text: string; readonly range: A1Range },
  bodyText: string,
  context: A1Context,
): string | undefined {
  const body = parseA1(bodyText, context);
  if (!body.ok) return body.message;
  const { sheet, asked } = path.range;
  return body.range.sheet.sheetId === sheet.sheetId && sameBox(body.range.asked, asked)
    ? undefined
    : `Requested range [${path.text}] does not match value's range [${bodyText}]`;
}
