import { compareCodes } from '../domain/compare-codes.ts';

/**
 * JSON text that is the same for equal values: keys in code-unit order, no white space, whole numbers of any
 * size as decimal strings, maps as lists of entries in order of their keys, absent values left out.
 * Arrays keep their order: whoever has one without meaning in its order sorts it first.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (value === null || typeof value !== 'object') return scalarText(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Map) return mapText(value);
  const present = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${sortedByKey(present)
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`)
    .join(',')}}`;
}

function scalarText(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`a value that JSON cannot hold: ${String(value)}`);
  return text;
}

function mapText(map: ReadonlyMap<unknown, unknown>): string {
  const entries = sortedByKey([...map].map(([key, entry]) => [String(key), entry] as const));
  return `[${entries.map(([key, entry]) => `[${JSON.stringify(key)},${canonicalJson(entry)}]`).join(',')}]`;
}

function sortedByKey<E extends readonly [string, unknown]>(entries: readonly E[]): readonly E[] {
  return entries.toSorted(([a], [b]) => compareCodes(a, b));
}
