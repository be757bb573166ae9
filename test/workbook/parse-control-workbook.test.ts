import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import type { IssueDetail } from '../../src/domain/issue.ts';
import { asPoints } from '../../src/domain/points.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { languageOf, parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { issuesOf, SOUND, TITLES, tabsOf, withCell } from './sound-workbook.ts';

test('a sound workbook is read without issues', () => {
  const outcome = parseControlWorkbook(tabsOf(SOUND));
  expect(outcome.issues).toEqual([]);
  expect(outcome.ok && outcome.value.units.map((unit) => [unit.id, unit.ranked])).toEqual([
    ['A', true],
    ['B', true],
    ['C', false],
  ]);
  expect(
    outcome.ok && outcome.value.assessments.map(({ unitId, stage, marks }) => [unitId, stage, [...marks]]),
  ).toEqual([
    [
      'A',
      'appraisal',
      [
        ['1.1', { kind: 'scored', points: 1e6 }],
        ['1.10', { kind: 'scored', points: 1.5e6 }],
      ],
    ],
    ['A', 'survey', [['2', { kind: 'scored', points: 4.25e6 }]]],
    [
      'B',
      'appraisal',
      [
        ['1.1', { kind: 'scored', points: 0.5e6 }],
        ['1.10', { kind: 'zero' }],
      ],
    ],
    ['B', 'survey', [['2', { kind: 'scored', points: 4.5e6 }]]],
  ]);
  expect(outcome.ok && outcome.value.exemptions).toEqual([
    { unitId: 'C', code: '1.1', reason: 'Không có chức năng', approvedBy: 'Hội đồng' },
  ]);
});

type Case = readonly [tab: string, row: number, column: number, cell: Cell, at: string, detail: IssueDetail];
const yesNo = ['Có', 'Không'];

