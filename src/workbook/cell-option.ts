import { type Cell, isEmptyCell } from '../domain/grid.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { foldLabel, isLabel } from './label.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from './reading.ts';

/** A value that staff choose from a list of words. */
export interface Option<T> {
  readonly value: T;
  readonly word: Bilingual;
}

/** A reader of one of several words in either language; the issue names them in the workbook's. */
export function optionReader<T>(
  options: readonly Option<T>[],
  language: Language,
): (cell: Cell) => Reading<T> {
  return (cell) => {
    if (isEmptyCell(cell)) return NOTHING_READ;
    const folded = foldLabel(String(cell));
    const option =
      options.find(({ word }) => isLabel(folded, word)) ??
      options.find(({ word }) => isLabel(folded, withoutExample(word)));
    if (option !== undefined) return valueRead(option.value);
    return refusal({
      code: 'not-an-option',
      given: givenText(cell),
      options: options.map((candidate) => candidate.word[language]),
    });
  };
}

/** "Cách hạng (1, 2, 2, 4)" may be typed without its example. */
function withoutExample({ vi, en }: Bilingual): Bilingual {
  const cut = (text: string) => text.replace(/ \(.*$/, '');
  return { vi: cut(vi), en: cut(en) };
}

export function optionWord<T>(options: readonly Option<T>[], value: T, language: Language): string {
  const option = options.find((candidate) => candidate.value === value);
  if (option === undefined) throw new Error(`no word for the option ${String(value)}`);
  return option.word[language];
}

export const YES_NO: readonly Option<boolean>[] = [
  { value: true, word: { vi: 'Có', en: 'Yes' } },
  { value: false, word: { vi: 'Không', en: 'No' } },
];

/** Yes or no as a word, as a tick box, or as the words TRUE and FALSE that a download makes of a tick box. */
export function yesNoReader(language: Language): (cell: Cell) => Reading<boolean> {
  const readWord = optionReader(YES_NO, language);
  return (cell) => {
    const folded = foldLabel(String(cell));
    if (folded === 'true') return valueRead(true);
    if (folded === 'false') return valueRead(false);
    return readWord(cell);
  };
}

export function yesNoWord(value: boolean, language: Language): string {
  return optionWord(YES_NO, value, language);
}
