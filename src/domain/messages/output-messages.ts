import type { Bilingual } from '../language.ts';
import type { Status } from '../scoring-options.ts';

/** Words of the tabs that the product writes. */
export const OUTPUT_WORDS = {
  rankingTitle: {
    vi: 'XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
    en: 'PUBLIC ADMINISTRATION REFORM INDEX: RANKING',
  },
  summaryTitle: {
    vi: 'TỔNG HỢP CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
    en: 'PUBLIC ADMINISTRATION REFORM INDEX: SUMMARY',
  },
  announcementTitle: { vi: 'THÔNG BÁO KẾT QUẢ', en: 'ANNOUNCEMENT OF RESULTS' },
  issuesTitle: { vi: 'VẤN ĐỀ CẦN XỬ LÝ', en: 'ISSUES' },
  runLogTitle: { vi: 'NHẬT KÝ TÍNH LẠI', en: 'RUN LOG' },
  noIssues: { vi: 'Không có vấn đề nào.', en: 'There are no issues.' },
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  mean: { vi: 'Trung bình', en: 'Average' },
  notRanked: { vi: 'Không xếp hạng', en: 'Not ranked' },
} as const satisfies Record<string, Bilingual>;

/** Headers of the tabs that the product writes. */
export const OUTPUT_HEADERS = {
  rank: { vi: 'Hạng', en: 'Rank' },
  unitCode: { vi: 'Mã đơn vị', en: 'Unit code' },
  unit: { vi: 'Tên đơn vị', en: 'Unit' },
  parent: { vi: 'Trực thuộc', en: 'Parent unit' },
  bonus: { vi: 'Điểm thưởng', en: 'Bonus' },
  penalty: { vi: 'Điểm phạt', en: 'Penalty' },
  total: { vi: 'Tổng điểm', en: 'Total points' },
  attainable: { vi: 'Điểm tối đa áp dụng', en: 'Attainable points' },
  index: { vi: 'Chỉ số (%)', en: 'Index (%)' },
  grade: { vi: 'Xếp loại', en: 'Class' },
  rankBefore: { vi: 'Hạng kỳ trước', en: 'Rank before' },
  movement: { vi: 'Thay đổi', en: 'Change' },
  streak: { vi: 'Số kỳ liên tiếp đứng đầu', en: 'Periods in a row at the top' },
  gap: { vi: 'Cách hạng trên (điểm %)', en: 'Gap to the place above (pp)' },
  note: { vi: 'Ghi chú', en: 'Note' },
  group: { vi: 'Nhóm xếp hạng', en: 'Group' },
  rankedUnits: { vi: 'Số đơn vị xếp hạng', en: 'Units ranked' },
  unrankedUnits: { vi: 'Số đơn vị chưa xếp hạng', en: 'Units not ranked' },
  meanIndex: { vi: 'Chỉ số trung bình (%)', en: 'Average index (%)' },
  highest: { vi: 'Cao nhất', en: 'Highest' },
  lowest: { vi: 'Thấp nhất', en: 'Lowest' },
  highestIndex: { vi: 'Chỉ số cao nhất (%)', en: 'Highest index (%)' },
  lowestIndex: { vi: 'Chỉ số thấp nhất (%)', en: 'Lowest index (%)' },
  grades: { vi: 'Số đơn vị theo xếp loại', en: 'Units by class' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  tab: { vi: 'Trang tính', en: 'Tab' },
  cell: { vi: 'Ô', en: 'Cell' },
  problem: { vi: 'Hiện trạng', en: 'What is there' },
  remedy: { vi: 'Cách sửa', en: 'What would be right' },
  since: { vi: 'Từ lần tính', en: 'Since run' },
  version: { vi: 'Lần', en: 'Run' },
  when: { vi: 'Thời điểm', en: 'When' },
  who: { vi: 'Người thực hiện', en: 'Who' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  errors: { vi: 'Số lỗi', en: 'Errors' },
  warnings: { vi: 'Số cảnh báo', en: 'Warnings' },
  entriesHash: { vi: 'Mã số liệu nhập', en: 'Entries hash' },
  resultsHash: { vi: 'Mã kết quả', en: 'Results hash' },
  rankChanges: { vi: 'Số đơn vị đổi hạng', en: 'Ranks changed' },
  duration: { vi: 'Thời gian (ms)', en: 'Duration (ms)' },
  calls: { vi: 'Số lượt gọi Google', en: 'Google calls' },
} as const satisfies Record<string, Bilingual>;

/** Headers of the two blocks of points, with the block's full maximum in points. */
export const BLOCK_HEADERS = {
  appraisal: (max: string): Bilingual => ({
    vi: `Điểm thẩm định (tối đa ${max})`,
    en: `Appraised points (of ${max})`,
  }),
  survey: (max: string): Bilingual => ({
    vi: `Điểm điều tra xã hội học (tối đa ${max})`,
    en: `Survey points (of ${max})`,
  }),
} as const;

/** On which entries the results stand, beside every title: provisional ones can never pass for official. */
const STATUS_WORDS: Readonly<Record<Status, Bilingual>> = {
  official: { vi: 'Kết quả chính thức', en: 'Official results' },
  provisional: {
    vi: 'KẾT QUẢ TẠM TÍNH: có điểm tự đánh giá chưa được thẩm định',
    en: 'PROVISIONAL RESULTS: some points are self-assessed and not yet appraised',
  },
};

interface Subtitle {
  readonly group?: string;
  readonly province: string;
  readonly period: string;
  readonly status: Status;
  readonly notice?: string;
}

/** The line under a title: which group, province and period, on which entries, and the office's notice; blanks are left out. */
export function subtitleLine({ group = '', province, period, status, notice = '' }: Subtitle): Bilingual {
  const { vi: statusVi, en: statusEn } = STATUS_WORDS[status];
  const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' · ');
  return {
    vi: joined([group, province, period === '' ? '' : `Kỳ đánh giá ${period}`, statusVi, notice]),
    en: joined([group, province, period === '' ? '' : `Period ${period}`, statusEn, notice]),
  };
}

/** How the office's own cases came out. */
export function caseCountLine({ passed, failed }: { passed: number; failed: number }): Bilingual {
  return {
    vi: `Kiểm thử quy tắc: ${passed} đạt, ${failed} không đạt`,
    en: `Rule cases: ${passed} passed, ${failed} failed`,
  };
}

/** How many issues there are, by how grave they are. */
export function issueCounts(errors: number, warnings: number): Bilingual {
  return {
    vi: `${errors} lỗi, ${warnings} cảnh báo`,
    en: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  };
}

/**
 * How many issues stand, and since when. The line is only written when the list changes, so it says what stays true
 * after later runs found the same.
 */
export function issueCountLine(errors: number, warnings: number, moment: string): Bilingual {
  const counts = issueCounts(errors, warnings);
  return {
    vi: `${counts.vi} · Danh sách không đổi từ lần kiểm tra lúc ${moment}; lần gần nhất xem trang Nhật ký`,
    en: `${counts.en} · This list is unchanged since the check of ${moment}; see the run log for the last one`,
  };
}

export const RUN_OUTCOMES = {
  recomputed: { vi: 'Đã tính lại', en: 'Recomputed' },
  unchanged: { vi: 'Đã tính lại, kết quả không đổi', en: 'Recomputed, nothing changed' },
  refused: { vi: 'Không tính: số liệu còn lỗi', en: 'Not computed: entries have errors' },
  outdated: {
    vi: 'Không tính: số liệu nhập đã thay đổi sau lần tính trước',
    en: 'Not computed: entries changed after the run before',
  },
} as const satisfies Record<string, Bilingual>;
