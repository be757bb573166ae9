import { expect, test } from 'vitest';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import type { Issue, IssueDetail } from '../../src/domain/issue.ts';
import { asPoints } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { parseProofCases } from '../../src/workbook/parse-cases.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { parseHistory } from '../../src/workbook/parse-history.ts';
import { RULED, SOUND, type Tables, tabsOf } from './sound-workbook.ts';

function issuesOf(tables: Tables): readonly Issue[] {
  return parseControlWorkbook(tabsOf(tables)).issues;
}

test('declared values are read under the rules of their components, and points may be given straight', () => {
  const outcome = parseControlWorkbook(tabsOf(RULED));
  expect(outcome.issues).toEqual([]);
  expect(outcome.ok && outcome.value.assessments).toEqual([
    {
      unitId: 'A',
      stage: 'appraisal',
      marks: new Map(),
      declared: new Map<string, unknown>([
        ['1.1', { kind: 'yes-no', yes: true }],
        ['1.10', { kind: 'part-of-whole', part: ratio(190, 1), whole: ratio(200, 1) }],
      ]),
    },
    {
      unitId: 'A',
      stage: 'survey',
      marks: new Map(),
      declared: new Map([['2', { kind: 'rate', rate: ratio(171, 200) }]]),
    },
    {
      unitId: 'B',
      stage: 'appraisal',
      marks: new Map([['1.10', { kind: 'scored', points: 1_500_000 }]]),
      declared: new Map([['1.1', { kind: 'yes-no', yes: false }]]),
    },
    {
      unitId: 'C',
      stage: 'appraisal',
      marks: new Map(),
      declared: new Map([['1.10', { kind: 'part-of-whole', part: ratio(0, 1), whole: ratio(0, 1) }]]),
    },
  ]);
});

type Case = readonly [tab: string, row: number, column: number, cell: Cell, at: string, detail: IssueDetail];

const RULE_CASES: readonly Case[] = [
  [
    'criteria.bo-1',
    3,
    6,
    '≥ 90%: 2',
    'G4',
    { code: 'not-a-rule', given: '≥ 90%: 2', rule: 'bands', at: 9, expected: 'remainder' },
  ],
  ['criteria.bo-1', 3, 5, null, 'F4', { code: 'missing-value', header: 'Cách chấm' }],
  ['criteria.bo-1', 1, 5, 'Chấm trực tiếp', 'F2', { code: 'branch-with-rule', given: 'Chấm trực tiếp' }],
  ['marks.appraisal.bo-1', 1, 1, 'Có lẽ', 'B2', { code: 'not-declared', given: 'Có lẽ', rule: 'yes-no' }],
  [
    'marks.appraisal.bo-1',
    1,
    2,
    95,
    'C2',
    { code: 'ambiguous-number', given: '95', readings: ['95%', '9500%'] },
  ],
  [
    'marks.appraisal.bo-1',
    1,
    2,
    '2,5 điểm',
    'C2',
    { code: 'over-max', given: asPoints(2.5e6), maxScore: asPoints(2e6) },
  ],
  ['marks.appraisal.bo-1', 3, 1, 'Đạt', 'B4', { code: 'exempt-but-marked', given: 'Đạt' }],
  ['marks.appraisal.bo-1', 1, 1, 'N/A', 'B2', { code: 'exempt-without-approval', given: 'N/A' }],
];

test.for(RULE_CASES)(
  '%s, row %d, column %d holding %j is reported at %s',
  ([tab, row, column, cell, at, detail]) => {
    const grid = (RULED[tab] ?? []).map((cells, index) =>
      index === row ? cells.map((value, place) => (place === column ? cell : value)) : cells,
    );
    const found = issuesOf({ ...RULED, [tab]: grid }).filter((issue) => issue.location.cell === at);
    expect(found.map(({ location: _, ...rest }) => rest)).toContainEqual(detail);
  },
);

const settings = (...rows: readonly (readonly Cell[])[]): Tables => ({
  ...SOUND,
  settings: [...(SOUND['settings'] ?? []), ...rows],
});

test('the office’s notice is read in either language, and absent when its cell is empty', () => {
  const noticeOf = (...row: readonly Cell[]) => {
    const outcome = parseControlWorkbook(tabsOf(settings(row)));
    return outcome.ok && outcome.value.settings;
  };
  expect(noticeOf('Lưu ý trên kết quả', null, ' Dự thảo ')).toHaveProperty('notice', 'Dự thảo');
  expect(noticeOf('Notice on results', null, 'Draft')).toHaveProperty('notice', 'Draft');
  expect(noticeOf('Notice on results', null, null)).not.toHaveProperty('notice');
});

test('English names of classes are read from the Settings tab', () => {
  const row = ['Tên tiếng Anh của xếp loại', null, 'Xuất sắc: Outstanding'];
  const outcome = parseControlWorkbook(tabsOf(settings(row)));
  expect(outcome.ok && outcome.value.settings.gradeNames).toEqual(new Map([['Xuất sắc', 'Outstanding']]));
});

