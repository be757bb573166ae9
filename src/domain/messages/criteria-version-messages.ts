import { type IssueMessages, pointsIn } from './issue-message.ts';

const vi = pointsIn('vi');
const en = pointsIn('en');

/** Issues of a criteria set that is held against the version before it. */
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
  'version-not-newer': ({ given, before }) => ({
    vi: {
      problem:
        given === ''
          ? `Bộ tiêu chí khác với phiên bản “${before}” nhưng chưa ghi phiên bản.`
          : `Bộ tiêu chí khác với phiên bản “${before}” nhưng phiên bản “${given}” không mới hơn.`,
      remedy: `Ghi một phiên bản có số lớn hơn “${before}”, ví dụ năm và lần sửa đổi.`,
    },
    en: {
      problem:
        given === ''
          ? `The set differs from version “${before}” and states no version.`
          : `The set differs from version “${before}”, and its version “${given}” is not newer.`,
      remedy: `State a version with a greater number than “${before}”, such as the year and the revision.`,
    },
  }),
} as const satisfies Partial<IssueMessages>;
