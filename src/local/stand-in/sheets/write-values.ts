import type { InputCheck } from '../conditions/strict-input.ts';
import type { JsonObject, JsonValue } from '../contract/json.ts';
import { withRowStretches } from '../model/edit-cells.ts';
import type { FormulaEvaluator } from '../model/formula.ts';
import { assertEditable, type Editor } from '../model/protection.ts';
import { typedInto } from '../model/typed-into.ts';
import type { CellData, NumberFormat } from '../model/wire.ts';
import { findSheet, localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { Refusal } from '../refusal.ts';
import { grownTo } from '../requests/cell-requests.ts';
import type { MajorDimension } from '../values/render-values.ts';
import {
  type PlannedWrite,
  planAppend,
  planWrite,
  rangeMismatch,
  type WritePlan,
  type Written,
} from '../values/write-shape.ts';
import { a1ContextOf, type Resolved, rangeName } from './a1-context.ts';

export interface ValueRangeBody {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: readonly (readonly JsonValue[])[];
}

export interface WriteContext {
  readonly editor: Editor;
  readonly evaluator: FormulaEvaluator;
  readonly userEntered: boolean;
  readonly year: number;
  readonly checkInput: InputCheck;
}

export interface WrittenValues {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly plan: WritePlan;
}

/** values.update: within the range and the grid; nothing grows. */
export function updateValues(
  workbook: Workbook,
  target: Resolved,
  body: ValueRangeBody,
  context: WriteContext,
): WrittenValues {
  const mismatch =
    body.range === undefined || body.range === ''
      ? undefined
      : rangeMismatch({ text: target.text, range: target.range }, body.range, a1ContextOf(workbook));
  if (mismatch !== undefined) throw new Refusal(mismatch);
  return written(workbook, target.sheet, planOrRefusal(planWrite(requestOf(target, body))), context);
}

/** values.append: below the table, on a grid that grows as needed. */
export function appendValues(
  workbook: Workbook,
  target: Resolved,
  body: ValueRangeBody & { readonly anchor: { readonly row: number; readonly column: number } },
  context: WriteContext,
): WrittenValues {
  const plan = planOrRefusal(planAppend(requestOf(target, body), body.anchor));
  const grown = grownTo(workbook, target.sheet, plan.box.bottom, plan.box.right);
  return written(grown, findSheet(grown, target.sheet.sheetId) ?? target.sheet, plan, context);
}

function requestOf(target: Resolved, { majorDimension, values = [] }: ValueRangeBody) {
  const major: MajorDimension = majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS';
  return { rangeText: target.text, range: target.range, majorDimension: major, values };
}

function planOrRefusal(planned: PlannedWrite): WritePlan {
  if (!planned.ok) throw new Refusal(planned.message);
  return planned.plan;
}

function written(workbook: Workbook, sheet: Sheet, plan: WritePlan, context: WriteContext): WrittenValues {
  assertEditable(workbook, sheet, plan.box, context.editor);
  const enter = typist(workbook, context);
  const { top, left } = plan.box;
  const stretches = plan.rows.map((items, down) => ({ row: top + down, left, items }));
  const changed = withRowStretches(sheet, stretches, (cell, value) =>
    value === undefined ? cell : enter(cell, value),
  );
  const after = withSheet(workbook, changed);
  context.checkInput(workbook, after);
  return { workbook: after, sheet: changed, plan };
}

/** Enters one value into a cell, as typed by a person or as it is. */
function typist(workbook: Workbook, { userEntered, evaluator, year }: WriteContext) {
  const locale = localeOf(workbook);
  return (cell: CellData | undefined, value: Written): CellData | undefined => {
    if (typeof value === 'number') return withValue(cell, { numberValue: value }, evaluator);
    if (typeof value === 'boolean') return withValue(cell, { boolValue: value }, evaluator);
    if (!userEntered) return withValue(cell, { stringValue: value }, evaluator);
    const typed = typedInto(cell, value, { locale, year });
    const entered = withValue(cell, typed.value, evaluator);
    return typed.numberFormat === undefined ? entered : withFormat(entered, typed.numberFormat);
  };
}

/** A date, amount or percentage brings its look along, unless the cell has a look of its own already. */
function withFormat(cell: CellData | undefined, numberFormat: NumberFormat): CellData | undefined {
  const format = cell?.userEnteredFormat;
  if (cell === undefined || format?.['numberFormat'] !== undefined) return cell;
  return { ...cell, userEnteredFormat: { ...format, numberFormat } };
}

/** UpdateValuesResponse; counts of 0 are left out, as every zero on the wire. */
export function updateSummary({ workbook, sheet, plan }: WrittenValues): JsonObject {
  return {
    spreadsheetId: workbook.spreadsheetId,
    updatedRange: rangeName(sheet, plan.box),
    ...counted('updatedRows', plan.updatedRows),
    ...counted('updatedColumns', plan.updatedColumns),
    ...counted('updatedCells', plan.updatedCells),
  };
}

export function counted(name: string, count: number): JsonObject {
  return count === 0 ? {} : { [name]: count };
}
