import { expect, test } from 'vitest';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { asPoints } from '../../src/domain/points.ts';
import { issuesOf, SOUND, type Tables } from './sound-workbook.ts';

const CRITERIA: Grid = SOUND['criteria.bo-1'] ?? [];

function withTotalRow(...cells: readonly Cell[]): Tables {
  return { ...SOUND, 'criteria.bo-1': [...CRITERIA, cells] };
}

function stating(tables: Tables, ...rows: readonly (readonly Cell[])[]): Tables {
  return { ...tables, settings: [...(SOUND['settings'] ?? []), ...rows] };
}

/** The appraisal marks with totals that staff added up themselves. */
const MARKS: Grid = [
  ['Mã đơn vị', '1.1', '1.10', '1', 'Tổng cộng'],
  ['A', 1, 1.5, 2.5, '2,5'],
  ['B', '0,5', 0, 0.6, 0.5],
  ['C', 'Không áp dụng', 2, 2, '=SUM'],
];

test.for<[string, readonly Cell[]]>([
  ['in place of a code', ['Tổng cộng', null, null, 9, null]],
  ['as the name of a row without a code', [null, null, 'TỔNG  ĐIỂM', 9, null]],
  ['in English', [null, null, 'Total', '9', null]],
])('a stated total of the set that is not the sum of its maxima is a located warning: %s', ([, cells]) => {
  expect(issuesOf(withTotalRow(...cells))).toEqual([
    {
      location: { tab: 'Tiêu chí', cell: 'D6' },
      code: 'sum-differs',
      stated: asPoints(9e6),
      sum: asPoints(8e6),
    },
  ]);
});

test('a stated total that agrees, or states nothing, is no criterion and no issue', () => {
  expect(issuesOf(withTotalRow('Tổng cộng', null, null, 8, null))).toEqual([]);
  expect(issuesOf(withTotalRow(null, null, 'Cộng', null, null))).toEqual([]);
});

test('a total means nothing while a maximum cannot be read', () => {
  const broken = CRITERIA.map((row, place) =>
    place === 2 ? ['1.1', '1', 'Kế hoạch', 'x', 'Thẩm định'] : row,
  );
  const tables = { ...SOUND, 'criteria.bo-1': [...broken, ['Tổng', null, null, 9, null]] };
  expect(issuesOf(tables).map(({ code }) => code)).not.toContain('sum-differs');
});

test.for<[string, readonly string[]]>([
  ['1', []],
  ['0,999999', ['sum-differs']],
])('a difference within a tolerance of %s is not remarked on', ([tolerance, codes]) => {
  const tables = stating(withTotalRow('Tổng', null, null, 9, null), [
    'Sai lệch tổng cho phép',
    null,
    tolerance,
  ]);
  expect(issuesOf(tables).map(({ code }) => code)).toEqual(codes);
});

test('a strict set refuses a stated total that differs; the tolerance is that of the set', () => {
  const tables = stating(
    withTotalRow('Tổng', null, null, 9, null),
    ['Tổng điểm không khớp', 'bo-1', 'Báo lỗi'],
    ['Sai lệch tổng cho phép', null, '1'],
    ['Sai lệch tổng cho phép', 'bo-1', '0,5'],
  );
  expect(issuesOf(tables).map(({ code }) => code)).toEqual(['sum-must-match']);
});

test('totals beside marks are held against the marks, one issue for each column', () => {
  const tables = { ...SOUND, 'marks.appraisal.bo-1': MARKS };
  expect(issuesOf(tables)).toEqual([
    {
      location: { tab: 'Thẩm định', cell: 'D3' },
      code: 'total-differs',
      header: '1',
      stated: asPoints(600_000),
      sum: asPoints(500_000),
      others: [],
      count: 1,
    },
  ]);
});

test('further differing totals of a column are named, and a tolerance lets small ones pass', () => {
  const marks = MARKS.map((row, place) => (place === 3 ? ['C', 'Không áp dụng', 2, 9, 2.5] : row));
  const tables = { ...SOUND, 'marks.appraisal.bo-1': marks };
  expect(issuesOf(tables)).toMatchObject([
    { location: { cell: 'D3' }, others: ['D4'], count: 2 },
    { location: { cell: 'E4' }, header: 'Tổng cộng', others: [], count: 1 },
  ]);
  const tolerant = stating(tables, ['Sai lệch tổng cho phép', null, '0,5']);
  expect(issuesOf(tolerant)).toMatchObject([{ location: { cell: 'D4' }, count: 1 }]);
  const strict = stating(tables, ['Tổng điểm không khớp', null, 'Báo lỗi']);
  expect(issuesOf(strict).map(({ code }) => code)).toEqual(['total-must-match', 'total-must-match']);
});

test('a mark that is refused explains a total by itself', () => {
  const marks = MARKS.map((row, place) => (place === 2 ? ['B', 'x', 0, 9, 9] : row));
  expect(issuesOf({ ...SOUND, 'marks.appraisal.bo-1': marks }).map(({ code }) => code)).toEqual([
    'not-a-number',
  ]);
});

test('totals say nothing about facts from which a rule makes points', () => {
  const criteria = CRITERIA.map((row, place) => [
    ...row,
    place === 0 ? 'Cách chấm' : place === 2 ? 'Đạt / không đạt' : null,
  ]);
  const marks = [MARKS[0] ?? [], ['A', 'Đạt', 1.5, 9, 9], ['B', 'Không đạt', 0, 0, 0], ['C', null, 2, 2, 2]];
  const tables = { ...SOUND, 'criteria.bo-1': criteria, 'marks.appraisal.bo-1': marks };
  expect(issuesOf(tables).map(({ code }) => code)).toEqual([]);
});
