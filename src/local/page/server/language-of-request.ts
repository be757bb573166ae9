import type { IncomingMessage } from 'node:http';
import { type Language, LanguageSchema } from '../../../domain/language.ts';
import { cookieIn } from './pass-phrase.ts';

const COOKIE = 'par-index-language';

/** The languages of a workspace: the one asked for when it was started, if any, and that of the terminal. */
export interface WorkspaceLanguages {
  readonly asked: Language | undefined;
  readonly usual: Language;
}

/** Chosen on a page before, else asked for at the start, else what the browser prefers of the two, else the usual one. */
export function languageOfRequest(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { asked, usual }: WorkspaceLanguages,
): Language {
  const chosen = LanguageSchema.safeParse(cookieIn(headers.cookie, COOKIE));
  if (chosen.success) return chosen.data;
  if (asked !== undefined) return asked;
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map((each) => LanguageSchema.safeParse(each)).find(({ success }) => success)?.data ?? usual;
}
