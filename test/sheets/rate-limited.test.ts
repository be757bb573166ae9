import { expect, test } from 'vitest';
import { rateLimitedUntil } from '../../src/sheets/rate-limited.ts';

const MOMENT = Date.parse('2026-11-23T02:41:10Z');

test.each([
  { timeZone: 'Asia/Ho_Chi_Minh', retryAt: '09:42' },
  { timeZone: 'UTC', retryAt: '02:42' },
  { timeZone: 'GMT+07:00 (của tệp)', retryAt: '02:42 UTC' },
])('in a spreadsheet of the zone $timeZone a new try makes sense at $retryAt', ({ timeZone, retryAt }) => {
  const limits = { read: 60, write: 60 };
  expect(rateLimitedUntil(MOMENT, 'write', limits, timeZone).failure).toEqual({
    kind: 'rate-limited',
    quota: 'writes',
    perMinute: 60,
    retryAt,
  });
});
