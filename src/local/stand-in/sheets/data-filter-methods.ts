import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, type Method, queryText, todayOf } from '../http/call.ts';
import { type Box, intersection } from '../model/box.ts';
import type { DataFilter } from '../model/data-filter.ts';
import { tableBox } from '../model/table-columns.ts';
import { type Sheet, sheetIndexOf, type Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { rangeName } from './a1-context.ts';
import { valuesBudget } from './answer-budget.ts';
import {
  echoedFilter,
  type FilteredRange,
  filteredRanges,
  isEmpty,
  NO_CELLS,
  rangesOf,
} from './data-filter-range.ts';
import { editWorkbook, readWorkbook, refusedAsBadRequest } from './edit-workbook.ts';
import { maskedView, masksGridData } from './masked-view.ts';
import { readOptions, valueRange } from './read-values.ts';
import { spreadsheetView } from './spreadsheet-view.ts';
import { clearValues, inputOption, totalled, writeContext } from './values-methods.ts';
import { updateValues, type ValueRangeBody, type WriteContext, type WrittenValues } from './write-values.ts';

interface Filtered {
  readonly dataFilters?: readonly DataFilter[];
}

interface FilteredRead extends Filtered {
  readonly majorDimension?: string;
  readonly valueRenderOption?: string;
  readonly dateTimeRenderOption?: string;
}

function batchGet(call: Call): Answer {
  const { workbook } = readWorkbook(call);
  const request = call.body as FilteredRead;
  const options = readOptions(request);
  const found = refusedAsBadRequest(() => valueRanges(workbook, request.dataFilters ?? []));
  const budget = valuesBudget();
  const shown = found.toSorted(byPlace(workbook)).map(({ range, filters }) => ({
    valueRange: isEmpty(range)
      ? { range: NO_CELLS, majorDimension: options.majorDimension }
      : valueRange(workbook, range, options, budget),
    dataFilters: filters,
  }));
  return answered(workbook, shown.length === 0 ? {} : { valueRanges: shown });
}

function valueRanges(workbook: Workbook, filters: readonly DataFilter[]): readonly FilteredRange[] {
  if (filters.length === 0) throw new Refusal('Must specify at least one dataFilter.');
  return filteredRanges(workbook, filters, 'values');
}

/** Not in the order of the filters but in that of their ranges: tab, column, row, the shorter one first (measured by others). */
function byPlace(workbook: Workbook): (a: FilteredRange, b: FilteredRange) => number {
  const placeOf = ({ range: { sheet, box } }: FilteredRange): readonly number[] => [
    sheetIndexOf(workbook, sheet.sheetId),
    box.left,
    box.top,
    box.right,
    box.bottom,
  ];
  return (a, b) => {
    const [mine, others] = [placeOf(a), placeOf(b)];
    return mine.map((part, at) => part - (others[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  };
}

function answered(workbook: Workbook, body: object): Answer {
  return json({ spreadsheetId: workbook.spreadsheetId, ...body } as JsonObject);
}

async function batchClear(call: Call): Promise<Answer> {
  const request = call.body as Filtered;
  const result = await editWorkbook(call, (before, editor) => {
    const found = valueRanges(before, request.dataFilters ?? []);
    let workbook = before;
    for (const { range } of found) {
      const sheet = workbook.sheets.find(({ sheetId }) => sheetId === range.sheet.sheetId) ?? range.sheet;
      workbook = clearValues(call, workbook, { sheet, box: range.box, editor });
    }
    const clearedRanges = found.map(({ range }) => rangeName(range.sheet, range.box));
    return { workbook, answer: () => clearedRanges };
  });
  return answered(readWorkbook(call).workbook, result.length === 0 ? {} : { clearedRanges: result });
}

interface FilteredPart extends Omit<ValueRangeBody, 'range'> {
  readonly dataFilter?: DataFilter;
}

interface FilteredWrite {
  readonly valueInputOption?: string;
  readonly data?: readonly FilteredPart[];
  readonly includeValuesInResponse?: boolean;
  readonly responseValueRenderOption?: string;
  readonly responseDateTimeRenderOption?: string;
}

async function batchUpdate(call: Call): Promise<Answer> {
  const request = call.body as FilteredWrite;
  const option = inputOption(request.valueInputOption);
  const result = await editWorkbook(call, (before, editor) => {
    const context = writeContext(call, editor, option);
    let workbook = before;
    const done: WrittenValues[] = [];
    const filters: DataFilter[] = [];
    for (const [index, part] of (request.data ?? []).entries()) {
      const written = refusedAsBadRequest(
        () => writtenParts(workbook, part, context),
        `Invalid data[${index}]: `,
      );
      workbook = written.at(-1)?.workbook ?? workbook;
      for (const one of written) {
        done.push(one);
        filters.push(echoedFilter(part.dataFilter ?? {}));
      }
    }
    return { workbook, answer: (calculated) => withFilters(totalled(calculated, done, request), filters) };
  });
  return json(result);
}

/** The same values into every range that the filter means. */
function writtenParts(before: Workbook, part: FilteredPart, context: WriteContext): readonly WrittenValues[] {
  const { dataFilter, ...body } = part;
  if (dataFilter === undefined) throw new Refusal('A data filter must be specified.');
  const done: WrittenValues[] = [];
  for (let at = 0; at < rangesOf(before, dataFilter).length; at += 1) {
    const current = done.at(-1)?.workbook ?? before;
    // Looked up again each time: the sheet it lies on is another one after each write.
    const target = rangesOf(current, dataFilter)[at];
    if (target !== undefined) done.push(updateValues(current, target, body, context));
  }
  return done;
}

/** UpdateValuesByDataFilterResponse names the filter instead of the spreadsheet [D]. */
function withFilters(total: JsonObject, filters: readonly DataFilter[]): JsonObject {
  const responses = (total['responses'] ?? []) as readonly JsonObject[];
  if (responses.length === 0) return total;
  const named = responses.map(({ spreadsheetId: _id, ...rest }, index) => ({
    ...rest,
    dataFilter: filters[index] ?? {},
  }));
  return { ...total, responses: named };
}

/** What a filter asks for comes without conditional formats, and with the tables that it touches (measured by others). */
function onlyTouched(body: JsonObject, workbook: Workbook, boxes: readonly Touched[]): JsonObject {
  const sheets = (body['sheets'] ?? []) as readonly ShownSheet[];
  const shown = sheets.map(({ conditionalFormats: _rules, tables = [], ...sheet }) => {
    const touched = tables.filter((table) =>
      boxes.some(
        (one) =>
          one.sheet.sheetId === sheet.properties['sheetId'] &&
          intersection(tableBox(workbook, table), one.box) !== undefined,
      ),
    );
    return touched.length === 0 ? sheet : { ...sheet, tables: touched };
  });
  return { ...body, sheets: shown };
}

type Touched = { readonly sheet: Sheet; readonly box: Box };

type ShownSheet = JsonObject & {
  readonly properties: JsonObject;
  readonly tables?: readonly JsonObject[];
};

function getByDataFilter(call: Call): Answer {
  const { workbook, editor } = readWorkbook(call);
  const request = call.body as Filtered & { readonly includeGridData?: boolean };
  const mask = queryText(call, 'fields');
  const withGridData = mask === undefined ? request.includeGridData === true : masksGridData(mask);
  const filters = request.dataFilters ?? [];
  const found = refusedAsBadRequest(() => filteredRanges(workbook, filters, 'spreadsheet'));
  // Filters that mean nothing hide nothing (measured by others).
  const ranges = found.length === 0 ? undefined : found.map(({ range }) => range);
  const whole = spreadsheetView(workbook, {
    editor,
    ranges,
    withGridData,
    today: todayOf(call),
    web: call.service.web,
  });
  const body = ranges === undefined ? whole : onlyTouched(whole, workbook, ranges);
  return { kind: 'json', body: maskedView(body, mask), masked: true };
}

export const dataFilterMethods: Readonly<Record<string, Method>> = {
  'sheets.spreadsheets.getByDataFilter': getByDataFilter,
  'sheets.spreadsheets.values.batchGetByDataFilter': batchGet,
  'sheets.spreadsheets.values.batchUpdateByDataFilter': batchUpdate,
  'sheets.spreadsheets.values.batchClearByDataFilter': batchClear,
};
