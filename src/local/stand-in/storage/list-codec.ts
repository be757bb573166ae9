import type { JsonValue } from '../contract/json.ts';
import { changedSlots, extentOf, getAt, type SparseList, spliced, withEdits } from '../model/sparse-list.ts';

/** Slots as [start, count, item]: neighbours that are one and the same object are written once. */
type Run = readonly [start: number, count: number, item: JsonValue];

/** How a list came to be from another: lines taken out and put in first, then single slots. */
export interface ListChange {
  readonly splice?: readonly [start: number, removed: number, added: number];
  readonly runs: readonly Run[];
}

export function encodeChange<T>(
  before: SparseList<T>,
  after: SparseList<T>,
  encode: (item: T) => JsonValue,
): ListChange | undefined {
  const slots = changedSlots(before, after);
  if (slots.length === 0) return undefined;
  const plain = { base: before, slots, splice: undefined };
  const { base, slots: kept, splice } = cheaper(plain, after);
  const edits = kept.map((slot) => [slot, getAt(after, slot)] as const);
  const runs = encodeRuns(edits, encode);
  return base === before || splice === undefined ? { runs } : { splice, runs };
}

interface Candidate<T> {
  readonly base: SparseList<T>;
  readonly slots: readonly number[];
  readonly splice: ListChange['splice'];
}

/** A row put in moves all rows below it; told as one splice it stays a small change. */
function cheaper<T>(plain: Candidate<T>, after: SparseList<T>): Candidate<T> {
  const growth = extentOf(after) - extentOf(plain.base);
  const [start] = plain.slots;
  if (growth === 0 || start === undefined || plain.slots.length < 16) return plain;
  const splice = [start, Math.max(0, -growth), Math.max(0, growth)] as const;
  const base = spliced(plain.base, ...splice);
  const slots = changedSlots(base, after);
  return slots.length < plain.slots.length ? { base, slots, splice } : plain;
}

export function decodeChange<T>(
  before: SparseList<T>,
  change: ListChange,
  decode: (item: JsonValue) => T,
): SparseList<T> {
  const base = change.splice === undefined ? before : spliced(before, ...change.splice);
  return withEdits(base, decodeRuns(change.runs, decode));
}

function encodeRuns<T>(
  slots: Iterable<readonly [number, T | undefined]>,
  encode: (item: T) => JsonValue,
): readonly Run[] {
  const runs: Run[] = [];
  let open: { readonly start: number; end: number; readonly item: T | undefined } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    runs.push([open.start, open.end - open.start, open.item === undefined ? null : encode(open.item)]);
  };
  for (const [slot, item] of slots) {
    if (open !== undefined && open.end === slot && open.item === item) {
      open.end += 1;
      continue;
    }
    close();
    open = { start: slot, end: slot + 1, item };
  }
  close();
  return runs;
}

function* decodeRuns<T>(
  runs: readonly Run[],
  decode: (item: JsonValue) => T,
): Generator<readonly [number, T | undefined]> {
  for (const [start, count, encoded] of runs) {
    const item = encoded === null ? undefined : decode(encoded);
    for (let index = 0; index < count; index += 1) yield [start + index, item];
  }
}
