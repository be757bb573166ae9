import { appendFileSync, readFileSync } from 'node:fs';

/** A register is a place that is always written as a whole, each time with a value that nobody writes again. */
interface Write {
  readonly kind: 'write';
  readonly register: string;
  readonly value: number;
  readonly from: number;
  /** When it was acknowledged; absent where no answer came. */
  readonly to?: number;
}

interface Read {
  readonly kind: 'read';
  readonly register: string;
  /** Every cell of the register as one call saw it; 0 stands for an empty cell. */
  readonly seen: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** One line put at the end of a list by many at once. */
interface Append {
  readonly kind: 'append';
  readonly list: string;
  readonly entry: string;
  readonly to?: number;
}

interface Listing {
  readonly kind: 'listing';
  readonly list: string;
  readonly entries: readonly string[];
}

export type Event = Write | Read | Append | Listing;

/** Everything that clients sent, were told and saw, line by line in a file: what is proved is proved from it. */
export interface History {
  readonly add: (event: Event) => void;
  readonly events: () => readonly Event[];
}

const LINES_AT_ONCE = 1000;

export function historyIn(path: string): History {
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) appendFileSync(path, `${lines.join('\n')}\n`);
    lines = [];
  };
  return {
    add: (event) => {
      lines.push(JSON.stringify(event));
      if (lines.length >= LINES_AT_ONCE) flush();
    },
    events: () => {
      flush();
      const text = readFileSync(path, 'utf8').trimEnd();
      return text.split('\n').map((line) => JSON.parse(line) as Event);
    },
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
}

/** What the history proves to have gone wrong; an empty list means that it can be explained by a server that did its work. */
export function problemsIn(events: readonly Event[]): readonly string[] {
  const writes = groupBy(
    events.filter((event) => event.kind === 'write'),
    ({ register }) => register,
  );
  const reads = groupBy(
    events.filter((event) => event.kind === 'read'),
    ({ register }) => register,
  );
  const appends = groupBy(
    events.filter((event) => event.kind === 'append'),
    ({ list }) => list,
  );
  return [
    ...[...reads].flatMap(([register, seen]) => registerProblems(writes.get(register) ?? [], seen)),
    ...events
      .filter((event) => event.kind === 'listing')
      .flatMap((listing) => listingProblems(appends.get(listing.list) ?? [], listing)),
  ];
}

/** Made by somebody before anybody came. */
const INITIAL: Write = { kind: 'write', register: '', value: 0, from: -1, to: -1 };

function registerProblems(writes: readonly Write[], reads: readonly Read[]): readonly string[] {
  const known = new Map([INITIAL, ...writes].map((write) => [write.value, { ...write }]));
  const newestBefore = newestStartBefore(writes);
  return reads
    .toSorted((a, b) => a.to - b.to)
    .flatMap(({ register, seen, from, to }) => {
      const [value = 0] = seen;
      if (seen.some((cell) => cell !== value)) return [`torn: ${register} read as ${seen.join(' ')}`];
      const write = known.get(value);
      if (write === undefined || write.from > to) return [`invented: ${register} read as ${value}`];
      // What has once been seen is there, whether it was acknowledged or not.
      const seenWrite = write.to === undefined ? { ...write, to } : write;
      known.set(value, seenWrite);
      return newestBefore(from) > (seenWrite.to ?? to)
        ? [`lost: ${register} read as ${value} after a later write had been acknowledged`]
        : [];
    });
}

/** When the last begun of all writes that were acknowledged before a moment was begun. */
function newestStartBefore(writes: readonly Write[]): (moment: number) => number {
  const acknowledged = writes
    .flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]))
    .toSorted((a, b) => a.to - b.to);
  let newest = -1;
  const starts = acknowledged.map(({ from }) => {
    newest = Math.max(newest, from);
    return newest;
  });
  return (moment) => {
    let [low, high] = [0, acknowledged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((acknowledged[middle]?.to ?? Number.POSITIVE_INFINITY) < moment) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1] ?? -1;
  };
}

function listingProblems(appends: readonly Append[], { list, entries }: Listing): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const sent = new Set(appends.map(({ entry }) => entry));
  return [
    ...appends
      .filter(({ entry, to }) => to !== undefined && !counts.has(entry))
      .map(({ entry }) => `lost: ${entry} is not in ${list}`),
    ...[...counts]
      .filter(([entry, count]) => count > 1 || !sent.has(entry))
      .map(([entry, count]) => `invented: ${entry} stands ${count} times in ${list}`),
  ];
}
