import type { IncomingMessage } from 'node:http';
import { type Language, LanguageSchema } from '../../../domain/language.ts';
import { cookieIn } from './pass-phrase.ts';

const COOKIE = 'par-index-language';

/** Chosen on a page before, else what the browser prefers of the two, else that of the workspace. */
export function languageOfRequest({ headers }: IncomingMessage, usual: Language): Language {
  const chosen = LanguageSchema.safeParse(cookieIn(headers.cookie, COOKIE));
  if (chosen.success) return chosen.data;
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map((each) => LanguageSchema.safeParse(each)).find(({ success }) => success)?.data ?? usual;
}
