import { describe, expect, test } from 'vitest';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { ratio } from '../../../../src/domain/ratio.ts';
import { scorePeriod } from '../../../../src/engine/score-period.ts';
import { renderByField, UNITS_IN_FULL } from '../../../../src/workbook/output/by-field/by-field-tab.ts';
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
  unitId,
} from '../../../engine/builders.ts';
import { ENGLISH, rowOf, VIETNAMESE, valuesOf, viewOf } from '../group-views.ts';

const SET = aSet([
  { ...aBranch('1', [aComponent('1.1', 6), aComponent('1.2', 4, 'survey')]), name: 'Thể chế', nameEn: 'Law' },
  { ...aComponent('2', 3.5), name: 'Tài chính' },
]);

/** Unit c lacks a mark in the first field, and the second does not apply to unit b. */
function aYear(overrides: Partial<PeriodInput> = {}): PeriodInput {
  return aPeriod({
    settings: someSettings({ period: '2022' }),
    sets: [SET],
    units: ['a', 'b', 'c'].map((id) => aUnit(id)),
    assessments: [
      anAssessment('a', { '1.1': mark(6), 2: mark(0) }),
      anAssessment('b', { '1.1': mark(3) }),
      anAssessment('c', { '1.1': mark(1.5), 2: mark(3.5) }),
      anAssessment('a', { '1.2': mark(2) }, 'survey'),
      anAssessment('b', { '1.2': mark(3) }, 'survey'),
    ],
    exemptions: [{ unitId: unitId('b'), code: code('2'), reason: 'no such task', approvedBy: 'board' }],
    ...overrides,
  });
}

const nulls = (count: number) => Array.from({ length: count }, () => null);

test('units by field: shares with the means of the group, then points, then ranks within each field', () => {
  const content = renderByField(viewOf(aYear()), VIETNAMESE, 'HIỆN HÀNH');
  const header = [
    'Hạng',
    'Mã đơn vị',
    'Tên đơn vị',
    '1. Thể chế (tối\u00a0đa\u00a010)',
    '2. Tài chính (tối\u00a0đa\u00a03,5)',
    'Chung',
  ];
  const chartRows = nulls(10).map(() => nulls(6));
  expect(valuesOf(content)).toEqual([
    ['CHỈ SỐ CẢI CÁCH HÀNH CHÍNH THEO LĨNH VỰC', ...nulls(5)],
    ['group group · Bình Dương · Kỳ đánh giá 2022 · Kết quả chính thức', ...nulls(5)],
    ['HIỆN HÀNH', ...nulls(5)],
    ['Tỷ lệ điểm đạt được so với điểm tối đa áp dụng (%); cột cuối là chỉ số', ...nulls(5)],
    header,
    [1, 'a', 'unit a', 80, 0, 59.26],
    [2, 'b', 'unit b', 60, '–', 57.41],
    [null, 'c', 'unit c', '?', 100, null],
    [null, null, 'Trung bình', 70, 0, 58.33],
    [null, null, 'Cao nhất', 80, 0, 59.26],
    [null, null, 'Thấp nhất', 60, 0, 57.41],
    [null, null, 'Điều tra trừ thẩm định (điểm %)', -12.5, null, null],
    ['Ký hiệu: “–” là không áp dụng; “?” và ô nền vàng là chưa chấm đủ điểm.', ...nulls(5)],
    ...chartRows,
    nulls(6),
    ['Điểm đạt được; cột cuối là tổng điểm', ...nulls(5)],
    header,
    [1, 'a', 'unit a', 8, 0, 8],
    [2, 'b', 'unit b', 6, '–', 6],
    [null, 'c', 'unit c', 1.5, 3.5, 5],
    [null, null, 'Trung bình', 7, 0, null],
    nulls(6),
    ['Thứ hạng trong từng lĩnh vực theo tỷ lệ đạt; cột cuối là hạng chung', ...nulls(5)],
    header,
    [1, 'a', 'unit a', 1, 1, 1],
    [2, 'b', 'unit b', 2, null, 2],
  ]);
});

