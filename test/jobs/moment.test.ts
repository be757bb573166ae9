import { expect, test } from 'vitest';
import { formatMoment } from '../../src/jobs/moment.ts';

const MOMENT = new Date('2026-11-23T17:05:09Z');

test('a moment is written in the workbook’s time zone, day before month, in both languages', () => {
  expect(formatMoment(MOMENT, 'Asia/Ho_Chi_Minh', 'vi')).toBe('00:05:09 24/11/2026');
  expect(formatMoment(MOMENT, 'Asia/Ho_Chi_Minh', 'en')).toBe('00:05:09 24/11/2026');
  expect(formatMoment(MOMENT, 'Europe/London', 'vi')).toBe('17:05:09 23/11/2026');
});

test.each(['', 'Nowhere/Land'])('without a known time zone (%j) it is the provinces’ own', (timeZone) => {
  expect(formatMoment(MOMENT, timeZone, 'vi')).toBe('00:05:09 24/11/2026');
});
