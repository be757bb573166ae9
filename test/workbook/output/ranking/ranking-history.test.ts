import { expect, test } from 'vitest';
import type { UnitComparison } from '../../../../src/domain/comparison.ts';
import type { Content } from '../../../../src/domain/content.ts';
import { ratio } from '../../../../src/domain/ratio.ts';
import { scorePeriod } from '../../../../src/engine/score-period.ts';
import type { OutputContext } from '../../../../src/workbook/output/output-context.ts';
import { renderRanking } from '../../../../src/workbook/output/ranking/ranking-tab.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, mark, unitId } from '../../../engine/builders.ts';

const CONTEXT: OutputContext = {
  language: 'vi',
  numbers: 'vi',
  figures: { decimals: 2, rounding: 'half-up' },
  province: '',
  period: '2022',
  status: 'official',
};

const MARKS = { a: 9, b: 8, c: 8, d: 5 } as const;

function group() {
  const [first] = scorePeriod(
    aPeriod({
      sets: [aSet([aComponent('1', 10)])],
      units: Object.keys(MARKS).map((id) => aUnit(id)),
      assessments: Object.entries(MARKS).map(([id, points]) => anAssessment(id, { 1: mark(points) })),
    }),
  ).groups;
  if (first === undefined) throw new Error('the period has no group');
  return first;
}

function comparison(
  id: string,
  more: Partial<UnitComparison>,
): readonly [UnitComparison['unitId'], UnitComparison] {
  const known = {
    unitId: unitId(id),
    lineage: { kind: 'same' as const },
    setVersionChanged: false,
    history: [],
  };
  return [unitId(id), { ...known, ...more }];
}

function moved(now: number, before: number): Pick<UnitComparison, 'published'> {
  const index = ratio(80, 1);
  return {
    published: {
      now: index,
      before: index,
      change: ratio(0, 1),
      rank: { now, before, change: before - now },
    },
  };
}

const COMPARISONS = new Map([
  comparison('a', { ...moved(1, 1), streak: { atRank: 6, inGrade: 2 } }),
  comparison('b', { ...moved(2, 5), streak: { atRank: 1, inGrade: 1 } }),
  comparison('c', { ...moved(2, 1) }),
  comparison('d', { lineage: { kind: 'merged', predecessors: [unitId('x'), unitId('y')] } }),
]);

function columns(content: Content, ...headers: readonly string[]) {
  const places = headers.map((header) => content.rows[4]?.findIndex(({ value }) => value === header) ?? -1);
  return content.rows.slice(5, 9).map((row) => places.map((place) => row[place]?.value));
}

test('beside each unit stand last period’s rank, its movement, and the gap to the place above', () => {
  const content = renderRanking(group(), CONTEXT, { status: '', comparisons: COMPARISONS });
  const headers = ['Mã đơn vị', 'Hạng kỳ trước', 'Thay đổi', 'Cách hạng trên (điểm %)'];
  expect(columns(content, ...headers)).toEqual([
    ['a', 1, '=', null],
    ['b', 5, '▲3', 10],
    ['c', 1, '▼1', 10],
    ['d', null, 'sáp nhập', 30],
  ]);
});

test('periods in a row at the top are told of the first alone', () => {
  const content = renderRanking(group(), CONTEXT, { status: '', comparisons: COMPARISONS });
  expect(columns(content, 'Số kỳ liên tiếp đứng đầu').flat()).toEqual([6, null, null, null]);
});

test('where no earlier results are known there are no columns for them', () => {
  const content = renderRanking(group(), CONTEXT, { status: '', comparisons: new Map() });
  const headers = content.rows[4]?.map(({ value }) => value);
  expect(headers).not.toContain('Hạng kỳ trước');
  expect(headers).not.toContain('Số kỳ liên tiếp đứng đầu');
});

test('a shared rank stays a number and is shown with an equals sign; the first three places are marked', () => {
  const { rows } = renderRanking(group(), CONTEXT, { status: '', comparisons: new Map() });
  const ranks = rows
    .slice(5, 9)
    .map(([rank]) => [rank?.value, rank?.style?.numberFormat, rank?.style?.background]);
  expect(ranks).toEqual([
    [1, '0', '#fde68a'],
    [2, '"="0', '#e2e8f0'],
    [2, '"="0', '#e2e8f0'],
    [4, '0', undefined],
  ]);
});

test('the index of the ranked units is shaded, and they alone are filtered: the average stays below them', () => {
  const content = renderRanking(group(), CONTEXT, { status: '', comparisons: new Map() });
  const left = content.rows[4]?.findIndex(({ value }) => value === 'Chỉ số (%)');
  expect(content.scales?.map(({ area }) => area)).toEqual([{ top: 5, left, height: 4, width: 1 }]);
  expect(content.filter).toEqual({ top: 4, left: 0, height: 5, width: content.columnWidths.length });
  expect(content.rows[9]?.some(({ value }) => value === 'Trung bình')).toBe(true);
});

test('classes are told apart by shades from blue to orange, the best and the lowest at the ends', () => {
  const { rows } = renderRanking(group(), CONTEXT, { status: '', comparisons: new Map() });
  const left = rows[4]?.findIndex(({ value }) => value === 'Xếp loại') ?? -1;
  const shades = rows.slice(5, 9).map((row) => [row[left]?.value, row[left]?.style?.background]);
  expect(shades).toEqual([
    ['Tốt', '#9cc3e6'],
    ['Tốt', '#9cc3e6'],
    ['Tốt', '#9cc3e6'],
    ['Kém', '#f6b26b'],
  ]);
});
