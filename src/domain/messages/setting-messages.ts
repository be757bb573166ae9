import type { Bilingual } from '../language.ts';
import type { RoundingMode } from '../rounding.ts';
import type { NotApplicablePolicy, Settings } from '../settings.ts';

/** What a setting is called in the Settings tab, and the sentence that says what it does. */
export interface SettingMessage {
  readonly name: Bilingual;
  readonly meaning: Bilingual;
}

export const SETTING_MESSAGES: Readonly<Record<keyof Settings, SettingMessage>> = {
  language: {
    name: { vi: 'Ngôn ngữ', en: 'Language' },
    meaning: {
      vi: 'Ngôn ngữ của bảng kết quả và thông báo. Mặc định theo ngôn ngữ của bảng tính.',
      en: 'Language of results and messages. By default that of the workbook.',
    },
  },
  province: {
    name: { vi: 'Tỉnh, thành phố', en: 'Province' },
    meaning: { vi: 'Tên ghi trên tiêu đề các bảng kết quả.', en: 'The name in the titles of the results.' },
  },
  period: {
    name: { vi: 'Kỳ đánh giá', en: 'Period' },
    meaning: {
      vi: 'Năm hoặc quý được đánh giá, ghi trên tiêu đề các bảng kết quả.',
      en: 'The year or quarter that is assessed, in the titles of the results.',
    },
  },
  notice: {
    name: { vi: 'Lưu ý trên kết quả', en: 'Notice on results' },
    meaning: {
      vi: 'Câu ghi ở đầu mọi bảng kết quả, ví dụ “Dự thảo, chưa công bố”. Để trống: không ghi gì.',
      en: 'A sentence in the head of every result, such as “Draft, not published”. Empty: none.',
    },
  },
  notApplicable: {
    name: { vi: 'Điểm không áp dụng', en: 'Points that do not apply' },
    meaning: {
      vi: 'Cách tính khi có tiêu chí không áp dụng: quy đổi theo từng khối điểm (mặc định), quy đổi trên toàn bộ, hoặc không quy đổi.',
      en: 'What happens when criteria do not apply: each block is rescaled (default), everything is rescaled as one, or nothing is.',
    },
  },
  rounding: {
    name: { vi: 'Làm tròn', en: 'Rounding' },
    meaning: {
      vi: 'Cách làm tròn số khi hiển thị; không làm thay đổi thứ hạng, trừ khi căn cứ xếp hạng là số đã làm tròn. Mặc định: làm tròn nửa lên.',
      en: 'How shown figures are rounded; ranks follow the exact ones unless the rank basis is as shown. Default: half up.',
    },
  },
  decimals: {
    name: { vi: 'Số chữ số thập phân', en: 'Decimals' },
    meaning: {
      vi: 'Số chữ số sau dấu phẩy khi hiển thị điểm và chỉ số, từ 0 đến 6. Mặc định: 2.',
      en: 'Decimals of points and indexes as shown, 0 to 6. Default: 2.',
    },
  },
  classifications: {
    name: { vi: 'Xếp loại', en: 'Classes' },
    meaning: {
      vi: 'Các mức xếp loại từ cao xuống thấp, ví dụ “≥ 90: Xuất sắc; ≥ 80: Tốt; còn lại: Yếu”. Ghi tên cấp ở cột Phạm vi nếu mức chỉ dùng cho cấp đó; mỗi cấp một dòng.',
      en: 'The classes from best to worst, such as “≥ 90: Excellent; ≥ 80: Good; remainder: Weak”. Name a level under “Applies to” for classes of that level only; one row per level.',
    },
  },
  gradeNames: {
    name: { vi: 'Tên tiếng Anh của xếp loại', en: 'English names of classes' },
    meaning: {
      vi: 'Tên các mức xếp loại trên kết quả tiếng Anh, ví dụ “Xuất sắc: Excellent; Tốt: Good”. Để trống: Xuất sắc, Tốt, Khá, Trung bình, Yếu, Kém được ghi là Excellent, Good, Fair, Average, Weak, Poor.',
      en: 'What English results call the classes, such as “Xuất sắc: Excellent; Tốt: Good”. Empty: Xuất sắc, Tốt, Khá, Trung bình, Yếu, Kém become Excellent, Good, Fair, Average, Weak, Poor.',
    },
  },
};

/** Settings that belong to a level or to a criteria set, named under “Applies to”. */
export const SCOPED_SETTING_MESSAGES: Readonly<Record<'ceilings' | 'setVersion', SettingMessage>> = {
  ceilings: {
    name: { vi: 'Trần xếp loại', en: 'Class ceilings' },
    meaning: {
      vi: 'Mức xếp loại cao nhất còn được khi gặp điều kiện, ví dụ “Tốt: tiêu chí 2 < 50%; Khá: điểm phạt > 5”. Ghi cùng Phạm vi với dòng Xếp loại.',
      en: 'The highest class that is left under a condition, such as “Good: criterion 2 < 50%; Fair: penalty points > 5”. Same “Applies to” as its Classes.',
    },
  },
  setVersion: {
    name: { vi: 'Phiên bản bộ tiêu chí', en: 'Set version' },
    meaning: {
      vi: 'Phiên bản của bộ tiêu chí ghi ở cột Phạm vi; đổi khi quy định thay đổi, để không so sánh nhầm giữa các kỳ.',
      en: 'The version of the criteria set under “Applies to”; change it with the regulation, so that periods are not compared blindly.',
    },
  },
};

export const LANGUAGE_WORDS: Readonly<Record<Settings['language'], Bilingual>> = {
  vi: { vi: 'Tiếng Việt', en: 'Tiếng Việt' },
  en: { vi: 'English', en: 'English' },
};

export const NOT_APPLICABLE_WORDS: Readonly<Record<NotApplicablePolicy, Bilingual>> = {
  block: { vi: 'Theo khối điểm', en: 'By block' },
  whole: { vi: 'Trên toàn bộ', en: 'As a whole' },
  none: { vi: 'Không quy đổi', en: 'Not rescaled' },
};

export const ROUNDING_WORDS: Readonly<Record<RoundingMode, Bilingual>> = {
  'half-up': { vi: 'Nửa lên', en: 'Half up' },
  'half-even': { vi: 'Nửa về số chẵn', en: 'Half to even' },
  truncate: { vi: 'Cắt bỏ', en: 'Truncate' },
};
