import type { Basis } from '../criteria-set.ts';
import type { Bilingual } from '../language.ts';

/** The blocks of points in running text. */
const BLOCK_WORDS: Readonly<Record<Basis, Bilingual>> = {
  appraisal: { vi: 'điểm thẩm định', en: 'appraised points' },
  survey: { vi: 'điểm điều tra xã hội học', en: 'survey points' },
};

/** What parted two units of the same index. */
export const TIE_BREAK_WORDS = {
  block: (basis: Basis): Bilingual => BLOCK_WORDS[basis],
  criterion: (code: string): Bilingual => ({ vi: `tiêu chí ${code}`, en: `criterion ${code}` }),
  'fewer-penalties': { vi: 'điểm phạt ít hơn', en: 'fewer penalty points' },
  'fewer-removed': { vi: 'điểm không áp dụng ít hơn', en: 'fewer points that do not apply' },
} as const;

/** The condition under which a class is out of reach. */
export const CEILING_WORDS = {
  'criterion-below': (code: string, share: string): Bilingual => ({
    vi: `tiêu chí ${code} đạt dưới ${share} %`,
    en: `criterion ${code} below ${share} %`,
  }),
  'block-below': (basis: Basis, share: string): Bilingual => ({
    vi: `${BLOCK_WORDS[basis].vi} đạt dưới ${share} %`,
    en: `${BLOCK_WORDS[basis].en} below ${share} %`,
  }),
  'penalties-above': (points: string): Bilingual => ({
    vi: `điểm phạt trên ${points}`,
    en: `penalties above ${points} points`,
  }),
} as const;

/** Remarks beside a unit's place. */
export const RANKING_NOTES = {
  tied: { vi: 'Đồng hạng', en: 'Tied' },
  beyondShownDecimals: {
    vi: 'Thứ hạng phân định ở phần thập phân không hiển thị',
    en: 'Place decided beyond the decimals shown',
  },
  gradeBeyondShownDecimals: {
    vi: 'Xếp loại phân định ở phần thập phân không hiển thị',
    en: 'Class decided beyond the decimals shown',
  },
  decidedBy: (what: Bilingual): Bilingual => ({
    vi: `Bằng chỉ số, phân định theo ${what.vi}`,
    en: `Equal index, place decided by ${what.en}`,
  }),
  ceiling: (grade: Bilingual, why: Bilingual): Bilingual => ({
    vi: `Xếp loại cao nhất là ${grade.vi} vì ${why.vi}`,
    en: `Class no higher than ${grade.en}: ${why.en}`,
  }),
  removed: (codes: string, points: string): Bilingual => ({
    vi: `Không áp dụng: ${codes} (${points} điểm)`,
    en: `Not applicable: ${codes} (${points} points)`,
  }),
  countedAsZero: (codes: string): Bilingual => ({
    vi: `Để trống, tính 0 điểm: ${codes}`,
    en: `Left blank, counted as zero: ${codes}`,
  }),
  selfAssessed: (codes: string): Bilingual => ({
    vi: `Tạm tính theo điểm tự đánh giá: ${codes}`,
    en: `Provisional, self-assessed: ${codes}`,
  }),
  surveyLeftOut: {
    vi: 'Không có điều tra xã hội học: điểm thẩm định được quy đổi ra toàn thang điểm',
    en: 'No survey was held: appraised points are read on the full scale',
  },
  deducted: (points: string): Bilingual => ({
    vi: `Bị trừ ${points} điểm ở tiêu chí hoặc lĩnh vực`,
    en: `${points} penalty ${points === '1' ? 'point' : 'points'} taken from criteria or fields`,
  }),
  incomplete: (count: number, codes: string): Bilingual => ({
    vi: `Chưa đủ điểm: còn thiếu ${count} tiêu chí (${codes})`,
    en: `Incomplete: ${count} ${count === 1 ? 'criterion' : 'criteria'} without a mark (${codes})`,
  }),
  scoredNotRanked: {
    vi: 'Được chấm điểm nhưng không xếp hạng',
    en: 'Scored, but takes no place in the ranking',
  },
  removedOverCap: (removed: string, cap: string): Bilingual => ({
    vi: `Không xếp hạng: ${removed} điểm không áp dụng, vượt mức cho phép ${cap}`,
    en: `Not ranked: ${removed} points do not apply, more than the ${cap} allowed`,
  }),
  nothingAttainable: {
    vi: 'Không có tiêu chí nào áp dụng',
    en: 'No criterion applies',
  },
} as const;
