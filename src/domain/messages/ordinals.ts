import type { Bilingual } from '../language.ts';

const VIETNAMESE = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'] as const;
const ENGLISH = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
] as const;

/** Endings of English ordinals in figures: 21st, 22nd, 23rd, and 11th to 13th against the rule. */
function ending(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** A place in running text: "thứ hai" and "second"; beyond ten in figures: "thứ 12" and "12th". */
export function ordinal(number: number): Bilingual {
  const [vi, en] = [VIETNAMESE[number - 1], ENGLISH[number - 1]];
  return { vi: `thứ ${vi ?? number}`, en: en ?? `${number}${ending(number)}` };
}
