import type { Bilingual } from '../language.ts';

/** Rows of the summary, one figure each. */
export const SUMMARY_ROWS = {
  rankedUnits: { vi: 'Số đơn vị xếp hạng', en: 'Units ranked' },
  unrankedUnits: { vi: 'Số đơn vị chưa xếp hạng', en: 'Units not ranked' },
  mean: { vi: 'Chỉ số trung bình (%)', en: 'Mean index (%)' },
  meanChange: { vi: 'Thay đổi so với kỳ trước (điểm %)', en: 'Change on the period before (pp)' },
  median: { vi: 'Trung vị (%)', en: 'Median (%)' },
  highest: { vi: 'Cao nhất (%)', en: 'Highest (%)' },
  lowest: { vi: 'Thấp nhất (%)', en: 'Lowest (%)' },
  spread: { vi: 'Độ lệch chuẩn (điểm %)', en: 'Standard deviation (pp)' },
  aboveMean: { vi: 'Số đơn vị trên trung bình', en: 'Units above the mean' },
  leader: { vi: 'Dẫn đầu', en: 'Leader' },
  streak: { vi: 'Số kỳ liên tiếp đứng đầu', en: 'Periods in a row at the top' },
  up: { vi: 'Số đơn vị tăng chỉ số', en: 'Units whose index rose' },
  down: { vi: 'Số đơn vị giảm chỉ số', en: 'Units whose index fell' },
  largestRise: { vi: 'Tăng nhiều nhất (điểm %)', en: 'Largest rise (pp)' },
  largestFall: { vi: 'Giảm nhiều nhất (điểm %)', en: 'Largest fall (pp)' },
  complete: { vi: 'Số đơn vị đủ điểm', en: 'Units with all marks' },
  missing: { vi: 'Số ô chưa chấm', en: 'Marks missing' },
  selfAssessed: { vi: 'Số ô tạm lấy điểm tự đánh giá', en: 'Marks taken from self-assessment' },
  countedAsZero: { vi: 'Số ô trống tính 0 điểm', en: 'Blanks counted as zero' },
  withoutClaims: {
    vi: 'Số đơn vị không có tự đánh giá (chưa nộp hoặc nộp chậm)',
    en: 'Units without a self-assessment (none, or too late)',
  },
  late: {
    vi: 'Số lượt trễ hạn ở tiêu chí tính theo ngày',
    en: 'Times late on criteria with a due day',
  },
  removed: { vi: 'Điểm không áp dụng', en: 'Points that do not apply' },
  issues: { vi: 'Vấn đề cần xử lý (cả bảng tính)', en: 'Issues (of the whole workbook)' },
} as const satisfies Record<string, Bilingual>;

export const SUMMARY_HEADINGS = {
  groups: { vi: 'Kết quả theo nhóm', en: 'Results by group' },
  classes: { vi: 'Số đơn vị theo xếp loại', en: 'Units by class' },
  quality: { vi: 'Chất lượng số liệu', en: 'Quality of the data' },
  means: { vi: 'Chỉ số trung bình qua các kỳ (%)', en: 'Mean index by period (%)' },
  low: { vi: 'Năm tiêu chí đạt thấp nhất', en: 'The five lowest criteria' },
  divisive: { vi: 'Năm tiêu chí chênh lệch nhiều nhất', en: 'The five most divisive criteria' },
  parents: { vi: 'Theo đơn vị cấp trên', en: 'By parent unit' },
} as const satisfies Record<string, Bilingual>;

export const SUMMARY_WORDS = {
  figure: { vi: 'Chỉ tiêu', en: 'Figure' },
  before: { vi: 'Kỳ trước', en: 'Before' },
  period: { vi: 'Kỳ', en: 'Period' },
  grade: { vi: 'Xếp loại', en: 'Class' },
  place: { vi: 'Hạng', en: 'Rank' },
  index: { vi: 'Chỉ số (%)', en: 'Index (%)' },
  share: { vi: 'Tỷ lệ đạt (%)', en: 'Attained (%)' },
  spread: { vi: 'Độ lệch (điểm %)', en: 'Spread (pp)' },
  parent: { vi: 'Đơn vị cấp trên', en: 'Parent unit' },
  units: { vi: 'Số đơn vị', en: 'Units' },
  mean: { vi: 'Chỉ số trung bình (%)', en: 'Mean index (%)' },
  unitsAxis: { vi: 'đơn vị', en: 'units' },
  percentAxis: { vi: '%', en: '%' },
} as const satisfies Record<string, Bilingual>;

export function topHeading(places: number): Bilingual {
  return { vi: `${places} đơn vị dẫn đầu`, en: `Top ${places}` };
}

export function bottomHeading(places: number): Bilingual {
  return { vi: `${places} đơn vị cuối bảng`, en: `Bottom ${places}` };
}

/** Header of the column that counts a parent's units among the leading places. */
export function inTopHeader(places: number): Bilingual {
  return { vi: `Trong ${places} đơn vị dẫn đầu`, en: `In the top ${places}` };
}

/** How many of some units have all their marks. */
export interface Completeness {
  readonly group: Bilingual;
  readonly complete: number;
  readonly units: number;
}

/** Above results of which some are still to come; groups that are complete are left out by whoever asks. */
export function incompleteLine(groups: readonly Completeness[]): Bilingual {
  const told = (language: 'vi' | 'en') =>
    groups.map(({ group, complete, units }) => `${group[language]} ${complete}/${units}`).join('; ');
  return {
    vi: `CHƯA ĐỦ SỐ LIỆU · Số đơn vị đủ điểm để xếp hạng: ${told('vi')}`,
    en: `INCOMPLETE · Units with all marks, as a ranking needs: ${told('en')}`,
  };
}
