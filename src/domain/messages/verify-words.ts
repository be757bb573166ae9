import type { Bilingual } from '../language.ts';

/** What a verification came to, in one line. */
export function identicalLine({
  number,
  cells,
  hash,
}: {
  readonly number: number;
  readonly cells: number;
  readonly hash: string;
}): Bilingual {
  return {
    vi: `GIỐNG HỆT: ${cells} ô của lần công bố ${number} đúng như tính lại từ số liệu nhập. Mã lần công bố: ${hash}`,
    en: `IDENTICAL: the ${cells} cells of release ${number} are what the entries give. Hash of the release: ${hash}`,
  };
}

export function differencesLine(count: number, number: number): Bilingual {
  return {
    vi: `KHÔNG KHỚP: ${count} chỗ khác nhau ở lần công bố ${number}.`,
    en: `NOT IDENTICAL: release ${number} differs in ${count} ${count === 1 ? 'place' : 'places'}.`,
  };
}

export function withdrawnNote(number: number): Bilingual {
  return {
    vi: `Lần công bố ${number} đã được rút.`,
    en: `Release ${number} was withdrawn.`,
  };
}
