import { shiftedCell } from '../formulas/follow-references.ts';
import type { Box } from '../model/box.ts';
import { cellAt, cellOrNothing, trimmedRow } from '../model/edit-cells.ts';
import { withField } from '../model/masked-merge.ts';
import { rowAt, withStretch } from '../model/move-cells.ts';
import { entriesOf, withEdits } from '../model/sparse-list.ts';
import type { CellData } from '../model/wire.ts';
import type { Row, Sheet } from '../model/workbook.ts';

export type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_CONDITIONAL_FORMATTING';

/** Cells of a sheet and where they are to be repeated. */
export interface Copy {
  readonly from: { readonly sheet: Sheet; readonly box: Box };
  /** A multiple of the source's size. */
  readonly target: Box;
  readonly pasteType: PasteType;
  readonly transpose: boolean;
  /** Cut cells keep their formulas as written; in copies they name cells as far away as in the original. */
  readonly isCut: boolean;
}

/** The sheet with the copy in it. Equal rows in equal places become one shared row, so that filling a column stays small. */
export function copiedInto(sheet: Sheet, copy: Copy): Sheet {
  const { target } = copy;
  const lineAt = linesOf(copy);
  const known = new Map<Row, Map<Row, Row | undefined>>();
  const edits: [number, Row | undefined][] = [];
  for (let row = target.top; row < target.bottom; row += 1) {
    const line = lineAt(row);
    const before = rowAt(sheet, row);
    if (line.cells.length === 0 && before.length === 0) continue;
    // A formula reads otherwise in each row that it is copied to.
    if (carriesFormulas(copy) && line.cells.some(isFormula)) {
      edits.push([row, pastedRow(before, line, copy)]);
      continue;
    }
    const results = known.get(line.cells) ?? new Map<Row, Row | undefined>();
    known.set(line.cells, results);
    if (!results.has(before)) results.set(before, pastedRow(before, line, copy));
    edits.push([row, results.get(before)]);
  }
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}

const WITH_FORMULAS: ReadonlySet<PasteType> = new Set(['PASTE_NORMAL', 'PASTE_NO_BORDERS', 'PASTE_FORMULA']);

/** Whether a formula comes along and reads otherwise in its new place; else what it shows is wanted, or only its look. */
export function carriesFormulas({ pasteType, isCut }: Pick<Copy, 'pasteType' | 'isCut'>): boolean {
  return !isCut && WITH_FORMULAS.has(pasteType);
}

/** The cells that come into one row of the target, once; `shiftOf` says how far the cell at that place has been carried. */
interface Line {
  readonly cells: Row;
  readonly width: number;
  readonly shiftOf: (along: number, column: number) => readonly [rows: number, columns: number];
}

function linesOf({ from: { sheet, box }, target, transpose }: Copy): (row: number) => Line {
  const height = Math.max(1, box.bottom - box.top);
  const width = Math.max(1, box.right - box.left);
  const known = new Map<number, Row>();
  const cellsOf = (source: number): Row => {
    const cells = known.get(source) ?? (transpose ? columnOf(sheet, box, source) : rowOf(sheet, box, source));
    known.set(source, cells);
    return cells;
  };
  if (transpose) {
    return (row) => {
      const source = box.left + ((row - target.top) % width);
      const shiftOf: Line['shiftOf'] = (along, column) => [row - box.top - along, column - source];
      return { cells: cellsOf(source), width: height, shiftOf };
    };
  }
  return (row) => {
    const source = box.top + ((row - target.top) % height);
    const shiftOf: Line['shiftOf'] = (along, column) => [row - source, column - box.left - along];
    return { cells: cellsOf(source), width, shiftOf };
  };
}

function rowOf(sheet: Sheet, { left, right }: Box, row: number): Row {
  return rowAt(sheet, row).slice(left, right);
}

function columnOf(sheet: Sheet, { top, bottom }: Box, column: number): Row {
  return Array.from({ length: bottom - top }, (_, down) => cellAt(sheet, top + down, column));
}

function isFormula(cell: CellData | undefined): boolean {
  return cell?.userEnteredValue?.formulaValue !== undefined;
}

function pastedRow(before: Row, { cells, width, shiftOf }: Line, copy: Copy): Row | undefined {
  const { target, pasteType } = copy;
  const moves = carriesFormulas(copy);
  const draft: (CellData | undefined)[] = [...before];
  while (draft.length < target.right) draft.push(undefined);
  for (let column = target.left; column < target.right; column += 1) {
    const along = (column - target.left) % width;
    const source = cells[along];
    const carried = source === undefined || !moves ? source : shiftedCell(source, ...shiftOf(along, column));
    draft[column] = pasted(carried, draft[column], pasteType);
  }
  return trimmedRow(draft);
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
    case 'PASTE_VALUES':
      return pastedValue(from, old);
    case 'PASTE_FORMULA': {
      const valued = withField(old, 'userEnteredValue', from.userEnteredValue);
      return cellOrNothing(withField(valued, 'effectiveValue', from.effectiveValue) as CellData);
    }
    case 'PASTE_FORMAT': {
      const formatted = withField(old, 'userEnteredFormat', from.userEnteredFormat);
      return cellOrNothing(withField(formatted, 'dataValidation', from.dataValidation) as CellData);
    }
    case 'PASTE_DATA_VALIDATION':
      return cellOrNothing(withField(old, 'dataValidation', from.dataValidation) as CellData);
    case 'PASTE_NO_BORDERS':
      return withoutBorders(from);
    case 'PASTE_CONDITIONAL_FORMATTING':
      return before;
    default:
      return source;
  }
}

/** What the copied cell shows, without the formula behind it. */
function pastedValue(from: CellData, old: CellData): CellData | undefined {
  const value = from.effectiveValue ?? from.userEnteredValue;
  const { effectiveValue: _shown, ...rest } = old;
  return cellOrNothing(withField(rest, 'userEnteredValue', value) as CellData);
}

function withoutBorders(from: CellData): CellData | undefined {
  const format = withField(from.userEnteredFormat ?? {}, 'borders', undefined);
  return cellOrNothing(
    withField(from, 'userEnteredFormat', Object.keys(format).length > 0 ? format : undefined) as CellData,
  );
}

/** Nothing is left in the box, neither values nor formats. */
export function clearedBox(sheet: Sheet, box: Box): Sheet {
  const edits = [...entriesOf(sheet.rows, box.top, box.bottom)].map(
    ([index, row]) => [index, withStretch(row, box, [])] as const,
  );
  return { ...sheet, rows: withEdits(sheet.rows, edits) };
}
