/**
 * A persistent list with holes: rows of a sheet, sizes of columns. Editing gives a new list that shares every untouched
 * chunk with the old one, so a state can be kept for rollback or a stale read at the price of what changed.
 */
type Chunk<T> = readonly (T | undefined)[];

export interface SparseList<T> {
  readonly chunks: readonly (Chunk<T> | undefined)[];
}

const CHUNK_BITS = 7;
export const CHUNK_SIZE = 1 << CHUNK_BITS;
const SLOT_MASK = CHUNK_SIZE - 1;

export function emptyList<T>(): SparseList<T> {
  return { chunks: [] };
}

export function getAt<T>(list: SparseList<T>, index: number): T | undefined {
  return list.chunks[index >>> CHUNK_BITS]?.[index & SLOT_MASK];
}

/** One past the last used slot; 0 for an empty list. */
export function extentOf<T>(list: SparseList<T>): number {
  const last = list.chunks.length - 1;
  const chunk = list.chunks[last];
  return chunk === undefined ? 0 : last * CHUNK_SIZE + chunk.findLastIndex((item) => item !== undefined) + 1;
}

/** Used slots from `from` (inclusive) to `to` (exclusive), in order. */
export function* entriesOf<T>(
  list: SparseList<T>,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Generator<readonly [index: number, item: T]> {
  const end = Math.min(to, list.chunks.length * CHUNK_SIZE);
  for (let index = Math.max(0, from); index < end; index += 1) {
    const chunk = list.chunks[index >>> CHUNK_BITS];
    if (chunk === undefined) {
      index |= SLOT_MASK;
      continue;
    }
    const item = chunk[index & SLOT_MASK];
    if (item !== undefined) yield [index, item];
  }
}

/** The list with the given slots replaced; `undefined` empties a slot. */
export function withEdits<T>(
  list: SparseList<T>,
  edits: Iterable<readonly [number, T | undefined]>,
): SparseList<T> {
  const chunks = [...list.chunks];
  const fresh = new Map<number, (T | undefined)[]>();
  for (const [index, item] of edits) {
    const at = index >>> CHUNK_BITS;
    const draft = fresh.get(at) ?? [...(chunks[at] ?? [])];
    fresh.set(at, draft);
    fillTo(draft, index & SLOT_MASK);
    draft[index & SLOT_MASK] = item;
  }
  for (const [at, draft] of fresh) {
    fillTo(chunks, at);
    chunks[at] = draft.some((item) => item !== undefined) ? draft : undefined;
  }
  return { chunks: trimmed(chunks) };
}

/** The list with `removed` slots taken out at `start` and `added` empty slots put in their place; the rest moves along. */
export function spliced<T>(
  list: SparseList<T>,
  start: number,
  removed: number,
  added: number,
): SparseList<T> {
  if (removed === added && removed === 0) return list;
  const kept: [number, T][] = [];
  for (const [index, item] of entriesOf(list, start + removed)) kept.push([index - removed + added, item]);
  return withEdits(truncated(list, start), kept);
}

/** The list without anything at `end` or beyond. */
function truncated<T>(list: SparseList<T>, end: number): SparseList<T> {
  const at = end >>> CHUNK_BITS;
  const chunks = list.chunks.slice(0, at);
  const cut = list.chunks[at]?.slice(0, end & SLOT_MASK);
  if (cut?.some((item) => item !== undefined)) chunks.push(cut);
  return { chunks: trimmed(chunks) };
}

/** Slots that hold different things in the two lists, by identity. Shared chunks are skipped without a look inside. */
export function changedSlots<T>(before: SparseList<T>, after: SparseList<T>): readonly number[] {
  const changed: number[] = [];
  const count = Math.max(before.chunks.length, after.chunks.length);
  for (let at = 0; at < count; at += 1) {
    const old = before.chunks[at];
    const now = after.chunks[at];
    if (old === now) continue;
    const size = Math.max(old?.length ?? 0, now?.length ?? 0);
    for (let slot = 0; slot < size; slot += 1) {
      if (old?.[slot] !== now?.[slot]) changed.push(at * CHUNK_SIZE + slot);
    }
  }
  return changed;
}

function fillTo<T>(items: (T | undefined)[], index: number): void {
  while (items.length <= index) items.push(undefined);
}

function trimmed<T>(chunks: readonly (T | undefined)[]): readonly (T | undefined)[] {
  const end = chunks.findLastIndex((chunk) => chunk !== undefined) + 1;
  return end === chunks.length ? chunks : chunks.slice(0, end);
}
