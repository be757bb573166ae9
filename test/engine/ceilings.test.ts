import { describe, expect, test } from 'vitest';
import type { Classification } from '../../src/domain/classification.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
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
  someSettings,
  unitId,
} from './builders.ts';

const SET = aSet([
  aBranch('1', [aComponent('1.1', 40), aComponent('1.2', 25)]),
  aComponent('2', 35, 'survey'),
]);

const entered = (unit: string, first: number, second: number, surveyed: number) => [
  anAssessment(unit, { '1.1': mark(first), '1.2': mark(second) }),
  anAssessment(unit, { '2': mark(surveyed) }, 'survey'),
];

function firstRanked(input: Partial<PeriodInput>) {
  return scorePeriod(aPeriod({ sets: [SET], ...input })).groups[0]?.ranked[0];
}

describe('ceilings of classes', () => {
  const CLASSES: Classification = {
    bands: [
      { grade: 'Xuất sắc', atLeast: ratio(90, 1) },
      { grade: 'Tốt', atLeast: ratio(80, 1) },
      { grade: 'Khá', atLeast: ratio(0, 1) },
    ],
    ceilings: [
      { atMost: 'Tốt', when: { kind: 'block-below', basis: 'survey', share: ratio(80, 100) } },
      { atMost: 'Khá', when: { kind: 'criterion-below', code: code('1.2'), share: ratio(50, 100) } },
      { atMost: 'Tốt', when: { kind: 'penalties-above', points: points(1) } },
    ],
  };
  const settings = someSettings({ classifications: [CLASSES] });
  const grade = (...marks: readonly [number, number, number]) => {
    const unit = firstRanked({ settings, units: [aUnit('A')], assessments: entered('A', ...marks) });
    return [unit?.grade, unit?.ceiling];
  };

  test('lower a class whose condition holds, and only then', () => {
    expect(grade(40, 25, 28)).toEqual(['Xuất sắc', undefined]);
    expect(grade(40, 25, 27.9)).toEqual(['Tốt', CLASSES.ceilings?.[0]]);
    expect(grade(40, 12.4, 35)).toEqual(['Khá', CLASSES.ceilings?.[1]]);
    expect(grade(1, 25, 27.9)).toEqual(['Khá', undefined]);
  });

  test('are not named where the index alone gives the class that they allow', () => {
    expect(grade(40, 25, 20)).toEqual(['Tốt', undefined]);
  });

  test('penalties exactly at the limit lower no class', () => {
    const adjustments = [{ kind: 'penalty', unitId: unitId('A'), points: points(1), reason: 'r' }] as const;
    const input = { settings, units: [aUnit('A')], assessments: entered('A', 40, 25, 35), adjustments };
    expect(firstRanked(input)?.grade).toBe('Xuất sắc');
  });

  test('penalties lower a class when they are above the limit', () => {
    const adjustments = [{ kind: 'penalty', unitId: unitId('A'), points: points(1.5), reason: 'r' }] as const;
    const unit = firstRanked({
      settings,
      units: [aUnit('A')],
      assessments: entered('A', 40, 25, 35),
      adjustments,
    });
    expect([unit?.grade, unit?.ceiling]).toEqual(['Tốt', CLASSES.ceilings?.[2]]);
  });
});
