import { invalidPart } from '../contract/google-error.ts';
import { boxOf, cutOff, echoedRange, gridRangeOf, openBoxOf, sheetOf } from '../model/box.ts';
import { assertLookup, type DataFilter, matchesFilter, metadataRange } from '../model/data-filter.ts';
import type { GridRange } from '../model/wire.ts';
import {
  columnCountOf,
  findSheet,
  isObjectSheet,
  rowCountOf,
  type Sheet,
  titleOf,
  type Workbook,
} from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { formatAsked } from '../values/a1.ts';
import { type Resolved, rangeName, resolveA1 } from './a1-context.ts';

/** The filters with their A1 texts turned into grid ranges of this workbook; none, or one that says nothing, is refused. */
export function gridFilters(workbook: Workbook, filters: readonly DataFilter[]): readonly DataFilter[] {
  if (filters.length === 0 || filters.some((filter) => Object.keys(filter).length === 0))
    throw new Refusal('At least one data filter must be specified.');
  return filters.map((filter) => {
    if (filter.a1Range === undefined) return filter;
    const { sheet, box } = resolveA1(workbook, filter.a1Range);
    return { gridRange: gridRangeOf(sheet, box) };
  });
}

export interface FilteredRange {
  readonly range: Resolved;
  readonly filters: readonly DataFilter[];
}

/** Reading values calls a tab a grid, looking at the spreadsheet calls it a sheet; only the first says which filter is wrong. */
export type FilterUse = 'values' | 'spreadsheet';

/** Every range that a filter means, once, with all the filters that mean it. */
export function filteredRanges(
  workbook: Workbook,
  filters: readonly DataFilter[],
  use: FilterUse,
): readonly FilteredRange[] {
  const found = new Map<string, { readonly range: Resolved; readonly filters: DataFilter[] }>();
  for (const [index, filter] of filters.entries()) {
    for (const range of placedRanges(workbook, filter, { index, use })) {
      const name = isEmpty(range) ? NO_CELLS : rangeName(range.sheet, range.box);
      const known = found.get(name);
      if (known === undefined) found.set(name, { range, filters: [echoedFilter(filter)] });
      else known.filters.push(echoedFilter(filter));
    }
  }
  return [...found.values()];
}

/** What stands in place of a range that holds no cell (measured by others). */
export const NO_CELLS = '#REF!';

export function isEmpty({ box }: Resolved): boolean {
  return box.top >= box.bottom || box.left >= box.right;
}

/** As Google hands it back: what is 0 and may be left out is left out. */
export function echoedFilter(filter: DataFilter): DataFilter {
  return filter.gridRange === undefined ? filter : { gridRange: echoedRange(filter.gridRange) };
}

interface Placed {
  readonly index: number;
  readonly use: FilterUse;
}

function placedRanges(workbook: Workbook, filter: DataFilter, { index, use }: Placed): readonly Resolved[] {
  try {
    return rangesOf(workbook, filter, use);
  } catch (error) {
    if (error instanceof Refusal && use === 'values')
      throw invalidPart(`dataFilter[${index}]`, error.message);
    throw error;
  }
}

export function rangesOf(
  workbook: Workbook,
  filter: DataFilter,
  use: FilterUse = 'values',
): readonly Resolved[] {
  if (filter.a1Range !== undefined) return [refusedA1(workbook, filter.a1Range)];
  if (filter.gridRange !== undefined) {
    const sheet = checkedSheet(workbook, filter.gridRange, use);
    return [resolvedGrid(sheet, filter.gridRange)];
  }
  if (filter.developerMetadataLookup === undefined) throw new Refusal('dataFilter.filter must be specified.');
  assertLookup(workbook, filter.developerMetadataLookup);
  return workbook.developerMetadata
    .filter((entry) => matchesFilter(workbook, entry, filter))
    .flatMap((entry) => {
      const range = metadataRange(entry);
      return range === undefined ? [] : [resolvedLine(workbook, range)];
    });
}

/** As a refusal, so that the filter it stands in can be named before it. */
function refusedA1(workbook: Workbook, text: string): Resolved {
  return resolveA1(workbook, text, '', (message) => new Refusal(message));
}

function resolvedLine(workbook: Workbook, range: GridRange): Resolved {
  boxOf(workbook, range);
  return resolvedGrid(sheetOf(workbook, range.sheetId), range);
}

/** In Google's order (measured by others): the tab, a bound below 0, an end before its start, a start past the grid. */
function checkedSheet(workbook: Workbook, range: GridRange, use: FilterUse): Sheet {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const sheet = findSheet(workbook, range.sheetId ?? 0);
  const noun = use === 'values' ? 'grid' : 'sheet';
  if (sheet === undefined || isObjectSheet(sheet))
    throw new Refusal(`No ${noun} with id: ${range.sheetId ?? 0}`);
  const bounds = [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex];
  if (bounds.some((bound) => bound !== undefined && bound < 0))
    throw new Refusal('GridRange indexes must be >= 0');
  assertOrdered('Row', startRowIndex, endRowIndex);
  assertOrdered('Column', startColumnIndex, endColumnIndex);
  assertStartsOnGrid(sheet, range);
  return sheet;
}

function assertStartsOnGrid(sheet: Sheet, range: GridRange): void {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  if ((startRowIndex ?? 0) < rowCountOf(sheet) && (startColumnIndex ?? 0) < columnCountOf(sheet)) return;
  const isNone = isNothing(startRowIndex, endRowIndex) || isNothing(startColumnIndex, endColumnIndex);
  const name = `${isNone ? '(empty) ' : ''}${formatAsked(titleOf(sheet), openBoxOf(range))}`;
  throw new Refusal(
    `Range (${name}) exceeds grid limits. Max rows: ${rowCountOf(sheet)}, max columns: ${columnCountOf(sheet)}`,
  );
}

function assertOrdered(part: 'Row' | 'Column', start: number | undefined, end: number | undefined): void {
  if (start !== undefined && end !== undefined && end < start)
    throw new Refusal(`end${part}Index[${end}] cannot be before start${part}Index[${start}]`);
}

function isNothing(start: number | undefined, end: number | undefined): boolean {
  return start !== undefined && start === end;
}

function resolvedGrid(sheet: Sheet, range: GridRange): Resolved {
  const box = cutOff(sheet, range);
  const text = rangeName(sheet, box);
  const { rowCount = 0, columnCount = 0 } = sheet.properties.gridProperties ?? {};
  const place = { sheetId: sheet.sheetId, title: titleOf(sheet), rowCount, columnCount };
  return { text, sheet, box, range: { sheet: place, box, asked: openBoxOf(range) } };
}
