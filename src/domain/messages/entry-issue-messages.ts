import type { Bilingual } from '../language.ts';
import { type IssueMessages, pointsIn, quotedList } from './issue-message.ts';
import { RULE_MESSAGES } from './rule-messages.ts';
import { MARKS_TITLES } from './tab-messages.ts';

const vi = pointsIn('vi');
const en = pointsIn('en');

/** What was made of a part larger than its whole: of none at all there is no rate. */
function usedOf(given: string): Bilingual {
  const isOfNone = /\/\s*0+(?:[.,]0+)?\s*$/.test(given);
  return isOfNone
    ? {
        vi: 'vì tổng là 0 nên tiêu chí được coi là không áp dụng',
        en: 'because the whole is 0, the criterion does not apply',
      }
    : { vi: 'tỷ lệ vượt 100% đã được dùng', en: 'a rate above 100% was used' };
}

/** Issues of what was entered in a cell: options, numbers, marks, declared values. */
export const ENTRY_ISSUE_MESSAGES = {
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
  'not-a-number': ({ given }) =>
    given.startsWith('=')
      ? {
          vi: {
            problem: `Ô có công thức “${given}” mà tệp không lưu kết quả, hoặc công thức bị gõ thành văn bản.`,
            remedy: 'Mở tệp bằng Excel rồi lưu lại để có kết quả; hoặc nhập thẳng một số.',
          },
          en: {
            problem: `The cell holds the formula “${given}” without a stored result, or typed as text.`,
            remedy:
              'Open the file in Excel and save it again, so that the result is stored; or enter a number.',
          },
        }
      : {
          vi: {
            problem: `“${given}” không phải là một số.`,
            remedy: 'Nhập một số, ví dụ 1,5; nếu chưa có thì để trống.',
          },
          en: {
            problem: `“${given}” is not a number.`,
            remedy: 'Enter a number such as 1.5; leave it empty if there is none yet.',
          },
        },
  'ambiguous-number': ({ given, readings }) => ({
    vi: {
      problem: `“${given}” có thể hiểu theo nhiều cách: ${quotedList(readings.map((reading) => reading.replace('.', ',')))}.`,
      remedy:
        'Gõ lại cho rõ: không dùng dấu phân cách hàng nghìn, thêm số 0 sau số có ba chữ số thập phân (1,2500), tỷ lệ thì ghi kèm dấu %.',
    },
    en: {
      problem: `“${given}” can be read in more than one way: ${quotedList(readings)}.`,
      remedy:
        'Type it again without a thousands separator, with a zero more after three decimals (1.2500); write a rate with its % sign.',
    },
  }),
  'not-a-percentage': ({ given }) => ({
    vi: {
      problem: `“${given}” không phải là một tỷ lệ phần trăm từ 0% đến 100%.`,
      remedy: 'Ghi tỷ lệ kèm dấu %, ví dụ 60%.',
    },
    en: {
      problem: `“${given}” is not a percentage from 0% to 100%.`,
      remedy: 'Write it with its % sign, such as 60%.',
    },
  }),
  'improper-fraction': ({ given }) => ({
    vi: {
      problem: `“${given}” có thể là một ngày, một số trên tổng, hoặc một phân số.`,
      remedy: 'Gõ kết quả dưới dạng số thập phân, ví dụ 2,4; phân số chỉ được dùng khi nhỏ hơn 1, ví dụ 3/4.',
    },
    en: {
      problem: `“${given}” may be a date, a count out of a total, or a fraction.`,
      remedy:
        'Type the result as a decimal number such as 2.4; a fraction is taken only below 1, such as 3/4.',
    },
  }),
  'percent-as-points': ({ given, used }) => ({
    vi: {
      problem: `“${given}” được tính là ${vi(used)} điểm, không phải là ${given} của điểm tối đa.`,
      remedy: 'Gõ số điểm (không kèm dấu %) để không ai hiểu nhầm.',
    },
    en: {
      problem: `“${given}” counts as ${en(used)} points, not as ${given} of the maximum.`,
      remedy: 'Type the number of points without a % sign, so that nobody misreads it.',
    },
  }),
  'negative-number': ({ given }) => ({
    vi: { problem: `“${given}” là số âm.`, remedy: 'Nhập một số từ 0 trở lên.' },
    en: { problem: `“${given}” is negative.`, remedy: 'Enter a number of 0 or more.' },
  }),
  'number-too-large': ({ given, limit }) => ({
    vi: {
      problem: `“${given}” là số quá lớn.`,
      remedy: `Nhập một số không quá ${String(limit).replace('.', ',')}.`,
    },
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
  'branch-decided': ({ given }) => ({
    vi: {
      problem: `Dòng “${given}” có dòng con nên không nhận điểm trực tiếp: điểm của dòng là tổng các dòng con.`,
      remedy: 'Ghi quyết định cho từng dòng con nhận điểm.',
    },
    en: {
      problem: `“${given}” has rows below it and receives no marks itself: its points are their sum.`,
      remedy: 'State the decision for the rows below it that receive marks.',
    },
  }),
  'bonus-with-criterion': ({ given }) => ({
    vi: {
      problem: `Điểm thưởng ghi tiêu chí “${given}”, nhưng điểm thưởng chỉ cộng vào tổng điểm.`,
      remedy: 'Để trống ô Trừ vào tiêu chí của điểm thưởng; nếu là điểm phạt, chọn Loại là Phạt.',
    },
    en: {
      problem: `The bonus names criterion “${given}”, but a bonus counts towards the total alone.`,
      remedy: 'Leave “Taken from” empty for a bonus; if it is a penalty, choose Penalty as its kind.',
    },
  }),
  'exempt-but-decided': ({ given }) => ({
    vi: {
      problem: `Hội đồng quyết định ${vi(given)} điểm trong khi trang Không áp dụng ghi tiêu chí này không áp dụng cho đơn vị.`,
      remedy: 'Xóa dòng này, hoặc xóa dòng tương ứng trong trang Không áp dụng.',
    },
    en: {
      problem: `The council decided ${en(given)} although the Not applicable tab exempts the unit from this criterion.`,
      remedy: 'Delete this row, or the row in the Not applicable tab.',
    },
  }),
  'column-without-criterion': ({ given }) => ({
    vi: {
      problem: `Cột “${given}” có điểm nhưng bộ chỉ số không có tiêu chí mang mã này; không tính các điểm đó.`,
      remedy: 'Sửa mã ở đầu cột, thêm tiêu chí vào trang Tiêu chí, hoặc xóa cột.',
    },
    en: {
      problem: `The column “${given}” holds marks but the criteria set has no criterion of that code; they do not count.`,
      remedy: 'Correct the code in the header, add the criterion to the Criteria tab, or delete the column.',
    },
  }),
  'column-of-other-basis': ({ given, basis }) => ({
    vi: {
      problem: `Cột “${given}” có điểm nhưng tiêu chí này có nguồn điểm là ${MARKS_TITLES[basis].vi}; không tính các điểm ghi ở trang này.`,
      remedy: `Ghi điểm vào trang ${MARKS_TITLES[basis].vi} của bộ tiêu chí, hoặc sửa cột Nguồn điểm ở trang Tiêu chí; nếu đã ghi ở đó thì xóa cột này.`,
    },
    en: {
      problem: `The column “${given}” holds marks, but the basis of this criterion is the ${MARKS_TITLES[basis].en}; marks in this tab do not count.`,
      remedy: `Enter them in the ${MARKS_TITLES[basis].en} tab of the criteria set, or correct Basis in the Criteria tab; if they stand there already, delete this column.`,
    },
  }),
  'name-of-another': ({ given, unit, unitId }) => ({
    vi: {
      problem: `Tên ở dòng này là “${given}” nhưng mã ${unitId} là của ${unit}; không rõ điểm của dòng là của đơn vị nào.`,
      remedy:
        'Đối chiếu với phiếu chấm rồi sửa mã hoặc tên đơn vị; nếu cả cột bị lệch dòng thì dán lại cột đó.',
    },
    en: {
      problem: `The name in this row is “${given}”, but the code ${unitId} is that of ${unit}; whose marks the row holds is not clear.`,
      remedy:
        'Compare with the score sheet and correct the code or the name; if a column was pasted one row off, paste it again.',
    },
  }),
  'marks-like-shares': ({ given, maxScore }) => ({
    vi: {
      problem: `Mọi điểm ở cột “${given}” đều không quá 1 trong khi điểm tối đa là ${vi(maxScore)}: ô hiển thị 90% chứa số 0,9 và được tính là 0,9 điểm.`,
      remedy:
        'Nếu đó là tỷ lệ %, hãy ghi lại bằng số điểm (90% của 100 điểm là 90); nếu đúng là điểm thì để nguyên.',
    },
    en: {
      problem: `No mark in the column “${given}” is above 1 although the maximum is ${en(maxScore)}: a cell that shows 90% holds 0.9 and counts as 0.9 points.`,
      remedy:
        'If these are percentages, enter points instead (90% of 100 points are 90); if they are points, leave them.',
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
  'not-declared': ({ given, rule }) => ({
    vi: {
      problem: `“${given}” không phù hợp với cách chấm “${RULE_MESSAGES[rule].word.vi}”.`,
      remedy: `Nhập ${RULE_MESSAGES[rule].entry.vi}.`,
    },
    en: {
      problem: `“${given}” does not suit the rule “${RULE_MESSAGES[rule].word.en}”.`,
      remedy: `Enter ${RULE_MESSAGES[rule].entry.en}.`,
    },
  }),
  'over-scale': ({ given, scale, rule }) => ({
    vi: {
      problem: `“${given}” vượt thang ${scale.replace('.', ',')} của cách chấm “${RULE_MESSAGES[rule].word.vi}”.`,
      remedy: `Nhập số từ 0 đến ${scale.replace('.', ',')}: kiểm tra xem có thiếu dấu phẩy thập phân không, hoặc sửa thang trong trang Tiêu chí.`,
    },
    en: {
      problem: `“${given}” is above ${scale}, the scale of the rule “${RULE_MESSAGES[rule].word.en}”.`,
      remedy: `Enter a figure from 0 to ${scale}: check whether a decimal point is missing, or correct the scale in the Criteria tab.`,
    },
  }),
  'negative-rate': ({ given, rule }) => ({
    vi: {
      problem: `Các số trong “${given}” cho tỷ lệ âm theo cách chấm “${RULE_MESSAGES[rule].word.vi}”.`,
      remedy: 'Kiểm tra từng số: phần bị trừ không thể lớn hơn tổng.',
    },
    en: {
      problem: `The counts in “${given}” make a negative rate under the rule “${RULE_MESSAGES[rule].word.en}”.`,
      remedy: 'Check each count: what is taken away cannot be more than there is.',
    },
  }),
  'rate-over-whole': ({ given }) => ({
    vi: {
      problem: `“${given}” là tỷ lệ vượt 100%; đã được dùng.`,
      remedy:
        'Nếu vượt kế hoạch thật thì không cần sửa; nếu không, kiểm tra xem có thiếu dấu phẩy thập phân không.',
    },
    en: {
      problem: `“${given}” is a rate above 100%; it was used.`,
      remedy: 'If the plan was truly exceeded, leave it; otherwise check whether a decimal point is missing.',
    },
  }),
  'part-exceeds-whole': ({ given }) => ({
    vi: {
      problem: `Trong “${given}”, phần lớn hơn tổng; ${usedOf(given).vi}.`,
      remedy: 'Kiểm tra xem hai số có bị ghi ngược không.',
    },
    en: {
      problem: `In “${given}” the part is larger than the whole; ${usedOf(given).en}.`,
      remedy: 'Check that the two numbers are not the wrong way round.',
    },
  }),
} satisfies Partial<IssueMessages>;
