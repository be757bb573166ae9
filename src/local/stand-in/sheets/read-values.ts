import type { JsonObject } from '../contract/json.ts';
import { type Call, queryText } from '../http/call.ts';
import type { Box } from '../model/box.ts';
import { entriesOf, extentOf, getAt } from '../model/sparse-list.ts';
import { localeOf, type Row, type Sheet, type Workbook } from '../model/workbook.ts';
import {
  type DateTimeRenderOption,
  type MajorDimension,
  renderValues,
  type ValueRenderOption,
} from '../values/render-values.ts';
import { rangeName } from './a1-context.ts';
import type { AnswerBudget } from './answer-budget.ts';

export interface SheetRange {
  readonly sheet: Sheet;
  readonly box: Box;
}

export interface ReadOptions {
  readonly valueRender: ValueRenderOption;
  readonly dateTimeRender: DateTimeRenderOption;
  readonly majorDimension: MajorDimension;
}

export function readOptionsOf(call: Call): ReadOptions {
  return readOptions({
    majorDimension: queryText(call, 'majorDimension'),
    valueRenderOption: queryText(call, 'valueRenderOption'),
    dateTimeRenderOption: queryText(call, 'dateTimeRenderOption'),
  });
}

export function readOptions(named: {
  readonly majorDimension?: string | undefined;
  readonly valueRenderOption?: string | undefined;
  readonly dateTimeRenderOption?: string | undefined;
}): ReadOptions {
  const render = named.valueRenderOption;
  return {
    majorDimension: named.majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS',
    valueRender: render === 'UNFORMATTED_VALUE' || render === 'FORMULA' ? render : 'FORMATTED_VALUE',
    dateTimeRender: named.dateTimeRenderOption === 'FORMATTED_STRING' ? 'FORMATTED_STRING' : 'SERIAL_NUMBER',
  };
}

/** A ValueRange: `values` is left out where the range holds nothing (recorded). */
export function valueRange(
  workbook: Workbook,
  { sheet, box }: SheetRange,
  options: ReadOptions,
  budget: AnswerBudget,
): JsonObject {
  budget.spend(Math.max(0, usedBottom(sheet, box) - box.top) + usedCellCount(sheet, box));
  const rows = usedRows(sheet, box);
  const values = renderValues(rows, { ...options, locale: localeOf(workbook) }, box);
  return {
    range: rangeName(sheet, box),
    majorDimension: options.majorDimension,
    ...(values === undefined ? {} : { values }),
  };
}

const NO_CELLS: Row = [];

function usedBottom(sheet: Sheet, box: Box): number {
  return Math.min(box.bottom, extentOf(sheet.rows));
}

/** Cells of the box up to the last used one of each row. */
export function usedCellCount(sheet: Sheet, box: Box): number {
  let cells = 0;
  for (const [, row] of entriesOf(sheet.rows, box.top, box.bottom))
    cells += Math.max(0, Math.min(box.right, row.length) - box.left);
  return cells;
}

/** The rows of the box down to the last used one: what lies below reads as nothing anyway. */
function usedRows(sheet: Sheet, box: Box): readonly Row[] {
  const rows: Row[] = [];
  const bottom = usedBottom(sheet, box);
  for (let row = box.top; row < bottom; row += 1) rows.push(getAt(sheet.rows, row) ?? NO_CELLS);
  return rows;
}
