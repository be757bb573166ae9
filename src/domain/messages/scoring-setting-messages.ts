import type { Bilingual } from '../language.ts';
import type { ScoringOptions } from '../scoring-options.ts';
import type { SettingMessage } from './setting-messages.ts';

/**
 * The settings that decide points and places; each has a default, which its meaning states. All but the status may
 * be stated for one criteria set, whose code then stands under “Applies to”.
 */
export const SCORING_SETTING_MESSAGES: Readonly<Record<keyof ScoringOptions, SettingMessage>> = {
  status: {
    name: { vi: 'Trạng thái kết quả', en: 'Status of results' },
    meaning: {
      vi: 'Chính thức: chỉ dùng điểm thẩm định (mặc định). Tạm tính: chỗ chưa thẩm định thì dùng điểm tự đánh giá, có ghi rõ.',
      en: 'Official: appraised marks only (default). Provisional: the self-assessment where nothing is appraised yet, clearly labelled.',
    },
  },
  blanks: {
    name: { vi: 'Ô chưa chấm', en: 'Blank marks' },
    meaning: {
      vi: 'Đơn vị còn ô chưa chấm thì chưa xếp hạng (mặc định), hoặc tính ô đó 0 điểm sau khi hết hạn.',
      en: 'A unit with blank marks is not ranked yet (default), or blanks count as zero once the deadline is past.',
    },
  },
  missingSurvey: {
    name: { vi: 'Thiếu điều tra xã hội học', en: 'Missing survey' },
    meaning: {
      vi: 'Đơn vị không có điểm điều tra thì chưa xếp hạng (mặc định), hoặc quy đổi điểm thẩm định ra toàn thang điểm.',
      en: 'A unit without survey marks is not ranked yet (default), or its appraised points are read on the full scale.',
    },
  },
  rankBasis: {
    name: { vi: 'Căn cứ xếp hạng', en: 'Rank basis' },
    meaning: {
      vi: 'Hạng và xếp loại theo chỉ số chính xác (mặc định) hoặc theo chỉ số đã làm tròn như hiển thị.',
      en: 'Ranks and classes follow the exact index (default) or the index as it is shown.',
    },
  },
  rankStyle: {
    name: { vi: 'Kiểu xếp hạng', en: 'Rank style' },
    meaning: {
      vi: 'Cách đánh số sau các đơn vị đồng hạng. Mặc định: cách hạng (1, 2, 2, 4).',
      en: 'How places are numbered after a tie. Default: competition (1, 2, 2, 4).',
    },
  },
  tieBreaks: {
    name: { vi: 'Tiêu chí phụ khi bằng điểm', en: 'Tie-breaks' },
    meaning: {
      vi: 'Thứ tự xét khi bằng điểm, ví dụ “khối thẩm định; tiêu chí 1.10; ít điểm phạt; ít điểm không áp dụng”. Để trống: đồng hạng.',
      en: 'What decides a tie, in order, such as “appraised block; criterion 1.10; fewer penalties; fewer removed points”. Empty: the tie stands.',
    },
  },
  statedSums: {
    name: { vi: 'Tổng điểm không khớp', en: 'Sums that differ' },
    meaning: {
      vi: 'Khi điểm tối đa hoặc tổng điểm đã ghi khác tổng các phần của nó: cảnh báo (mặc định) hoặc báo lỗi.',
      en: 'When a stated maximum or total differs from the sum of its parts: a warning (default) or an error.',
    },
  },
  sumTolerance: {
    name: { vi: 'Sai lệch tổng cho phép', en: 'Tolerance of sums' },
    meaning: {
      vi: 'Chênh lệch không quá số điểm này thì không nhắc, ví dụ 0,01 khi tổng được ghi sau làm tròn. Mặc định: 0.',
      en: 'A difference of at most so many points is not remarked on, such as 0.01 where totals were rounded. Default: 0.',
    },
  },
  removedCap: {
    name: { vi: 'Giới hạn điểm không áp dụng', en: 'Cap on points that do not apply' },
    meaning: {
      vi: 'Tổng điểm không áp dụng tối đa của một đơn vị; vượt quá thì không xếp hạng. Để trống: không giới hạn.',
      en: 'The most points that may be taken out for one unit; with more it is not ranked. Empty: no limit.',
    },
  },
  bonusCap: {
    name: { vi: 'Giới hạn điểm thưởng', en: 'Bonus cap' },
    meaning: {
      vi: 'Tổng điểm thưởng tối đa được cộng cho một đơn vị. Để trống: không giới hạn.',
      en: 'The most that bonuses add for one unit. Empty: no limit.',
    },
  },
  penaltyCap: {
    name: { vi: 'Giới hạn điểm phạt', en: 'Penalty cap' },
    meaning: {
      vi: 'Tổng điểm phạt tối đa trừ vào tổng điểm của một đơn vị. Để trống: không giới hạn.',
      en: 'The most that penalties take from the total of one unit. Empty: no limit.',
    },
  },
};

export const STATUS_WORDS: Readonly<Record<ScoringOptions['status'], Bilingual>> = {
  official: { vi: 'Chính thức', en: 'Official' },
  provisional: { vi: 'Tạm tính', en: 'Provisional' },
};

export const BLANKS_WORDS: Readonly<Record<ScoringOptions['blanks'], Bilingual>> = {
  incomplete: { vi: 'Chưa xếp hạng', en: 'Not ranked yet' },
  zero: { vi: 'Tính 0 điểm', en: 'Count as zero' },
};

export const MISSING_SURVEY_WORDS: Readonly<Record<ScoringOptions['missingSurvey'], Bilingual>> = {
  incomplete: { vi: 'Chưa xếp hạng', en: 'Not ranked yet' },
  rescale: { vi: 'Quy đổi điểm thẩm định', en: 'Rescale the appraised points' },
};

export const RANK_BASIS_WORDS: Readonly<Record<ScoringOptions['rankBasis'], Bilingual>> = {
  exact: { vi: 'Số chính xác', en: 'Exact' },
  'as-shown': { vi: 'Số đã làm tròn', en: 'As shown' },
};

export const RANK_STYLE_WORDS: Readonly<Record<ScoringOptions['rankStyle'], Bilingual>> = {
  competition: { vi: 'Cách hạng (1, 2, 2, 4)', en: 'Competition (1, 2, 2, 4)' },
  dense: { vi: 'Liền hạng (1, 2, 2, 3)', en: 'Dense (1, 2, 2, 3)' },
  ordinal: { vi: 'Không đồng hạng (1, 2, 3, 4)', en: 'Ordinal (1, 2, 3, 4)' },
};

export const STATED_SUM_WORDS: Readonly<Record<ScoringOptions['statedSums'], Bilingual>> = {
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  error: { vi: 'Báo lỗi', en: 'Error' },
};

/** The words inside tie-breaks and class ceilings. */
export const DECIDING_WORDS = {
  appraisal: { vi: 'khối thẩm định', en: 'appraised block' },
  survey: { vi: 'khối điều tra', en: 'survey block' },
  criterion: { vi: 'tiêu chí', en: 'criterion' },
  fewerPenalties: { vi: 'ít điểm phạt', en: 'fewer penalties' },
  fewerRemoved: { vi: 'ít điểm không áp dụng', en: 'fewer removed points' },
  penalties: { vi: 'điểm phạt', en: 'penalty points' },
} as const satisfies Readonly<Record<string, Bilingual>>;
