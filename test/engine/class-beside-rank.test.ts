import { describe, expect, test } from 'vitest';
import type { Classification } from '../../src/domain/classification.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS, type ScoringOptions } from '../../src/domain/scoring-options.ts';
import { unitLifts } from '../../src/engine/analysis/lifts.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { aBranch, aComponent, anAssessment, aPeriod, aSet, aUnit, mark, someSettings } from './builders.ts';

const SET = aSet([
  aBranch('1', [aComponent('1.1', 40), aComponent('1.2', 25)]),
  aComponent('2', 35, 'survey'),
]);

const entered = (unit: string, first: number, second: number, surveyed: number) => [
  anAssessment(unit, { '1.1': mark(first), '1.2': mark(second) }),
  anAssessment(unit, { '2': mark(surveyed) }, 'survey'),
];

function scored(scoring: Partial<ScoringOptions>, input: Partial<PeriodInput>) {
  const [group] = scorePeriod(aPeriod({ sets: [SET], scoring, ...input })).groups;
  if (group === undefined) throw new Error('no group');
  return group;
}

describe('the class beside a rank', () => {
  const CLASSES: Classification = {
    bands: [
      { grade: 'Tốt', atLeast: ratio(80, 1) },
      { grade: 'Khá', atLeast: ratio(70, 1) },
      { grade: 'Kém', atLeast: ratio(0, 1) },
    ],
    ceilings: [{ atMost: 'Kém', when: { kind: 'block-below', basis: 'survey', share: ratio(1, 2) } }],
  };
  const settings = someSettings({ classifications: [CLASSES] });
  // Shown as 80.00, 80.00 and 79.99.
  const close = {
    settings,
    units: [aUnit('A'), aUnit('B'), aUnit('C')],
    assessments: [
      ...entered('A', 35, 20, 25),
      ...entered('B', 35, 20, 24.996),
      ...entered('C', 35, 20, 24.994),
    ],
  };
  const graded = (group: ReturnType<typeof scored>) =>
    group.ranked.map(({ sheet, standing, grade, gradeBeyondShownDecimals = false }) => [
      sheet.unit.id,
      standing.rank,
      grade,
      gradeBeyondShownDecimals,
    ]);

  test('goes by the exact index like the rank, and where the shown index is of another class that is told', () => {
    expect(graded(scored({}, close))).toEqual([
      ['A', 1, 'Tốt', false],
      ['B', 2, 'Khá', true],
      ['C', 3, 'Khá', false],
    ]);
  });

  test('goes by the shown index where ranks do: units of one place are in one class', () => {
    expect(graded(scored({ rankBasis: 'as-shown' }, close))).toEqual([
      ['A', 1, 'Tốt', false],
      ['B', 1, 'Tốt', false],
      ['C', 3, 'Khá', false],
    ]);
  });

  test('that a ceiling lowered is not said to be decided beyond the shown decimals', () => {
    const low = { ...close, units: [aUnit('A')], assessments: entered('A', 40, 24.996, 15) };
    expect(graded(scored({}, low))).toEqual([['A', 1, 'Kém', false]]);
  });

  test('of a unit that takes no rank is told in the same way', () => {
    const only = { units: [{ ...aUnit('B'), ranked: false }], assessments: entered('B', 35, 20, 24.996) };
    const [unit] = scored({}, { ...close, ...only }).unranked;
    expect([unit?.grade, unit?.gradeBeyondShownDecimals]).toEqual(['Khá', true]);
  });

  test('above is aimed at by the figure that ranks go by: 79.996 is enough for 80 only as it is shown', () => {
    const input = aPeriod({
      sets: [aSet([aComponent('1', 60), aComponent('2', 20), aComponent('3', 20)])],
      units: [aUnit('A')],
      assessments: [anAssessment('A', { 1: mark(59.996), 2: mark(0), 3: mark(0) })],
      settings: someSettings({
        classifications: [
          {
            bands: [
              { grade: 'Tốt', atLeast: ratio(80, 1) },
              { grade: 'Kém', atLeast: ratio(0, 1) },
            ],
          },
        ],
      }),
    });
    const codesBy = (rankBasis: 'exact' | 'as-shown') => {
      const [group] = scorePeriod({ ...input, scoring: { rankBasis } }).groups;
      const [unit] = group?.ranked ?? [];
      if (group === undefined || unit === undefined) throw new Error('A is ranked');
      const options = { ...DEFAULT_SCORING_OPTIONS, rankBasis };
      return unitLifts(unit, group, { settings: input.settings, options }).byOneClass?.codes;
    };
    expect([codesBy('exact'), codesBy('as-shown')]).toEqual([['2', '3'], ['2']]);
  });
});
