import { compareCodes } from '../domain/compare-codes.ts';

/** A value whose canonical text is known already, such as one that thousands of units share. */
export class Verbatim {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** A long list whose entries are made only when they are written, one after another. */
export class Series {
  readonly entries: Iterable<unknown>;

  constructor(entries: Iterable<unknown>) {
    this.entries = entries;
  }
}

/** The canonical texts of values that are shared, each made once. */
export function rememberedTexts(): (value: object) => Verbatim {
  const texts = new Map<object, Verbatim>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = new Verbatim(canonicalJson(value));
    texts.set(value, text);
    return text;
  };
}

/**
 * JSON text that is the same for equal values: keys in code-unit order, no white space, whole numbers of any
 * size as decimal strings, maps as lists of entries in order of their keys, absent values left out.
 * Arrays keep their order: whoever has one without meaning in its order sorts it first.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (value === null || typeof value !== 'object') return scalarText(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Verbatim) return value.json;
  if (value instanceof Map) return mapText(value);
  if (value instanceof Series) return canonicalJson([...value.entries]);
  return `{${presentEntries(value)
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`)
    .join(',')}}`;
}

/**
 * The canonical text of a value in pieces, so that a long text never stands in memory as a whole: the outer levels are
 * written entry by entry, what lies deeper and every map is a piece of its own.
 */
export function* canonicalPieces(value: unknown, levels: number): Generator<string> {
  const parts = levels === 0 ? undefined : partsOf(value);
  if (parts === undefined) {
    yield canonicalJson(value);
    return;
  }
  let before = parts.opening;
  for (const [key, entry] of parts.entries) {
    yield before + key;
    yield* canonicalPieces(entry, levels - 1);
    before = ',';
  }
  yield before === ',' ? parts.closing : parts.opening + parts.closing;
}

/** A list or an object as it is written: each entry after its key, which in a list is nothing. */
interface Parts {
  readonly opening: string;
  readonly entries: Iterable<readonly [string, unknown]>;
  readonly closing: string;
}

/** The parts of a value; undefined for one that is written at once. */
function partsOf(value: unknown): Parts | undefined {
  if (Array.isArray(value)) return { opening: '[', entries: withoutKeys(value), closing: ']' };
  if (value instanceof Series) return { opening: '[', entries: withoutKeys(value.entries), closing: ']' };
  const isWhole = value === null || typeof value !== 'object';
  if (isWhole || value instanceof Verbatim || value instanceof Map) return undefined;
  const entries = presentEntries(value).map(([key, entry]) => [`${JSON.stringify(key)}:`, entry] as const);
  return { opening: '{', entries, closing: '}' };
}

function* withoutKeys(entries: Iterable<unknown>): Generator<readonly [string, unknown]> {
  for (const entry of entries) yield ['', entry];
}

function presentEntries(value: object): readonly (readonly [string, unknown])[] {
  return sortedByKey(Object.entries(value).filter(([, entry]) => entry !== undefined));
}

function scalarText(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`a value that JSON cannot hold: ${String(value)}`);
  return text;
}

/** One loop over the keys: maps of marks are by far the most of what is written. */
function mapText(map: ReadonlyMap<unknown, unknown>): string {
  const keys = sortedKeys([...map.keys()].map(String));
  let text = '[';
  for (const key of keys) {
    const entry = map.get(key);
    text += `${text === '[' ? '' : ','}[${JSON.stringify(key)},${entry instanceof Verbatim ? entry.json : canonicalJson(entry)}]`;
  }
  return `${text}]`;
}

function sortedKeys(keys: readonly string[]): readonly string[] {
  const isSorted = keys.every((key, place) => place === 0 || compareCodes(keys[place - 1] ?? '', key) <= 0);
  return isSorted ? keys : keys.toSorted(compareCodes);
}

function sortedByKey<E extends readonly [string, unknown]>(entries: readonly E[]): readonly E[] {
  return entries.toSorted(([a], [b]) => compareCodes(a, b));
}
