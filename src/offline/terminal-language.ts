import type { Language } from '../domain/language.ts';

/** The language of the terminal when nothing else is asked for: what POSIX lets decide, in its order. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('vi') === true ? 'vi' : 'en';
}
