import { describe, expect, test } from 'vitest';
import type { PastResult } from '../../../../src/domain/past-result.ts';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { profileFrame } from '../../../../src/workbook/output/profiles/profile-frame.ts';
import { profileLines } from '../../../../src/workbook/output/profiles/profile-lines.ts';
import { aUnit } from '../../../engine/builders.ts';
import { ENGLISH, VIETNAMESE, valuesOf, viewOf } from '../group-views.ts';
import { aProfiledYear, PAST } from './profile-pages.ts';

const HEAD = { title: 'HỒ SƠ', subtitle: '', status: 'HIỆN HÀNH', remark: '' };

function lines(input: PeriodInput, results: readonly PastResult[] = PAST, context = VIETNAMESE) {
  return profileLines(profileFrame(viewOf(input, { results }), context), HEAD);
}

test('each unit has one line with what its page would tell first', () => {
  expect(valuesOf(lines(aProfiledYear())).slice(4)).toEqual([
    [
      'Hạng',
      'Mã đơn vị',
      'Tên đơn vị',
      'Chỉ số (%)',
      'Xếp loại',
      'Chỉ số kỳ trước (%)',
      'Thay đổi chỉ số (điểm %)',
      'Thay đổi hạng',
      'Cách hạng trên (điểm %)',
      'Để lên một hạng cần tối đa ở',
      'Để lên một loại cần tối đa ở',
      'Mất nhiều nhất ở',
      'Mạnh ở',
      'Yếu ở',
      'Ghi chú',
    ],
    [
      1,
      'A',
      'unit A',
      100,
      'Tốt',
      90,
      10,
      1,
      null,
      'Đã ở hạng cao nhất của nhóm',
      'Đã ở mức xếp loại cao nhất',
      null,
      '2, 4, 3',
      null,
      '',
    ],
    [2, 'B', 'unit B', 78, 'Khá', 92, -14, -1, 22, '3, 2, 4', '3', '3, 2, 4', '1, 2, 4', '3', ''],
    [3, 'C', 'unit C', 60, 'Khá', null, null, 'mới', 18, '2, 4', '2, 4', '2, 4, 1', '3', '2, 4, 1', ''],
  ]);
});

test('without a past, classes or missing marks there are no columns for them; parents have one', () => {
  const input = aProfiledYear({ units: ['A', 'B', 'C'].map((id) => aUnit(id, { parent: 'Dĩ An' })) });
  const unclassified = { ...input, settings: { ...input.settings, classifications: [] } };
  const rows = valuesOf(lines(unclassified, []));
  expect(rows[4]?.slice(0, 6)).toEqual([
    'Hạng',
    'Mã đơn vị',
    'Tên đơn vị',
    'Trực thuộc',
    'Chỉ số (%)',
    'Cách hạng trên (điểm %)',
  ]);
  expect(rows[5]?.slice(6, 8)).toEqual(['Đã ở hạng cao nhất của nhóm', 'Không có mức xếp loại']);
});

describe('while marks are missing', () => {
  const { assessments } = aProfiledYear();
  const content = lines(
    aProfiledYear({
      assessments: assessments.filter(({ unitId, stage }) => unitId !== 'C' || stage !== 'survey'),
    }),
    [],
  );

  test('every line tells the places still possible, and units without a place come last', () => {
    const rows = valuesOf(content).slice(4);
    expect(rows.map((row) => [row[0], row[2], ...row.slice(-3, -1)])).toEqual([
      ['Hạng', 'Tên đơn vị', 'Hạng tốt nhất', 'Hạng thấp nhất'],
      [1, 'unit A', 1, 1],
      [2, 'unit B', 2, 2],
      [null, 'unit C', 3, 3],
    ]);
    expect(rows[3]?.at(-1)).toBe('Chưa đủ điểm: còn thiếu 1 tiêu chí (4)');
  });

  test('all units may be filtered, and the index of those with a place is shaded', () => {
    expect(content.filter).toMatchObject({ top: 4, left: 0, height: 4 });
    expect(content.scales?.map(({ area }) => area)).toEqual([{ top: 5, left: 3, height: 2, width: 1 }]);
    expect([content.frozenRows, content.frozenColumns, content.page]).toEqual([5, 3, 'landscape']);
  });
});

test('in English the lines have English headers', () => {
  expect(valuesOf(lines(aProfiledYear(), PAST, ENGLISH))[4]?.slice(8, 12)).toEqual([
    'Gap to next place (pp)',
    'Next place takes full marks on',
    'Next class takes full marks on',
    'Most lost on',
  ]);
});
