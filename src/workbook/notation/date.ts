import { type CalendarDate, CalendarDateSchema } from '../../domain/calendar-date.ts';
import type { Language } from '../../domain/language.ts';

const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day written day first as in Vietnam, or year first: 31/12/2024 or 2024-12-31. */
export function parseDate(text: string): CalendarDate | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  const iso =
    day === undefined || month === undefined || year === undefined
      ? text
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = CalendarDateSchema.safeParse(iso);
  return date.success ? date.data : undefined;
}

/** Day first in Vietnamese, year first in English, where 10/11 may be two days. */
export function writeDate(date: CalendarDate, language: Language): string {
  return language === 'vi' ? date.split('-').toReversed().join('/') : date;
}
