import { describe, expect, test } from 'vitest';
import { ratio } from '../../../src/domain/ratio.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { groupStatistics } from '../../../src/engine/statistics/group-statistics.ts';
import { weakCriteria } from '../../../src/engine/statistics/weak-criteria.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  points,
  unitId,
} from '../builders.ts';

const SET = aSet([aBranch('1', [aComponent('1.1', 2), aComponent('1.2', 2)]), aComponent('2', 4)]);
const INPUT = aPeriod({
  sets: [SET],
  units: ['A', 'B', 'C', 'D'].map((id) => aUnit(id)),
  assessments: [
    anAssessment('A', { '1.1': mark(2), '1.2': mark(0), '2': mark(1) }),
    anAssessment('B', { '1.1': mark(2), '1.2': mark(2), '2': mark(1) }),
    anAssessment('C', { '1.1': mark(2), '2': mark(1) }),
    anAssessment('D', { '1.1': mark(0) }),
  ],
  exemptions: [{ unitId: unitId('C'), code: code('1.2'), reason: 'r', approvedBy: 'b' }],
});

function statistics() {
  const [group] = scorePeriod(INPUT).groups;
  if (group === undefined) throw new Error('no group');
  return groupStatistics(group, SET);
}

describe('the figures of a group', () => {
  test('cover the ranked units alone, and each row the units that it applies to', () => {
    const { criteria } = statistics();
    expect(
      criteria.map(({ code: row, depth, points: earned, share, shareOfMax, atFullMark, atZero }) => [
        row,
        depth,
        earned?.count,
        earned?.mean,
        share?.mean,
        shareOfMax,
        atFullMark,
        atZero,
      ]),
    ).toEqual([
      ['1', 0, 3, ratio(8_000_000, 3), ratio(250, 3), ratio(80, 1), 2, 0],
      ['1.1', 1, 3, ratio(2_000_000, 1), ratio(100, 1), ratio(100, 1), 3, 0],
      ['1.2', 1, 2, ratio(1_000_000, 1), ratio(50, 1), ratio(50, 1), 1, 1],
      ['2', 0, 3, ratio(1_000_000, 1), ratio(25, 1), ratio(25, 1), 0, 0],
    ]);
    expect(criteria.map(({ maxScore }) => maxScore)).toEqual([4, 2, 2, 4].map(points));
  });

  test('say nothing of indexes where nobody is ranked', () => {
    const [group] = scorePeriod({ ...INPUT, assessments: [] }).groups;
    expect(group && groupStatistics(group, SET)).toMatchObject({
      criteria: [{ code: '1', atFullMark: 0, atZero: 0 }, {}, {}, {}],
    });
    expect(group && groupStatistics(group, SET).index).toBeUndefined();
  });
});

describe('weak criteria', () => {
  test('are the components under a share, lowest first, and those with a large spread', () => {
    const weak = weakCriteria(statistics().criteria, { lowBelow: ratio(60, 1), divisiveFrom: ratio(50, 1) });
    expect(weak.low.map((row) => row.code)).toEqual(['2', '1.2']);
    expect(weak.divisive.map((row) => row.code)).toEqual(['1.2']);
  });

  test('a share exactly on the bound is not low, a spread exactly on it is divisive', () => {
    const rows = statistics().criteria;
    expect(weakCriteria(rows, { lowBelow: ratio(25, 1), divisiveFrom: ratio(51, 1) })).toEqual({
      low: [],
      divisive: [],
    });
  });
});
