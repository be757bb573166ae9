import { MAX_TITLE } from './limits.ts';

/** Characters that no tab of an .xlsx may have in its title. */
const REFUSED = /[:\\/?*[\]]/g;

function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** A title as Excel opens it: at most 31 characters, none that it refuses, and unlike every other in capitals or not. */
export function excelTitle(wanted: string, titles: readonly string[]): string {
  const taken = new Set(titles.map((each) => each.toLowerCase()));
  const clean = wanted.replace(REFUSED, '-').replace(/^'|'$/g, '’');
  const short = clean.length > MAX_TITLE ? `${cut(clean, MAX_TITLE - 1)}…` : clean;
  let title = short;
  for (let copy = 2; taken.has(title.toLowerCase()); copy += 1) {
    const suffix = ` (${copy})`;
    title = `${cut(short, MAX_TITLE - suffix.length)}${suffix}`;
  }
  return title;
}
