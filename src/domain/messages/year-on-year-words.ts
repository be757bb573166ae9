import type { Bilingual } from '../language.ts';

/** What `par-index compare` says of two periods. */
export const YEAR_ON_YEAR_WORDS = {
  published: { vi: 'Theo kết quả kỳ trước như đã công bố', en: 'Against the earlier results as published' },
  recomputed: {
    vi: 'Theo số liệu nhập của kỳ trước, tính lại',
    en: 'Against the entries of the earlier period, scored again',
  },
  likeForLike: {
    vi: 'Chỉ trên những tiêu chí mà hai kỳ cùng có: tỷ lệ điểm đạt (%)',
    en: 'Only on criteria that both periods share: share of points attained (%)',
  },
  nothing: { vi: 'Không có đơn vị nào so được.', en: 'No unit can be compared.' },
  indexBefore: { vi: 'Chỉ số kỳ trước', en: 'Index before' },
  index: { vi: 'Chỉ số', en: 'Index' },
  indexChange: { vi: 'Thay đổi (điểm %)', en: 'Change (pp)' },
  rankBefore: { vi: 'Hạng kỳ trước', en: 'Rank before' },
  rank: { vi: 'Hạng', en: 'Rank' },
  rankChange: { vi: 'Tăng, giảm hạng', en: 'Places' },
  pointsBefore: { vi: 'Điểm kỳ trước', en: 'Points before' },
  points: { vi: 'Điểm', en: 'Points' },
  pointsChange: { vi: 'Thay đổi điểm', en: 'Change of points' },
  components: { vi: 'Số tiêu chí', en: 'Criteria' },
  shareBefore: { vi: 'Kỳ trước', en: 'Before' },
  share: { vi: 'Kỳ này', en: 'Now' },
  setVersionChanged: {
    vi: 'Hai kỳ được chấm theo hai phiên bản bộ tiêu chí khác nhau.',
    en: 'The two periods were scored by different versions of the criteria set.',
  },
} as const;

export function periodsLine(last: string, now: string): Bilingual {
  return {
    vi: `Kỳ ${last} so với kỳ ${now}; ba cách so được giữ riêng:`,
    en: `Period ${last} against period ${now}; three comparisons, kept apart:`,
  };
}

/** Two periods of which one is a result document only: it does not hold the criteria that both share. */
export function workbooksWantedLine(last: string, now: string): Bilingual {
  return {
    vi: `Hai bên là hai kỳ khác nhau (${last} và ${now}); để so từng kỳ như đã công bố, tính lại và trên tiêu chí chung, hãy đưa bảng tính của cả hai kỳ thay cho result.json.`,
    en: `The two sides are of different periods (${last} and ${now}); for the change as published, scored again and on shared criteria give the workbooks of both instead of a result.json.`,
  };
}

export function notPublishedLine(period: string): Bilingual {
  return {
    vi: `Trang Kết quả các kỳ trước của kỳ sau không có kết quả của kỳ ${period}.`,
    en: `The Past results tab of the later period has no results of ${period}.`,
  };
}

/** How many units of a group rose and fell, and the mean of their changes. */
export function movementsLine(
  { up, down, unchanged }: { readonly up: number; readonly down: number; readonly unchanged: number },
  meanChange: string,
): Bilingual {
  return {
    vi: `Tăng: ${up} · giảm: ${down} · không đổi: ${unchanged} · thay đổi trung bình: ${meanChange} điểm %`,
    en: `Up: ${up} · down: ${down} · unchanged: ${unchanged} · mean change: ${meanChange} pp`,
  };
}

/** A unit that has no index of its own in the period before. */
export function notCarriedLine(unit: string, why: Bilingual, reference: string | undefined): Bilingual {
  return {
    vi: `${unit}: ${why.vi}; không so trực tiếp${reference === undefined ? '' : `; bình quân các đơn vị cũ: ${reference}`}`,
    en: `${unit}: ${why.en}; not compared${reference === undefined ? '' : `; mean of its predecessors: ${reference}`}`,
  };
}
