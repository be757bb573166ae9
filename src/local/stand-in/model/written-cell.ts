import type { JsonObject } from '../contract/json.ts';
import { normalizeColors } from './color.ts';
import { cellOrNothing } from './edit-cells.ts';
import type { FormulaEvaluator } from './formula.ts';
import { assertTextFits } from './limits.ts';
import { type FieldPaths, masksField, mergeByMask } from './masked-merge.ts';
import type { CellData, ExtendedValue } from './wire.ts';

/** What an API write may set on a cell; the rest of CellData is computed by the server. */
const WRITABLE = [
  'userEnteredValue',
  'userEnteredFormat',
  'note',
  'dataValidation',
  'textFormatRuns',
  'chipRuns',
  'pivotTable',
] as const;

/** The offered cell in the form in which cells are kept. */
export function writableCell(offered: JsonObject): JsonObject {
  const kept: Record<string, JsonObject[string]> = {};
  for (const name of WRITABLE) {
    const value = offered[name];
    if (value === undefined || value === '' || isEmptyMessage(value)) continue;
    kept[name] = value;
  }
  return 'userEnteredFormat' in kept || 'textFormatRuns' in kept ? normalizeColors(kept) : kept;
}

/** The cell after a masked write; `offered` comes from writableCell. */
export function mergedCell(
  cell: CellData | undefined,
  offered: JsonObject,
  paths: FieldPaths,
  evaluator: FormulaEvaluator,
): CellData | undefined {
  const merged = mergeByMask(cell ?? {}, offered, paths) as CellData;
  return masksField(paths, 'userEnteredValue')
    ? withValue(merged, (offered as CellData).userEnteredValue, evaluator)
    : cellOrNothing(merged);
}

/** The cell holding another value; formats, notes and validation stay (replayed: docs/stand-in.md). */
export function withValue(
  cell: CellData | undefined,
  value: ExtendedValue | undefined,
  evaluator: FormulaEvaluator,
): CellData | undefined {
  if (value === undefined && cell?.userEnteredValue === undefined) return cell;
  const { userEnteredValue: before, effectiveValue: known, isSeeded, ...rest } = cell ?? {};
  if (value === undefined) return cellOrNothing(rest);
  assertTextFits(value.stringValue ?? value.formulaValue);
  if (value.stringValue === '') return cellOrNothing(rest);
  if (value.formulaValue === undefined) return { ...rest, userEnteredValue: value };
  // A formula that is written again as it stands keeps the value it was given (ADR 13).
  const isSame = before?.formulaValue === value.formulaValue;
  const effectiveValue = evaluator.evaluate(value.formulaValue) ?? (isSame ? known : undefined);
  return {
    ...rest,
    userEnteredValue: value,
    ...(effectiveValue === undefined ? {} : { effectiveValue }),
    ...(isSame && isSeeded === true ? { isSeeded } : {}),
  };
}

function isEmptyMessage(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
