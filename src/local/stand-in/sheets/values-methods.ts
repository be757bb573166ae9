import { badRequest } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import {
  type Answer,
  type Call,
  inputCheck,
  json,
  type Method,
  param,
  queryFlag,
  queryText,
} from '../http/call.ts';
import type { Box } from '../model/box.ts';
import { cellAt, mapUsedCells } from '../model/edit-cells.ts';
import { assertGridSize } from '../model/limits.ts';
import { assertEditable, assertOpenBetween, type Editor } from '../model/protection.ts';
import { extentOf } from '../model/sparse-list.ts';
import { spliceDimension } from '../model/splice-dimension.ts';
import {
  columnCountOf,
  findSheet,
  rowCountOf,
  type Sheet,
  type Workbook,
  withSheet,
} from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { findTable } from '../values/append-table.ts';
import { widest } from '../values/widest.ts';
import { rangeName, resolveA1 } from './a1-context.ts';
import { type AnswerBudget, valuesBudget } from './answer-budget.ts';
import { editWorkbook, readWorkbook, refusedAsBadRequest } from './edit-workbook.ts';
import { readOptions, readOptionsOf, valueRange } from './read-values.ts';
import {
  appendValues,
  counted,
  updateSummary,
  updateValues,
  type ValueRangeBody,
  type WriteContext,
  type WrittenValues,
} from './write-values.ts';

function get(call: Call): Answer {
  const { workbook } = readWorkbook(call);
  const { sheet, box } = resolveA1(workbook, param(call, 'range'));
  return json(valueRange(workbook, { sheet, box }, readOptionsOf(call), valuesBudget()));
}

function batchGet(call: Call): Answer {
  const { workbook } = readWorkbook(call);
  const options = readOptionsOf(call);
  const budget = valuesBudget();
  const valueRanges = (call.query.get('ranges') ?? []).map((text) =>
    valueRange(workbook, resolveA1(workbook, text), options, budget),
  );
  return json({
    spreadsheetId: workbook.spreadsheetId,
    ...(valueRanges.length === 0 ? {} : { valueRanges }),
  });
}

/** How an absent option is refused is an assumption, not recorded. */
export function inputOption(option: unknown): 'RAW' | 'USER_ENTERED' {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw badRequest("'valueInputOption' is required but not specified");
}

export function writeContext(call: Call, editor: Editor, option: 'RAW' | 'USER_ENTERED'): WriteContext {
  const { evaluator, now } = call.service;
  const userEntered = option === 'USER_ENTERED';
  const year = now().getUTCFullYear();
  return { editor, evaluator, userEntered, year, checkInput: inputCheck(call.service) };
}

async function update(call: Call): Promise<Answer> {
  const option = inputOption(queryText(call, 'valueInputOption'));
  const body = await editWorkbook(call, (workbook, editor) => {
    const target = resolveA1(workbook, param(call, 'range'));
    const done = updateValues(workbook, target, call.body, writeContext(call, editor, option));
    const answer = (calculated: Workbook): JsonObject => ({
      ...updateSummary(done),
      ...echoed(call, calculated, done),
    });
    return { workbook: done.workbook, answer };
  });
  return json(body);
}

/** What `includeValuesInResponse` adds: the written cells as they read now. */
function echoed(call: Call, workbook: Workbook, { sheet, plan }: WrittenValues): JsonObject {
  if (!queryFlag(call, 'includeValuesInResponse')) return {};
  const options = readOptions({
    majorDimension: queryText(call, 'majorDimension'),
    valueRenderOption: queryText(call, 'responseValueRenderOption'),
    dateTimeRenderOption: queryText(call, 'responseDateTimeRenderOption'),
  });
  const now = findSheet(workbook, sheet.sheetId) ?? sheet;
  return { updatedData: valueRange(workbook, { sheet: now, box: plan.box }, options, valuesBudget()) };
}

async function append(call: Call): Promise<Answer> {
  const option = inputOption(queryText(call, 'valueInputOption'));
  const body: ValueRangeBody = call.body;
  const insertRows = queryText(call, 'insertDataOption') === 'INSERT_ROWS';
  const result = await editWorkbook(call, (workbook, editor) => {
    const target = resolveA1(workbook, param(call, 'range'));
    const table = tableIn(target.sheet, target.box);
    const anchor = table
      ? { row: table.bottom, column: table.left }
      : { row: target.box.top, column: target.box.left };
    const context = writeContext(call, editor, option);
    const roomy =
      insertRows && table !== undefined
        ? opened(workbook, target.sheet, { row: anchor.row, editor }, body)
        : workbook;
    const sheet = findSheet(roomy, target.sheet.sheetId) ?? target.sheet;
    const done = appendValues(roomy, { ...target, sheet }, { ...body, anchor }, context);
    const tableRange = table === undefined ? {} : { tableRange: rangeName(target.sheet, table) };
    const answer = (calculated: Workbook): JsonObject => ({
      spreadsheetId: workbook.spreadsheetId,
      ...tableRange,
      updates: { ...updateSummary(done), ...echoed(call, calculated, done) },
    });
    return { workbook: done.workbook, answer };
  });
  return json(result);
}

function tableIn(sheet: Sheet, range: Box): Box | undefined {
  const extent = { top: 0, left: 0, bottom: extentOf(sheet.rows), right: columnCountOf(sheet) };
  const isFilled = (row: number, column: number): boolean =>
    cellAt(sheet, row, column)?.userEnteredValue !== undefined;
  return findTable(range, { extent, isFilled });
}