test('the lowest class for commendation is one of the classes that the workbook states', () => {
  const outcome = (given: string) =>
    parseControlWorkbook(
      tabsOf(
        settings(
          ['Xếp loại', null, '≥ 90: Xuất sắc; ≥ 80: Tốt; còn lại: Yếu'],
          ['Xếp loại tối thiểu để khen thưởng', null, given],
        ),
      ),
    );
  const known = outcome('tốt');
  expect(known.ok && known.value.analysis).toEqual({ commendedClass: 'Tốt' });
  expect(outcome('Khá giỏi').issues.map(({ code }) => code)).toEqual(['not-an-option']);
});

test('options, tie-breaks, ceilings and versions are read from the Settings tab', () => {
  const outcome = parseControlWorkbook(
    tabsOf(
      settings(
        ['Trạng thái kết quả', null, 'tạm tính'],
        ['Kiểu xếp hạng', null, 'Liền hạng'],
        ['Tie-breaks', null, 'khối thẩm định; criterion 1.10; ít điểm phạt'],
        ['Giới hạn điểm thưởng', null, '2,5'],
        ['Trần xếp loại', 'Huyện', 'Khá: tiêu chí 1 < 50%; khá: điểm phạt > 5'],
        ['Phiên bản bộ tiêu chí', 'bo-1', '2071/QĐ-UBND'],
      ),
    ),
  );
  expect(outcome.issues).toEqual([]);
  if (!outcome.ok) return;
  expect(outcome.value.scoring).toEqual({
    status: 'provisional',
    rankStyle: 'dense',
    tieBreaks: [
      { kind: 'block', basis: 'appraisal' },
      { kind: 'criterion', code: '1.10' },
      { kind: 'fewer-penalties' },
    ],
    bonusCap: 2_500_000,
  });
  expect(outcome.value.sets[0]?.version).toBe('2071/QĐ-UBND');
  expect(outcome.value.settings.classifications[0]?.ceilings).toEqual([
    { atMost: 'Khá', when: { kind: 'criterion-below', code: '1', share: ratio(1, 2) } },
    { atMost: 'Khá', when: { kind: 'penalties-above', points: 5_000_000 } },
  ]);
});

test.for<[string, string | null, Cell, string, IssueDetail['code']]>([
  ['Tiêu chí phụ khi bằng điểm', null, 'tiêu chí 9.9', 'C4', 'unknown-code'],
  ['Tiêu chí phụ khi bằng điểm', null, 'tên đơn vị', 'C4', 'not-a-rule'],
  ['Trần xếp loại', 'Huyện', 'Giỏi: điểm phạt > 5', 'C4', 'not-a-rule'],
  ['Trần xếp loại', 'Huyện', 'Khá: tiêu chí 9.9 < 50%', 'C4', 'unknown-code'],
  ['Trần xếp loại', 'Xã', 'Khá: điểm phạt > 5', 'C4', 'not-a-rule'],
  ['Phiên bản bộ tiêu chí', 'bo-9', 'x', 'B4', 'unknown-code'],
  ['Ô chưa chấm', null, 'bỏ qua', 'C4', 'not-an-option'],
  ['Giới hạn điểm phạt', null, '-1', 'C4', 'negative-number'],
  ['Căn cứ xếp hạng', 'Xã', 'Số chính xác', 'B4', 'unknown-code'],
  ['Tiêu chí phụ khi bằng điểm', 'bo-1', 'tiêu chí 9.9', 'C4', 'unknown-code'],
  ['Trạng thái kết quả', 'bo-1', 'Chính thức', 'B4', 'scope-not-allowed'],
  ['Tỉnh, thành phố', 'bo-1', 'Bình Dương', 'B4', 'scope-not-allowed'],
])('the setting %s for %s with %j is reported at %s', ([name, scope, value, at, code]) => {
  const found = issuesOf(settings([name, scope, value])).map((issue) => [issue.location, issue.code]);
  expect(found).toEqual([[{ tab: 'Cài đặt', cell: at }, code]]);
});

test('a criteria set may state its own options, each in place of that of the workbook', () => {
  const stated = settings(
    ['Ô chưa chấm', null, 'Chưa xếp hạng'],
    ['Ô chưa chấm', 'bo-1', 'Tính 0 điểm'],
    ['Điểm không áp dụng', 'bo-1', 'Trên toàn bộ'],
    ['Số chữ số thập phân', 'bo-1', '3'],
  );
  const outcome = parseControlWorkbook(tabsOf(stated));
  if (!outcome.ok) throw new Error('the workbook is sound');
  expect(outcome.value.scoring).toEqual({ blanks: 'incomplete' });
  expect(outcome.value.settings).toMatchObject({ notApplicable: 'block', decimals: 2 });
  expect(outcome.value.bySet).toEqual(
    new Map([['bo-1', { settings: { notApplicable: 'whole', decimals: 3 }, scoring: { blanks: 'zero' } }]]),
  );
});

