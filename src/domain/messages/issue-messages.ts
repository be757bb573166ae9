import type { IssueCode, IssueDetail } from '../issue.ts';
import type { Language } from '../language.ts';
import { formatPoints } from '../number-format.ts';
import type { Points } from '../points.ts';
import { EXPECTED, REFERENTS } from './issue-phrases.ts';

/** An issue by its code: what each message has to tell. */
export type DetailOf = { [Detail in IssueDetail as Detail['code']]: Detail };

/** What is there, and what would be right. */
interface Message {
  readonly problem: string;
  readonly remedy: string;
}

/** Both languages of one message side by side, so that a change to one is seen beside the other. */
export type IssueMessages = {
  readonly [Code in IssueCode]: (detail: DetailOf[Code]) => Readonly<Record<Language, Message>>;
};

const quotedList = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');
const vi = (points: Points): string => formatPoints(points, 'vi');
const en = (points: Points): string => formatPoints(points, 'en');
const withComma = (reading: string): string => reading.replace('.', ',');

/** Written to be read by office staff: what stands in the cell, then what to do about it. */
export const ISSUE_MESSAGES: IssueMessages = {
  'missing-tab': () => ({
    vi: {
      problem: 'Không tìm thấy trang tính này trong sổ.',
      remedy: 'Tạo lại trang tính với đúng tên này, hoặc đổi tên trang đã có về tên này.',
    },
    en: {
      problem: 'The workbook has no such tab.',
      remedy: 'Add the tab again under this title, or give the existing tab this title.',
    },
  }),
  'ambiguous-tab': ({ titles }) => ({
    vi: {
      problem: `Có ${titles.length} trang tính cùng được nhận là một trang: ${quotedList(titles)}.`,
      remedy: 'Chỉ giữ lại một trang; xóa bản sao hoặc chuyển bản sao sang sổ khác.',
    },
    en: {
      problem: `${titles.length} tabs are recognised as one and the same: ${quotedList(titles)}.`,
      remedy: 'Keep one of them; delete the copy or move it to another workbook.',
    },
  }),
  'missing-header': ({ header }) => ({
    vi: {
      problem: `Không tìm thấy cột “${header}”.`,
      remedy: `Thêm tiêu đề “${header}” (kiểu văn bản) vào dòng tiêu đề, trong 20 dòng đầu của trang.`,
    },
    en: {
      problem: `There is no column “${header}”.`,
      remedy: `Add the header “${header}” (as text) to the header row, within the first 20 rows of the tab.`,
    },
  }),
  'duplicate-header': ({ header, otherCell }) => ({
    vi: {
      problem: `Tiêu đề “${header}” đã có ở ô ${otherCell}.`,
      remedy: 'Chỉ giữ một cột mang tiêu đề này; đổi tên cột còn lại.',
    },
    en: {
      problem: `The header “${header}” already stands in cell ${otherCell}.`,
      remedy: 'Keep one column with this header; rename the other.',
    },
  }),
  'missing-value': ({ header }) => ({
    vi: {
      problem: `Ô “${header}” đang để trống.`,
      remedy: `Điền “${header}” cho dòng này, hoặc xóa cả dòng.`,
    },
    en: {
      problem: `“${header}” is empty.`,
      remedy: `Fill in “${header}” for this row, or delete the whole row.`,
    },
  }),
  'no-rows': () => ({
    vi: {
      problem: 'Trang này chưa có dòng dữ liệu nào.',
      remedy: 'Nhập ít nhất một dòng dưới dòng tiêu đề.',
    },
    en: { problem: 'The tab has no rows yet.', remedy: 'Enter at least one row below the header row.' },
  }),
  'not-text': ({ given }) => ({
    vi: {
      problem: `Ô đang chứa “${given}”, không phải văn bản, nên có thể không còn đúng như đã gõ (ví dụ 1.10 thành 1.1).`,
      remedy: 'Định dạng ô là Văn bản thuần túy (Định dạng ▸ Số), rồi gõ lại.',
    },
    en: {
      problem: `The cell holds “${given}”, which is not text, so it may differ from what was typed (1.10 becomes 1.1).`,
      remedy: 'Format the cell as plain text (Format ▸ Number), then type it again.',
    },
  }),
  'too-long': ({ given, limit }) => ({
    vi: { problem: `“${given}” quá dài.`, remedy: `Rút gọn còn tối đa ${limit} ký tự.` },
    en: { problem: `“${given}” is too long.`, remedy: `Shorten it to at most ${limit} characters.` },
  }),
  'duplicate-code': ({ given, otherCell }) => ({
    vi: {
      problem: `“${given}” đã có ở ô ${otherCell}.`,
      remedy: 'Mỗi mã chỉ được khai một lần: sửa mã hoặc xóa dòng thừa.',
    },
    en: {
      problem: `“${given}” already stands in cell ${otherCell}.`,
      remedy: 'State each code once: correct the code or delete the surplus row.',
    },
  }),
  'unknown-code': ({ given, referent }) => ({
    vi: {
      problem: `“${given}” không phải là mã của ${REFERENTS[referent].noun.vi}.`,
      remedy: `Sửa lại mã, hoặc bổ sung mã này vào ${REFERENTS[referent].home.vi}.`,
    },
    en: {
      problem: `“${given}” is not the code of ${REFERENTS[referent].noun.en}.`,
      remedy: `Correct the code, or add it to ${REFERENTS[referent].home.en}.`,
    },
  }),
  'unknown-setting': ({ given }) => ({
    vi: {
      problem: `Không có mục cài đặt nào tên là “${given}”; dòng này bị bỏ qua.`,
      remedy: 'Sửa lại tên mục như trong mẫu, hoặc xóa dòng này.',
    },
    en: {
      problem: `There is no setting called “${given}”; the row is ignored.`,
      remedy: 'Correct the name as in the template, or delete the row.',
    },
  }),
  'scope-not-allowed': ({ given }) => ({
    vi: {
      problem: `Phạm vi áp dụng đang ghi “${given}”, nhưng mục này áp dụng cho toàn bộ.`,
      remedy: 'Để trống ô Phạm vi của mục này.',
    },
    en: {
      problem: `The scope says “${given}”, but this setting applies to everything.`,
      remedy: 'Leave “Applies to” empty for this setting.',
    },
  }),
  'not-an-option': ({ given, options }) => ({
    vi: {
      problem: `“${given}” không có trong các lựa chọn.`,
      remedy: `Chọn một trong: ${quotedList(options)}.`,
    },
    en: {
      problem: `“${given}” is not one of the options.`,
      remedy: `Choose one of: ${quotedList(options)}.`,
    },
  }),
  'not-a-number': ({ given }) => ({
    vi: {
      problem: `“${given}” không phải là một số.`,
      remedy: 'Nhập một số, ví dụ 1,5; nếu chưa có thì để trống.',
    },
    en: {
      problem: `“${given}” is not a number.`,
      remedy: 'Enter a number such as 1.5; leave it empty if there is none yet.',
    },
  }),
  'ambiguous-number': ({ given, readings }) => ({
    vi: {
      problem: `“${given}” có thể hiểu theo nhiều cách: ${quotedList(readings.map(withComma))}.`,
      remedy: 'Gõ lại không dùng dấu phân cách hàng nghìn, hoặc với số chữ số thập phân khác ba.',
    },
    en: {
      problem: `“${given}” can be read in more than one way: ${quotedList(readings)}.`,
      remedy: 'Type it again without a thousands separator, or with other than three decimals.',
    },
  }),
  'negative-number': ({ given }) => ({
    vi: { problem: `“${given}” là số âm.`, remedy: 'Nhập một số từ 0 trở lên.' },
    en: { problem: `“${given}” is negative.`, remedy: 'Enter a number of 0 or more.' },
  }),
  'number-too-large': ({ given, limit }) => ({
    vi: { problem: `“${given}” là số quá lớn.`, remedy: `Nhập một số không quá ${limit}.` },
    en: { problem: `“${given}” is too large.`, remedy: `Enter a number of at most ${limit}.` },
  }),
  'over-max': ({ given, maxScore }) => ({
    vi: {
      problem: `Điểm ${vi(given)} vượt điểm tối đa ${vi(maxScore)}.`,
      remedy: `Nhập điểm từ 0 đến ${vi(maxScore)}, hoặc sửa điểm tối đa trong trang Tiêu chí.`,
    },
    en: {
      problem: `${en(given)} is above the maximum of ${en(maxScore)}.`,
      remedy: `Enter a mark from 0 to ${en(maxScore)}, or correct the maximum in the Criteria tab.`,
    },
  }),
  'rounded-to-millionths': ({ given, used }) => ({
    vi: {
      problem: `“${given}” có quá sáu chữ số thập phân; đã dùng ${vi(used)}.`,
      remedy: 'Nếu đây là kết quả của công thức, hãy làm tròn trong công thức.',
    },
    en: {
      problem: `“${given}” has more than six decimals; ${en(used)} was used.`,
      remedy: 'If a formula gives it, round it in the formula.',
    },
  }),
  'not-classes': ({ given, at, expected }) => ({
    vi: {
      problem: `“${given}” chưa đúng cách viết xếp loại: ở ký tự thứ ${at} cần ${EXPECTED[expected].vi}.`,
      remedy: 'Viết từ cao xuống thấp, ví dụ “≥ 90: Xuất sắc; ≥ 80: Tốt; ≥ 65: Khá; còn lại: Yếu”.',
    },
    en: {
      problem: `“${given}” does not state classes: at character ${at}, expected ${EXPECTED[expected].en}.`,
      remedy: 'Write them from best to worst, such as “≥ 90: Excellent; ≥ 80: Good; remainder: Weak”.',
    },
  }),
  'exempt-but-marked': ({ given }) => ({
    vi: {
      problem: `Có điểm “${given}” trong khi trang Không áp dụng ghi tiêu chí này không áp dụng cho đơn vị.`,
      remedy: 'Xóa điểm ở ô này, hoặc xóa dòng tương ứng trong trang Không áp dụng.',
    },
    en: {
      problem: `There is a mark “${given}” although the Not applicable tab exempts the unit from this criterion.`,
      remedy: 'Clear this mark, or delete the row in the Not applicable tab.',
    },
  }),
  'exempt-without-approval': ({ given }) => ({
    vi: {
      problem: `Ô ghi “${given}” nhưng trang Không áp dụng chưa có dòng nào cho đơn vị và tiêu chí này.`,
      remedy: 'Thêm một dòng vào trang Không áp dụng (có lý do và người duyệt), hoặc nhập điểm.',
    },
    en: {
      problem: `The cell says “${given}”, but the Not applicable tab has no row for this unit and criterion.`,
      remedy: 'Add a row to the Not applicable tab (with reason and approver), or enter a mark.',
    },
  }),
  'cyclic-parents': ({ given }) => ({
    vi: {
      problem: `Tiêu chí “${given}” nằm trong một vòng lặp mã cha.`,
      remedy: 'Sửa cột Mã cha để đi ngược lên sẽ tới một lĩnh vực (dòng không có mã cha).',
    },
    en: {
      problem: `The parents of criterion “${given}” lead back to itself.`,
      remedy: 'Correct the parent codes so that they lead up to a field (a row without a parent code).',
    },
  }),
  'too-deep': ({ given, limit }) => ({
    vi: {
      problem: `Tiêu chí “${given}” nằm quá sâu.`,
      remedy: `Cây tiêu chí có tối đa ${limit} cấp: sửa Mã cha.`,
    },
    en: {
      problem: `Criterion “${given}” stands too deep.`,
      remedy: `The tree has at most ${limit} depths: correct the parent code.`,
    },
  }),
  'sum-differs': ({ stated, sum }) => ({
    vi: {
      problem: `Điểm tối đa ghi ${vi(stated)} nhưng tổng các tiêu chí bên dưới là ${vi(sum)}; đã dùng tổng.`,
      remedy: 'Sửa điểm tối đa của dòng này hoặc của các tiêu chí bên dưới cho khớp.',
    },
    en: {
      problem: `The maximum says ${en(stated)} but the criteria below it add up to ${en(sum)}; the sum was used.`,
      remedy: 'Correct the maximum of this row or of the criteria below it.',
    },
  }),
  'component-without-basis': () => ({
    vi: {
      problem: 'Chưa chọn nguồn điểm cho tiêu chí được chấm.',
      remedy: 'Chọn “Thẩm định” hoặc “Điều tra” ở cột Nguồn điểm.',
    },
    en: {
      problem: 'No basis is chosen for a criterion that receives marks.',
      remedy: 'Choose “Appraisal” or “Survey” in the Basis column.',
    },
  }),
  'branch-with-basis': ({ given }) => ({
    vi: {
      problem: `Nguồn điểm “${given}” ghi ở dòng có tiêu chí con; bị bỏ qua.`,
      remedy: 'Xóa ô này; nguồn điểm chỉ ghi ở các tiêu chí không có tiêu chí con.',
    },
    en: {
      problem: `The basis “${given}” stands on a row that has criteria below it; it is ignored.`,
      remedy: 'Clear the cell; only rows without criteria below them have a basis.',
    },
  }),
  'group-without-units': ({ given }) => ({
    vi: {
      problem: `Nhóm “${given}” chưa có đơn vị nào, nên sẽ không có bảng xếp hạng.`,
      remedy: 'Ghi mã nhóm này cho các đơn vị trong trang Đơn vị, hoặc xóa dòng nhóm.',
    },
    en: {
      problem: `No unit belongs to group “${given}”, so its ranking will be empty.`,
      remedy: 'Give units this group code in the Units tab, or delete the group’s row.',
    },
  }),
};