test('a zero, what does not apply, and what still lacks marks look different from one another', () => {
  const { rows } = renderByField(viewOf(aYear()), VIETNAMESE, '');
  const looks = [rows[5]?.[4], rows[6]?.[4], rows[7]?.[3]].map((each) => [
    each?.value,
    each?.style?.background,
  ]);
  expect(looks).toEqual([
    [0, undefined],
    ['–', '#e5e7eb'],
    ['?', '#fef3c7'],
  ]);
});

test('points so far of a field or a unit that lacks marks stand on another background', () => {
  const content = renderByField(viewOf(aYear()), VIETNAMESE, '');
  const row = content.rows[rowOf(content, 'Điểm đạt được') + 4];
  expect(row?.map(({ value, style }) => [value, style?.background]).slice(3)).toEqual([
    [1.5, '#fef3c7'],
    [3.5, undefined],
    [5, '#fef3c7'],
  ]);
});

test('where nobody has marked anything yet there are no points, not even zero', () => {
  const content = renderByField(viewOf(aYear({ assessments: [] })), VIETNAMESE, '');
  const row = content.rows[rowOf(content, 'Điểm đạt được') + 2];
  expect(row?.map(({ value }) => value)).toEqual([null, 'a', 'unit a', '?', '?', '?']);
});

test('while nobody is ranked there are neither means nor a chart', () => {
  const content = renderByField(viewOf(aYear({ assessments: [] })), VIETNAMESE, '');
  expect(content.charts).toEqual([]);
  expect(valuesOf(content).flat()).not.toContain('Trung bình');
});

describe('the layout of the tab by field', () => {
  const content = renderByField(viewOf(aYear()), VIETNAMESE, '');

  test('shades the shares of all units, the same share in the same shade, and filters the units alone', () => {
    expect(content.scales).toEqual([
      {
        area: { top: 5, left: 3, height: 3, width: 2 },
        low: { colour: '#f6b26b', at: 0 },
        middle: { colour: '#f8fafc', at: 70 },
        high: { colour: '#9cc3e6', at: 100 },
      },
    ]);
    expect(content.filter).toEqual({ top: 4, left: 0, height: 4, width: 6 });
  });

  test('draws the means of the fields from the header and the row of means', () => {
    const [chart, ...others] = content.charts ?? [];
    expect(others).toEqual([]);
    expect(chart).toMatchObject({
      key: 'field-means',
      kind: 'bar',
      categories: { top: 4, left: 2, height: 1, width: 3 },
      series: [{ values: { top: 8, left: 2, height: 1, width: 3 } }],
      at: { row: 13, column: 2 },
    });
  });

  test('leaves room below the chart before the next table', () => {
    const [chart] = content.charts ?? [];
    const rows = rowOf(content, 'Điểm đạt được') - (chart?.at.row ?? 0);
    expect(rows * 21).toBeGreaterThan(chart?.height ?? Number.POSITIVE_INFINITY);
  });

  test('keeps the header in view, names in view, and each table on pages of its own', () => {
    const { frozenRows, frozenColumns, page, pageBreaks } = content;
    expect({ frozenRows, frozenColumns, page, pageBreaks }).toEqual({
      frozenRows: 5,
      frozenColumns: 3,
      page: 'landscape',
      pageBreaks: [rowOf(content, 'Điểm đạt được'), rowOf(content, 'Thứ hạng')],
    });
  });

  test('has wider columns for figures of more decimals', () => {
    const exact = aYear({ settings: someSettings({ decimals: 6 }) });
    const { columnWidths } = renderByField(viewOf(exact), VIETNAMESE, '');
    expect(columnWidths).toEqual([55, 90, 240, 128, 128, 112]);
  });

  test('has narrower columns for many fields', () => {
    const fields = Array.from({ length: 10 }, (_, place) => aComponent(String(place), 10));
    const many = renderByField(viewOf(aYear({ sets: [aSet(fields)], exemptions: [] })), VIETNAMESE, '');
    expect([content.columnWidths[3], many.columnWidths[3]]).toEqual([96, 76]);
  });
});

