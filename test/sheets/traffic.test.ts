import { expect, test } from 'vitest';
import { makeTraffic } from '../../src/sheets/traffic.ts';

test('calls within the limit go at once, the next one waits until the first is a minute old', () => {
  const traffic = makeTraffic({ read: 3, write: 1 });
  const waits = [0, 1_000, 2_000, 3_000, 4_000].map((now) => traffic.book('read', now));
  expect(waits).toEqual([0, 0, 0, 57_000, 57_000]);
});

test('reads and writes have limits of their own', () => {
  const traffic = makeTraffic({ read: 1, write: 1 });
  expect([traffic.book('read', 0), traffic.book('write', 0), traffic.book('write', 0)]).toEqual([
    0, 0, 60_000,
  ]);
});

test('a place that comes too late is not booked', () => {
  const traffic = makeTraffic({ read: 1, write: 1 });
  expect([
    traffic.book('read', 0),
    traffic.book('read', 0, 60_000),
    traffic.book('read', 59_999, 70_000),
  ]).toEqual([0, undefined, 1]);
});
