import type { Box } from '../model/box.ts';
import { withCells } from '../model/edit-cells.ts';
import { liesInStrip, type SpanChange, type Strip } from '../model/span-change.ts';
import type { CellData, Dimension } from '../model/wire.ts';
import { type Sheet, titleOf, type Workbook } from '../model/workbook.ts';
import { formulaCellsOf } from './formula-cells.ts';
import { LOST_REFERENCE, mapReferences, type Reference, referenceText } from './reference-text.ts';

interface LineChange {
  readonly title: string;
  readonly dimension: Dimension;
  readonly change: SpanChange;
  /** Where cells moved between two sides of the sheet and no whole lines. */
  readonly strip?: Strip | undefined;
}

/** Formulas go on naming the same cells when rows or columns come, go or move, as Google's do. */
export function followLines(workbook: Workbook, line: LineChange): Workbook {
  return rewritten(workbook, (home) => (reference) => {
    if (!isOn(reference, home, line.title)) return undefined;
    const moved = movedReference(reference, line);
    return moved === undefined ? LOST_REFERENCE : referenceText(moved);
  });
}

function isOn({ title }: Reference, home: string, wanted: string): boolean {
  return (title ?? home).toLowerCase() === wanted.toLowerCase();
}

type Part = 'row' | 'column';

function movedReference(
  reference: Reference,
  { dimension, change, strip }: LineChange,
): Reference | undefined {
  const [part, across]: readonly [Part, Part] = dimension === 'ROWS' ? ['row', 'column'] : ['column', 'row'];
  if (strip !== undefined && !liesBetween(strip, reference, across)) return reference;
  const { first, last } = reference;
  const from = first[part] ?? last?.[part];
  if (from === undefined) return reference;
  const end = last === undefined ? from : last[part];
  const span = change(from, end === undefined ? Number.POSITIVE_INFINITY : end + 1);
  if (span === undefined) return undefined;
  const [start, stop] = span;
  const moved = first[part] === undefined ? first : { ...first, [part]: start };
  if (last === undefined) return { ...reference, first: moved };
  return {
    ...reference,
    first: moved,
    last: last[part] === undefined ? last : { ...last, [part]: stop - 1 },
  };
}

function liesBetween(strip: Strip, { first, last = first }: Reference, across: Part): boolean {
  const end = last[across];
  return liesInStrip(strip, first[across] ?? 0, end === undefined ? undefined : end + 1);
}

/** Formulas name a tab by its title: they follow when it is renamed. */
export function followTitle(workbook: Workbook, before: string, after: string): Workbook {
  if (before === after) return workbook;
  return rewritten(
    workbook,
    () => (reference) =>
      reference.title?.toLowerCase() === before.toLowerCase()
        ? referenceText({ ...reference, title: after })
        : undefined,
  );
}

/** What named cells of a tab that is gone names nothing any more. */
export function loseTitle(workbook: Workbook, title: string): Workbook {
  return rewritten(
    workbook,
    () => (reference) =>
      reference.title?.toLowerCase() === title.toLowerCase() ? LOST_REFERENCE : undefined,
  );
}

export interface MovedBox {
  /** The tab that the cells were on, and the one that they are on now. */
  readonly title: string;
  readonly to: string;
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Formulas follow cells that were moved: references that lie wholly among them. A formula that was moved itself goes on
 * naming the cells of the tab that it came from.
 */
export function followBox(workbook: Workbook, moved: MovedBox): Workbook {
  return rewritten(workbook, (home) => (reference, at) => {
    const named = reference.title ?? cameFrom(home, at, moved);
    if (isOn({ ...reference, title: named }, home, moved.title) && liesIn(reference, moved.box)) {
      return referenceText(movedTo(reference, moved, home));
    }
    return named === (reference.title ?? home) ? undefined : referenceText({ ...reference, title: named });
  });
}

/** The tab that a formula was on before the move. */
function cameFrom(home: string, { row, column }: Place, { title, to, box, rows, columns }: MovedBox): string {
  return home === to && isWithin(row - rows, column - columns, box) ? title : home;
}

function movedTo(reference: Reference, { to, rows, columns }: MovedBox, home: string): Reference {
  const { title, first, last } = reference;
  return {
    title: title === undefined && home === to ? undefined : to,
    first: movedCorner(first, rows, columns),
    last: last === undefined ? undefined : movedCorner(last, rows, columns),
  };
}

function liesIn({ first, last = first }: Reference, box: Box): boolean {
  return [first, last].every(({ row = -1, column = -1 }) => isWithin(row, column, box));
}

function isWithin(row: number, column: number, { top, bottom, left, right }: Box): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

function movedCorner(corner: Reference['first'], rows: number, columns: number): Reference['first'] {
  const { row = 0, column = 0 } = corner;
  return { ...corner, row: row + rows, column: column + columns };
}

/** A formula copied so many rows down and columns along: what is not fixed by a `$` moves with it. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const first = shiftedCorner(reference.first, rows, columns);
    const last = reference.last === undefined ? undefined : shiftedCorner(reference.last, rows, columns);
    const lost = [first, last].some((corner) => (corner?.row ?? 0) < 0 || (corner?.column ?? 0) < 0);
    return lost ? LOST_REFERENCE : referenceText({ ...reference, first, last });
  });
}

function shiftedCorner(corner: Reference['first'], rows: number, columns: number): Reference['first'] {
  const { row, column, rowFixed, columnFixed } = corner;
  return {
    ...corner,
    ...(row === undefined || rowFixed ? {} : { row: row + rows }),
    ...(column === undefined || columnFixed ? {} : { column: column + columns }),
  };
}

/** The cell with its formula, if it has one, as it reads in another place. */
export function shiftedCell(cell: CellData, rows: number, columns: number): CellData {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula === undefined) return cell;
  const formulaValue = shiftedFormula(formula, rows, columns);
  if (formulaValue === formula) return cell;
  // What it showed was about other cells.
  const { effectiveValue: _shown, isSeeded: _given, ...rest } = cell;
  return { ...rest, userEnteredValue: { formulaValue } };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

type Change = (reference: Reference, at: Place) => string | undefined;

function rewritten(workbook: Workbook, changeOn: (home: string) => Change): Workbook {
  const sheets = workbook.sheets.map((sheet) => rewrittenSheet(sheet, changeOn(titleOf(sheet))));
  return sheets.every((sheet, index) => sheet === workbook.sheets[index])
    ? workbook
    : { ...workbook, sheets };
}

function rewrittenSheet(sheet: Sheet, change: Change): Sheet {
  const edits = formulaCellsOf(sheet).flatMap(({ row, column, formula, cell }) => {
    const formulaValue = mapReferences(formula, (reference) => change(reference, { row, column }));
    if (formulaValue === formula) return [];
    return [[row, column, { ...cell, userEnteredValue: { formulaValue } }] as const];
  });
  return edits.length === 0 ? sheet : withCells(sheet, edits);
}