describe('the means of the period before', () => {
  test('are those of its entries scored again, by field, with the change', () => {
    const before = aYear({
      assessments: aYear().assessments.map((each) => ({
        ...each,
        marks: new Map(each.marks).set(code('2'), mark(3.5)),
      })),
    });
    const recomputed = { period: '2021', board: scorePeriod(before), sets: before.sets };
    const content = renderByField(viewOf(aYear(), { recomputed }), VIETNAMESE, '');
    const [means, then, change] = valuesOf(content).slice(8, 11);
    expect(means?.slice(2)).toEqual(['Trung bình', 70, 0, 58.33]);
    expect(then?.slice(2)).toEqual(['Trung bình kỳ trước (tính lại)', 70, 100, 71.3]);
    expect(change?.slice(2)).toEqual(['Thay đổi (điểm %)', 0, -100, -12.96]);
    expect(content.charts?.[0]?.series.map(({ values }) => values.top)).toEqual([8, 9]);
  });

  test('are what was published where nothing else is known, and the chart has no bars for them', () => {
    const past = { period: '2021', index: ratio(50, 1), rank: 1 };
    const results = ['a', 'b', 'c'].map((id) => ({ ...past, unitId: unitId(id) }));
    const content = renderByField(viewOf(aYear(), { results }), VIETNAMESE, '');
    const [then, change] = valuesOf(content).slice(9, 11);
    expect(then?.slice(2)).toEqual(['Trung bình kỳ trước (đã công bố)', null, null, 50]);
    expect(change?.slice(2)).toEqual(['Thay đổi (điểm %)', null, null, 8.33]);
    expect(content.charts?.[0]?.series).toHaveLength(1);
  });
});

test('in English the tab says the same with English names where there are any', () => {
  const content = renderByField(viewOf(aYear()), ENGLISH, 'CURRENT');
  expect(valuesOf(content)[4]).toEqual([
    'Rank',
    'Unit code',
    'Unit',
    '1. Law (of\u00a010)',
    '2. Tài chính (of\u00a03.5)',
    'Overall',
  ]);
  expect(valuesOf(content)[12]?.[0]).toBe(
    'Signs: “–” does not apply; “?” and cells with a yellow background still lack marks.',
  );
});

test('a single unit is its own mean', () => {
  const { assessments } = aYear();
  const alone = aYear({
    units: [aUnit('a')],
    assessments: assessments.filter((each) => each.unitId === 'a'),
    exemptions: [],
  });
  const rows = valuesOf(renderByField(viewOf(alone), VIETNAMESE, ''));
  expect(rows.slice(5, 7)).toEqual([
    [1, 'a', 'unit a', 80, 0, 59.26],
    [null, null, 'Trung bình', 80, 0, 59.26],
  ]);
});

test('figures are rounded as the group’s own set says', () => {
  const truncated = aYear({ settings: someSettings({ decimals: 1, rounding: 'truncate' }) });
  const { rows } = renderByField(viewOf(truncated), VIETNAMESE, '');
  expect(rows[5]?.[5]).toMatchObject({ value: 59.2, style: { numberFormat: '0.0' } });
});

test('a group of more units than fit is shown by its shares alone, and says so', () => {
  const ids = Array.from({ length: UNITS_IN_FULL + 1 }, (_, place) => `u${place}`);
  const large = aYear({
    units: ids.map((id) => aUnit(id)),
    sets: [aSet([aComponent('1', 10)])],
    assessments: ids.map((id) => anAssessment(id, { 1: mark(1) })),
    exemptions: [],
  });
  const content = renderByField(viewOf(large), VIETNAMESE, '');
  const [chart] = content.charts ?? [];
  expect(chart?.at.row).toBe(5 + ids.length + 3);
  expect(valuesOf(content).flat()).not.toContain('Điểm đạt được; cột cuối là tổng điểm');
  expect(content.rows[3]?.[0]?.value).toBe(
    'Nhóm có 1001 đơn vị, nhiều hơn 1000: trang này chỉ ghi tỷ lệ đạt; điểm và thứ hạng theo lĩnh vực không ghi để trang còn đọc được.',
  );
});
