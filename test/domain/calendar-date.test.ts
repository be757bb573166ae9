import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDateSchema, daysBetween } from '../../src/domain/calendar-date.ts';
import { always } from '../engine/always.ts';

const parse = (text: string) => CalendarDateSchema.parse(text);

describe('a calendar date', () => {
  test('is refused when the calendar has no such day', () => {
    const days = [
      '2023-02-29',
      '2023-13-01',
      '2023-00-10',
      '2023-04-31',
      '2023-1-1',
      '1900-02-29',
      'hôm qua',
    ];
    expect(days.filter((text) => CalendarDateSchema.safeParse(text).success)).toEqual([]);
    expect(CalendarDateSchema.safeParse('2000-02-29').success).toBe(true);
  });

  test('is as many days from another as the clocks of the world count', () => {
    const anyDay = fc.date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true });
    always(anyDay, anyDay, (from, to) => {
      const [a, b] = [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)];
      expect(daysBetween(parse(a), parse(b))).toBe((Date.parse(b) - Date.parse(a)) / 86_400_000);
    });
  });
});
