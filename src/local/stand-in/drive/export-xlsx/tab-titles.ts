import { type Sheet, titleOf } from '../../model/workbook.ts';

const MOST_LETTERS = 31;
const FORBIDDEN = /[:\\/?*[\]]|^'+|'+$|\p{Cc}/gu;
/** A title that one program keeps for itself. */
const RESERVED = 'history';

/** The titles of the tabs as an .xlsx takes them, by sheet id: 31 characters, none that is forbidden, none twice in whatever case. */
export function tabTitles(sheets: readonly Sheet[]): ReadonlyMap<number, string> {
  const taken = new Set([RESERVED]);
  // A title that fits is never taken away by one that has to be changed.
  const fitting = new Set(
    sheets.map(titleOf).flatMap((title) => (shortened(title) === title ? [title.toLowerCase()] : [])),
  );
  return new Map(
    sheets.map((sheet, index) => {
      const own = titleOf(sheet);
      const wanted = shortened(own) || `Sheet${index + 1}`;
      const isFree = (candidate: string): boolean =>
        !taken.has(candidate.toLowerCase()) && (candidate === own || !fitting.has(candidate.toLowerCase()));
      const title = freeTitle(wanted, isFree);
      taken.add(title.toLowerCase());
      return [sheet.sheetId, title];
    }),
  );
}

function shortened(title: string): string {
  return cut(title.replace(FORBIDDEN, ''), MOST_LETTERS);
}

/** Never in the middle of a letter that takes two places. */
function cut(title: string, length: number): string {
  return title.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

function freeTitle(wanted: string, isFree: (title: string) => boolean): string {
  let title = wanted;
  for (let number = 2; !isFree(title); number += 1) {
    const end = ` (${number})`;
    title = `${cut(wanted, MOST_LETTERS - end.length)}${end}`;
  }
  return title;
}
