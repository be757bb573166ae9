import { type IssueMessages, pointsIn } from './issue-message.ts';

const vi = pointsIn('vi');
const en = pointsIn('en');

/** Codes in a sentence: more are counted. */
const CODES_NAMED = 5;

function listed(codes: readonly string[]): string {
  const more = codes.length > CODES_NAMED ? ', …' : '';
  return `${codes.slice(0, CODES_NAMED).join(', ')}${more}`;
}

/** Issues of a new year that is held against the one before it: its criteria sets, and the results that go on. */
export const CRITERIA_VERSION_MESSAGES = {
  'component-without-rule': ({ given }) => ({
    vi: {
      problem: `Tiêu chí “${given}” chưa có cách chấm và cũng chưa có nội dung chấm điểm.`,
      remedy: 'Chọn cách chấm, hoặc ghi nguyên văn quy định vào cột Nội dung chấm điểm.',
    },
    en: {
      problem: `Criterion “${given}” has neither a rule nor a scoring text.`,
      remedy: 'Choose a rule, or write the regulation’s words into the column Scoring text.',
    },
  }),
  'maximum-changed': ({ before, now }) => ({
    vi: {
      problem: `Điểm tối đa là ${vi(now)}; ở phiên bản trước là ${vi(before)}.`,
      remedy: 'Đối chiếu với văn bản; nếu đúng thì không cần sửa.',
    },
    en: {
      problem: `The maximum is ${en(now)}; in the version before it was ${en(before)}.`,
      remedy: 'Compare it with the regulation; if it is right, leave it.',
    },
  }),
  'unknown-previous-code': ({ given }) => ({
    vi: {
      problem: `Mã kỳ trước “${given}” không có trong bộ tiêu chí của kỳ trước.`,
      remedy:
        'Sửa lại mã. Nếu tiêu chí giữ nguyên mã hoặc là tiêu chí mới, hãy để trống ô này; nếu không, tiêu chí không được so sánh với kỳ trước.',
    },
    en: {
      problem: `The previous code “${given}” is not in the criteria set of the version before.`,
      remedy:
        'Correct the code. Leave the cell empty if the criterion keeps its code or is new; as it is, the criterion is compared with nothing.',
    },
  }),
  'shown-otherwise': ({ units }) => ({
    vi: {
      problem: `${units.length} đơn vị (${listed(units)}) có hạng, chỉ số hoặc xếp loại trên trang này khác với kết quả tính từ số liệu nhập. Số đang ghi trên trang được chép vào Kết quả các kỳ trước.`,
      remedy:
        'Đối chiếu với văn bản công bố. Nếu số tính từ số liệu nhập mới đúng, hãy Tính lại trong bảng tính kỳ trước rồi thử lại.',
    },
    en: {
      problem: `On this tab the rank, index or class of ${units.length} ${units.length === 1 ? 'unit' : 'units'} (${listed(units)}) is not what the entries give. Past results get what stands on the tab.`,
      remedy:
        'Compare with what was announced. If the entries are right, recompute in the workbook of the period before, then try again.',
    },
  }),
  'version-not-newer': ({ given, before }) => ({
    vi: {
      problem:
        given === ''
          ? `Bộ tiêu chí khác với phiên bản “${before}” nhưng chưa ghi phiên bản.`
          : `Bộ tiêu chí khác với phiên bản “${before}” nhưng phiên bản “${given}” không mới hơn.`,
      remedy: `Ghi phiên bản có năm hoặc số lớn hơn “${before}”, ví dụ năm và lần sửa đổi.`,
    },
    en: {
      problem:
        given === ''
          ? `The set differs from version “${before}” and states no version.`
          : `The set differs from version “${before}”, and its version “${given}” is not newer.`,
      remedy: `State a version of a later year or with a greater number than “${before}”, such as the year and the revision.`,
    },
  }),
} as const satisfies Partial<IssueMessages>;
