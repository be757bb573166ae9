import { type Language, LanguageSchema } from './language.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language in which even a refused command line is answered: asked for, else the terminal's. */
export function languageOfCommand(argv: readonly string[], environment: Environment): Language {
  const at = argv.findIndex((argument) => /^--language(?:=|$)/.test(argument));
  const [, given = argv[at + 1]] = (argv[at] ?? '').split('=');
  const asked = LanguageSchema.safeParse(given?.toLowerCase());
  return at !== -1 && asked.success ? asked.data : languageOfTerminal(environment);
}

/** The language of the terminal when nothing else is asked for: what POSIX lets decide, in its order; an empty setting is none. */
function languageOfTerminal(environment: Environment): Language {
  const settings = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']];
  const locale = settings.find((setting) => setting !== undefined && setting !== '') ?? '';
  return locale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}
