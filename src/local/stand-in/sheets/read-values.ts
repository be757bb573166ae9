import type { JsonObject } from '../contract/json.ts';
import { type Call, queryText } from '../http/call.ts';
import type { Box } from '../model/box.ts';
import { extentOf, getAt } from '../model/sparse-list.ts';
import type { CellData, NumberFormat } from '../model/wire.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import {
  type DateTimeRenderOption,
  type MajorDimension,
  type ReadableCell,
  renderValues,
  type ValueRenderOption,
} from '../values/render-values.ts';
import { rangeName } from './a1-context.ts';

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
export function valueRange(workbook: Workbook, sheet: Sheet, box: Box, options: ReadOptions): JsonObject {
  const values = renderValues(readableRows(sheet, box), { ...options, locale: localeOf(workbook) });
  return {
    range: rangeName(sheet, box),
    majorDimension: options.majorDimension,
    ...(values === undefined ? {} : { values }),
  };
}

export function localeOf(workbook: Workbook): string {
  const locale = workbook.properties['locale'];
  return typeof locale === 'string' ? locale : 'en_US';
}

/** The used part of the box: rows and columns beyond the last cell read as nothing anyway. */
function readableRows(sheet: Sheet, box: Box): readonly (readonly (ReadableCell | undefined)[])[] {
  const bottom = Math.min(box.bottom, extentOf(sheet.rows));
  const rows: (readonly (ReadableCell | undefined)[])[] = [];
  for (let row = box.top; row < bottom; row += 1) {
    rows.push((getAt(sheet.rows, row) ?? []).slice(box.left, box.right).map(readable));
  }
  return rows;
}

function readable(cell: CellData | undefined): ReadableCell | undefined {
  const format = cell?.userEnteredFormat?.['numberFormat'];
  return cell === undefined || format === undefined
    ? cell
    : { ...cell, numberFormat: format as NumberFormat };
}
