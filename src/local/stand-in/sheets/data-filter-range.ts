import { gridRangeOf } from '../model/box.ts';
import type { DataFilter } from '../model/data-filter.ts';
import type { Workbook } from '../model/workbook.ts';
import { resolveA1 } from './a1-context.ts';

/** The filters with their A1 texts turned into grid ranges of this workbook. */
export function gridFilters(workbook: Workbook, filters: readonly DataFilter[]): readonly DataFilter[] {
  return filters.map((filter) => {
    if (filter.a1Range === undefined) return filter;
    const { sheet, box } = resolveA1(workbook, filter.a1Range);
    return { gridRange: gridRangeOf(sheet, box) };
  });
}
