import type { Bilingual } from '../language.ts';
import type { NodeAspect, NodeDifference } from '../set-difference.ts';

export const NODE_CHANGE_WORDS: Readonly<Record<NodeDifference['kind'], Bilingual>> = {
  added: { vi: 'Thêm', en: 'Added' },
  removed: { vi: 'Bỏ', en: 'Removed' },
  changed: { vi: 'Sửa', en: 'Changed' },
};

export const ASPECT_WORDS: Readonly<Record<NodeAspect, Bilingual>> = {
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  parent: { vi: 'Mã cha', en: 'Parent code' },
  maximum: { vi: 'Điểm tối đa', en: 'Maximum' },
  scored: { vi: 'Loại dòng', en: 'Sort of row' },
  basis: { vi: 'Nguồn điểm', en: 'Basis' },
  rule: { vi: 'Cách chấm', en: 'Rule' },
  regulation: { vi: 'Nội dung chấm điểm', en: 'Scoring text' },
};

export const SET_DIFFERENCE_WORDS = {
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  change: { vi: 'Thay đổi', en: 'Change' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  scoredRow: { vi: 'được chấm điểm', en: 'scored' },
  branchRow: { vi: 'có tiêu chí con', en: 'has criteria below it' },
  nothing: { vi: '(trống)', en: '(empty)' },
  noVersion: { vi: 'không ghi phiên bản', en: 'no version' },
  same: {
    vi: 'Bộ tiêu chí không thay đổi so với phiên bản trước.',
    en: 'The set is the same as the version before.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What a difference comes to, in one line above the table. */
export function setDifferenceLine(
  counts: Readonly<Record<NodeDifference['kind'], number>>,
  versions: { readonly before: Bilingual; readonly after: Bilingual },
  maxima: { readonly before: Bilingual; readonly after: Bilingual },
): Bilingual {
  const { added, removed, changed } = counts;
  return {
    vi: `So với phiên bản trước (${versions.before.vi} → ${versions.after.vi}): thêm ${added}, bỏ ${removed}, sửa ${changed} dòng; tổng điểm tối đa ${maxima.before.vi} → ${maxima.after.vi}.`,
    en: `Against the version before (${versions.before.en} → ${versions.after.en}): ${added} added, ${removed} removed, ${changed} changed; total maximum ${maxima.before.en} → ${maxima.after.en}.`,
  };
}
