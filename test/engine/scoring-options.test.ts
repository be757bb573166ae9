import { describe, expect, test } from 'vitest';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { ratio } from '../../src/domain/ratio.ts';
import type { ScoringOptions } from '../../src/domain/scoring-options.ts';
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

const entered = (unit: string, first: number, second: number, surveyed?: number) => [
  anAssessment(unit, { '1.1': mark(first), '1.2': mark(second) }),
  ...(surveyed === undefined ? [] : [anAssessment(unit, { '2': mark(surveyed) }, 'survey')]),
];

function scored(scoring: Partial<ScoringOptions>, input: Partial<PeriodInput>) {
  const [group] = scorePeriod(aPeriod({ sets: [SET], scoring, ...input })).groups;
  if (group === undefined) throw new Error('no group');
  return group;
}

const places = (group: ReturnType<typeof scored>) =>
  group.ranked.map(({ sheet, standing }) => `${sheet.unit.id} ${standing.rank}`);

describe('the status of results', () => {
  const input = {
    units: [aUnit('A')],
    assessments: [
      anAssessment('A', { '1.1': mark(30) }),
      anAssessment('A', { '1.1': mark(40), '1.2': mark(20), '2': mark(35) }, 'self-assessment'),
      anAssessment('A', { '2': mark(28) }, 'survey'),
    ],
  };

  test('official: a component without an appraisal is missing, whatever the unit claims', () => {
    expect(scored({}, input).unranked[0]?.reason).toEqual({ kind: 'incomplete', missing: ['1.2'] });
  });

  test('provisional: the claim stands in for a blank appraisal, never for a survey, and is listed', () => {
    const [unit] = scored({ status: 'provisional' }, input).ranked;
    expect(unit?.index).toEqual(ratio(30 + 20 + 28, 1));
    expect(unit?.sheet.selfAssessed).toEqual(['1.2']);
  });
});

describe('blanks', () => {
  test('count as zero only where the settings say so, and are listed', () => {
    const input = { units: [aUnit('A')], assessments: [anAssessment('A', { '1.1': mark(40) })] };
    const [unit] = scored({ blanks: 'zero' }, input).ranked;
    expect(unit?.index).toEqual(ratio(40, 1));
    expect(unit?.sheet.missing).toEqual([]);
    expect(unit?.sheet.countedAsZero).toEqual(['1.2', '2']);
  });
});

describe('a survey that was not held', () => {
  const input = { units: [aUnit('A')], assessments: entered('A', 26, 26 / 2) };

  test('leaves the unit incomplete by default', () => {
    expect(scored({}, input).unranked[0]?.reason).toEqual({ kind: 'incomplete', missing: ['2'] });
  });

  test.each(['block', 'whole', 'none'] as const)(
    'rescale, %s: the appraised part is read on the full scale',
    (notApplicable) => {
      const [unit] = scored(
        { missingSurvey: 'rescale' },
        { ...input, settings: someSettings({ notApplicable }) },
      ).ranked;
      expect(unit?.index).toEqual(ratio(60, 1));
      expect(unit?.sheet.surveyLeftOut).toEqual(['2']);
      expect(unit?.sheet.blocks.map(({ basis }) => basis)).toEqual(['appraisal']);
      expect(unit?.sheet.removed).toEqual([]);
    },
  );

  const twoSurveyed = aSet([
    aComponent('1', 50),
    aComponent('2', 30, 'survey'),
    aComponent('3', 20, 'survey'),
  ]);

  test('is seen although a surveyed component does not apply, but not when none does', () => {
    const exemptFrom = (codes: readonly string[]) =>
      scored(
        { missingSurvey: 'rescale' },
        {
          sets: [twoSurveyed],
          units: [aUnit('A')],
          assessments: [anAssessment('A', { '1': mark(30) })],
          exemptions: codes.map((text) => ({
            unitId: unitId('A'),
            code: code(text),
            reason: 'r',
            approvedBy: 'b',
          })),
        },
      ).ranked[0];
    expect(exemptFrom(['3'])).toMatchObject({
      index: ratio(60, 1),
      sheet: { surveyLeftOut: ['2', '3'], missing: [], removed: [] },
    });
    expect(exemptFrom(['2', '3'])?.sheet).toMatchObject({
      missing: [],
      removed: [{ code: '2' }, { code: '3' }],
    });
  });

  test.each([0, 12])('is not assumed when any surveyed component has a mark, be it %d', (given) => {
    const group = scored(
      { missingSurvey: 'rescale' },
      {
        sets: [twoSurveyed],
        units: [aUnit('A')],
        assessments: [anAssessment('A', { '1': mark(1) }), anAssessment('A', { '2': mark(given) }, 'survey')],
      },
    );
    expect(group.unranked[0]?.reason).toEqual({ kind: 'incomplete', missing: ['3'] });
  });
});

