import { expect, test } from 'vitest';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { renderSummary } from '../../../src/workbook/output/summary-tab.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, mark } from '../../engine/builders.ts';

const CONTEXT = {
  language: 'vi',
  figures: { decimals: 2, rounding: 'half-up' },
  province: 'Bình Dương',
  period: '2017',
  status: 'official',
} as const;

test('the summary gives per group the units, the mean, all leaders, all last ones and the classes', () => {
  const board = scorePeriod(
    aPeriod({
      sets: [aSet([aComponent('1', 3)])],
      units: [aUnit('a'), aUnit('b'), aUnit('c'), aUnit('d')],
      assessments: [
        anAssessment('a', { 1: mark(3) }),
        anAssessment('b', { 1: mark(3) }),
        anAssessment('c', { 1: mark(1) }),
      ],
    }),
  );
  const rows = renderSummary(board, CONTEXT, 'HIỆN HÀNH').rows.map((row) => row.map(({ value }) => value));
  expect(rows.slice(4)).toEqual([
    [
      'Nhóm xếp hạng',
      'Số đơn vị xếp hạng',
      'Số đơn vị chưa xếp hạng',
      'Chỉ số trung bình (%)',
      'Cao nhất',
      'Chỉ số cao nhất (%)',
      'Thấp nhất',
      'Chỉ số thấp nhất (%)',
      'Số đơn vị theo xếp loại',
    ],
    ['group group', 3, 1, 77.78, 'unit a, unit b', 100, 'unit c', 33.33, 'Tốt: 2; Khá: 0; Kém: 1'],
  ]);
});

test('a group in which nobody is ranked has neither mean nor leader', () => {
  const board = scorePeriod(aPeriod({ units: [aUnit('a')] }));
  const [row] = renderSummary(board, CONTEXT, '').rows.slice(5);
  expect(row?.slice(1, 8).map(({ value }) => value)).toEqual([0, 1, null, '', null, '', null]);
});
