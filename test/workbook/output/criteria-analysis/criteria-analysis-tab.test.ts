import { describe, expect, test } from 'vitest';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { scorePeriod } from '../../../../src/engine/score-period.ts';
import { renderCriteriaAnalysis } from '../../../../src/workbook/output/criteria-analysis/criteria-analysis-tab.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  someSettings,
} from '../../../engine/builders.ts';
import { ENGLISH, VIETNAMESE, valuesOf, viewOf } from '../group-views.ts';

const SET = aSet([
  {
    ...aBranch('1', [
      { ...aBranch('1.1', [aComponent('1.1.1', 6), aComponent('1.1.2', 4, 'survey')]), nameEn: 'Plans' },
      aComponent('1.2', 2),
    ]),
    name: 'Thể chế',
    nameEn: 'Law',
  },
  { ...aComponent('2', 3.5), name: 'Tài chính' },
]);

function aYear(overrides: Partial<PeriodInput> = {}): PeriodInput {
  return aPeriod({
    settings: someSettings({ period: '2022' }),
    sets: [SET],
    units: ['a', 'b'].map((id) => aUnit(id)),
    assessments: [
      anAssessment('a', { '1.1.1': mark(6), '1.2': mark(2), 2: mark(3.5) }),
      anAssessment('b', { '1.1.1': mark(3), '1.2': mark(0), 2: mark(3.5) }),
      anAssessment('a', { '1.1.2': mark(2) }, 'survey'),
      anAssessment('b', { '1.1.2': mark(4) }, 'survey'),
      anAssessment('b', { '1.1.1': mark(6), '1.2': mark(0), 2: mark(3) }, 'self-assessment'),
    ],
    ...overrides,
  });
}

const tableOf = (input: PeriodInput, history = {}, context = VIETNAMESE) =>
  valuesOf(renderCriteriaAnalysis(viewOf(input, history), context, 'HIỆN HÀNH')).slice(0, 10);

const nulls = (count: number) => Array.from({ length: count }, () => null);

test('criteria and components come in the order of the points that the group could still have', () => {
  const rows = tableOf(aYear());
  expect(rows.map((row) => row.slice(0, 17))).toEqual([
    ['PHÂN TÍCH TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH', ...nulls(16)],
    ['group group · Bình Dương · Kỳ đánh giá 2022 · Kết quả chính thức', ...nulls(16)],
    ['HIỆN HÀNH', ...nulls(16)],
    [
      'Xếp theo số điểm cả nhóm còn có thể đạt thêm, nhiều nhất trước. In đậm: tiêu chí gồm nhiều tiêu chí thành phần. Đạt thấp: dưới 60 %; chênh lệch lớn: độ lệch chuẩn từ 20 điểm %.',
      ...nulls(16),
    ],
    [
      'Mã',
      'Tiêu chí, tiêu chí thành phần',
      'Lĩnh vực',
      'Nhận xét',
      'Điểm tối đa',
      'Tỷ lệ đạt TB (%)',
      'Trung vị (%)',
      'Thấp nhất (%)',
      'Cao nhất (%)',
      'Độ lệch chuẩn (điểm %)',
      'Số đơn vị đạt tối đa',
      'Số đơn vị 0 điểm',
      'Điểm cả nhóm mất',
      'Tự chấm cao hơn (điểm)',
      'Số lượt bị hạ điểm',
      'Số lượt được nâng',
      'Điều tra trừ thẩm định (điểm %)',
    ],
    ['1.1', 'criterion 1.1', '1. Thể chế', null, 10, 75, 75, 70, 80, 5, 0, 0, 5, 3, 1, 0, 0],
    [
      '1.1.1',
      'criterion 1.1.1',
      '1. Thể chế',
      'chênh lệch lớn',
      6,
      75,
      75,
      50,
      100,
      25,
      1,
      0,
      3,
      3,
      1,
      0,
      null,
    ],
    [
      '1.1.2',
      'criterion 1.1.2',
      '1. Thể chế',
      'chênh lệch lớn',
      4,
      75,
      75,
      50,
      100,
      25,
      1,
      0,
      2,
      ...nulls(4),
    ],
    [
      '1.2',
      'criterion 1.2',
      '1. Thể chế',
      'đạt thấp; chênh lệch lớn',
      2,
      50,
      50,
      0,
      100,
      50,
      1,
      1,
      2,
      0,
      0,
      0,
      null,
    ],
    ['2', 'Tài chính', '2. Tài chính', null, 3.5, 100, 100, 100, 100, 0, 2, 0, 0, -0.5, 0, 1, null],
  ]);
});

