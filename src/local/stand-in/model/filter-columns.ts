import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';
import { changedLine, type SpanChange } from './span-change.ts';

/** A filter names columns of the sheet by their number, in its criteria, specs and sort order: they follow the columns. */
export function changedFilter<T extends JsonObject>(filter: T, change: SpanChange): T {
  const out: Record<string, JsonValue> = { ...filter };
  const { criteria, filterSpecs, sortSpecs } = filter;
  if (isJsonObject(criteria)) out['criteria'] = changedCriteria(criteria, change);
  if (Array.isArray(filterSpecs)) out['filterSpecs'] = changedSpecs(filterSpecs, 'columnIndex', change);
  if (Array.isArray(sortSpecs)) out['sortSpecs'] = changedSpecs(sortSpecs, 'dimensionIndex', change);
  // Only numbers of columns differ.
  return out as T;
}

function isGone(change: SpanChange, column: number): boolean {
  return change(column, column + 1) === undefined;
}

function changedCriteria(criteria: JsonObject, change: SpanChange): JsonObject {
  const kept = Object.entries(criteria).filter(([column]) => !isGone(change, Number(column)));
  return Object.fromEntries(
    kept.map(([column, value]) => [String(changedLine(change, Number(column))), value]),
  );
}

function changedSpecs(
  specs: readonly JsonValue[],
  name: 'columnIndex' | 'dimensionIndex',
  change: SpanChange,
): readonly JsonValue[] {
  return specs.flatMap((spec) => {
    if (!isJsonObject(spec)) return [spec];
    const column = typeof spec[name] === 'number' ? spec[name] : 0;
    return isGone(change, column) ? [] : [{ ...spec, [name]: changedLine(change, column) }];
  });
}
