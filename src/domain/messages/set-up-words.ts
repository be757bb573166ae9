import type { Bilingual } from '../language.ts';

/** The name that the control workbook of a new year gets in somebody's Drive. */
export function controlFileName(province: string, period: string): Bilingual {
  const what = [province, period].filter((part) => part !== '').join(' ');
  return { vi: `Chỉ số cải cách hành chính – ${what}`, en: `PAR Index – ${what}` };
}
