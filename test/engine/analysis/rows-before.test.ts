import { expect, test } from 'vitest';
import type { CriteriaSet } from '../../../src/domain/criteria-set.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { rowsBefore } from '../../../src/engine/analysis/rows-before.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { groupStatistics } from '../../../src/engine/statistics/group-statistics.ts';
import { aBranch, aComponent, anAssessment, aPeriod, aSet, aUnit, code, mark } from '../builders.ts';

function measured(set: CriteriaSet, marks: Readonly<Record<string, number>>) {
  const given = Object.fromEntries(Object.entries(marks).map(([row, points]) => [row, mark(points)]));
  const input = aPeriod({ sets: [set], units: [aUnit('a')], assessments: [anAssessment('a', given)] });
  const [group] = scorePeriod(input).groups;
  if (group === undefined) throw new Error('one group is scored');
  return { statistics: groupStatistics(group, set), set };
}

const THEN = measured(
  aSet([aBranch('I', [aComponent('1', 20), aComponent('2', 30)]), aComponent('3', 20), aComponent('4', 5)]),
  { 1: 5, 2: 15, 3: 10, 4: 5 },
);

test('a row is compared with what it was: by its earlier code, or by code and name', () => {
  const now = measured(
    aSet([aBranch('I', [{ ...aComponent('9', 20), previousCode: code('1') }, aComponent('2', 30)])]),
    { 9: 15, 2: 30 },
  );
  expect([...rowsBefore(now, THEN)]).toEqual([
    ['I', { mean: ratio(40, 1), change: ratio(50, 1) }],
    ['9', { mean: ratio(25, 1), change: ratio(50, 1) }],
    ['2', { mean: ratio(50, 1), change: ratio(50, 1) }],
  ]);
});

test('a code that was given to another criterion is not compared, nor is a new row', () => {
  const now = measured(
    aSet([{ ...aComponent('3', 20), name: 'another criterion' }, aComponent('5', 10), aComponent('4', 5)]),
    { 3: 20, 5: 10, 4: 4 },
  );
  expect([...rowsBefore(now, THEN)]).toEqual([['4', { mean: ratio(100, 1), change: ratio(-20, 1) }]]);
});

test('where nobody is ranked now the earlier share stands alone', () => {
  const now = measured(aSet([aComponent('3', 20), aComponent('4', 5)]), { 3: 20 });
  expect([...rowsBefore(now, THEN)]).toEqual([
    ['3', { mean: ratio(50, 1) }],
    ['4', { mean: ratio(100, 1) }],
  ]);
});
