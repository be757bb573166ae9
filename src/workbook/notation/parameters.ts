import type { Bilingual, Language } from '../../domain/language.ts';
import type { Entry } from './entries.ts';
import { isWord } from './label.ts';
import { type Parsed, type Piece, parsed, stopAt } from './piece.ts';

/** The named values of a rule such as `mỗi: 0,5; tối đa: 2`. */
export interface Parameters<Name extends string> {
  readonly values: ReadonlyMap<Name, Piece>;
  /** The words of all names, to be offered where one is missing. */
  readonly words: readonly string[];
}

/** Values by name, each at most once, in any order. */
export function readParameters<Name extends string>(
  entries: readonly Entry[],
  words: Readonly<Record<Name, Bilingual>>,
): Parsed<Parameters<Name>> {
  const names = Object.keys(words) as Name[];
  const offered = names.flatMap((name) => [words[name].vi, words[name].en]);
  const values = new Map<Name, Piece>();
  for (const { head, value } of entries) {
    const name = names.find((candidate) => isWord(head, words[candidate]));
    if (name === undefined || values.has(name)) return stopAt(head.at, 'one-of', offered);
    if (value === undefined) return stopAt(head.at + head.text.length, 'colon');
    values.set(name, value);
  }
  return parsed({ values, words: offered });
}

/** The value of a name that must be there; the stop is at the end of the text. */
export function requiredParameter<Name extends string, T>(
  { values }: Parameters<Name>,
  name: Name,
  end: number,
  word: Bilingual,
  parse: (piece: Piece) => Parsed<T>,
): Parsed<T> {
  const piece = values.get(name);
  return piece === undefined ? stopAt(end, 'one-of', [word.vi, word.en]) : parse(piece);
}

export function optionalParameter<Name extends string, T>(
  { values }: Parameters<Name>,
  name: Name,
  parse: (piece: Piece) => Parsed<T>,
): Parsed<T | undefined> {
  const piece = values.get(name);
  return piece === undefined ? parsed(undefined) : parse(piece);
}

/** Named values as they are written; those without a value are left out. */
export function writeParameters(
  parts: readonly (readonly [Bilingual, string | undefined])[],
  language: Language,
): string {
  return parts
    .flatMap(([word, value]) => (value === undefined ? [] : [`${word[language]}: ${value}`]))
    .join('; ');
}
