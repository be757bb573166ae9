import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { Refusal } from '../refusal.ts';
import { assertCondition, type BooleanCondition } from './boolean-condition.ts';

export type FilterCriteria = JsonObject & {
  readonly hiddenValues?: readonly string[];
  readonly condition?: BooleanCondition;
};

export interface ColumnCriteria {
  readonly column: number;
  readonly criteria: FilterCriteria;
}

type FilterSpec = JsonObject & { readonly columnIndex?: number; readonly filterCriteria?: FilterCriteria };

/** What a filter asks of each column; where both forms are given the newer one counts [D]. */
export function criteriaOf(filter: JsonObject): readonly ColumnCriteria[] {
  const { filterSpecs, criteria } = filter;
  if (Array.isArray(filterSpecs)) {
    return (filterSpecs as readonly FilterSpec[]).map(({ columnIndex = 0, filterCriteria = {} }) => ({
      column: columnIndex,
      criteria: filterCriteria,
    }));
  }
  if (!isJsonObject(criteria)) return [];
  return Object.entries(criteria).map(([column, one]) => ({
    column: Number(column),
    criteria: one as FilterCriteria,
  }));
}

/** The filter with its criteria in both forms, as answers carry them [D]. */
export function withBothCriteria(filter: JsonObject): JsonObject {
  const columns = criteriaOf(filter);
  if (columns.length === 0) return filter;
  for (const { column, criteria } of columns) {
    if (!Number.isInteger(column) || column < 0) throw new Refusal('A filter names its columns by number.');
    if (criteria.condition !== undefined) assertCondition(criteria.condition, 'filter');
  }
  return {
    ...filter,
    criteria: Object.fromEntries(columns.map(({ column, criteria }) => [String(column), criteria])),
    filterSpecs: columns.map(({ column, criteria }) => ({
      ...(column === 0 ? {} : { columnIndex: column }),
      filterCriteria: criteria,
    })),
  };
}
