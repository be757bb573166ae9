import { foldLabel } from './label.ts';

/** The word that is spelled most like another; undefined where none shares at least half of its letters. */
export function nearestWord(given: string, words: Iterable<string>): string | undefined {
  let nearest: { readonly word: string; readonly distance: number } | undefined;
  for (const word of words) {
    const distance = editDistance(foldLabel(given), foldLabel(word));
    if (nearest === undefined || distance < nearest.distance) nearest = { word, distance };
  }
  return nearest !== undefined && nearest.distance * 2 <= given.length ? nearest.word : undefined;
}

/** How many letters must be put in, taken out or replaced (Levenshtein). */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [row, letter] of [...a].entries()) {
    const now = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (before[column] ?? 0) + (letter === other ? 0 : 1);
      now.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
