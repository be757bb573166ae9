import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Event, historyIn, problemsIn } from './history.ts';

const write = (value: number, from: number, to?: number): Event => ({
  kind: 'write',
  register: 'r',
  value,
  from,
  ...(to === undefined ? {} : { to }),
});
const read = (from: number, to: number, ...seen: number[]): Event => ({
  kind: 'read',
  register: 'r',
  seen,
  from,
  to,
});

test('a history in which each read saw the last write, or one under way, has no problem', () => {
  const events = [write(1, 0, 2), read(1, 3, 0, 0), read(3, 4, 1, 1), write(2, 5), read(6, 7, 2, 2)];
  expect(problemsIn(events)).toEqual([]);
});

test('two writes at the same time may have been applied in either order', () => {
  const events = [write(1, 0, 10), write(2, 1, 9), read(11, 12, 1), read(11, 12, 2)];
  expect(problemsIn(events.slice(0, 3))).toEqual([]);
  expect(problemsIn([...events.slice(0, 2), ...events.slice(3)])).toEqual([]);
});

test('a read that mixes two writes is torn', () => {
  expect(problemsIn([write(1, 0, 1), write(2, 2, 3), read(4, 5, 1, 2)])).toEqual(['torn: r read as 1 2']);
});

test('a read that misses an acknowledged write shows that it was lost', () => {
  expect(problemsIn([write(1, 0, 1), write(2, 2, 3), read(4, 5, 1)])).toEqual([
    'lost: r read as 1 after a later write had been acknowledged',
  ]);
  expect(problemsIn([write(1, 0, 1), read(2, 3, 0)])).toHaveLength(1);
});

test('a write without an answer that was seen once must not vanish again', () => {
  expect(problemsIn([write(1, 0, 1), write(2, 2), read(3, 4, 2)])).toEqual([]);
  expect(problemsIn([write(2, 2), read(3, 4, 2), write(3, 5, 6), read(7, 8, 2)])).toHaveLength(1);
});

test('a value that nobody wrote, or nobody had begun to write, is invented', () => {
  expect(problemsIn([write(1, 0, 1), read(2, 3, 9)])).toEqual(['invented: r read as 9']);
  expect(problemsIn([write(1, 5, 6), read(2, 3, 1)])).toEqual(['invented: r read as 1']);
});

test('a list holds each acknowledged entry once, one without an answer at most once, and no other', () => {
  const append = (entry: string, to?: number): Event => ({
    kind: 'append',
    list: 'l',
    entry,
    ...(to === undefined ? {} : { to }),
  });
  const listing = (...entries: string[]): Event => ({ kind: 'listing', list: 'l', entries });
  const sent = [append('a', 1), append('b', 2), append('c')];
  expect(problemsIn([...sent, listing('b', 'a')])).toEqual([]);
  expect(problemsIn([...sent, listing('a', 'b', 'c')])).toEqual([]);
  expect(problemsIn([...sent, listing('a', 'c')])).toEqual(['lost: b is not in l']);
  expect(problemsIn([...sent, listing('a', 'b', 'b', 'x')])).toEqual([
    'invented: b stands 2 times in l',
    'invented: x stands 1 times in l',
  ]);
});

test('the history is read back from its file as it was written', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'history-'));
  const history = historyIn(join(directory, 'log'));
  const events = Array.from({ length: 2500 }, (_, value) => write(value, value, value + 1));
  for (const event of events) history.add(event);
  expect(history.events()).toEqual(events);
  await rm(directory, { recursive: true });
});
