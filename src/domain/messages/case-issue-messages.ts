import type { IssueMessages } from './issue-message.ts';

/** Issues of the cases that the office writes to prove its rules. */
export const CASE_ISSUE_MESSAGES = {
  'case-failed': ({ given, criterion, expected, result }) => ({
    vi: {
      problem: `Trường hợp kiểm thử “${given}”: ${criterion === undefined ? 'chỉ số' : `tiêu chí ${criterion}`} ra ${result ?? 'để trống'}, trong khi chờ đợi ${expected}.`,
      remedy: 'Kiểm tra quy tắc chấm điểm trong trang Tiêu chí, hoặc sửa giá trị chờ đợi của trường hợp này.',
    },
    en: {
      problem: `The case “${given}”: ${criterion === undefined ? 'the index' : `criterion ${criterion}`} came out as ${result ?? 'blank'} where ${expected} was expected.`,
      remedy: 'Check the scoring rule in the Criteria tab, or correct what the case expects.',
    },
  }),
} as const satisfies Pick<IssueMessages, 'case-failed'>;
