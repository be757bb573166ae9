import { expect, test } from 'vitest';
import type { UnitComparison } from '../../../src/domain/comparison.ts';
import type { PastResult } from '../../../src/domain/past-result.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { groupBefore } from '../../../src/engine/analysis/group-before.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, mark, unitId } from '../../engine/builders.ts';

const IDS = ['a', 'b', 'c', 'd'] as const;

const [result] = scorePeriod(
  aPeriod({
    sets: [aSet([aComponent('1', 10)])],
    units: IDS.map((id) => aUnit(id)),
    assessments: IDS.map((id) => anAssessment(id, { 1: mark(8) })),
  }),
).groups;

function past(id: string): PastResult {
  return { period: '2023', unitId: unitId(id), index: ratio(70, 1), grade: 'Khá' };
}

/** The group in a year of which the results of some units are known; the others are new, or their results are not known. */
function before(known: readonly string[], others: 'new' | 'unknown') {
  if (result === undefined) throw new Error('the period has no group');
  const comparisons = IDS.map((id): UnitComparison => {
    const isKnown = known.includes(id);
    return {
      unitId: unitId(id),
      lineage: { kind: isKnown || others === 'unknown' ? 'same' : 'new' },
      setVersionChanged: false,
      history: [{ period: '2023', ...(isKnown && { result: past(id) }) }],
    };
  });
  const results = new Map(known.map((id) => [unitId(id), past(id)]));
  return groupBefore(result, comparisons, { period: '2023', results });
}

test('a year of which only the leaders are known has no mean and no classes', () => {
  expect(before(['a'], 'new')).toEqual({ period: '2023', isWhole: false, grades: [] });
  expect(before(['a', 'b', 'c'], 'unknown')).toEqual({ period: '2023', isWhole: false, grades: [] });
});

test('units that are new since do not make a year unknown', () => {
  expect(before(['a', 'b', 'c'], 'new')).toMatchObject({ isWhole: true, mean: ratio(70, 1) });
});
