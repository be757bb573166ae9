import { columnLetters } from './column-letters.ts';
import type { Allowed, Area } from './layout.ts';

type NumberBetween = Extract<Allowed, { readonly kind: 'number-between' }>;

/**
 * The formula that holds for a number between two bounds and for certain words, without the leading equals sign. It is
 * written for the first cell of the area, and without lists of arguments, which locales part differently.
 *
 * @param typed a number as it is typed into a formula of the spreadsheet
 */
export function numberOrWordFormula(
  { from, to, orWords = [] }: NumberBetween,
  { top, left }: Area,
  typed: (value: number) => string,
): string {
  const cell = `${columnLetters(left)}${top + 1}`;
  const isBetween = `ISNUMBER(${cell})*(${cell}>=${typed(from)})*(${cell}<=${typed(to)})`;
  const isWord = orWords.map((word) => `+(${cell}="${word.replaceAll('"', '""')}")`).join('');
  return `${isBetween}${isWord}>0`;
}

const WRITTEN =
  /^=?ISNUMBER\([A-Z]+\d+\)\*\([A-Z]+\d+>=([^)]+)\)\*\([A-Z]+\d+<=([^)]+)\)((?:\+\([A-Z]+\d+="(?:[^"]|"")*"\))*)>0$/;

/** What such a formula lets in, with its bounds as they are typed; undefined for any other formula. */
export function numberOrWordsIn(
  formula: string,
): { readonly from: string; readonly to: string; readonly words: readonly string[] } | undefined {
  const [, from, to, listed = ''] = WRITTEN.exec(formula) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const words = [...listed.matchAll(/="((?:[^"]|"")*)"/g)].map(([, word = '']) => word.replaceAll('""', '"'));
  return { from, to, words };
}
