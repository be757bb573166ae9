import type { Bilingual } from '../language.ts';

/** The words of a working: how a rule came to its points, in one line. */
export const WORKING_WORDS = {
  points: { vi: 'điểm', en: 'points' },
  maximum: { vi: 'điểm tối đa', en: 'maximum' },
  remainder: { vi: 'còn lại', en: 'remainder' },
  fullFrom: { vi: 'đạt từ', en: 'full mark from' },
  belowFloor: { vi: 'chưa đạt', en: 'not' },
  daysLate: { vi: 'ngày chậm', en: 'days late' },
  onTime: { vi: 'đúng hạn', en: 'on time' },
  nothingToCount: { vi: 'không có gì để tính → không áp dụng', en: 'nothing to count → not applicable' },
  limited: { vi: 'giới hạn', en: 'limited to' },
  rounded: { vi: 'làm tròn', en: 'rounded to' },
} as const satisfies Readonly<Record<string, Bilingual>>;
