import type { Bilingual } from '../language.ts';

/** Marks that nobody has given yet, and how many units lack them. */
export interface Unfinished {
  readonly units: number;
  readonly marks: number;
}

/** What entries without any error still lack: blanks are no mistake, but a unit that has some takes no place. */
export function unfinishedLine({ units, marks }: Unfinished): Bilingual {
  return {
    vi: `Còn ${marks} tiêu chí chưa có điểm ở ${units} đơn vị; các đơn vị này chưa được xếp hạng.`,
    en:
      `${marks} ${marks === 1 ? 'mark is' : 'marks are'} still missing in ${units} ${units === 1 ? 'unit' : 'units'}; ` +
      `${units === 1 ? 'it has' : 'they have'} no rank yet.`,
  };
}
