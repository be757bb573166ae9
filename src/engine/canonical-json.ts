import { compareCodes } from '../domain/compare-codes.ts';

/**
 * JSON text that is the same for equal values: keys in code-unit order, no white space, whole numbers of any
 * size as decimal strings, maps as lists of entries in order of their keys, absent values left out.
 * Arrays keep their order: whoever has one without meaning in its order sorts it first.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return plainEntries([...value.entries()]);
  const present = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(plainEntries(present));
}

function plainEntries(
  entries: readonly (readonly [unknown, unknown])[],
): readonly (readonly [string, unknown])[] {
  return entries
    .map(([key, entry]) => [String(key), plain(entry)] as const)
    .toSorted(([a], [b]) => compareCodes(a, b));
}
