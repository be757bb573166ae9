import { describe, expect, test } from 'vitest';
import type { Content } from '../../../../src/domain/content.ts';
import { ratio } from '../../../../src/domain/ratio.ts';
import { GroupIdSchema } from '../../../../src/domain/unit.ts';
import { renderProfiles } from '../../../../src/workbook/output/profiles/profiles-tab.ts';
import { unitId } from '../../../engine/builders.ts';
import { VIETNAMESE, valuesOf, viewOf } from '../group-views.ts';
import { aPastResult, aProfiledYear, padded, pageOf, render } from './profile-pages.ts';

describe('the history of a unit', () => {
  const titleRow = (content: Content) =>
    valuesOf(content).find(([, title]) => title === 'Diễn biến qua các kỳ');

  test('is left out of every page where nothing of the past is known', () => {
    expect(titleRow(render(aProfiledYear(), []))).toBeUndefined();
  });

  test('shows the five newest earlier periods of which anything is known', () => {
    const results = ['2014', '2016', '2017', '2018', '2019', '2021'].map((period) =>
      aPastResult(period, 'A', 1),
    );
    const elsewhere = { ...aPastResult('2020', 'Z', 1) };
    expect(titleRow(render(aProfiledYear(), [...results, elsewhere]))?.slice(2)).toEqual([
      '2016',
      '2017',
      '2018',
      '2019',
      '2021',
      '2022',
    ]);
  });

  test('does not set a rank of another group beside those of this one', () => {
    const rankThen = (group: string) => {
      const past = { ...aPastResult('2021', 'A', 2), groupId: GroupIdSchema.parse(group) };
      return pageOf(render(aProfiledYear(), [past]), 'unit A').find(([, title]) => title === 'Hạng')?.[2];
    };
    expect([rankThen('group'), rankThen('other')]).toEqual([2, null]);
  });

  test('of a new unit is a word in place of a movement', () => {
    const page = pageOf(render(aProfiledYear()), 'unit C');
    expect(page.find(([, title]) => title === 'Thay đổi hạng')).toEqual(
      padded(null, 'Thay đổi hạng', null, null, 'mới'),
    );
  });

  test('of a merged unit is the mean of its predecessors, in words', () => {
    const view = viewOf(aProfiledYear(), {
      results: [aPastResult('2021', 'X', 1, ratio(90, 1)), aPastResult('2021', 'Y', 2, ratio(70, 1))],
      links: ['X', 'Y'].map((id) => ({ unitId: unitId('C'), predecessorId: unitId(id) })),
    });
    const page = pageOf(renderProfiles(view, VIETNAMESE, ''), 'unit C');
    expect(page.find(([first]) => first === 'Ghi chú')?.[1]).toBe(
      'Chỉ số kỳ trước trung bình của các đơn vị tiền thân: 80,00 %',
    );
  });
});
