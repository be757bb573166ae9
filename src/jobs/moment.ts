import type { Language } from '../domain/language.ts';
import { LOCALE_TAG } from '../domain/usual-locale.ts';

/** Where the provinces are; used when a workbook carries no time zone that the host knows. */
const HOME_TIME_ZONE = 'Asia/Ho_Chi_Minh';

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return HOME_TIME_ZONE;
  }
}

function makeFormat(timeZone: string, language: Language): (moment: Date) => string {
  const tag = LOCALE_TAG[language];
  const zone = { timeZone: knownTimeZone(timeZone === '' ? HOME_TIME_ZONE : timeZone) };
  const [hour, minute, second] = ['2-digit', '2-digit', '2-digit'] as const;
  const time = new Intl.DateTimeFormat(tag, { ...zone, hourCycle: 'h23', hour, minute, second });
  const date = new Intl.DateTimeFormat(tag, { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
  return (moment) => `${time.format(moment)} ${date.format(moment)}`;
}

/** A format takes longer to make than a thousand moments take to be written. */
const formats = new Map<string, (moment: Date) => string>();

/** A moment as people in the workbook's time zone write it: 14:05:09 23/11/2026. */
export function formatMoment(moment: Date, timeZone: string, language: Language): string {
  const name = `${language} ${timeZone}`;
  const format = formats.get(name) ?? makeFormat(timeZone, language);
  formats.set(name, format);
  return format(moment);
}
