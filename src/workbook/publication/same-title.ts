/** Programs cut titles of tabs in an .xlsx to 31 characters; what is left of one that was cut is never much shorter. */
const LEAST_OF_CUT = 24;

/** The letters and digits of a title, without the number that a second tab of its name gets. */
function lettersOf(title: string): string {
  return title
    .replace(/ \(\d+\)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * Whether a title says what a published tab is to be called: the same letters and digits, numbered where the title was
 * taken, or cut by a program that allows fewer characters.
 */
export function saysTitle(found: string, planned: string): boolean {
  if (found === planned) return true;
  const [said, wanted] = [lettersOf(found), lettersOf(planned)];
  return said === wanted || (found.length >= LEAST_OF_CUT && wanted.startsWith(said));
}
