import type { Bilingual } from '../language.ts';

/** Words of the tab with a page for each unit. */
export const PROFILE_WORDS = {
  title: {
    vi: 'HỒ SƠ ĐƠN VỊ VỀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
    en: 'PUBLIC ADMINISTRATION REFORM INDEX: UNIT PROFILES',
  },
  remark: {
    vi: 'Mỗi đơn vị một trang, theo thứ hạng. TB nhóm: trung bình các đơn vị được xếp hạng. Chữ xanh: từ trung bình trở lên; chữ cam: dưới trung bình.',
    en: 'One page for each unit, in the order of ranks. Group mean: of the ranked units. Blue: at or above the mean; orange: below it.',
  },
  noLoss: { vi: 'Không mất điểm ở tiêu chí nào đã chấm', en: 'No points lost on any marked criterion' },
  noStrength: { vi: 'Không có tiêu chí nào trên trung bình nhóm', en: 'No criterion above the mean' },
  noWeakness: { vi: 'Không có tiêu chí nào dưới trung bình nhóm', en: 'No criterion below the mean' },
  isFirst: { vi: 'Đã ở hạng cao nhất của nhóm', en: 'Holds the best place of the group already' },
  sameIndex: { vi: 'Bằng chỉ số với đơn vị hạng trên', en: 'Has the same index as the unit above' },
  isBestClass: { vi: 'Đã ở mức xếp loại cao nhất', en: 'Is in the best class already' },
  notByMarks: {
    vi: 'Đạt điểm tối đa ở mọi tiêu chí cũng chưa đủ',
    en: 'Even full marks on every criterion would not do',
  },
  notRankedYet: { vi: 'Chưa xếp hạng', en: 'Not ranked yet' },
  noClasses: { vi: 'Không có mức xếp loại', en: 'There are no classes' },
  nextPlace: { vi: 'Hạng trên', en: 'Next place' },
  nextClass: { vi: 'Loại trên', en: 'Next class' },
  note: { vi: 'Ghi chú', en: 'Notes' },
  decisions: { vi: 'Hội đồng', en: 'Council' },
  none: { vi: 'Không có', en: 'None' },
  rangeReason: {
    vi: 'Tùy các điểm còn thiếu của nhóm',
    en: 'Depending on the marks that the group still lacks',
  },
  setChanged: {
    vi: 'Bộ tiêu chí đã thay đổi so với kỳ trước, so sánh chỉ để tham khảo',
    en: 'The set of criteria has changed since the period before; comparisons are for reference',
  },
  thisPeriod: { vi: 'Kỳ này', en: 'Now' },
} as const satisfies Record<string, Bilingual>;

/** Headers of the parts of a page, and of the table that stands for the pages of a large group. */
export const PROFILE_HEADERS = {
  groupMean: { vi: 'TB nhóm (%)', en: 'Group mean (%)' },
  groupBest: { vi: 'Cao nhất (%)', en: 'Best (%)' },
  gap: { vi: 'Cách hạng trên (điểm %)', en: 'Gap to next place (pp)' },
  overClaim: { vi: 'Tự chấm cao hơn (điểm)', en: 'Over-claim (points)' },
  surveyGap: { vi: 'Điều tra trừ thẩm định (điểm %)', en: 'Survey less appraisal (pp)' },
  code: { vi: 'Mã', en: 'Code' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  maximum: { vi: 'Tối đa', en: 'Possible' },
  points: { vi: 'Điểm', en: 'Points' },
  share: { vi: 'Tỷ lệ đạt (%)', en: 'Attained (%)' },
  rankInField: { vi: 'Hạng', en: 'Rank' },
  lost: { vi: 'Mất điểm nhiều nhất', en: 'Most points lost' },
  lostPoints: { vi: 'Mất', en: 'Lost' },
  meanPoints: { vi: 'TB nhóm', en: 'Group mean' },
  bestPoints: { vi: 'Cao nhất', en: 'Best' },
  strengths: { vi: 'Mạnh nhất so với trung bình nhóm', en: 'Furthest above the mean' },
  weaknesses: { vi: 'Yếu nhất so với trung bình nhóm', en: 'Furthest below the mean' },
  aboveMean: { vi: 'So với TB', en: 'To the mean' },
  lift: { vi: 'Để lên', en: 'To reach' },
  liftBy: { vi: 'cần đạt điểm tối đa ít nhất ở', en: 'it takes full marks at least on' },
  liftCount: { vi: 'Số mục', en: 'Criteria' },
  liftIndex: { vi: 'Chỉ số mới', en: 'Index then' },
  history: { vi: 'Diễn biến qua các kỳ', en: 'Past and present' },
  indexChange: { vi: 'Thay đổi chỉ số (điểm %)', en: 'Change of the index (pp)' },
  rankChange: { vi: 'Thay đổi hạng', en: 'Change of the rank' },
  range: { vi: 'Hạng và chỉ số còn có thể đạt', en: 'Places and indexes still possible' },
  bestRank: { vi: 'Hạng tốt nhất', en: 'Best place' },
  worstRank: { vi: 'Hạng thấp nhất', en: 'Worst place' },
  highestIndex: { vi: 'Chỉ số cao nhất (%)', en: 'Highest index (%)' },
  lowestIndex: { vi: 'Chỉ số thấp nhất (%)', en: 'Lowest index (%)' },
  indexBefore: { vi: 'Chỉ số kỳ trước (%)', en: 'Index before (%)' },
  liftPlace: { vi: 'Để lên một hạng cần tối đa ở', en: 'Next place takes full marks on' },
  liftClass: { vi: 'Để lên một loại cần tối đa ở', en: 'Next class takes full marks on' },
  lostMost: { vi: 'Mất nhiều nhất ở', en: 'Most lost on' },
  strongOn: { vi: 'Mạnh ở', en: 'Strong on' },
  weakOn: { vi: 'Yếu ở', en: 'Weak on' },
} as const satisfies Record<string, Bilingual>;

/** A class by its name, as what a unit would reach next. */
export function nextClassNamed(grade: Bilingual): Bilingual {
  return { vi: `Loại ${grade.vi}`, en: `Class ${grade.en}` };
}

export function bonusNote(points: string): Bilingual {
  return { vi: `Điểm thưởng: ${points}`, en: `Bonus: ${points}` };
}

export function penaltyNote(points: string): Bilingual {
  return { vi: `Điểm phạt trên tổng điểm: ${points}`, en: `Penalty on the total: ${points}` };
}

/** The only figure that a merged or split unit has of the period before. */
export function referenceNote(mean: string): Bilingual {
  return {
    vi: `Chỉ số kỳ trước trung bình của các đơn vị tiền thân: ${mean} %`,
    en: `Average index of its predecessors in the period before: ${mean} %`,
  };
}

interface Decision {
  readonly code: string;
  readonly points: string;
  readonly reason: string;
  readonly by: string;
}

/** A decision with its reason and who took it, as far as they are told. */
export function decisionNote({ code, points, reason, by }: Decision): Bilingual {
  const told = [reason, by].filter((text) => text !== '').map((text) => ` – ${text}`);
  return {
    vi: `${code}: ${points} điểm${told.join('')}`,
    en: `${code}: ${points} points${told.join('')}`,
  };
}

/** Why a large group has a line for each unit instead of a page. */
export function linesInstead(units: number, limit: number): Bilingual {
  return {
    vi: `Nhóm có ${units} đơn vị, nhiều hơn ${limit}: mỗi đơn vị ghi một dòng thay cho một trang hồ sơ.`,
    en: `The group has ${units} units, more than ${limit}: each unit has a line here instead of a page.`,
  };
}