const CASES: readonly Case[] = [
  [
    'settings',
    1,
    2,
    'Français',
    'C2',
    { code: 'not-an-option', given: 'Français', options: ['Tiếng Việt', 'English'] },
  ],
  ['settings', 1, 1, 'Huyện', 'B2', { code: 'scope-not-allowed', given: 'Huyện' }],
  ['settings', 1, 0, 'Màu nền', 'A2', { code: 'unknown-setting', given: 'Màu nền' }],
  ['settings', 1, 0, null, 'A2', { code: 'missing-value', header: 'Mục' }],
  [
    'settings',
    2,
    2,
    '≥ 80 Tốt',
    'C3',
    { code: 'not-classes', given: '≥ 80 Tốt', at: 6, expected: 'separator' },
  ],
  ['groups', 0, 2, 'Bộ', 'A1', { code: 'missing-header', header: 'Bộ tiêu chí' }],
  ['groups', 1, 1, null, 'B2', { code: 'missing-value', header: 'Tên nhóm' }],
  ['groups', 1, 2, 'bo-2', 'C2', { code: 'unknown-code', given: 'bo-2', referent: 'criteria-set' }],
  ['groups', 2, 0, 'h', 'A3', { code: 'duplicate-code', given: 'h', otherCell: 'A2' }],
  ['units', 0, 4, 'Cấp', 'E1', { code: 'duplicate-header', header: 'Cấp', otherCell: 'C1' }],
  ['units', 2, 0, 'A', 'A3', { code: 'duplicate-code', given: 'A', otherCell: 'A2' }],
  ['units', 2, 0, 1.1, 'A3', { code: 'not-text', given: '1.1' }],
  ['units', 2, 3, null, 'D3', { code: 'missing-value', header: 'Nhóm' }],
  ['units', 2, 3, 'x', 'D3', { code: 'unknown-code', given: 'x', referent: 'group' }],
  ['units', 2, 4, 'có lẽ', 'E3', { code: 'not-an-option', given: 'có lẽ', options: yesNo }],
  ['units', 2, 2, 'k'.repeat(65), 'C3', { code: 'too-long', given: 'k'.repeat(65), limit: 64 }],
  ['criteria.bo-1', 1, 3, 4, 'D2', { code: 'sum-differs', stated: asPoints(4e6), sum: asPoints(3e6) }],
  ['criteria.bo-1', 1, 4, 'Điều tra', 'E2', { code: 'branch-with-basis', given: 'Điều tra' }],
  ['criteria.bo-1', 2, 1, '9', 'B3', { code: 'unknown-code', given: '9', referent: 'parent-criterion' }],
  ['criteria.bo-1', 1, 1, '1.1', 'B2', { code: 'cyclic-parents', given: '1' }],
  ['criteria.bo-1', 2, 3, null, 'D3', { code: 'missing-value', header: 'Điểm tối đa' }],
  ['criteria.bo-1', 2, 3, 'một', 'D3', { code: 'not-a-number', given: 'một' }],
  ['criteria.bo-1', 2, 3, -1, 'D3', { code: 'negative-number', given: '-1' }],
  ['criteria.bo-1', 4, 4, null, 'E5', { code: 'component-without-basis' }],
  ['criteria.bo-1', 3, 0, 1.1, 'A4', { code: 'not-text', given: '1.1' }],
  [
    'marks.appraisal.bo-1',
    1,
    3,
    2.5,
    'D2',
    { code: 'over-max', given: asPoints(2.5e6), maxScore: asPoints(2e6) },
  ],
  ['marks.appraisal.bo-1', 1, 3, '12/5', 'D2', { code: 'improper-fraction', given: '12/5' }],
  ['marks.appraisal.bo-1', 1, 3, 'chưa chấm', 'D2', { code: 'not-a-number', given: 'chưa chấm' }],
  ['marks.appraisal.bo-1', 1, 3, -0.5, 'D2', { code: 'negative-number', given: '-0.5' }],
  ['marks.appraisal.bo-1', 1, 3, 'N/A', 'D2', { code: 'exempt-without-approval', given: 'N/A' }],
  ['marks.appraisal.bo-1', 3, 2, 0, 'C4', { code: 'exempt-but-marked', given: '0' }],
  [
    'marks.appraisal.bo-1',
    1,
    2,
    1 / 3,
    'C2',
    { code: 'rounded-to-millionths', given: '0.333333333333333', used: asPoints(333_333) },
  ],
  ['marks.appraisal.bo-1', 2, 0, 'A', 'A3', { code: 'duplicate-code', given: 'A', otherCell: 'A2' }],
  ['marks.appraisal.bo-1', 2, 0, 'Z', 'A3', { code: 'unknown-code', given: 'Z', referent: 'unit' }],
  ['marks.appraisal.bo-1', 2, 0, null, 'A3', { code: 'missing-value', header: 'Mã đơn vị' }],
  ['marks.appraisal.bo-1', 0, 3, 'Báo cáo', 'A1', { code: 'missing-header', header: '1.10' }],
  ['marks.appraisal.bo-1', 0, 3, 1.1, 'D1', { code: 'not-text', given: '1.1' }],
  ['marks.appraisal.bo-1', 0, 4, '1.1', 'E1', { code: 'duplicate-header', header: '1.1', otherCell: 'C1' }],
  ['marks.survey.bo-1', 0, 0, 'Đơn vị', 'A1', { code: 'missing-header', header: 'Mã đơn vị' }],
  ['not-applicable', 1, 3, null, 'D2', { code: 'missing-value', header: 'Người duyệt' }],
];

test.for(CASES)(
  '%s, row %d, column %d holding %j is reported at %s',
  ([tab, row, column, cell, at, detail]) => {
    const issues = issuesOf(withCell(tab, row, column, cell));
    expect(issues).toContainEqual({ location: { tab: TITLES[tab], cell: at }, ...detail });
  },
);

test('every mistake is reported in one run and no value comes out', () => {
  const tables = {
    ...withCell('marks.appraisal.bo-1', 1, 3, 2.5),
    'marks.survey.bo-1': [
      ['Mã đơn vị', '2'],
      ['A', '12/5'],
      ['B', 'x'],
    ],
    units: [...(SOUND['units'] ?? []), ['D', 'Huyện D', 'Huyện', null, null]],
  };
  const outcome = parseControlWorkbook(tabsOf(tables));
  expect(outcome.ok).toBe(false);
  expect(outcome.issues.map(({ location, code }) => [location.tab, location.cell, code])).toEqual([
    ['Đơn vị', 'D5', 'missing-value'],
    ['Thẩm định', 'D2', 'over-max'],
    ['Khảo sát', 'B2', 'improper-fraction'],
    ['Khảo sát', 'B3', 'not-a-number'],
  ]);
});

