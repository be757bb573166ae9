import type { JsonObject } from '../contract/json.ts';
import { Refusal } from '../refusal.ts';
import { normalizeColors } from './color.ts';

/** `en`, `en_US`, `zh_Hant`: what Google takes; `xx` and words are none. */
export function isLocale(locale: string): boolean {
  if (!/^[a-z]{2,3}(_[A-Za-z0-9]{2,8})*$/.test(locale)) return false;
  return Intl.DateTimeFormat.supportedLocalesOf(locale.replaceAll('_', '-')).length > 0;
}

/** A name of the time-zone database, or an offset such as `GMT-07:00` [D]. */
export function isTimeZone(timeZone: string): boolean {
  if (/^GMT[+-]\d{2}:\d{2}$/.test(timeZone)) return true;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

/** The properties as they are kept; a locale or zone that does not exist is refused (the wording is ours). */
export function checkedProperties(properties: JsonObject): JsonObject {
  const { locale, timeZone } = properties;
  if (typeof locale === 'string' && !isLocale(locale)) throw new Refusal(`Unsupported locale: ${locale}`);
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    throw new Refusal(`Unsupported time zone: ${timeZone}`);
  return normalizeColors(properties);
}
