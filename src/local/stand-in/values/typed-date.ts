import { isDateFormat, parseValue } from 'numfmt';
import type { LocaleData } from './locale-data.ts';
import type { TypedNumber } from './typed-number.ts';

/** Before this serial the library counts 29 February 1900, which Google's calendar does not have. */
const MARCH_1900 = 60;

const toGoogleSerial = (serial: number): number => (serial < MARCH_1900 && serial >= 1 ? serial + 1 : serial);

function typeOf(pattern: string): string {
  const hasTime = /[hs]/i.test(pattern);
  if (!hasTime) return 'DATE';
  return /[yd]/i.test(pattern) ? 'DATE_TIME' : 'TIME';
}

function parseFull(
  text: string,
  locale: LocaleData,
): { readonly value: number; readonly pattern: string } | undefined {
  const parsed = parseValue(text, { locale: locale.name });
  if (parsed === null || typeof parsed.v !== 'number' || parsed.z === undefined) return undefined;
  if (!isDateFormat(parsed.z)) return undefined;
  return { value: toGoogleSerial(parsed.v), pattern: parsed.z };
}

function typed(value: number, pattern: string): TypedNumber {
  return { value, numberFormat: { type: typeOf(pattern), pattern } };
}

/** `d.m.y` where a point is no decimal sign: the library would read digits in groups. */
function parseDotted(text: string, locale: LocaleData): TypedNumber | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text) ?? [];
  if (day === undefined || locale.decimal !== ',') return undefined;
  const parsed = parseFull(`${day}/${month}/${year}`, locale);
  return parsed === undefined ? undefined : typed(parsed.value, parsed.pattern.replaceAll('/', '.'));
}

/**
 * Day and month alone mean the current year. With a dash the month comes first even in en_GB (measured: `1-2` → `m-d`);
 * with a slash the locale decides; with a point it is a date only where the point is no decimal sign (`3.5` typed in a
 * Norwegian sheet became 3 May, xflr6/gsheets#7).
 */
function parseDayMonth(text: string, locale: LocaleData, year: number): TypedNumber | undefined {
  const [, first, mark, second] = /^(\d{1,2})([-/.])(\d{1,2})$/.exec(text) ?? [];
  if (mark === undefined || (mark === '.' && locale.decimal !== ',')) return undefined;
  const monthFirst = mark === '-' || (mark === '/' && locale.monthFirst);
  const [month, day] = monthFirst ? [first, second] : [second, first];
  const parsed = parseFull(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`, locale);
  return parsed === undefined ? undefined : typed(parsed.value, monthFirst ? `m${mark}d` : `d${mark}m`);
}

/** `5-Feb`, `5 Feb`, `Feb 5`: the year is added so that nothing here looks at the clock. */
function parseDayMonthName(text: string, locale: LocaleData, year: number): TypedNumber | undefined {
  const [, , mark] = /^(\d{1,2})([- ])[\p{L}.]+( \d{1,2})?$/u.exec(text) ?? [];
  const nameFirst = /^[\p{L}.]+ (\d{1,2})$/u.test(text);
  if (mark === undefined && !nameFirst) return undefined;
  const parsed = parseFull(nameFirst ? `${text}, ${year}` : `${text}${mark}${year}`, locale);
  return parsed === undefined ? undefined : typed(parsed.value, parsed.pattern.replace(/[-, ]+y+/i, ''));
}

/** Two numbers, or a number and `am`: most texts of staff are neither and need no closer look. */
const MAY_BE_DATE = /\d\D+\d|\d\s?[ap]m$/i;

/** A date or time as typed in this locale; undefined for anything else. */
export function parseTypedDate(text: string, locale: LocaleData, year: number): TypedNumber | undefined {
  const short =
    parseDayMonth(text, locale, year) ?? parseDayMonthName(text, locale, year) ?? parseDotted(text, locale);
  if (short !== undefined) return short;
  const full = MAY_BE_DATE.test(text) ? parseFull(text, locale) : undefined;
  // A pattern with a day but no year would take the year from the clock.
  if (full === undefined || (/d/i.test(full.pattern) && !/y/i.test(full.pattern))) return undefined;
  return typed(full.value, full.pattern);
}
