import * as z from 'zod';
import type { Service } from '../http/call.ts';
import { cellAt, withCells } from '../model/edit-cells.ts';
import type { CellData } from '../model/wire.ts';
import { findSheet, type Sheet, withSheet } from '../model/workbook.ts';

/** Those that a cell can show, by their names in the contract. */
const ERROR_TYPES = [
  'ERROR',
  'NULL_VALUE',
  'DIVIDE_BY_ZERO',
  'VALUE',
  'REF',
  'NAME',
  'NUM',
  'N_A',
  'LOADING',
];

const ValueSchema = z.union([
  z.strictObject({ numberValue: z.number() }),
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ errorValue: z.strictObject({ type: z.enum(ERROR_TYPES), message: z.string() }) }),
]);

export const FormulaValuesSchema = z.strictObject({
  spreadsheetId: z.string(),
  sheetId: z.int().min(0),
  values: z.array(
    z.strictObject({ row: z.int().min(0), column: z.int().min(0), effectiveValue: ValueSchema }),
  ),
});

export type FormulaValues = z.infer<typeof FormulaValuesSchema>;

/** Gives formulas the values they show (ADR 13). Undefined where one of the cells holds no formula; then nothing is changed. */
export async function seedFormulaValues(
  { store, calculator }: Pick<Service, 'store' | 'calculator'>,
  seed: FormulaValues,
): Promise<number | undefined> {
  const seeded = await store.update(seed.spreadsheetId, async (stored) => {
    const sheet = stored.workbook && findSheet(stored.workbook, seed.sheetId);
    if (stored.workbook === undefined || sheet === undefined) return { result: undefined };
    const cells = seed.values.map((value) => valuedCell(sheet, value));
    if (cells.some(([, , cell]) => cell === undefined)) return { result: undefined };
    const given = withSheet(stored.workbook, withCells(sheet, cells));
    const workbook = await calculator.recalculated(stored.workbook, given);
    return { next: { ...stored, workbook }, result: cells.length };
  });
  return seeded;
}

function valuedCell(
  sheet: Sheet,
  { row, column, effectiveValue }: FormulaValues['values'][number],
): readonly [number, number, CellData | undefined] {
  const cell = cellAt(sheet, row, column);
  const isFormula = cell?.userEnteredValue?.formulaValue !== undefined;
  return [row, column, isFormula ? { ...cell, effectiveValue, isSeeded: true } : undefined];
}
