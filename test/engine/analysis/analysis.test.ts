import { describe, expect, test } from 'vitest';
import { ratio } from '../../../src/domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../../src/domain/scoring-options.ts';
import { unitLifts } from '../../../src/engine/analysis/lifts.ts';
import { lostPoints, yardsticksOf } from '../../../src/engine/analysis/lost-points.ts';
import { overClaims } from '../../../src/engine/analysis/over-claims.ts';
import { surveyGap } from '../../../src/engine/analysis/survey-gap.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import {
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  mark,
  NOT_APPLICABLE,
  points,
  someSettings,
} from '../builders.ts';

const SET = aSet([
  aComponent('1', 10),
  aComponent('2', 20),
  aComponent('3', 35),
  aComponent('4', 35, 'survey'),
]);
const marks = (a: number, b: number, c: number) => ({ '1': mark(a), '2': mark(b), '3': mark(c) });
const INPUT = aPeriod({
  sets: [SET],
  units: ['A', 'B', 'C'].map((id) => aUnit(id)),
  assessments: [
    anAssessment('A', marks(10, 20, 30)),
    anAssessment('B', marks(4, 19, 30)),
    anAssessment('C', marks(10, 10, 20)),
    ...['A', 'B', 'C'].map((id) => anAssessment(id, { '4': mark(28) }, 'survey')),
    anAssessment('A', { ...marks(10, 20, 35), '4': mark(35) }, 'self-assessment'),
    anAssessment('B', { '1': mark(10), '2': mark(18), '3': NOT_APPLICABLE }, 'self-assessment'),
  ],
});
const METHOD = { settings: someSettings(), options: DEFAULT_SCORING_OPTIONS };

function groupOf(input = INPUT) {
  const [group] = scorePeriod(input).groups;
  if (group === undefined) throw new Error('no group');
  return group;
}
function unitOf(id: string, input = INPUT) {
  const found = groupOf(input).ranked.find(({ sheet }) => sheet.unit.id === id);
  if (found === undefined) throw new Error(`${id} is not ranked`);
  return found;
}

describe('over-claims', () => {
  test('compare claim and appraisal where both have points, by unit and by component', () => {
    const { byUnit, byComponent } = overClaims(INPUT);
    expect([...byUnit]).toEqual([
      [
        'A',
        { claimed: points(65), appraised: points(60), overClaim: points(5), lowered: 1, raised: 0, kept: 2 },
      ],
      [
        'B',
        { claimed: points(28), appraised: points(23), overClaim: points(5), lowered: 1, raised: 1, kept: 0 },
      ],
    ]);
    expect([...byComponent].map(([code, { overClaim }]) => [code, overClaim])).toEqual([
      ['1', points(6)],
      ['2', points(-1)],
      ['3', points(5)],
    ]);
  });
});

describe('the survey gap', () => {
  test('is the share of the survey less the share of the appraisal', () => {
    expect(surveyGap(unitOf('A').sheet)).toEqual({
      unitId: 'A',
      appraised: ratio(6000, 65),
      surveyed: ratio(80, 1),
      gap: ratio(-800, 65),
    });
  });

  test('is not told of a unit with blanks, nor where one block does not exist', () => {
    const blank = groupOf({ ...INPUT, assessments: [] }).unranked[0];
    expect(blank && surveyGap(blank.sheet)).toBeUndefined();
    const appraisedOnly = groupOf(
      aPeriod({
        sets: [aSet([aComponent('1', 10)])],
        units: [aUnit('A')],
        assessments: [anAssessment('A', { '1': mark(5) })],
      }),
    ).ranked[0];
    expect(appraisedOnly && surveyGap(appraisedOnly.sheet)).toBeUndefined();
  });
});

describe('lost points', () => {
  test('come most first, beside the best and the mean of the group', () => {
    expect(lostPoints(unitOf('B').sheet, yardsticksOf(groupOf()))).toEqual([
      {
        code: '4',
        earned: points(28),
        attainable: points(35),
        lost: points(7),
        behindBest: points(0),
        behindMean: ratio(0, 1),
      },
      {
        code: '1',
        earned: points(4),
        attainable: points(10),
        lost: points(6),
        behindBest: points(6),
        behindMean: ratio(4_000_000, 1),
      },
      {
        code: '3',
        earned: points(30),
        attainable: points(35),
        lost: points(5),
        behindBest: points(0),
        behindMean: ratio(-10_000_000, 3),
      },
      {
        code: '2',
        earned: points(19),
        attainable: points(20),
        lost: points(1),
        behindBest: points(1),
        behindMean: ratio(-8_000_000, 3),
      },
    ]);
  });
});

describe('the fewest criteria that lift a unit', () => {
  test('by one rank: level with the next better unit shares its place', () => {
    expect(unitLifts(unitOf('B'), groupOf(), METHOD).byOneRank).toEqual({
      codes: ['4'],
      index: ratio(88, 1),
    });
    expect(unitLifts(unitOf('C'), groupOf(), METHOD).byOneRank).toEqual({
      codes: ['3'],
      index: ratio(83, 1),
    });
  });

  test('by one class', () => {
    expect(unitLifts(unitOf('C'), groupOf(), METHOD).byOneClass).toEqual({
      codes: ['3'],
      index: ratio(83, 1),
    });
    expect(unitLifts(unitOf('B'), groupOf(), METHOD).byOneClass).toBeUndefined();
  });

  test('the first has no place above it', () => {
    expect(unitLifts(unitOf('A'), groupOf(), METHOD)).toEqual({ unitId: 'A' });
  });

  test('where tie-breaks part equal indexes, being level is not enough', () => {
    const strict = {
      ...METHOD,
      options: { ...DEFAULT_SCORING_OPTIONS, tieBreaks: [{ kind: 'fewer-penalties' }] as const },
    };
    const lift = unitLifts(unitOf('B'), groupOf(), strict).byOneRank;
    expect(lift).toEqual({ codes: ['4', '1'], index: ratio(94, 1) });
  });
});
