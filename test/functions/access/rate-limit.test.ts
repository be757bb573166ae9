import { expect, test } from 'vitest';
import { makeRateLimit } from '../../../functions/access/rate-limit.ts';

test('in no sixty seconds are more calls of one key taken than the limit; a refused one says when to come back', () => {
  let now = 0;
  const limit = makeRateLimit(2, () => now);
  expect([limit('a'), limit('a'), limit('b')]).toEqual([undefined, undefined, undefined]);
  now = 45_000;
  expect(limit('a')).toBe(15);
  now = 60_000;
  expect([limit('a'), limit('a'), limit('a')]).toEqual([undefined, undefined, 60]);
});

test('keys that were quiet for a minute are forgotten, so that memory does not grow', () => {
  let now = 0;
  const limit = makeRateLimit(1, () => now);
  for (let key = 0; key < 10_000; key += 1) limit(String(key));
  now = 60_001;
  expect(limit('one more')).toBeUndefined();
  expect(limit('0')).toBeUndefined();
});
