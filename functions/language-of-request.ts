import type { Language } from '../src/domain/language.ts';

/** The caller's language: Vietnamese unless English is asked for before it. */
export function languageOfRequest(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? '').toLowerCase().match(/\b(vi|en)\b/);
  return asked?.[1] === 'en' ? 'en' : 'vi';
}
