import { expect, test } from 'vitest';
import { type IssueDetail, severityOf } from '../../../src/domain/issue.ts';
import { describeIssue } from '../../../src/domain/messages/describe-issue.ts';
import { ISSUE_MESSAGES } from '../../../src/domain/messages/issue-messages.ts';
import { asPoints } from '../../../src/domain/points.ts';

/** One issue of every code, with what each message must name in Vietnamese and in English. */
const CASES: readonly (readonly [IssueDetail, readonly string[], readonly string[]])[] = [
  [{ code: 'missing-tab' }, ['trang tính'], ['tab']],
  [{ code: 'missing-tab', file: 'units.csv' }, ['units.csv'], ['units.csv']],
  [{ code: 'misplaced-cell', given: '45' }, ['45', '"47,45"'], ['45', '"47,45"']],
  [{ code: 'ambiguous-tab', titles: ['Sở', 'Sở (2)'] }, ['2', 'Sở', 'Sở (2)'], ['2', 'Sở', 'Sở (2)']],
  [{ code: 'unused-criteria', given: 'nháp' }, ['nháp', 'Bộ tiêu chí'], ['nháp', 'Criteria set']],
  [{ code: 'component-without-rule', given: '1.10' }, ['1.10', 'cách chấm'], ['1.10', 'rule']],
  [
    { code: 'maximum-changed', before: asPoints(1_500_000), now: asPoints(2_000_000) },
    ['1,5', '2'],
    ['1.5', '2'],
  ],
  [{ code: 'unknown-previous-code', given: '9.9' }, ['9.9', 'kỳ trước'], ['9.9', 'previous']],
  [{ code: 'shown-otherwise', units: ['TDM'] }, ['TDM', '1 đơn vị'], ['TDM', '1 unit ']],
  [
    { code: 'shown-otherwise', units: ['A', 'B', 'C', 'D', 'E', 'F'] },
    ['6 đơn vị (A, B, C, D, E, …)'],
    ['6 units (A, B, C, D, E, …)'],
  ],
  [{ code: 'version-not-newer', given: '', before: '2024' }, ['2024', 'chưa ghi'], ['2024', 'no version']],
  [{ code: 'version-not-newer', given: '2023', before: '2024' }, ['2023', '2024'], ['2023', '2024']],
  [{ code: 'missing-header', header: '1.10' }, ['1.10', 'văn bản'], ['1.10', 'text']],
  [{ code: 'duplicate-header', header: 'Mã', otherCell: 'B3' }, ['Mã', 'B3'], ['Mã', 'B3']],
  [{ code: 'missing-value', header: 'Nhóm' }, ['Nhóm', 'trống'], ['Nhóm', 'empty']],
  [{ code: 'no-rows' }, ['dòng'], ['rows']],
  [{ code: 'not-text', given: '1.1' }, ['1.1'], ['1.1']],
  [{ code: 'too-long', given: 'abc', limit: 64 }, ['abc', '64'], ['abc', '64']],
  [{ code: 'duplicate-code', given: 'TDM', otherCell: 'A7' }, ['TDM', 'A7'], ['TDM', 'A7']],
  [{ code: 'unknown-code', given: 'X', referent: 'unit' }, ['X', 'đơn vị'], ['X', 'unit']],
  [{ code: 'unknown-code', given: 'X', referent: 'group' }, ['X', 'nhóm'], ['X', 'group']],
  [
    { code: 'unknown-code', given: 'X', referent: 'criteria-set' },
    ['X', 'bộ tiêu chí'],
    ['X', 'criteria set'],
  ],
  [{ code: 'unknown-code', given: 'X', referent: 'component' }, ['X', 'tiêu chí'], ['X', 'criterion']],
  [{ code: 'unknown-code', given: 'X', referent: 'parent-criterion' }, ['X', 'cột Mã'], ['X', 'Code column']],
  [
    { code: 'name-of-another', given: 'Xã B', unit: 'Xã A', unitId: 'XA' },
    ['“Xã B”', 'XA', 'Xã A', 'sửa mã hoặc tên'],
    ['“Xã B”', 'XA', 'Xã A', 'correct the code or the name'],
  ],
  [
    { code: 'part-exceeds-whole', given: '190/0' },
    ['“190/0”', 'không áp dụng'],
    ['“190/0”', 'does not apply'],
  ],
  [{ code: 'unknown-setting', given: 'Màu' }, ['Màu'], ['Màu']],
  [{ code: 'scope-not-allowed', given: 'Xã' }, ['Xã'], ['Xã']],
  [
    { code: 'not-an-option', given: 'Maybe', options: ['Có', 'Không'] },
    ['Maybe', 'Có', 'Không'],
    ['Maybe', 'Có'],
  ],
  [{ code: 'not-a-number', given: 'abc' }, ['abc', '1,5'], ['abc', '1.5']],
  [
    { code: 'ambiguous-number', given: '1.250', readings: ['1250', '1.25'] },
    ['1.250', '1250', '1,25'],
    ['1.250', '1250', '1.25'],
  ],
  [
    {
      code: 'total-differs',
      header: 'Tổng',
      stated: asPoints(47_500_000),
      sum: asPoints(47_000_000),
      others: ['F7', 'F9'],
      count: 5,
    },
    ['Tổng', '47,5', '47', 'F7, F9', '2 ô khác'],
    ['Tổng', '47.5', '47', 'F7, F9', '2 more'],
  ],
  [
    {
      code: 'total-must-match',
      header: '1',
      stated: asPoints(2e6),
      sum: asPoints(1e6),
      others: [],
      count: 1,
    },
    ['“1”', '2', 'Cảnh báo'],
    ['“1”', '2', 'Warning'],
  ],
  [{ code: 'not-a-percentage', given: '60' }, ['60', '60%'], ['60', '60%']],
  [{ code: 'improper-fraction', given: '12/5' }, ['12/5', '2,4'], ['12/5', '2.4']],
  [
    { code: 'percent-as-points', given: '75%', used: asPoints(750_000) },
    ['75%', '0,75', 'tối đa'],
    ['75%', '0.75', 'maximum'],
  ],
  [{ code: 'number-too-large', given: '99', limit: 1.5 }, ['99', '1,5'], ['99', '1.5']],
  [{ code: 'negative-number', given: '-1' }, ['-1', 'âm'], ['-1', 'negative']],
  [{ code: 'number-too-large', given: '1e9', limit: 100000 }, ['1e9', '100000'], ['1e9', '100000']],
  [
    { code: 'over-max', given: asPoints(2_500_000), maxScore: asPoints(2_000_000) },
    ['2,5', '2', 'Tiêu chí'],
    ['2.5', '2', 'Criteria'],
  ],
  [
    { code: 'rounded-to-millionths', given: '0.33333333', used: asPoints(333_333) },
    ['0.33333333', '0,333333'],
    ['0.33333333', '0.333333'],
  ],
  [
    { code: 'not-classes', given: '≥ x', at: 3, expected: 'number' },
    ['≥ x', '3', 'một số'],
    ['≥ x', '3', 'a number'],
  ],
  [
    { code: 'not-a-rule', given: 'mỗi 1', rule: 'per-count', at: 5, expected: 'colon' },
    ['mỗi 1', '5', 'mỗi: 0,5; tối đa: 2'],
    ['mỗi 1', '5', 'each: 0.5; cap: 2'],
  ],
  [
    { code: 'not-a-rule', given: 'mỗi 1', at: 5, expected: 'one-of', words: ['mỗi', 'each'] },
    ['mỗi 1', '5', 'each'],
    ['mỗi 1', '5', 'each'],
  ],
  [{ code: 'not-declared', given: 'xyz', rule: 'yes-no' }, ['xyz', 'Không đạt'], ['xyz', 'Yes or No']],
  [{ code: 'part-exceeds-whole', given: '201/200' }, ['201/200'], ['201/200']],
  [{ code: 'rate-over-whole', given: '855%' }, ['855%', '100%'], ['855%', '100%']],
  [
    { code: 'over-scale', given: '845', scale: '99.5', rule: 'outside-index' },
    ['845', '99,5'],
    ['845', '99.5'],
  ],
  [{ code: 'negative-rate', given: 'a: 1; b: 2', rule: 'count-ratio' }, ['a: 1; b: 2'], ['a: 1; b: 2']],
  [
    { code: 'award-over-max', given: asPoints(3_500_000), maxScore: asPoints(2_000_000) },
    ['3,5', '2'],
    ['3.5', '2'],
  ],
  [
    { code: 'award-under-max', given: asPoints(1_500_000), maxScore: asPoints(2_000_000) },
    ['1,5', '2'],
    ['1.5', '2'],
  ],
  [
    { code: 'awards-up-and-down', steps: [{ figure: '82.5%', points: asPoints(1_500_000) }] },
    ['82,5% được 1,5'],
    ['82.5% gives 1.5'],
  ],
  [{ code: 'exempt-but-decided', given: asPoints(1_500_000) }, ['1,5'], ['1.5']],
  [{ code: 'column-without-criterion', given: '1.3' }, ['1.3'], ['1.3']],
  [
    { code: 'column-of-other-basis', given: '2', basis: 'survey' },
    ['“2”', 'trang Điều tra xã hội học'],
    ['“2”', 'the Survey tab'],
  ],
  [
    { code: 'marks-like-shares', given: '1', maxScore: asPoints(12_500_000) },
    ['“1”', '12,5'],
    ['“1”', '12.5'],
  ],
  [
    { code: 'unknown-code', given: 'xa', referent: 'criteria-set', file: 'criteria.xa.csv' },
    ['“xa”', 'tạo tệp criteria.xa.csv'],
    ['“xa”', 'make the file criteria.xa.csv'],
  ],
  [{ code: 'branch-decided', given: '1' }, ['“1”', 'dòng con'], ['“1”', 'rows below']],
  [{ code: 'bonus-with-criterion', given: '1' }, ['“1”', 'Trừ vào tiêu chí'], ['“1”', 'Taken from']],
  [{ code: 'zero-maximum' }, ['0', 'Ghi điểm tối đa'], ['0', 'State the maximum']],
  [{ code: 'classes-without-units', given: 'Xa' }, ['Xa'], ['Xa']],
  [{ code: 'classes-without-units', given: 'Xa', nearest: 'Xã' }, ['Xa', 'Xã'], ['Xa', 'Xã']],
  [{ code: 'level-without-classes', given: 'Xã' }, ['Xã'], ['Xã']],
  [{ code: 'nothing-to-attain', given: 'so' }, ['so'], ['so']],
  [
    { code: 'sum-must-match', stated: asPoints(2_500_000), sum: asPoints(3_000_000) },
    ['2,5', '3'],
    ['2.5', '3'],
  ],
  [{ code: 'branch-with-rule', given: 'Theo mức' }, ['Theo mức'], ['Theo mức']],
  [{ code: 'exempt-but-marked', given: '1' }, ['“1”', 'Không áp dụng'], ['“1”', 'Not applicable']],
  [{ code: 'exempt-without-approval', given: 'N/A' }, ['N/A', 'người duyệt'], ['N/A', 'approver']],
  [
    { code: 'case-failed', given: 'Mẫu 1', criterion: '1.1', expected: '1', result: '0,5' },
    ['Mẫu 1', '1.1', '0,5'],
    ['Mẫu 1', '1.1', '0,5'],
  ],
  [{ code: 'case-failed', given: 'Mẫu 2', expected: '90 %' }, ['Mẫu 2', 'chỉ số'], ['Mẫu 2', 'the index']],
  [{ code: 'cyclic-parents', given: '2.1' }, ['2.1', 'vòng lặp'], ['2.1', 'itself']],
  [{ code: 'too-deep', given: '2.1', limit: 12 }, ['2.1', '12'], ['2.1', '12']],
  [
    { code: 'sum-differs', stated: asPoints(65_000_000), sum: asPoints(64_500_000) },
    ['65', '64,5'],
    ['65', '64.5'],
  ],
  [{ code: 'component-without-basis' }, ['Thẩm định', 'Điều tra'], ['Appraisal', 'Survey']],
  [{ code: 'branch-with-basis', given: 'Thẩm định' }, ['Thẩm định'], ['Thẩm định']],
  [{ code: 'group-without-units', given: 'huyen' }, ['huyen'], ['huyen']],
];

test.for(CASES)('%j says what is there and what would be right in both languages', ([detail, vi, en]) => {
  const issue = { location: { tab: 'Đơn vị', cell: 'A1' }, ...detail };
  for (const [language, wanted] of [['vi', vi] as const, ['en', en] as const]) {
    const { problem, remedy } = describeIssue(issue, language);
    for (const text of wanted) expect(`${problem} ${remedy}`).toContain(text);
    for (const sentence of [problem, remedy]) {
      expect(sentence).toMatch(/^[\p{Lu}\p{N}“].*\.$/u);
      expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
  }
});

test('every code of issue is among the cases above, and weighs as an error or as a warning', () => {
  const covered = new Set(CASES.map(([detail]) => detail.code));
  expect(covered).toEqual(new Set(Object.keys(ISSUE_MESSAGES)));
  for (const code of covered) expect(['error', 'warning']).toContain(severityOf(code));
});