describe('places', () => {
  const units = ['A', 'B', 'C', 'D'].map((id) => aUnit(id));
  const assessments = [
    ...entered('A', 30, 20, 20),
    ...entered('B', 25, 20, 25),
    ...entered('C', 40, 25, 35),
    ...entered('D', 10, 10, 10),
  ];

  test.each([
    ['competition', ['C 1', 'A 2', 'B 2', 'D 4']],
    ['dense', ['C 1', 'A 2', 'B 2', 'D 3']],
    ['ordinal', ['C 1', 'A 2', 'B 3', 'D 4']],
  ] as const)('%s style', (rankStyle, expected) => {
    const group = scored({ rankStyle }, { units, assessments });
    expect(places(group)).toEqual(expected);
    expect(group.ranked.map(({ standing }) => standing.tied)).toEqual([false, true, true, false]);
  });

  test('a tie-break parts equal indexes and is printed with both places', () => {
    const tieBreak = { kind: 'block', basis: 'survey' } as const;
    const group = scored({ tieBreaks: [tieBreak] }, { units, assessments });
    expect(places(group)).toEqual(['C 1', 'B 2', 'A 3', 'D 4']);
    expect(group.ranked.map(({ standing }) => standing.decidedBy)).toEqual([
      undefined,
      tieBreak,
      tieBreak,
      undefined,
    ]);
    expect(group.ranked.map(({ standing }) => standing.tied)).toEqual([false, false, false, false]);
  });

  test('the chain is followed until a key differs; when none does the units stay tied', () => {
    const chain = [{ kind: 'fewer-penalties' }, { kind: 'criterion', code: code('1.1') }] as const;
    const group = scored({ tieBreaks: chain }, { units, assessments });
    expect(places(group)).toEqual(['C 1', 'A 2', 'B 3', 'D 4']);
    expect(group.ranked[1]?.standing.decidedBy).toEqual(chain[1]);
    expect(places(scored({ tieBreaks: [{ kind: 'fewer-removed' }] }, { units, assessments }))).toEqual([
      'C 1',
      'A 2',
      'B 2',
      'D 4',
    ]);
  });

  test('as shown: indexes that look the same share a place', () => {
    const close = [...entered('A', 30, 20, 20.001), ...entered('B', 30, 20, 20)];
    const input = { units: units.slice(0, 2), assessments: close };
    const exact = scored({}, input);
    expect(places(exact)).toEqual(['A 1', 'B 2']);
    expect(exact.ranked.map(({ standing }) => standing.beyondShownDecimals)).toEqual([true, true]);
    const shown = scored({ rankBasis: 'as-shown' }, input);
    expect(places(shown)).toEqual(['A 1', 'B 1']);
    expect(shown.ranked.map(({ standing }) => standing.beyondShownDecimals)).toEqual([false, false]);
  });
});

