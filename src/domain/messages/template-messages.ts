import type { Bilingual } from '../language.ts';

/** What people find when they ask why they may not type into a protected cell. */
export const PROTECTION_WORDS = {
  tab: {
    vi: 'PAR Index: trang do phòng cải cách hành chính quản lý',
    en: 'PAR Index: this tab is kept by the index office',
  },
  header: {
    vi: 'PAR Index: tiêu đề của bảng, không sửa để hệ thống đọc đúng cột',
    en: 'PAR Index: headings of the table, by which its columns are found',
  },
  units: {
    vi: 'PAR Index: mã, tên và tiến độ của đơn vị; chỉ nhập ở các cột tiêu chí',
    en: 'PAR Index: codes, names and progress of the units; enter under the criteria only',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The note on a criterion's code in a matrix: everything that the short lines above it leave out. */
export function criterionNote(criterion: {
  readonly code: string;
  readonly name: string;
  readonly maximum: Bilingual;
  readonly rule: Bilingual;
  readonly entry: Bilingual;
  /** The regulation's own words, where they are not the rule already. */
  readonly regulation?: string;
}): Bilingual {
  const { code, name, maximum, rule, entry, regulation } = criterion;
  const lines = (
    words: { readonly [Word in 'maximum' | 'rule' | 'regulation' | 'entry']: string },
    language: keyof Bilingual,
  ) =>
    [
      `${code}. ${name}`,
      `${words.maximum}: ${maximum[language]}`,
      `${words.rule}: ${rule[language]}`,
      ...(regulation === undefined ? [] : [`${words.regulation}: ${regulation}`]),
      `${words.entry}: ${entry[language]}`,
    ].join('\n');
  return {
    vi: lines(
      { maximum: 'Điểm tối đa', rule: 'Quy tắc chấm', regulation: 'Văn bản quy định', entry: 'Cách nhập' },
      'vi',
    ),
    en: lines({ maximum: 'Maximum', rule: 'Rule', regulation: 'Regulation', entry: 'What to enter' }, 'en'),
  };
}
