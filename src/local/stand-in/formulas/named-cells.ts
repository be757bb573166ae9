import type { Box } from '../model/box.ts';
import { changedSlots, entriesOf, getAt } from '../model/sparse-list.ts';
import type { CellData, ExtendedValue } from '../model/wire.ts';
import type { Row, Sheet, Workbook } from '../model/workbook.ts';
import type { EngineCell } from './calculation.ts';
import { LOST_REFERENCE } from './reference-text.ts';

/** Cells that a formula names, on the sheet of that place in the workbook. */
export interface Target {
  readonly sheet: number;
  readonly box: Box;
}

/** The same cells named a thousand times are named once. */
export function distinctTargets(targets: readonly Target[]): readonly Target[] {
  const byText = new Map(
    targets.map((target) => {
      const { top, bottom, left, right } = target.box;
      return [`${target.sheet}:${top}:${bottom}:${left}:${right}`, target] as const;
    }),
  );
  return [...byText.values()];
}

interface Cell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly cell: CellData;
}

function* usedCells(workbook: Workbook, { sheet, box }: Target): Generator<Cell> {
  const rows = workbook.sheets[sheet]?.rows;
  if (rows === undefined) return;
  for (const [row, values] of entriesOf(rows, box.top, box.bottom)) {
    for (let column = box.left; column < Math.min(box.right, values.length); column += 1) {
      const cell = values[column];
      if (cell !== undefined) yield { sheet, row, column, cell };
    }
  }
}

/** Every cell with a value that is named, once; undefined where there are more than `most`. Formulas to be computed are left out. */
export function namedCells(
  workbook: Workbook,
  targets: readonly Target[],
  { isFormula, decimalComma, most }: Naming,
): readonly EngineCell[] | undefined {
  const found = new Map<string, EngineCell>();
  for (const target of targets) {
    for (const { sheet, row, column, cell } of usedCells(workbook, target)) {
      const value = cell.effectiveValue ?? cell.userEnteredValue;
      if (value === undefined || value.formulaValue !== undefined || isFormula(sheet, row, column)) continue;
      found.set(`${sheet}:${row}:${column}`, { sheet, row, column, input: engineInput(value, decimalComma) });
      if (found.size > most) return undefined;
    }
  }
  return [...found.values()];
}

interface Naming {
  readonly isFormula: (sheet: number, row: number, column: number) => boolean;
  readonly decimalComma: boolean;
  readonly most: number;
}

const ERROR_INPUTS: ReadonlyMap<string, string> = new Map([
  ['N_A', '=NA()'],
  ['DIVIDE_BY_ZERO', '=1/0'],
  ['NUM', '=SQRT(-1)'],
  ['REF', `=${LOST_REFERENCE}`],
]);

/** A value as somebody would type it into the engine, so that it stays what it is. */
export function engineInput(value: ExtendedValue, decimalComma: boolean): string {
  const { numberValue, boolValue, errorValue, stringValue } = value;
  if (numberValue !== undefined) {
    const text = String(numberValue);
    return decimalComma ? text.replace('.', ',') : text;
  }
  if (boolValue !== undefined) return boolValue ? 'TRUE' : 'FALSE';
  if (errorValue !== undefined) return ERROR_INPUTS.get(errorValue.type ?? '') ?? '=VALUE("?")';
  return `'${stringValue ?? ''}`;
}

/** So many looks at a target are fewer than computing everything would cost. */
const MOST_LOOKS = 1_000_000;

/** Whether a cell has changed that is named, or one that holds a formula. */
export function touchesTargets(before: Workbook, after: Workbook, targets: readonly Target[]): boolean {
  let looks = 0;
  return after.sheets.some((sheet, index) => {
    const own = targets.filter((target) => target.sheet === index).map(({ box }) => box);
    return changedCells(before.sheets[index], sheet).some(({ row, column, isFormula }) => {
      looks += own.length + 1;
      return isFormula || looks > MOST_LOOKS || own.some((box) => isIn(box, row, column));
    });
  });
}

function isIn({ top, bottom, left, right }: Box, row: number, column: number): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly isFormula: boolean;
}

const NO_CELLS: Row = [];

function changedCells(before: Sheet | undefined, after: Sheet): readonly ChangedCell[] {
  if (before === undefined || before.rows === after.rows) return [];
  return changedSlots(before.rows, after.rows).flatMap((row) => {
    const [old, now] = [getAt(before.rows, row) ?? NO_CELLS, getAt(after.rows, row) ?? NO_CELLS];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, column) => column)
      .filter((column) => old[column] !== now[column])
      .map((column) => ({
        row,
        column,
        isFormula: [old[column], now[column]].some(
          (cell) => cell?.userEnteredValue?.formulaValue !== undefined,
        ),
      }));
  });
}
