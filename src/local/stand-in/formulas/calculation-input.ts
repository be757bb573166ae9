import type { Box } from '../model/box.ts';
import { extentOf } from '../model/sparse-list.ts';
import {
  columnCountOf,
  localeOf,
  rowCountOf,
  type Sheet,
  titleOf,
  type Workbook,
} from '../model/workbook.ts';
import { evaluateArithmetic } from '../values/arithmetic.ts';
import { localeData } from '../values/locale-data.ts';
import type { Calculation, EngineFormula } from './calculation.ts';
import { engineText } from './engine-text.ts';
import { type FormulaCell, formulaCellsOf } from './formula-cells.ts';
import { distinctTargets, engineInput, namedCells, type Target } from './named-cells.ts';
import { LOST_REFERENCE, mapReferences, type Reference, referenceText } from './reference-text.ts';

/** A formula that is to be computed, and where it stands. */
export interface Place extends FormulaCell {
  readonly sheet: number;
}

/** Formulas that the server computes itself, and those whose value somebody has given, are not the engine's. */
export function placesToCompute(workbook: Workbook): readonly Place[] {
  return workbook.sheets.flatMap((sheet, index) =>
    formulaCellsOf(sheet)
      .filter(({ cell, formula }) => cell.isSeeded !== true && evaluateArithmetic(formula) === undefined)
      .map((found) => ({ ...found, sheet: index })),
  );
}

/** The engine reads a spreadsheet anew each time: with more cells than these that takes longer than anybody waits. */
const MOST_CELLS = 40_000;

/** The formulas in the engine's words, and what they name. */
export interface Prepared {
  readonly formulas: readonly EngineFormula[];
  readonly targets: readonly Target[];
  readonly decimalComma: boolean;
}

export function preparedFormulas(workbook: Workbook, places: readonly Place[]): Prepared {
  const decimalComma = localeData(localeOf(workbook)).decimal === ',';
  const named: Target[] = [];
  const formulas = places.map((place) => engineFormula(workbook, place, { named, decimalComma }));
  return { formulas, targets: distinctTargets(named), decimalComma };
}

/** The formulas with all the cells that they name; undefined where that is too much. */
export function calculationOf(
  workbook: Workbook,
  { formulas, targets, decimalComma }: Prepared,
): Calculation | undefined {
  const computed = new Set(formulas.map(({ sheet, row, column }) => `${sheet}:${row}:${column}`));
  const cells = namedCells(workbook, targets, {
    isFormula: (sheet, row, column) => computed.has(`${sheet}:${row}:${column}`),
    decimalComma,
    most: MOST_CELLS - formulas.length,
  });
  if (cells === undefined || formulas.length > MOST_CELLS) return undefined;
  const timeZone = String(workbook.properties['timeZone'] ?? 'UTC');
  return { sheetCount: workbook.sheets.length, decimalComma, timeZone, cells, formulas };
}

/** Formulas that give something else at every look have to be computed whatever has changed. */
export function isVolatile({ formula }: Place): boolean {
  return /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT)\s*\(/i.test(formula);
}

interface Naming {
  /** Filled with what the formulas name. */
  readonly named: Target[];
  readonly decimalComma: boolean;
}

/** Tabs go under names of the engine's own: `S1`, `S2` … Open ends are closed by the grid, names stand for their ranges. */
function engineFormula(workbook: Workbook, place: Place, { named, decimalComma }: Naming): EngineFormula {
  const home = workbook.sheets[place.sheet];
  const point = (reference: Reference): string => {
    const title = reference.title?.toLowerCase() ?? (home === undefined ? '' : titleOf(home).toLowerCase());
    const sheet = workbook.sheets.findIndex((one) => titleOf(one).toLowerCase() === title);
    const target = workbook.sheets[sheet];
    if (target === undefined) return LOST_REFERENCE;
    const closed = closedReference(reference, target);
    named.push({ sheet, box: boxOfReference(closed) });
    return `S${sheet + 1}!${referenceText({ ...closed, title: undefined })}`;
  };
  const text = mapReferences(place.formula, point, (name) => namedRangeText(workbook, name, point));
  const { row, column, cell, sheet } = place;
  const known =
    cell.effectiveValue === undefined ? undefined : engineInput(cell.effectiveValue, decimalComma);
  return { sheet, row, column, input: engineText(text, decimalComma), known };
}

function namedRangeText(
  workbook: Workbook,
  name: string,
  point: (reference: Reference) => string,
): string | undefined {
  const found = workbook.namedRanges.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  const sheet = workbook.sheets.find(({ sheetId }) => sheetId === (found?.range?.sheetId ?? 0));
  if (found?.range === undefined || sheet === undefined) return undefined;
  const { startRowIndex = 0, startColumnIndex = 0 } = found.range;
  const { endRowIndex = rowCountOf(sheet), endColumnIndex = columnCountOf(sheet) } = found.range;
  const fixed = { columnFixed: true, rowFixed: true };
  return point({
    title: titleOf(sheet),
    first: { row: startRowIndex, column: startColumnIndex, ...fixed },
    last: { row: endRowIndex - 1, column: endColumnIndex - 1, ...fixed },
  });
}

/** So many rows of an open column are named; a longer grid is named as far as it is used. */
const FEW_ROWS = 5_000;

function closedReference(reference: Reference, sheet: Sheet): Reference {
  const { first, last } = reference;
  if (last === undefined) return reference;
  const rows = rowCountOf(sheet);
  const bottom = (rows > FEW_ROWS ? Math.max(1, extentOf(sheet.rows)) : rows) - 1;
  const right = columnCountOf(sheet) - 1;
  return {
    ...reference,
    first: { ...first, row: first.row ?? 0, column: first.column ?? 0 },
    last: {
      ...last,
      row: last.row ?? Math.max(first.row ?? 0, bottom),
      column: last.column ?? Math.max(first.column ?? 0, right),
    },
  };
}

function boxOfReference({ first, last = first }: Reference): Box {
  const rows = [first.row ?? 0, last.row ?? 0];
  const columns = [first.column ?? 0, last.column ?? 0];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
  };
}
