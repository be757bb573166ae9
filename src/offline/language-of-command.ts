import { type Language, LanguageSchema } from '../domain/language.ts';

/** The language of the terminal when nothing else is asked for: what POSIX lets decide, in its order. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('vi') === true ? 'vi' : 'en';
}

/** The language that the arguments ask for, also when something else in them is wrong. */
export function languageAskedFor(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((argument) => /^--language(?:=|$)/.test(argument));
  const [, given = argv[at + 1]] = (argv[at] ?? '').split('=');
  return at === -1 ? undefined : LanguageSchema.safeParse(given).data;
}
