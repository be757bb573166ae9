import { badRequest } from '../contract/google-error.ts';
import { boxOf, gridRangeOf, openBoxOf, sheetOf } from '../model/box.ts';
import { type DataFilter, matchesFilter, metadataRange } from '../model/data-filter.ts';
import type { GridRange } from '../model/wire.ts';
import { titleOf, type Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
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

/** Every range that a filter means, once, with all the filters that mean it. */
export function filteredRanges(workbook: Workbook, filters: readonly DataFilter[]): readonly FilteredRange[] {
  if (filters.length === 0) throw badRequest('At least one data filter must be specified.');
  const found = new Map<string, { readonly range: Resolved; readonly filters: DataFilter[] }>();
  for (const filter of filters) {
    for (const range of rangesOf(workbook, filter)) {
      const name = rangeName(range.sheet, range.box);
      const known = found.get(name);
      if (known === undefined) found.set(name, { range, filters: [filter] });
      else known.filters.push(filter);
    }
  }
  return [...found.values()];
}

export function rangesOf(workbook: Workbook, filter: DataFilter): readonly Resolved[] {
  if (filter.a1Range !== undefined) return [resolveA1(workbook, filter.a1Range)];
  if (filter.gridRange !== undefined) return [resolvedGrid(workbook, filter.gridRange)];
  return workbook.developerMetadata
    .filter((entry) => matchesFilter(workbook, entry, filter))
    .flatMap((entry) => {
      const range = metadataRange(entry);
      return range === undefined ? [] : [resolvedGrid(workbook, range)];
    });
}

function resolvedGrid(workbook: Workbook, range: GridRange): Resolved {
  const sheet = sheetOf(workbook, range.sheetId);
  const box = boxOf(workbook, range);
  const text = rangeName(sheet, box);
  const { rowCount = 0, columnCount = 0 } = sheet.properties.gridProperties ?? {};
  const place = { sheetId: sheet.sheetId, title: titleOf(sheet), rowCount, columnCount };
  return { text, sheet, box, range: { sheet: place, box, asked: openBoxOf(range) } };
}
