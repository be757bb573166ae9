import type { Bilingual } from '../language.ts';

/** The name that the control workbook of a new year gets in somebody's Drive. */
export function controlFileName(province: string, period: string): Bilingual {
  const what = [province, period].filter((part) => part !== '').join(' ');
  return { vi: `Chỉ số cải cách hành chính – ${what}`, en: `PAR Index – ${what}` };
}

/** Criteria that go on with a day of last year, which somebody has to change. */
export function datedLine(setId: string, codes: readonly string[]): Bilingual {
  const list = codes.join(', ');
  return {
    vi: `Bộ tiêu chí ${setId}: thời hạn của kỳ trước còn nằm trong tham số của các tiêu chí ${list}; hãy sửa ở trang Tiêu chí.`,
    en: `Criteria set ${setId}: days of the period before still stand in the parameters of the criteria ${list}; change them in the Criteria tab.`,
  };
}