test('a strict workbook refuses a stated maximum that is not the sum below it', () => {
  const criteria = (SOUND['criteria.bo-1'] ?? []).map((row, index) =>
    index === 1 ? ['1', null, 'Chỉ đạo', 4, null] : row,
  );
  const strict = settings(['Tổng điểm không khớp', null, 'Báo lỗi']);
  expect(issuesOf({ ...strict, 'criteria.bo-1': criteria })).toEqual([
    {
      location: { tab: 'Tiêu chí', cell: 'D2' },
      code: 'sum-must-match',
      stated: 4_000_000,
      sum: 3_000_000,
    },
  ]);
});

test('bonuses, penalties and decisions are checked against units, criteria and maxima', () => {
  const outcome = parseControlWorkbook(
    tabsOf({
      ...SOUND,
      adjustments: [
        ['Mã đơn vị', 'Loại', 'Điểm', 'Trừ vào tiêu chí', 'Lý do'],
        ['A', 'Thưởng', 1, null, 'Sáng kiến'],
        ['A', 'Thưởng', 1, '1.1', 'Sáng kiến'],
        ['Z', 'Phạt', 1, null, 'Chậm báo cáo'],
        ['B', 'Phạt', '0,5', '9', 'Chậm báo cáo'],
        ['B', 'Khen', 1, null, null],
      ],
      overrides: [
        ['Mã đơn vị', 'Mã tiêu chí', 'Điểm quyết định', 'Lý do', 'Người quyết định'],
        ['A', '1.1', 2, 'Xét lại', 'Hội đồng'],
        ['A', '1', 1, 'Xét lại', 'Hội đồng'],
        ['B', '1.10', 1, 'Xét lại', 'Hội đồng'],
        ['B', '1.10', 2, 'Xét lại', null],
        ['B', '1.10', 2, 'Xét lại', 'Hội đồng'],
      ],
    }),
  );
  expect(outcome.issues.map(({ location, code }) => [location.tab, location.cell, code])).toEqual([
    ['adjustments', 'D3', 'bonus-with-criterion'],
    ['adjustments', 'A4', 'unknown-code'],
    ['adjustments', 'D5', 'unknown-code'],
    ['adjustments', 'B6', 'not-an-option'],
    ['adjustments', 'E6', 'missing-value'],
    ['overrides', 'C2', 'over-max'],
    ['overrides', 'B3', 'branch-decided'],
    ['overrides', 'E5', 'missing-value'],
    ['overrides', 'B6', 'duplicate-code'],
  ]);
});

const soundInput = () => {
  const outcome = parseControlWorkbook(tabsOf(SOUND));
  if (!outcome.ok) throw new Error('the sound workbook is not sound');
  return outcome.value;
};

test('past results and predecessors report what cannot be', () => {
  const past: Grid = [
    ['Kỳ đánh giá', 'Mã đơn vị', 'Chỉ số', 'Hạng'],
    [2022, 'A', '96,89', 1],
    [2022, 'A', 91.6, 2],
    [2022, 'B', 0.97, 1.5],
    [2022, null, 1200, 0],
  ];
  const links: Grid = [
    ['Mã đơn vị', 'Mã đơn vị tiền thân'],
    ['A', 'PM'],
    ['A', 'PM'],
    ['Z', 'PT'],
  ];
  const outcome = parseHistory(tabsOf({ 'past-results': past, predecessors: links }), soundInput());
  expect(outcome.issues.map(({ location, code }) => [location.tab, location.cell, code])).toEqual([
    ['past-results', 'B3', 'duplicate-code'],
    ['past-results', 'C4', 'ambiguous-number'],
    ['past-results', 'D4', 'not-a-number'],
    ['past-results', 'B5', 'missing-value'],
    ['past-results', 'C5', 'number-too-large'],
    ['past-results', 'D5', 'negative-number'],
    ['predecessors', 'B3', 'duplicate-code'],
    ['predecessors', 'A4', 'unknown-code'],
  ]);
  expect(parseHistory([], soundInput())).toEqual({ ok: true, value: { results: [], links: [] }, issues: [] });
});

test('a rule case states entries and what must come out, each once', () => {
  const cases: Grid = [
    ['Tình huống', 'Mã tiêu chí', 'Nguồn', 'Giá trị nhập', 'Điểm mong đợi'],
    ['Đơn vị giả định', '1.1', null, 1, 1],
    ['Đơn vị giả định', '1.1', 'Thẩm định', '0,5', null],
    ['Đơn vị giả định', '9', null, 1, 1],
    ['Đơn vị giả định', 'Chỉ số', null, null, '84,31'],
    ['Đơn vị giả định', '1.10', null, 'Không áp dụng', 'N/A'],
    [null, '2', null, 'x', 'y'],
  ];
  const outcome = parseProofCases(tabsOf({ 'cases.bo-1': cases }), soundInput());
  expect(outcome.issues.map(({ location, code }) => [location.cell, code])).toEqual([
    ['D3', 'duplicate-code'],
    ['B4', 'unknown-code'],
    ['A7', 'missing-value'],
  ]);
});
