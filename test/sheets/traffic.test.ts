import { expect, test } from 'vitest';
import { makeTraffic, UNLIMITED } from '../../src/sheets/traffic.ts';

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

test('what is left of a minute is what all runs of the account have not asked for in the last sixty seconds', () => {
  const traffic = makeTraffic({ read: 3, write: 1 });
  traffic.book('read', 0);
  traffic.book('read', 1_000);
  traffic.book('write', 1_000);
  expect([0, 59_999, 60_000, 61_000].map((now) => traffic.left(now))).toEqual([
    { reads: 1, writes: 0 },
    { reads: 1, writes: 0 },
    { reads: 2, writes: 0 },
    { reads: 3, writes: 1 },
  ]);
});

test('a call that waits for its place has taken it, and less than nothing is never left', () => {
  const traffic = makeTraffic({ read: 1, write: 1 });
  traffic.book('read', 0);
  traffic.book('read', 0);
  expect(traffic.left(0)).toEqual({ reads: 0, writes: 1 });
});

test('where nothing is limited, what is left is what Google would give', () => {
  const traffic = makeTraffic(UNLIMITED);
  for (let call = 0; call < 70; call += 1) traffic.book('read', 0);
  traffic.book('write', 0);
  expect(traffic.left(0)).toEqual({ reads: 0, writes: 59 });
});