test('a missing tab is named by the title that it should have', () => {
  const { settings, units, 'marks.survey.bo-1': survey, ...rest } = SOUND;
  expect([settings, units, survey]).not.toContain(undefined);
  expect(issuesOf(rest)).toEqual([
    { location: { tab: 'Cài đặt' }, code: 'missing-tab' },
    { location: { tab: 'Đơn vị' }, code: 'missing-tab' },
  ]);
  expect(issuesOf({ ...SOUND, 'marks.survey.bo-1': [] })).toEqual([
    { location: { tab: 'Khảo sát' }, code: 'missing-header', header: 'Mã đơn vị' },
    { location: { tab: 'Khảo sát' }, code: 'missing-header', header: '2' },
  ]);
  const { 'marks.survey.bo-1': _, ...withoutSurvey } = SOUND;
  expect(issuesOf(withoutSurvey)).toEqual([
    { location: { tab: 'Điều tra xã hội học – bo-1' }, code: 'missing-tab' },
  ]);
});

test('a workbook without any tab lists what it must have', () => {
  expect(parseControlWorkbook([], 'en')).toEqual({
    ok: false,
    issues: ['Settings', 'Groups', 'Units'].map((tab) => ({ location: { tab }, code: 'missing-tab' })),
  });
});

test('a mistake in the Units tab is not repeated for every matrix that names the unit', () => {
  const tables = withCell('units', 1, 3, 'sai');
  expect(issuesOf(tables).map(({ code }) => code)).toEqual(['unknown-code']);
});

test('an exempted branch takes out every component below it, and what is exempted twice is an issue', () => {
  const rows = [...(SOUND['not-applicable'] ?? []), ['B', '1', 'Lý do khác', 'Hội đồng']];
  const issues = issuesOf({ ...SOUND, 'not-applicable': rows });
  expect(issues.map(({ location, code }) => [location.cell, code])).toEqual([
    ['C3', 'exempt-but-marked'],
    ['D3', 'exempt-but-marked'],
  ]);
  const twice = issuesOf({
    ...SOUND,
    'not-applicable': [...(SOUND['not-applicable'] ?? []), ['C', '1', 'x', 'y']],
  });
  expect(twice).toEqual([
    { location: { tab: 'KAD', cell: 'B3' }, code: 'duplicate-code', given: 'C – 1.1', otherCell: 'B2' },
  ]);
});

test('what a unit claimed for itself may stand beside an exemption', () => {
  const claims = {
    'marks.self-assessment.bo-1': [
      ['Mã đơn vị', '1.1', '1.10'],
      ['C', 1, 2],
    ],
  };
  expect(issuesOf({ ...SOUND, ...claims })).toEqual([]);
});

test('a group that no unit names is worth a warning', () => {
  const groups = [...(SOUND['groups'] ?? []), ['x', 'Nhóm trống', 'bo-1']];
  const outcome = parseControlWorkbook(tabsOf({ ...SOUND, groups }));
  expect(outcome.ok).toBe(true);
  expect(outcome.issues).toEqual([
    { location: { tab: 'Nhóm', cell: 'A3' }, code: 'group-without-units', given: 'x' },
  ]);
});

test('tables without rows are reported once each', () => {
  const empty = (tab: string) => (SOUND[tab] ?? []).slice(0, 1);
  const tables = {
    ...SOUND,
    groups: empty('groups'),
    units: empty('units'),
    'criteria.bo-1': empty('criteria.bo-1'),
  };
  const codes = issuesOf(tables).filter((issue) => issue.code === 'no-rows');
  expect(codes.map((issue) => issue.location)).toEqual([
    { tab: 'Nhóm', cell: 'A1' },
    { tab: 'Đơn vị', cell: 'A1' },
    { tab: 'Tiêu chí', cell: 'A1' },
  ]);
});

test('criteria deeper than any regulation are refused instead of followed', () => {
  const chain = Array.from({ length: 5000 }, (_, depth) => [
    `c${depth}`,
    depth === 0 ? null : `c${depth - 1}`,
    'Tên',
    1,
    depth === 4999 ? 'Thẩm định' : null,
  ]);
  const rows = [...(SOUND['criteria.bo-1'] ?? []), ...chain];
  expect(issuesOf({ ...SOUND, 'criteria.bo-1': rows })).toEqual([
    { location: { tab: 'Tiêu chí', cell: 'B18' }, code: 'too-deep', given: 'c12', limit: 12 },
  ]);
});

test('the language is what the Settings tab says, in any language, even when all else is broken', () => {
  const settings = (word: Cell): readonly InputTab[] =>
    tabsOf({
      settings: [
        ['Setting', 'Value', 'Applies to'],
        ['Ngôn ngữ', word],
      ],
    });
  expect(languageOf(settings('english'), 'vi')).toBe('en');
  expect(languageOf(settings('Tiếng Việt'), 'en')).toBe('vi');
  expect(languageOf(settings('???'), 'en')).toBe('en');
  expect(languageOf([], 'vi')).toBe('vi');
});