/** INSERT_ROWS makes room with whole rows below the table. */
function opened(
  workbook: Workbook,
  sheet: Sheet,
  { row, editor }: { readonly row: number; readonly editor: Editor },
  { values = [], majorDimension }: ValueRangeBody,
): Workbook {
  const height = majorDimension === 'COLUMNS' ? widest(values) : values.length;
  assertOpenBetween(workbook, sheet, { dimension: 'ROWS', line: row }, editor);
  assertGridSize(rowCountOf(sheet) + height, columnCountOf(sheet));
  return spliceDimension(workbook, sheet, {
    sheetId: sheet.sheetId,
    dimension: 'ROWS',
    start: row,
    removed: 0,
    added: height,
  });
}

async function batchUpdate(call: Call): Promise<Answer> {
  const request = call.body as BatchUpdateValues;
  const option = inputOption(request.valueInputOption);
  const result = await editWorkbook(call, (before, editor) => {
    const context = writeContext(call, editor, option);
    let workbook = before;
    const done: WrittenValues[] = [];
    for (const [index, body] of (request.data ?? []).entries()) {
      const place = `Invalid data[${index}]: `;
      const target = resolveA1(workbook, body.range ?? '', place);
      const one = refusedAsBadRequest(() => updateValues(workbook, target, body, context), place);
      workbook = one.workbook;
      done.push(one);
    }
    return { workbook, answer: (calculated) => totalled(calculated, done, request) };
  });
  return json(result);
}

export interface BatchUpdateValues {
  readonly valueInputOption?: string;
  readonly data?: readonly ValueRangeBody[];
  readonly includeValuesInResponse?: boolean;
  readonly responseValueRenderOption?: string;
  readonly responseDateTimeRenderOption?: string;
}

/** Totals are unions over the parts (recorded: B1, C1 and A1 make one row and three columns). */
export function totalled(
  workbook: Workbook,
  done: readonly WrittenValues[],
  request: BatchUpdateValues,
): JsonObject {
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const { sheet, plan } of done) {
    for (const [down, values] of plan.rows.entries()) {
      for (const [along, value] of values.entries()) {
        if (value === undefined) continue;
        rows.add(`${sheet.sheetId}:${plan.box.top + down}`);
        columns.add(`${sheet.sheetId}:${plan.box.left + along}`);
      }
    }
  }
  const cells = done.reduce((sum, { plan }) => sum + plan.updatedCells, 0);
  const sheets = new Set(done.filter(({ plan }) => plan.updatedCells > 0).map(({ sheet }) => sheet.sheetId));
  const echo = echoes(workbook, request);
  const responses = done.map((one) => ({ ...updateSummary(one), ...echo(one) }));
  return {
    spreadsheetId: workbook.spreadsheetId,
    ...counted('totalUpdatedRows', rows.size),
    ...counted('totalUpdatedColumns', columns.size),
    ...counted('totalUpdatedCells', cells),
    ...counted('totalUpdatedSheets', sheets.size),
    ...(responses.length === 0 ? {} : { responses }),
  };
}

/** What `includeValuesInResponse` adds to the summary of each part. */
function echoes(workbook: Workbook, request: BatchUpdateValues): (done: WrittenValues) => JsonObject {
  if (request.includeValuesInResponse !== true) return () => ({});
  const budget: AnswerBudget = valuesBudget();
  const options = readOptions({
    valueRenderOption: request.responseValueRenderOption,
    dateTimeRenderOption: request.responseDateTimeRenderOption,
  });
  return ({ sheet, plan }) => {
    const now = findSheet(workbook, sheet.sheetId) ?? sheet;
    return { updatedData: valueRange(workbook, { sheet: now, box: plan.box }, options, budget) };
  };
}

async function clear(call: Call): Promise<Answer> {
  const result = await editWorkbook(call, (workbook, editor) => {
    const { sheet, box } = resolveA1(workbook, param(call, 'range'));
    const cleared = clearValues(call, workbook, { sheet, box, editor });
    const answer = (): JsonObject => ({
      spreadsheetId: workbook.spreadsheetId,
      clearedRange: rangeName(sheet, box),
    });
    return { workbook: cleared, answer };
  });
  return json(result);
}

async function batchClear(call: Call): Promise<Answer> {
  const { ranges = [] } = call.body as { readonly ranges?: readonly string[] };
  const result = await editWorkbook(call, (before, editor) => {
    let workbook = before;
    const clearedRanges: string[] = [];
    for (const [index, text] of ranges.entries()) {
      const { sheet, box } = resolveA1(workbook, text, `Invalid range[${index}]: `);
      workbook = clearValues(call, workbook, { sheet, box, editor });
      clearedRanges.push(rangeName(sheet, box));
    }
    // An empty list is left out, as every default on the wire.
    const answer = (): JsonObject => ({
      spreadsheetId: before.spreadsheetId,
      ...(clearedRanges.length === 0 ? {} : { clearedRanges }),
    });
    return { workbook, answer };
  });
  return json(result);
}

/** Values go; formats, notes and validation stay (docs/stand-in.md). */
export function clearValues(
  call: Call,
  workbook: Workbook,
  { sheet, box, editor }: { readonly sheet: Sheet; readonly box: Box; readonly editor: Editor },
): Workbook {
  assertEditable(workbook, sheet, box, editor);
  return withSheet(
    workbook,
    mapUsedCells(sheet, box, (cell) => withValue(cell, undefined, call.service.evaluator)),
  );
}

export const valuesMethods: Readonly<Record<string, Method>> = {
  'sheets.spreadsheets.values.get': get,
  'sheets.spreadsheets.values.batchGet': batchGet,
  'sheets.spreadsheets.values.update': update,
  'sheets.spreadsheets.values.append': append,
  'sheets.spreadsheets.values.batchUpdate': batchUpdate,
  'sheets.spreadsheets.values.clear': clear,
  'sheets.spreadsheets.values.batchClear': batchClear,
};
