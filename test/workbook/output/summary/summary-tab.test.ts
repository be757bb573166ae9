import { expect, test } from 'vitest';
import type { Content } from '../../../../src/domain/content.ts';
import type { PastResult } from '../../../../src/domain/past-result.ts';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { ratio } from '../../../../src/domain/ratio.ts';
import type { LatenessRule } from '../../../../src/domain/rule.ts';
import { outputContext } from '../../../../src/workbook/output/output-context.ts';
import { renderSummary } from '../../../../src/workbook/output/summary/summary-tab.ts';
import {
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
import { readSampleFolder } from '../../../jobs/sample.ts';
import { CONTEXT, viewOf } from '../views.ts';

const MARKS = { a: 9, b: 9, c: 6, d: 3 } as const;

const PERIOD = aPeriod({
  settings: someSettings({ period: '2022' }),
  sets: [aSet([aComponent('1', 10)])],
  units: [...Object.keys(MARKS), 'e'].map((id) => aUnit(id)),
  assessments: Object.entries(MARKS).map(([id, points]) => anAssessment(id, { 1: mark(points) })),
});

function past(id: string, index: number, rank: number, grade: string): PastResult {
  return { period: '2021', unitId: unitId(id), index: ratio(index, 1), rank, grade };
}

const HISTORY = {
  results: [
    past('a', 80, 1, 'Tốt'),
    past('b', 70, 2, 'Tốt'),
    past('c', 65, 3, 'Khá'),
    past('d', 40, 4, 'Kém'),
    past('e', 30, 5, 'Kém'),
  ],
  links: [],
};

/** The rows below a heading, down to the next empty line, without the empty cells at their ends. */
function block({ rows }: Content, heading: string) {
  const values = rows.map((row) => row.map(({ value }) => value));
  const start = values.findIndex(([first]) => first === heading);
  const rest = values.slice(start + 1);
  const end = rest.findIndex((row) => row.every((value) => value === null));
  return (end === -1 ? rest : rest.slice(0, end)).map((row) =>
    row.slice(0, row.findLastIndex((value) => value !== null) + 1),
  );
}

test('results of a group stand one figure a row, last period’s beside those that have one', () => {
  const content = renderSummary(viewOf(PERIOD, HISTORY), CONTEXT, 'HIỆN HÀNH');
  expect(block(content, 'Kết quả theo nhóm')).toEqual([
    ['Chỉ tiêu', 'group group', 'Kỳ trước (2021)'],
    ['Số đơn vị xếp hạng', 4],
    ['Số đơn vị chưa xếp hạng', 1],
    ['Chỉ số trung bình (%)', 67.5, 57],
    ['Thay đổi so với kỳ trước (điểm %)', 10.5],
    ['Trung vị (%)', 75],
    ['Cao nhất (%)', 90],
    ['Thấp nhất (%)', 30],
    ['Độ lệch chuẩn (điểm %)', 24.87],
    ['Số đơn vị trên trung bình', 2],
    ['Dẫn đầu', 'unit a, unit b', 'unit a'],
    ['Số kỳ liên tiếp đứng đầu', 2],
    ['Số đơn vị tăng chỉ số', 2],
    ['Số đơn vị giảm chỉ số', 2],
    ['Tăng nhiều nhất (điểm %)', 'unit b (+20,00)'],
    ['Giảm nhiều nhất (điểm %)', 'unit d (−10,00)'],
  ]);
});

test('classes are counted beside those of the period before, and drawn', () => {
  const content = renderSummary(viewOf(PERIOD, HISTORY), CONTEXT, '');
  expect(block(content, 'Số đơn vị theo xếp loại')).toEqual([
    ['Xếp loại', 'group group', 'Kỳ trước (2021)'],
    ['Tốt', 2, 2],
    ['Khá', 1, 1],
    ['Kém', 1, 2],
  ]);
  const header = content.rows.findIndex(([first]) => first?.value === 'Xếp loại');
  const chart = content.charts?.find(({ key }) => key === 'classes');
  expect([chart?.kind, chart?.stacking, chart?.categories]).toEqual([
    'bar',
    'percent',
    { top: header, left: 0, height: 1, width: 3 },
  ]);
  expect(chart?.series.map(({ values }) => values.top)).toEqual([header + 1, header + 2, header + 3]);
});

test('means stand by period, the oldest first, and are drawn; without earlier means there is no such block', () => {
  const content = renderSummary(viewOf(PERIOD, HISTORY), CONTEXT, '');
  expect(block(content, 'Chỉ số trung bình qua các kỳ (%)')).toEqual([
    ['Kỳ', 'group group'],
    ['2021', 57],
    ['2022', 67.5],
  ]);
  expect(content.charts?.map(({ key }) => key)).toContain('means');
  const alone = renderSummary(viewOf(PERIOD), CONTEXT, '');
  expect(alone.charts?.map(({ key }) => key)).not.toContain('means');
});

test('no unit stands among the first and the last at once', () => {
  const few = viewOf({ ...PERIOD, analysis: { topPlaces: 3 } });
  const content = renderSummary(few, CONTEXT, '');
  expect(block(content, '3 đơn vị dẫn đầu').slice(1)).toEqual([
    [null, '1. unit a', 90],
    [null, '1. unit b', 90],
    [null, '3. unit c', 60],
  ]);
  expect(block(content, '3 đơn vị cuối bảng').slice(1)).toEqual([[null, '4. unit d', 30]]);
  const all = renderSummary(viewOf(PERIOD), CONTEXT, '');
  expect(all.rows.some(([first]) => first?.value === '10 đơn vị cuối bảng')).toBe(false);
});

test('the charts of the first and of the last units have titles of their own', () => {
  const few = viewOf({ ...PERIOD, analysis: { topPlaces: 3 } });
  const { charts = [] } = renderSummary(few, CONTEXT, '');
  expect(charts.flatMap(({ key, title }) => (/^(top|bottom)/.test(key) ? [title] : []))).toEqual([
    '3 đơn vị dẫn đầu: group group',
    '3 đơn vị cuối bảng: group group',
  ]);
});

test('missing marks and units without a self-assessment are counted', () => {
  const content = renderSummary(viewOf(PERIOD), CONTEXT, '');
  expect(block(content, 'Chất lượng số liệu').slice(1, 3)).toEqual([
    ['Số đơn vị đủ điểm', 4],
    ['Số ô chưa chấm', 1],
  ]);
});

test('times late are counted where a criterion has a due day, and the issues of the workbook stand beside', () => {
  const rule: LatenessRule = {
    kind: 'lateness',
    steps: [{ atMostDays: 0, award: { kind: 'share', share: ratio(1, 1) } }],
    otherwise: { kind: 'share', share: ratio(0, 1) },
  };
  const days = (id: string, value: number) => ({
    ...anAssessment(id, {}),
    declared: new Map([[code('1'), { kind: 'number' as const, value: ratio(value, 1) }]]),
  });
  const input = aPeriod({
    sets: [aSet([{ ...aComponent('1', 10), rule }])],
    units: ['a', 'b', 'c'].map((id) => aUnit(id)),
    assessments: [days('a', 0), days('b', 3), days('c', 12)],
  });
  const view = { ...viewOf(input), issues: { errors: 0, warnings: 2 } };
  expect(block(renderSummary(view, CONTEXT, ''), 'Chất lượng số liệu').slice(-3)).toEqual([
    ['Số lượt trễ hạn ở tiêu chí tính theo ngày', 2],
    ['Điểm không áp dụng', 0],
    ['Vấn đề cần xử lý (cả bảng tính)', '0 lỗi, 2 cảnh báo'],
  ]);
});

test('without a period before there are no rows of changes and no column of then', () => {
  const content = renderSummary(viewOf(PERIOD), CONTEXT, '');
  const { rows } = content;
  const names = block(content, 'Kết quả theo nhóm').map(([first]) => first);
  expect(names).toEqual([
    'Chỉ tiêu',
    'Số đơn vị xếp hạng',
    'Số đơn vị chưa xếp hạng',
    'Chỉ số trung bình (%)',
    'Trung vị (%)',
    'Cao nhất (%)',
    'Thấp nhất (%)',
    'Độ lệch chuẩn (điểm %)',
    'Số đơn vị trên trung bình',
    'Dẫn đầu',
  ]);
  const top = rows.findIndex(([first]) => first?.value === 'Chỉ tiêu');
  expect(rows.slice(top, top + names.length).map((row) => row[2])).toEqual(
    names.map(() => ({ value: null, style: {} })),
  );
});

test('above results of which some are still to come it says how many units are complete', () => {
  const above = (input: PeriodInput) => renderSummary(viewOf(input), CONTEXT, '').rows[3]?.[0]?.value;
  expect(above(PERIOD)).toBe('CHƯA ĐỦ SỐ LIỆU · Số đơn vị đủ điểm để xếp hạng: group group 4/5');
  expect(above({ ...PERIOD, units: PERIOD.units.slice(0, 4) })).toBeNull();
});

test('a group in which nobody is ranked has neither mean nor leader, and nothing falls over', () => {
  const content = renderSummary(viewOf(aPeriod({ units: [aUnit('a')] })), CONTEXT, '');
  expect(block(content, 'Kết quả theo nhóm').slice(1, 4)).toEqual([
    ['Số đơn vị xếp hạng', 0],
    ['Số đơn vị chưa xếp hạng', 1],
    ['Chỉ số trung bình (%)'],
  ]);
});

test('every chart has a key of its own, and draws cells that lie in the tab', async () => {
  const { input, beside } = await readSampleFolder('binh-duong-2022');
  const content = renderSummary(viewOf(input, beside.further?.history), CONTEXT, '');
  const charts = content.charts ?? [];
  expect(new Set(charts.map(({ key }) => key)).size).toBe(charts.length);
  for (const { categories, series } of charts) {
    for (const { top, left, height, width } of [categories, ...series.map(({ values }) => values)]) {
      expect(top + height).toBeLessThanOrEqual(content.rows.length);
      expect(left + width).toBeLessThanOrEqual(content.columnWidths.length);
    }
  }
});

test('where the leaders belong is told by parent, in the reader’s language', async () => {
  const { input, beside } = await readSampleFolder('binh-duong-2022');
  const english = { ...outputContext(input), language: 'en' } as const;
  const content = renderSummary(viewOf(input, beside.further?.history), english, '');
  expect(block(content, 'By parent unit: Communes, wards and townships').slice(0, 2)).toEqual([
    ['Parent unit', 'Units', 'Mean index (%)', 'In the top 10'],
    ['Thủ Dầu Một City', 14, 95.14, 10],
  ]);
});
