import type { Language } from './language.ts';

/** The spreadsheet locale in which people who read a language write numbers and dates, as a spreadsheet names it. */
export const USUAL_LOCALE: Readonly<Record<Language, string>> = { vi: 'vi_VN', en: 'en_GB' };

/** The same, as dates and counts in text are written by it. */
export const LOCALE_TAG: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
