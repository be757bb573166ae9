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

/** Day 0 of a spreadsheet's calendar is 30 December 1899, counted in days since 1 March of the year 0. */
const SPREADSHEET_EPOCH = 693_899;
const DAYS_IN_400_YEARS = 146_097;

/** Days that a spreadsheet's number may stand for when a date is wanted: the years 1927 to 2173. */
const SERIAL_RANGE = { first: 10_000, last: 100_000 };

/** The day that a spreadsheet keeps as a number, such as 45657 for 31 December 2024; undefined for other numbers. */
export function dateOfSerial(serial: number): CalendarDate | undefined {
  if (!Number.isInteger(serial) || serial < SERIAL_RANGE.first || serial > SERIAL_RANGE.last)
    return undefined;
  const days = serial + SPREADSHEET_EPOCH;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  // Years are counted from March here, so that the leap day is the last day of a year.
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return parseDate(`${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
