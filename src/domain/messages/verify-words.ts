import type { Bilingual } from '../language.ts';
import { formatCount } from '../number-format.ts';

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
    vi: `GIỐNG HỆT: ${formatCount(cells, 'vi')} ô của lần công bố ${number} đúng như tính lại từ số liệu nhập. Mã lần công bố: ${hash}`,
    en: `IDENTICAL: the ${formatCount(cells, 'en')} cells of release ${number} are what the entries give. Hash of the release: ${hash}`,
  };
}

export function differencesLine(count: number, number: number): Bilingual {
  return {
    vi: `KHÔNG KHỚP: ${formatCount(count, 'vi')} chỗ khác nhau ở lần công bố ${number}.`,
    en: `NOT IDENTICAL: release ${number} differs in ${formatCount(count, 'en')} ${count === 1 ? 'place' : 'places'}.`,
  };
}

export function withdrawnNote(number: number): Bilingual {
  return {
    vi: `Lần công bố ${number} đã được rút: không ai còn mở được đường liên kết.`,
    en: `Release ${number} was withdrawn: nobody can open the link.`,
  };
}