test('a criterion that gathers components stands out from them', () => {
  const { rows } = renderCriteriaAnalysis(viewOf(aYear()), VIETNAMESE, '');
  expect(rows.slice(5, 10).map(([row]) => [row?.value, row?.style?.bold])).toEqual([
    ['1.1', true],
    ['1.1.1', undefined],
    ['1.1.2', undefined],
    ['1.2', undefined],
    ['2', undefined],
  ]);
});

test('without a self-assessment, a survey or an earlier year there are no columns for them', () => {
  const assessments = aYear().assessments.filter(({ stage }) => stage === 'appraisal');
  const onlyAppraised = aYear({ sets: [aSet([aComponent('1.1.1', 6)])], assessments });
  const headers = tableOf(onlyAppraised)[4]?.filter((header) => header !== null);
  expect(headers?.slice(-2)).toEqual(['Số đơn vị 0 điểm', 'Điểm cả nhóm mất']);
});

test('beside the mean share stands its change on the period before, for rows that both periods have', () => {
  const before = aYear({
    assessments: aYear().assessments.map((each) => ({
      ...each,
      marks: new Map(each.marks).set(code('1.2'), mark(2)),
    })),
  });
  const recomputed = { period: '2021', board: scorePeriod(before), sets: before.sets };
  const rows = tableOf(aYear(), { recomputed });
  expect(rows.slice(4).map((row) => [row[0], row[6]])).toEqual([
    ['Mã', 'So với kỳ trước (điểm %)'],
    ['1.1', 0],
    ['1.1.1', 0],
    ['1.1.2', 0],
    ['1.2', -50],
    ['2', 0],
  ]);
});

test('in English the table has English words, and English names where there are any', () => {
  const rows = tableOf(aYear(), {}, ENGLISH);
  expect(rows[3]?.[0]).toBe(
    'In the order of the points that the group could still have, most first. Bold: a criterion of several components. Low: below 60 %; divides the units: standard deviation of 20 pp or more.',
  );
  expect(rows[5]?.slice(0, 3)).toEqual(['1.1', 'Plans', '1. Law']);
  expect(rows[8]?.slice(0, 4)).toEqual(['1.2', 'criterion 1.2', '1. Law', 'low; divides the units']);
});

test('while nobody is ranked the rows stand in printed order without figures', () => {
  const rows = tableOf(aYear({ assessments: [] }));
  expect(rows.slice(5, 7).map((row) => row.slice(0, 13))).toEqual([
    ['1.1', 'criterion 1.1', '1. Thể chế', null, 10, ...nulls(5), 0, 0, 0],
    ['1.1.1', 'criterion 1.1.1', '1. Thể chế', null, 6, ...nulls(5), 0, 0, 0],
  ]);
});

describe('the layout of the criteria analysis', () => {
  const content = renderCriteriaAnalysis(viewOf(aYear()), VIETNAMESE, '');

  test('shades the mean share and filters the table of criteria', () => {
    expect(content.scales?.[0]).toMatchObject({
      area: { top: 5, left: 5, height: 5, width: 1 },
      high: { at: 100 },
    });
    expect(content.filter).toEqual({ top: 4, left: 0, height: 6, width: 17 });
  });

  test('has rows as wide as its columns, codes and names in view, and lies across the page', () => {
    expect(content.rows.every((row) => row.length === content.columnWidths.length)).toBe(true);
    expect([content.frozenRows, content.frozenColumns, content.page]).toEqual([5, 2, 'landscape']);
  });
});
