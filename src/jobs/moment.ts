import type { Language } from '../domain/language.ts';

const LOCALE_TAGS: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** Where the provinces are; used when a workbook carries no time zone that the host knows. */
const HOME_TIME_ZONE = 'Asia/Ho_Chi_Minh';

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return HOME_TIME_ZONE;
  }
}

/** A moment as people in the workbook's time zone write it: 14:05:09 23/11/2026. */
export function formatMoment(moment: Date, timeZone: string, language: Language): string {
  const zone = { timeZone: knownTimeZone(timeZone === '' ? HOME_TIME_ZONE : timeZone) };
  const time = new Intl.DateTimeFormat(LOCALE_TAGS[language], {
    ...zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const date = new Intl.DateTimeFormat(LOCALE_TAGS[language], {
    ...zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  return `${time.format(moment)} ${date.format(moment)}`;
}
