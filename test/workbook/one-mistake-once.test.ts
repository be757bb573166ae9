import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import { issuesOf, SOUND, type Tables, withCell } from './sound-workbook.ts';

const PENALTY = [
  ['Mã đơn vị', 'Loại', 'Điểm', 'Trừ vào tiêu chí', 'Lý do'],
  ['A', 'Phạt', 0.5, '1.10', 'x'],
];
const DECISION = [
  ['Mã đơn vị', 'Mã tiêu chí', 'Điểm quyết định', 'Lý do', 'Người quyết định'],
  ['B', '1.10', 0.5, 'x', 'y'],
];

/** The row of criterion 1.10 with what an office might have written, in a set that has a column of rules. */
const withRow = (cells: readonly Cell[], others: Tables = {}): Tables => ({
  ...SOUND,
  ...others,
  'criteria.bo-1': (SOUND['criteria.bo-1'] ?? []).map((row, place) => {
    if (place === 0) return [...row, 'Cách chấm', 'Tham số'];
    return place === 3 ? cells : [...row, null, null];
  }),
});

test('a criterion without a basis is the one mistake: whoever names its code is right', () => {
  const row = ['1.10', '1', 'Báo cáo', 2, null, null, null];
  const settings = [...(SOUND['settings'] ?? []), ['Tiêu chí phụ khi bằng điểm', null, 'tiêu chí 1.10']];
  const others = {
    settings,
    adjustments: PENALTY,
    overrides: DECISION,
    'not-applicable': [...(SOUND['not-applicable'] ?? []), ['C', '1.10', 'x', 'y']],
  };
  expect(issuesOf(withRow(row, others))).toEqual([
    { location: { tab: 'Tiêu chí', cell: 'E4' }, code: 'component-without-basis' },
  ]);
});

test('a rule that cannot be read is the one mistake: what is declared for it is not taken for points', () => {
  const row = ['1.10', '1', 'Báo cáo', 2, 'Thẩm định', 'Theo mức', '> 90: 2; ≥ 70%: 1; còn lại: 0'];
  const marks = (SOUND['marks.appraisal.bo-1'] ?? []).map((cells, place) =>
    place === 1 ? cells.with(3, '95%') : place === 2 ? cells.with(3, 'chưa rõ') : cells,
  );
  expect(issuesOf(withRow(row, { 'marks.appraisal.bo-1': marks }))).toMatchObject([
    { location: { tab: 'Tiêu chí', cell: 'G4' }, code: 'not-a-rule' },
  ]);
});

test('a group that names no criteria set is the one mistake: its units may stand in the matrices', () => {
  expect(issuesOf(withCell('groups', 1, 2, 'BO-1'))).toEqual([
    { location: { tab: 'Nhóm', cell: 'C2' }, code: 'unknown-code', given: 'BO-1', referent: 'criteria-set' },
  ]);
});

test('a missing criteria set is the one mistake: what names it or a code of it is right', () => {
  const { 'criteria.bo-1': _, ...others } = SOUND;
  const settings = [
    ...(SOUND['settings'] ?? []),
    ['Tiêu chí phụ khi bằng điểm', null, 'tiêu chí 1.10'],
    ['Giới hạn điểm phạt', 'bo-1', 3],
  ];
  expect(issuesOf({ ...others, settings, adjustments: PENALTY, overrides: DECISION })).toEqual([
    { location: { tab: 'Nhóm', cell: 'C2' }, code: 'unknown-code', given: 'bo-1', referent: 'criteria-set' },
  ]);
});

test('classes that cannot be read are the one mistake: their ceilings are not held against them', () => {
  const settings = [
    ...(SOUND['settings'] ?? []).slice(0, 2),
    ['Xếp loại', 'Huyện', 'Tốt từ 80'],
    ['Trần xếp loại', 'Huyện', 'Khá: điểm phạt > 1'],
  ];
  expect(issuesOf({ ...SOUND, settings })).toMatchObject([
    { location: { tab: 'Cài đặt', cell: 'C3' }, code: 'not-classes' },
  ]);
});

test('a decision on a row that others make up is told as that', () => {
  const overrides = DECISION.map((row, place) => (place === 0 ? row : row.with(1, '1')));
  expect(issuesOf({ ...SOUND, overrides })).toEqual([
    { location: { tab: 'overrides', cell: 'B2' }, code: 'branch-decided', given: '1' },
  ]);
});

test('a bonus for a criterion is told as that', () => {
  const adjustments = PENALTY.map((row, place) => (place === 0 ? row : row.with(1, 'Thưởng')));
  expect(issuesOf({ ...SOUND, adjustments })).toEqual([
    { location: { tab: 'adjustments', cell: 'D2' }, code: 'bonus-with-criterion', given: '1.10' },
  ]);
});
