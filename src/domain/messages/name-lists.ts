import type { Bilingual, Language } from '../language.ts';

const AND: Bilingual = { vi: 'và', en: 'and' };

/** Names in a row as a sentence holds them: A; A và B; A, B và C. Names that hold commas are parted by semicolons. */
export function joinNames(names: readonly string[], language: Language): string {
  const [last, ...others] = names.toReversed();
  if (last === undefined) return '';
  if (others.length === 0) return last;
  const mark = names.some((name) => name.includes(',')) ? '; ' : ', ';
  return `${others.toReversed().join(mark)} ${AND[language]} ${last}`;
}

/** Kinds of office that English speaks of with an article; places such as a ward or a city go without. */
const WITH_ARTICLE =
  /\b(Authority|Board|Bureau|Commission|Committee|Department|Division|Inspectorate|Office|Service|Treasury)\b/;

/** A unit's English name within a sentence. */
export function withArticle(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

/** A sentence that begins with whatever stands first. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);
}
