import type { Bilingual } from '../language.ts';

/** What stands in a cell where no figure can stand: neither may be taken for a zero. */
export const CELL_SIGNS = { notApplicable: '–', missing: '?' } as const;

/** What the signs and looks of cells mean, below a table that has such cells. */
export const SIGN_LEGENDS = {
  notApplicable: { vi: '“–” là không áp dụng', en: '“–” does not apply' },
  missing: {
    vi: '“?” và ô nền vàng là chưa chấm đủ điểm',
    en: '“?” and cells with a yellow background still lack marks',
  },
  countedAsZero: {
    vi: 'số 0 in nghiêng là để trống, tính 0 điểm',
    en: 'a zero in italics was left blank and counts as zero',
  },
} as const satisfies Record<string, Bilingual>;

/** The legend in one line. */
export function signLegend(parts: readonly (keyof typeof SIGN_LEGENDS)[]): Bilingual {
  const joined = (language: 'vi' | 'en') => parts.map((part) => SIGN_LEGENDS[part][language]).join('; ');
  return { vi: `Ký hiệu: ${joined('vi')}.`, en: `Signs: ${joined('en')}.` };
}
