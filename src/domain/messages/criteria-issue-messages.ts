import type { Bilingual } from '../language.ts';
import { type IssueMessages, pointsIn } from './issue-message.ts';
import { EXPECTED, expectation } from './issue-phrases.ts';
import { RULE_MESSAGES } from './rule-messages.ts';

const vi = pointsIn('vi');
const en = pointsIn('en');

/** The places of further cells of the same sort, of which the first are named. */
function alsoIn(others: readonly string[], count: number): Bilingual {
  if (others.length === 0) return { vi: '', en: '' };
  const more = count - 1 - others.length;
  return {
    vi: ` Tương tự ở ${others.join(', ')}${more > 0 ? ` và ${more} ô khác` : ''}.`,
    en: ` Likewise in ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  };
}

/** Issues of the criteria tree, of rules and of classes. */
export const CRITERIA_ISSUE_MESSAGES = {
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
  'not-a-rule': ({ given, rule, at, expected, words }) => ({
    vi: {
      problem: `“${given}” chưa đúng cách viết: ở ký tự thứ ${at} cần ${expectation('vi', expected, words)}.`,
      remedy:
        rule === undefined
          ? 'Sửa lại theo ví dụ ở cột Ý nghĩa.'
          : `Viết theo mẫu: ${RULE_MESSAGES[rule].example.vi}. Tên có dấu “:” hoặc “;” thì đặt trong ngoặc kép.`,
    },
    en: {
      problem: `“${given}” cannot be read: at character ${at}, expected ${expectation('en', expected, words)}.`,
      remedy:
        rule === undefined
          ? 'Correct it as in the example of the Meaning column.'
          : `Write it like this: ${RULE_MESSAGES[rule].example.en}. Put names with “:” or “;” in quotation marks.`,
    },
  }),
  'award-over-max': ({ given, maxScore }) => ({
    vi: {
      problem: `Cách chấm cho tới ${vi(given)} điểm nhưng điểm tối đa của dòng là ${vi(maxScore)}; phần vượt bị cắt.`,
      remedy: 'Sửa tham số hoặc điểm tối đa theo đúng văn bản.',
    },
    en: {
      problem: `The rule gives up to ${en(given)} but the maximum of the row is ${en(maxScore)}; what is above it is cut.`,
      remedy: 'Correct the parameters or the maximum by the regulation.',
    },
  }),
  'award-under-max': ({ given, maxScore }) => ({
    vi: {
      problem: `Cách chấm cho nhiều nhất ${vi(given)} điểm, không đơn vị nào đạt được điểm tối đa ${vi(maxScore)} của dòng.`,
      remedy: 'Sửa tham số hoặc điểm tối đa theo đúng văn bản; nếu đúng thì không cần sửa.',
    },
    en: {
      problem: `The rule gives at most ${en(given)}: no unit can reach the maximum of the row, ${en(maxScore)}.`,
      remedy: 'Correct the parameters or the maximum by the regulation; if they are right, leave them.',
    },
  }),
  'awards-up-and-down': ({ steps }) => ({
    vi: {
      problem: `Khi số liệu tăng dần, điểm lúc tăng lúc giảm: ${steps.map(({ figure, points }) => `${figure.replace('.', ',')} được ${vi(points)}`).join('; ')}.`,
      remedy:
        'Kiểm tra xem có khoảng nào bị bỏ trống nên rơi vào “còn lại” không; nếu đúng văn bản thì không cần sửa.',
    },
    en: {
      problem: `As the figure rises, the points go up and down: ${steps.map(({ figure, points }) => `${figure} gives ${en(points)}`).join('; ')}.`,
      remedy:
        'Check whether a gap between the bounds falls to “remainder”; if the regulation says so, leave it.',
    },
  }),
  'classes-without-units': ({ given, nearest }) => ({
    vi: {
      problem: `Có mức xếp loại cho cấp “${given}” nhưng không đơn vị nào thuộc cấp này.`,
      remedy: `Sửa tên cấp cho đúng như cột Cấp của trang Đơn vị${nearest === undefined ? '' : `, ví dụ “${nearest}”`}, hoặc xóa dòng.`,
    },
    en: {
      problem: `There are classes for the level “${given}”, but no unit has this level.`,
      remedy: `Write the level as in the Level column of the Units tab${nearest === undefined ? '' : `, such as “${nearest}”`}, or delete the row.`,
    },
  }),
  'level-without-classes': ({ given }) => ({
    vi: {
      problem: `Cấp “${given}” chưa có mức xếp loại trong khi cấp khác đã có; các đơn vị cấp này không được xếp loại.`,
      remedy:
        'Thêm một dòng Xếp loại cho cấp này trong trang Cài đặt; nếu cấp này không xếp loại thì để nguyên.',
    },
    en: {
      problem: `The level “${given}” has no classes while others have; its units get none.`,
      remedy: 'Add a row Classes for this level in the Settings tab; if the level has no classes, leave it.',
    },
  }),
  'zero-maximum': () => ({
    vi: {
      problem: 'Điểm tối đa là 0: tiêu chí này không làm thay đổi chỉ số.',
      remedy: 'Ghi điểm tối đa của tiêu chí, hoặc xóa dòng nếu tiêu chí không còn được chấm.',
    },
    en: {
      problem: 'The maximum is 0: this criterion changes no index.',
      remedy: 'State the maximum of the criterion, or delete the row if it is no longer scored.',
    },
  }),
  'nothing-to-attain': ({ given }) => ({
    vi: {
      problem: `Không tiêu chí nào của bộ chỉ số “${given}” có điểm tối đa lớn hơn 0: không tính được chỉ số.`,
      remedy: 'Ghi điểm tối đa của các tiêu chí.',
    },
    en: {
      problem: `No criterion of the set “${given}” has a maximum above 0: there is no index to compute.`,
      remedy: 'State the maxima of the criteria.',
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
  'total-differs': ({ header, stated, sum, others, count }) => ({
    vi: {
      problem: `Cột “${header}” ghi ${vi(stated)} nhưng các điểm của dòng cộng lại là ${vi(sum)}; đã dùng các điểm.${alsoIn(others, count).vi}`,
      remedy: 'Kiểm tra xem điểm nào của dòng bị gõ nhầm, hoặc sửa cột tổng.',
    },
    en: {
      problem: `“${header}” says ${en(stated)} but the marks of the row add up to ${en(sum)}; the marks were used.${alsoIn(others, count).en}`,
      remedy: 'Check whether a mark of the row was mistyped, or correct the total.',
    },
  }),
  'total-must-match': ({ header, stated, sum, others, count }) => ({
    vi: {
      problem: `Cột “${header}” ghi ${vi(stated)} nhưng các điểm của dòng cộng lại là ${vi(sum)}.${alsoIn(others, count).vi}`,
      remedy: 'Sửa cho khớp, hoặc chọn “Cảnh báo” ở mục Tổng điểm không khớp trong trang Cài đặt.',
    },
    en: {
      problem: `“${header}” says ${en(stated)} but the marks of the row add up to ${en(sum)}.${alsoIn(others, count).en}`,
      remedy: 'Make them agree, or choose “Warning” for Sums that differ in the Settings tab.',
    },
  }),
  'sum-must-match': ({ stated, sum }) => ({
    vi: {
      problem: `Điểm tối đa ghi ${vi(stated)} nhưng tổng các tiêu chí bên dưới là ${vi(sum)}.`,
      remedy: 'Sửa cho khớp, hoặc chọn “Cảnh báo” ở mục Tổng điểm không khớp trong trang Cài đặt.',
    },
    en: {
      problem: `The maximum says ${en(stated)} but the criteria below it add up to ${en(sum)}.`,
      remedy: 'Make them agree, or choose “Warning” for Sums that differ in the Settings tab.',
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
  'branch-with-rule': ({ given }) => ({
    vi: {
      problem: `Cách chấm “${given}” ghi ở dòng có tiêu chí con; bị bỏ qua.`,
      remedy: 'Xóa ô này; cách chấm chỉ ghi ở các tiêu chí không có tiêu chí con.',
    },
    en: {
      problem: `The rule “${given}” stands on a row that has criteria below it; it is ignored.`,
      remedy: 'Clear the cell; only rows without criteria below them have a rule.',
    },
  }),
} satisfies Partial<IssueMessages>;
