import type { Bilingual } from '../language.ts';
import type { RuleKind } from '../rule.ts';

/** A rule kind as it is chosen in the Criteria tab, its parameters by example, and what is then entered. */
export interface RuleMessage {
  readonly word: Bilingual;
  readonly example: Bilingual;
  readonly entry: Bilingual;
}

export const RULE_MESSAGES: Readonly<Record<RuleKind, RuleMessage>> = {
  judgement: {
    word: { vi: 'Chấm trực tiếp', en: 'Judgement' },
    example: { vi: '(để trống)', en: '(empty)' },
    entry: { vi: 'điểm, ví dụ 1,5', en: 'points such as 1.5' },
  },
  'yes-no': {
    word: { vi: 'Đạt / Không đạt', en: 'Yes / no' },
    example: { vi: '(để trống)', en: '(empty)' },
    entry: { vi: 'Đạt hoặc Không đạt', en: 'Yes or No' },
  },
  choice: {
    word: { vi: 'Lựa chọn', en: 'Choice' },
    example: {
      vi: 'Kịp thời: 1; Không kịp thời: 0,5; Không ban hành: 0',
      en: 'In time: 1; Late: 0.5; Never: 0',
    },
    entry: { vi: 'một trong các lựa chọn', en: 'one of the options' },
  },
  bands: {
    word: { vi: 'Theo mức', en: 'Bands' },
    example: { vi: '≥ 100%: 2; ≥ 80%: 1; còn lại: 0', en: '≥ 100%: 2; ≥ 80%: 1; remainder: 0' },
    entry: { vi: 'tỷ lệ như 95% hoặc 190/200, hay một số', en: 'a rate such as 95% or 190/200, or a number' },
  },
  proportional: {
    word: { vi: 'Theo tỷ lệ', en: 'Proportional' },
    example: { vi: 'đủ: 100%; sàn: ≥ 80%', en: 'full: 100%; floor: ≥ 80%' },
    entry: { vi: 'tỷ lệ như 95% hoặc 190/200', en: 'a rate such as 95% or 190/200' },
  },
  linear: {
    word: { vi: 'Tuyến tính', en: 'Linear' },
    example: { vi: 'từ: 50%; đến: 100%', en: 'from: 50%; to: 100%' },
    entry: { vi: 'tỷ lệ như 95% hoặc 190/200, hay một số', en: 'a rate such as 95% or 190/200, or a number' },
  },
  satisfaction: {
    word: { vi: 'Tỷ lệ hài lòng', en: 'Satisfaction rate' },
    example: { vi: '(để trống)', en: '(empty)' },
    entry: { vi: 'tỷ lệ như 85,5% hoặc 171/200', en: 'a rate such as 85.5% or 171/200' },
  },
  'count-ratio': {
    word: { vi: 'Tỷ lệ từ số liệu', en: 'Ratio of counts' },
    example: {
      vi: '(tổng số − quá hạn) / tổng số → Theo mức: ≥ 90%: 2; còn lại: 0',
      en: '(all − overdue) / all → Bands: ≥ 90%: 2; remainder: 0',
    },
    entry: {
      vi: 'các số liệu, ví dụ “tổng số: 200; quá hạn: 10”',
      en: 'the counts, such as “all: 200; overdue: 10”',
    },
  },
  'per-count': {
    word: { vi: 'Theo số lượng', en: 'Per count' },
    example: { vi: 'mỗi: 0,5; tối đa: 2', en: 'each: 0.5; cap: 2' },
    entry: { vi: 'số lượng, ví dụ 3', en: 'a number such as 3' },
  },
  deduction: {
    word: { vi: 'Trừ điểm', en: 'Deduction' },
    example: { vi: 'Vi phạm nhẹ: 50%; Nghiêm trọng: 100%', en: 'Minor: 50%; Serious: 100%' },
    entry: {
      vi: 'số vụ, ví dụ “Vi phạm nhẹ: 1; Nghiêm trọng: 0”',
      en: 'the events, such as “Minor: 1; Serious: 0”',
    },
  },
  lateness: {
    word: { vi: 'Theo thời hạn', en: 'Lateness' },
    example: {
      vi: 'hạn: 31/12/2024; ≤ 0 ngày: 1; ≤ 15 ngày: 0,5; còn lại: 0',
      en: 'due: 2024-12-31; ≤ 0 days: 1; ≤ 15 days: 0.5; remainder: 0',
    },
    entry: {
      vi: 'ngày như 31/12/2024, số ngày chậm, hoặc Không thực hiện',
      en: 'a date such as 2024-12-31, days late, or Not done',
    },
  },
  'mean-of-items': {
    word: { vi: 'Trung bình các mục', en: 'Mean of items' },
    example: { vi: 'thang: 10; làm tròn: 1', en: 'scale: 10; decimals: 1' },
    entry: { vi: 'điểm từng mục, ví dụ “8; 9; 7,5”', en: 'the items, such as “8; 9; 7.5”' },
  },
  survey: {
    word: { vi: 'Phiếu điều tra', en: 'Survey answers' },
    example: {
      vi: 'A: 100%; B: 60%; C: 20%; D: 0%; E: không tính',
      en: 'A: 100%; B: 60%; C: 20%; D: 0%; E: not counted',
    },
    entry: { vi: 'số phiếu, ví dụ “A: 120; B: 30; C: 5”', en: 'the answers, such as “A: 120; B: 30; C: 5”' },
  },
  'outside-index': {
    word: { vi: 'Chỉ số bên ngoài', en: 'Outside index' },
    example: { vi: 'thang: 100', en: 'scale: 100' },
    entry: { vi: 'giá trị chỉ số, ví dụ 84,5', en: 'the index, such as 84.5' },
  },
  steps: {
    word: { vi: 'Theo bậc', en: 'Steps' },
    example: {
      vi: 'gốc: 10; từ: 3500; mỗi: 100; cộng: 0,5; tối đa: 35',
      en: 'base: 10; above: 3500; step: 100; add: 0.5; cap: 35',
    },
    entry: { vi: 'một số, ví dụ 4200', en: 'a number such as 4200' },
  },
};

/** The words inside rule parameters; those of English never mean something else in Vietnamese. */
export const RULE_WORDS = {
  remainder: { vi: 'còn lại', en: 'remainder' },
  full: { vi: 'đủ', en: 'full' },
  floor: { vi: 'sàn', en: 'floor' },
  from: { vi: 'từ', en: 'from' },
  to: { vi: 'đến', en: 'to' },
  each: { vi: 'mỗi', en: 'each' },
  cap: { vi: 'tối đa', en: 'cap' },
  deductedAtMost: { vi: 'trừ tối đa', en: 'at most' },
  due: { vi: 'hạn', en: 'due' },
  days: { vi: 'ngày', en: 'days' },
  onTime: { vi: 'đúng hạn', en: 'on time' },
  scale: { vi: 'thang', en: 'scale' },
  decimals: { vi: 'làm tròn', en: 'decimals' },
  notCounted: { vi: 'không tính', en: 'not counted' },
  base: { vi: 'gốc', en: 'base' },
  above: { vi: 'từ', en: 'above' },
  step: { vi: 'mỗi', en: 'step' },
  add: { vi: 'cộng', en: 'add' },
  multiplier: { vi: 'hệ số', en: 'multiplier' },
} as const satisfies Readonly<Record<string, Bilingual>>;