describe('bonus and penalty', () => {
  const units = [aUnit('A')];
  const assessments = entered('A', 30, 20, 25);
  const given = { unitId: unitId('A'), reason: 'r' };

  test('on the total are capped, each by itself, and count in points of the full scale', () => {
    const group = scored(
      { bonusCap: points(5), penaltyCap: points(2) },
      {
        units,
        assessments,
        adjustments: [
          { kind: 'bonus', points: points(4), ...given },
          { kind: 'bonus', points: points(3), ...given },
          { kind: 'penalty', points: points(2.5), ...given },
        ],
      },
    );
    expect(group.ranked[0]?.sheet.adjustment).toEqual({
      bonus: points(5),
      penalty: points(2),
      scale: points(100),
    });
    expect(group.ranked[0]?.index).toEqual(ratio(75 + 5 - 2, 1));
    expect(group.ranked[0]?.sheet.penalties).toBe(points(2));
  });

  test('no penalty on the total brings an index below zero', () => {
    const adjustments = [{ kind: 'penalty', points: points(90), ...given }] as const;
    expect(scored({}, { units, assessments, adjustments }).ranked[0]?.index).toEqual(ratio(0, 1));
  });

  test('a penalty on a row or field takes at most what is there, appraised points first', () => {
    const nested = aSet([aBranch('1', [aComponent('1.1', 10), aComponent('1.2', 10, 'survey')])]);
    const group = scored(
      {},
      {
        sets: [nested],
        units,
        assessments: [anAssessment('A', { '1.1': mark(6) }), anAssessment('A', { '1.2': mark(8) }, 'survey')],
        adjustments: [
          { kind: 'penalty', points: points(2), code: code('1.1'), ...given },
          { kind: 'penalty', points: points(5), code: code('1'), ...given },
        ],
      },
    );
    const [unit] = group.ranked;
    expect(unit?.sheet.blocks.map(({ earned }) => earned)).toEqual([points(0), points(7)]);
    expect(unit?.sheet.fields[0]).toMatchObject({ earned: points(7), deducted: points(5) });
    expect(unit?.sheet.penalties).toBe(points(7));
    expect(unit?.index).toEqual(ratio(35, 1));
  });

  test('a penalty on a row that the set does not have is refused as a bug', () => {
    const adjustments = [{ kind: 'penalty', points: points(1), code: code('9'), ...given }] as const;
    expect(() => scored({}, { units, assessments, adjustments })).toThrow('unknown row 9');
  });
});

describe('a decision of the council', () => {
  test('stands in place of a mark, with its reason', () => {
    const override = {
      unitId: unitId('A'),
      code: code('1.2'),
      points: points(25),
      reason: 'r',
      decidedBy: 'council',
    };
    const input = { units: [aUnit('A')], assessments: entered('A', 30, 20, 25), overrides: [override] };
    const [unit] = scored({}, input).ranked;
    expect(unit?.index).toEqual(ratio(80, 1));
    expect(unit?.sheet.fields[0]).toMatchObject({
      children: [{ earned: points(30) }, { mark: mark(25), source: 'appraisal', override }],
    });
  });
});

describe('the limit of what may be taken out', () => {
  test('a unit above it is scored but not ranked', () => {
    const group = scored(
      { removedCap: points(24) },
      {
        units: [aUnit('A')],
        assessments: entered('A', 30, 0, 35),
        exemptions: [{ unitId: unitId('A'), code: code('1.2'), reason: 'r', approvedBy: 'b' }],
      },
    );
    expect(group.unranked[0]?.reason).toEqual({
      kind: 'scored-not-ranked',
      removedOverCap: { removed: points(25), cap: points(24) },
    });
    expect(group.unranked[0]?.index).toEqual(ratio(335, 4));
  });

  test('a unit exactly at it is ranked', () => {
    const group = scored(
      { removedCap: points(25) },
      {
        units: [aUnit('A')],
        assessments: entered('A', 30, 0, 35),
        exemptions: [{ unitId: unitId('A'), code: code('1.2'), reason: 'r', approvedBy: 'b' }],
      },
    );
    expect(group.ranked.map(({ standing }) => standing.rank)).toEqual([1]);
  });
});
