import type { Bilingual } from '../language.ts';

/** Words of the tab that shows a group by criterion. */
export const CRITERIA_WORDS = {
  title: {
    vi: 'PHÂN TÍCH TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH',
    en: 'PUBLIC ADMINISTRATION REFORM INDEX: CRITERIA ANALYSIS',
  },
  low: { vi: 'đạt thấp', en: 'low' },
  divisive: { vi: 'chênh lệch lớn', en: 'divides the units' },
} as const satisfies Record<string, Bilingual>;

/** Headers of the table of criteria. */
export const CRITERIA_HEADERS = {
  code: { vi: 'Mã', en: 'Code' },
  criterion: { vi: 'Tiêu chí, tiêu chí thành phần', en: 'Criterion or component' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  flags: { vi: 'Nhận xét', en: 'Remark' },
  maximum: { vi: 'Điểm tối đa', en: 'Max. points' },
  mean: { vi: 'Tỷ lệ đạt TB (%)', en: 'Mean share (%)' },
  change: { vi: 'So với kỳ trước (điểm %)', en: 'Change (pp)' },
  median: { vi: 'Trung vị (%)', en: 'Median (%)' },
  lowest: { vi: 'Thấp nhất (%)', en: 'Lowest (%)' },
  highest: { vi: 'Cao nhất (%)', en: 'Highest (%)' },
  spread: { vi: 'Độ lệch chuẩn (điểm %)', en: 'Std. dev. (pp)' },
  atFullMark: { vi: 'Số đơn vị đạt tối đa', en: 'Units at full mark' },
  atZero: { vi: 'Số đơn vị 0 điểm', en: 'Units at zero' },
  lost: { vi: 'Điểm cả nhóm mất', en: 'Points lost by all' },
  overClaim: { vi: 'Tự chấm cao hơn (điểm)', en: 'Over-claim (points)' },
  lowered: { vi: 'Số lượt bị hạ điểm', en: 'Marks lowered' },
  raised: { vi: 'Số lượt được nâng', en: 'Marks raised' },
  surveyGap: { vi: 'Điều tra trừ thẩm định (điểm %)', en: 'Survey less appraisal (pp)' },
} as const satisfies Record<string, Bilingual>;

interface Bounds {
  readonly low: string;
  readonly divisive: string;
}

/** How to read the table of criteria, with the bounds of the remarks. */
export function criteriaRemark({ low, divisive }: Bounds): Bilingual {
  return {
    vi: `Xếp theo số điểm cả nhóm còn có thể đạt thêm, nhiều nhất trước. In đậm: tiêu chí gồm nhiều tiêu chí thành phần. Đạt thấp: dưới ${low} %; chênh lệch lớn: độ lệch chuẩn từ ${divisive} điểm %.`,
    en: `In the order of the points that the group could still have, most first. Bold: a criterion of several components. Low: below ${low} %; divides the units: standard deviation of ${divisive} pp or more.`,
  };
}

interface Band {
  readonly number: number;
  readonly of: number;
  /** The fields whose components the band shows. */
  readonly fields: Bilingual;
}

/** Heading of one part of the heat map; the number is left out where there is one part alone. */
export function heatHeading({ number, of, fields }: Band): Bilingual {
  const part = of === 1 ? '' : ` (${number}/${of})`;
  return {
    vi: `Tỷ lệ đạt của từng đơn vị (%)${part}: ${fields.vi}`,
    en: `Share attained by each unit (%)${part}: ${fields.en}`,
  };
}

/** Fields that are too many to be named. */
export function fieldCodes(codes: readonly string[]): Bilingual {
  return { vi: `lĩnh vực ${codes.join(', ')}`, en: `fields ${codes.join(', ')}` };
}

/** Why a large group has no heat map. */
export function noHeatMap(units: number, limit: number): Bilingual {
  return {
    vi: `Không lập bản đồ nhiệt đơn vị × tiêu chí: nhóm có ${units} đơn vị, nhiều hơn ${limit}, một bảng như vậy không còn đọc được. Điểm của từng đơn vị có ở các trang chấm điểm.`,
    en: `There is no heat map of units × criteria: the group has ${units} units, more than ${limit}, and such a table could no longer be read. The marks of each unit stand in the tabs of marks.`,
  };
}
