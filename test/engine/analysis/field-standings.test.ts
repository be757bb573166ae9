import { expect, test } from 'vitest';
import type { Exemption } from '../../../src/domain/assessment.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
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

/** Unit c has no mark on component 4, and none at all in the third field. */
function analysed(exemptions: readonly Exemption[] = []) {
  const input = aPeriod({
    sets: [
      aSet([
        aBranch('I', [aComponent('1', 20), aComponent('2', 30)]),
        aBranch('II', [aComponent('3', 20), aComponent('4', 30)]),
        aComponent('III', 10),
      ]),
    ],
    units: [aUnit('a'), aUnit('c')],
    assessments: [
      anAssessment('a', { 1: mark(20), 2: mark(30), 3: mark(20), 4: mark(20), III: mark(0) }),
      anAssessment('c', { 1: mark(10), 2: mark(15), 3: mark(20) }),
    ],
    exemptions,
  });
  const [group] = analysePeriod(input, scorePeriod(input), { results: [], links: [] }).groups;
  return (id: string) => group?.units.find((unit) => unit.unitId === id);
}

test('there is no share of a field while marks of it are missing, only the points so far', () => {
  const fields = analysed()('c')?.fields.map(({ earned, share, marked, missing }) => [
    earned,
    share,
    marked,
    missing,
  ]);
  expect(fields).toEqual([
    [points(25), ratio(50, 1), 2, 0],
    [points(20), undefined, 1, 1],
    [points(0), undefined, 0, 1],
  ]);
});

test('a field that does not apply to a unit has neither a share nor marks', () => {
  const exempt = ['1', '2'].map((component) => ({
    unitId: unitId('c'),
    code: code(component),
    reason: 'no such task',
    approvedBy: 'board',
  }));
  const [field] = analysed(exempt)('c')?.fields ?? [];
  expect(field).toEqual({
    code: 'I',
    earned: points(0),
    attainable: points(0),
    marked: 0,
    missing: 0,
    mean: ratio(100, 1),
    best: ratio(100, 1),
  });
});

test('a blank is no loss yet, a zero is', () => {
  const lost = (id: string) => analysed()(id)?.lost.map((each) => [each.code, each.lost]);
  expect(lost('c')).toEqual([
    ['2', points(15)],
    ['1', points(10)],
  ]);
  expect(lost('a')).toEqual([
    ['4', points(10)],
    ['III', points(10)],
  ]);
});
