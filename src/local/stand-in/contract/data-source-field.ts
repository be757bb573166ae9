import { isJsonObject, type JsonValue } from './json.ts';

/** The first field in the body that is about a data source (`dataSourceTable`, `dataSourceColumnReference` …). */
export function dataSourceField(value: JsonValue | undefined): string | undefined {
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      const found = dataSourceField(item);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  for (const [name, item] of Object.entries(value)) {
    const found = name.startsWith('dataSource') ? name : dataSourceField(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
