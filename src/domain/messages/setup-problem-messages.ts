import type { Bilingual } from '../language.ts';

/** Why no year was begun: a title, and what to do. */
export const SETUP_PROBLEMS = {
  'not-a-control-workbook': {
    title: { vi: 'Đây không phải bảng tính của kỳ trước', en: 'This is no workbook of a year before' },
    detail: {
      vi: 'Bảng tính được chọn làm kỳ trước không có trang nhập liệu nào của PAR Index. Hãy chọn đúng bảng tính, hoặc để trống nếu chưa có kỳ nào.',
      en: 'The spreadsheet that was named as last year’s has no entry tab of PAR Index. Name the right one, or none if there was no year before.',
    },
  },
  'last-year-has-errors': {
    title: { vi: 'Số liệu của kỳ trước còn lỗi', en: 'The entries of last year have errors' },
    detail: {
      vi: 'Chưa có gì được ghi. Hãy mở bảng tính của kỳ trước, dùng «Kiểm tra số liệu nhập» để xem các lỗi, sửa rồi thử lại.',
      en: 'Nothing was written. Open last year’s workbook, use “Check entries” to see the errors, correct them, then try again.',
    },
  },
  'same-period': {
    title: { vi: 'Kỳ đánh giá này đã có kết quả', en: 'There are results of this period already' },
    detail: {
      vi: 'Bảng tính của kỳ trước là của kỳ đánh giá này, hoặc có kỳ này trong Kết quả các kỳ trước. Hãy nhập kỳ đánh giá mới.',
      en: 'Last year’s workbook is of this period, or has it among the past results. Enter the new one.',
    },
  },
  'no-criteria': {
    title: { vi: 'Không thấy bộ tiêu chí', en: 'No criteria were found' },
    detail: {
      vi: 'Chưa có gì được ghi. Bảng tính ở mục «named» không có trang nào mang tiêu đề cột của bộ tiêu chí (mã, tên, điểm tối đa…).',
      en: 'Nothing was written. The spreadsheet at “named” has no tab with the headings of criteria (code, name, maximum…).',
    },
  },
  'criteria-have-errors': {
    title: { vi: 'Bộ tiêu chí còn lỗi', en: 'The criteria have errors' },
    detail: {
      vi: 'Chưa có gì được ghi. Hãy sửa các lỗi sau trong bảng tính có bộ tiêu chí rồi thử lại.',
      en: 'Nothing was written. Correct these errors in the spreadsheet with the criteria, then try again.',
    },
  },
  'not-empty': {
    title: { vi: 'Tệp mới không trống', en: 'The new file is not empty' },
    detail: {
      vi: 'Chưa có gì được ghi: chỉ điền vào một bảng tính mới, có một trang trống. Nếu bạn vừa bấm hai lần, hãy mở tệp để xem.',
      en: 'Nothing was written: only a new spreadsheet with one empty tab is filled. If you clicked twice, open the file and look.',
    },
  },
} as const satisfies Record<string, { readonly title: Bilingual; readonly detail: Bilingual }>;
