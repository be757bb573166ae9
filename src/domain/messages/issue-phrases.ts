import type { Expected, Referent } from '../issue.ts';
import type { Bilingual, Language } from '../language.ts';

/** A code that a row names, and where people add it. */
interface ReferentPhrase {
  readonly noun: Bilingual;
  readonly home: Bilingual;
}

export const REFERENTS: Readonly<Record<Referent, ReferentPhrase>> = {
  unit: {
    noun: { vi: 'đơn vị được chấm theo bộ tiêu chí này', en: 'a unit that this criteria set scores' },
    home: {
      vi: 'trang Đơn vị; nếu là dòng trung bình, tổng hợp, ghi chú thì xóa dòng',
      en: 'the Units tab; if the row holds a mean, a total or a remark, delete it',
    },
  },
  'listed-unit': {
    noun: { vi: 'đơn vị nào trong danh sách', en: 'a unit of this workbook' },
    home: { vi: 'trang Đơn vị', en: 'the Units tab' },
  },
  group: {
    noun: { vi: 'nhóm xếp hạng', en: 'a ranking group' },
    home: { vi: 'trang Nhóm xếp hạng', en: 'the Groups tab' },
  },
  'criteria-set': {
    noun: { vi: 'bộ tiêu chí', en: 'a criteria set' },
    home: { vi: 'một trang “Tiêu chí – mã bộ tiêu chí”', en: 'a tab “Criteria – set code”' },
  },
  component: {
    noun: { vi: 'tiêu chí trong bộ tiêu chí của đơn vị', en: 'a criterion of the unit’s criteria set' },
    home: { vi: 'trang Tiêu chí', en: 'the Criteria tab' },
  },
  'parent-criterion': {
    noun: { vi: 'tiêu chí nào trong trang này', en: 'a criterion in this tab' },
    home: { vi: 'cột Mã của trang này', en: 'the Code column of this tab' },
  },
};

/** What a notation wants, as it stands after “expected”. */
export const EXPECTED: Readonly<Record<Expected, Bilingual>> = {
  bound: { vi: 'dấu “≥” hoặc chữ “còn lại”', en: '“≥” or the word “remainder”' },
  comparison: { vi: 'một trong các dấu ≥, >, ≤, < trước một số', en: 'one of ≥, >, ≤, < before a number' },
  number: { vi: 'một số', en: 'a number' },
  'plain-number': {
    vi: 'một số không có dấu phân cách hàng nghìn và không có đúng ba chữ số thập phân',
    en: 'a number without a thousands separator and with other than three decimals',
  },
  'positive-number': { vi: 'một số lớn hơn 0', en: 'a number above 0' },
  'whole-number': {
    vi: 'một số nguyên từ 0 trở lên, trong giới hạn',
    en: 'a whole number from 0 up, within limits',
  },
  'lower-number': { vi: 'một số nhỏ hơn mức đứng trước', en: 'a number below the bound before it' },
  'higher-number': { vi: 'một số lớn hơn mức đứng trước', en: 'a number above the one before it' },
  'other-number': { vi: 'một số khác với mức “từ”', en: 'a number other than the one of “from”' },
  'reachable-bound': {
    vi: 'một mức mà các mức đứng trước chưa bao hết (xét lần lượt từ trái sang phải, mức cao ghi trước)',
    en: 'a bound that those before it leave something to (they are tried from left to right: write the highest first)',
  },
  'floor-up-to-full': {
    vi: 'mức sàn không cao hơn mức đủ điểm',
    en: 'a floor that is not above the rate for full marks',
  },
  percent: { vi: 'một tỷ lệ có dấu %', en: 'a percentage with %' },
  'same-unit': { vi: 'mọi mức cùng ghi theo % hoặc cùng không ghi %', en: 'all bounds in percent, or none' },
  points: {
    vi: 'số điểm từ 0 trở lên, tối đa sáu chữ số thập phân',
    en: 'points of 0 or more with at most six decimals',
  },
  date: { vi: 'một ngày, ví dụ 31/12/2024', en: 'a date such as 2024-12-31' },
  colon: { vi: 'dấu hai chấm “:”', en: 'a colon “:”' },
  separator: { vi: 'dấu chấm phẩy “;” hoặc dấu hai chấm “:”', en: 'a semicolon “;” or a colon “:”' },
  'quotation-mark': { vi: 'dấu ngoặc kép đóng', en: 'a closing quotation mark' },
  entry: { vi: 'một mục, ví dụ “Đạt: 1”', en: 'an entry such as “Met: 1”' },
  label: { vi: 'một tên chưa dùng', en: 'a name that is not used yet' },
  'class-name': { vi: 'tên một mức xếp loại chưa dùng', en: 'the name of a class that is not used yet' },
  'one-of': { vi: 'một trong các từ quy định', en: 'one of the words of the notation' },
  division: { vi: 'dấu chia “/”', en: 'a division sign “/”' },
  arrow: { vi: 'mũi tên “→” rồi đến cách chấm', en: 'an arrow “→” and the rule after it' },
  'rate-rule': { vi: 'một cách chấm theo tỷ lệ', en: 'a rule on rates' },
  remainder: { vi: 'phần “còn lại: …” ở cuối', en: '“remainder: …” at the end' },
  end: { vi: 'hết nội dung', en: 'nothing more' },
};

/** What is wanted at a place, with the words to choose from where there are any. */
export function expectation(language: Language, expected: Expected, words: readonly string[] = []): string {
  const wanted = EXPECTED[expected][language];
  return words.length === 0 ? wanted : `${wanted} (${words.map((word) => `“${word}”`).join(', ')})`;
}
