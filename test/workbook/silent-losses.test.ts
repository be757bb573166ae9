import { expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { asPoints } from '../../src/domain/points.ts';
import { issuesOf, SOUND, type Tables, withCell } from './sound-workbook.ts';

const told = (tables: Tables, code: Issue['code']) => issuesOf(tables).filter((issue) => issue.code === code);

test('a Units tab without a row is one issue, not one for every row of every matrix', () => {
  const header = (SOUND['units'] ?? []).slice(0, 1);
  expect(issuesOf({ ...SOUND, units: header }).map(({ code }) => code)).toEqual(['no-rows']);
});

test('a decision of the council on a criterion that does not apply is refused', () => {
  const overrides = [
    ['Mã đơn vị', 'Mã tiêu chí', 'Điểm quyết định', 'Lý do', 'Người quyết định'],
    ['C', '1.1', 0.5, 'x', 'y'],
  ];
  expect(issuesOf({ ...SOUND, overrides })).toEqual([
    { location: { tab: 'overrides', cell: 'C2' }, code: 'exempt-but-decided', given: asPoints(500_000) },
  ]);
});

test('marks under a code that the set does not have are told', () => {
  const marks = (SOUND['marks.appraisal.bo-1'] ?? []).map((row, place) => [...row, place === 0 ? '1.3' : 1]);
  expect(told({ ...SOUND, 'marks.appraisal.bo-1': marks }, 'column-without-criterion')).toEqual([
    { location: { tab: 'Thẩm định', cell: 'E1' }, code: 'column-without-criterion', given: '1.3' },
  ]);
});

test.for(['1.3', 'Ghi chú', '31.12.2024', '1', '2'])(
  'a column of the office’s own, %s, is left alone when it is empty or no code',
  (header) => {
    const marks = (SOUND['marks.appraisal.bo-1'] ?? []).map((row, place) => [
      ...row,
      place === 0 ? header : header === '1.3' ? null : 1,
    ]);
    expect(told({ ...SOUND, 'marks.appraisal.bo-1': marks }, 'column-without-criterion')).toEqual([]);
  },
);

test('classes of a level that no unit has are told with the nearest level, and units that are left without classes', () => {
  expect(issuesOf(withCell('settings', 2, 1, 'Huyen'))).toEqual([
    {
      location: { tab: 'Cài đặt', cell: 'B3' },
      code: 'classes-without-units',
      given: 'Huyen',
      nearest: 'Huyện',
    },
    { location: { tab: 'Đơn vị', cell: 'C2' }, code: 'level-without-classes', given: 'Huyện' },
  ]);
});

test('where classes hold for every level, or for none, no level lacks any', () => {
  expect(issuesOf(withCell('settings', 2, 1, null))).toEqual([]);
  expect(issuesOf({ ...SOUND, settings: (SOUND['settings'] ?? []).slice(0, 2) })).toEqual([]);
});

test('a set in which nothing can be attained is told at its first maximum', () => {
  const rows = (SOUND['criteria.bo-1'] ?? []).map((row, place) =>
    place === 0 ? row : row.with(3, row[4] === null ? null : 0),
  );
  expect(told({ ...SOUND, 'criteria.bo-1': rows }, 'nothing-to-attain')).toEqual([
    { location: { tab: 'Tiêu chí', cell: 'D2' }, code: 'nothing-to-attain', given: 'bo-1' },
  ]);
});

test('a criterion whose maximum is zero is told, and that alone', () => {
  expect(issuesOf(withCell('criteria.bo-1', 4, 3, 0)).filter(({ code }) => code !== 'over-max')).toEqual([
    { location: { tab: 'Tiêu chí', cell: 'D5' }, code: 'zero-maximum' },
  ]);
});

test('a missing basis is told although the maximum of the same row was rounded', () => {
  const rows = (SOUND['criteria.bo-1'] ?? []).with(4, ['2', null, 'Khảo sát', 5.1234567, null]);
  expect(told({ ...SOUND, 'criteria.bo-1': rows }, 'component-without-basis')).toEqual([
    { location: { tab: 'Tiêu chí', cell: 'E5' }, code: 'component-without-basis' },
  ]);
});

test('marks of a surveyed criterion that stand among the appraised ones are told', () => {
  const marks = (SOUND['marks.appraisal.bo-1'] ?? []).map((row, place) => [...row, place === 0 ? '2' : 1]);
  expect(issuesOf({ ...SOUND, 'marks.appraisal.bo-1': marks })).toEqual([
    {
      location: { tab: 'Thẩm định', cell: 'E1' },
      code: 'column-of-other-basis',
      given: '2',
      basis: 'survey',
    },
  ]);
});

test.for(['3', '12', 3])('marks under %s are told where fields have numbers without a point', (header) => {
  const marks = (SOUND['marks.appraisal.bo-1'] ?? []).map((row, place) => [...row, place === 0 ? header : 1]);
  expect(told({ ...SOUND, 'marks.appraisal.bo-1': marks }, 'column-without-criterion')).toEqual([
    { location: { tab: 'Thẩm định', cell: 'E1' }, code: 'column-without-criterion', given: String(header) },
  ]);
});

test('marks under TC3 are told where criteria are called TC1 and TC2; a year is a column of the office', () => {
  const renamed = (text: string) => text.replace(/^1\.1$/, 'TC1').replace(/^1\.10$/, 'TC2');
  const recoded = Object.fromEntries(
    Object.entries(SOUND).map(([key, rows]) => [
      key,
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? renamed(cell) : cell))),
    ]),
  );
  const withColumn = (header: string) => ({
    ...recoded,
    'marks.appraisal.bo-1': (recoded['marks.appraisal.bo-1'] ?? []).map((row, place) => [
      ...row,
      place === 0 ? header : 1,
    ]),
  });
  expect(issuesOf(withColumn('TC3'))).toEqual([
    { location: { tab: 'Thẩm định', cell: 'E1' }, code: 'column-without-criterion', given: 'TC3' },
  ]);
  expect(issuesOf(withColumn('2023'))).toEqual([]);
});

const shares = (maximum: number, marks: readonly number[]): Tables => ({
  ...SOUND,
  'criteria.bo-1': (SOUND['criteria.bo-1'] ?? []).map((row, place) => {
    if (place === 1) return row.with(3, maximum + 2);
    return place === 2 ? row.with(3, maximum) : row;
  }),
  'marks.appraisal.bo-1': (SOUND['marks.appraisal.bo-1'] ?? []).map((row, place) =>
    place === 0 ? row : row.with(2, marks[place - 1] ?? null),
  ),
  'not-applicable': (SOUND['not-applicable'] ?? []).slice(0, 1),
});

test('a column of percent cells where points are wanted is told at its header', () => {
  expect(told(shares(100, [0.9012, 1, 0.85]), 'marks-like-shares')).toEqual([
    {
      location: { tab: 'Thẩm định', cell: 'C1' },
      code: 'marks-like-shares',
      given: '1.1',
      maxScore: asPoints(100_000_000),
    },
  ]);
});

test.for([
  ['one of them has more than a point', 100, [0.9, 1.5, 0.85]],
  ['all are whole', 100, [1, 0, 1]],
  ['two units have any', 100, [0.5, 0.5]],
  ['the maximum is small', 9, [0.9, 0.5, 0.85]],
] as const)('marks up to one point are points where %s', ([, maximum, marks]) => {
  expect(told(shares(maximum, marks), 'marks-like-shares')).toEqual([]);
});
