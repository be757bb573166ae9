/** What the stand-in tells a person, in both languages. It stands alone, so it has words of its own. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Sentence;

/** The language of the terminal; an empty setting is none. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const settings = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']];
  return settings.find(Boolean)?.toLowerCase().startsWith('vi') === true ? 'vi' : 'en';
}
