import { describe, expect, test } from 'vitest';
import type { CeilingCondition } from '../../../src/domain/classification.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS, type TieBreak } from '../../../src/domain/scoring-options.ts';
import { unitLifts } from '../../../src/engine/analysis/lifts.ts';
import { lostPoints } from '../../../src/engine/analysis/lost-points.ts';
import { overClaims } from '../../../src/engine/analysis/over-claims.ts';
import { surveyGap, surveyGaps } from '../../../src/engine/analysis/survey-gap.ts';
import { makeYardsticks } from '../../../src/engine/analysis/yardsticks.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { scorerOf } from '../../../src/engine/set-scorer.ts';
import { entriesOf, gatherEntries } from '../../../src/engine/unit-entries.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  NOT_APPLICABLE,
  points,
  someSettings,
  unitId,
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
  const claims = (input = INPUT, set = SET) => {
    const entries = gatherEntries(input);
    return overClaims(scorerOf(set), input.units, (id) => entriesOf(entries, id));
  };

  test('compare claim and appraisal where both have points, by unit, by criterion and in all', () => {
    const { byUnit, byCriterion, all } = claims();
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
    expect([...byCriterion].map(([row, { overClaim }]) => [row, overClaim])).toEqual([
      ['1', points(6)],
      ['2', points(-1)],
      ['3', points(5)],
    ]);
    expect(all).toMatchObject({ overClaim: points(10), lowered: 2, raised: 1, kept: 2 });
  });

  test('of a field are those of all below it, in printed order; without any there is none', () => {
    const set = aSet([
      aBranch('I', [aComponent('1', 10), aBranch('I.2', [aComponent('2', 20)])]),
      aComponent('3', 35),
    ]);
    expect([...claims(INPUT, set).byCriterion].map(([row, { overClaim }]) => [row, overClaim])).toEqual([
      ['I', points(5)],
      ['1', points(6)],
      ['I.2', points(-1)],
      ['2', points(-1)],
      ['3', points(5)],
    ]);
    expect(claims({ ...INPUT, assessments: [] })).toEqual({ byUnit: new Map(), byCriterion: new Map() });
  });
});

describe('the survey gap', () => {
  test('is the share of the survey less the share of the appraisal', () => {
    expect(surveyGap(unitOf('A').sheet)).toEqual({
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

describe('survey gaps of criteria', () => {
  const both = aSet([
    aBranch('I', [aComponent('1', 10), aComponent('2', 20, 'survey')]),
    aBranch('II', [aComponent('3', 5)]),
  ]);
  const input = aPeriod({
    sets: [both],
    units: [aUnit('A'), aUnit('B')],
    assessments: [
      anAssessment('A', { 1: mark(10), 3: mark(5) }),
      anAssessment('A', { 2: mark(5) }, 'survey'),
      anAssessment('B', { 1: mark(5), 3: mark(5) }),
      anAssessment('B', { 2: mark(10) }, 'survey'),
    ],
  });

  test('compare all surveyed with all appraised points where a row has both', () => {
    expect([...surveyGaps(both, groupOf(input).ranked)]).toEqual([
      ['I', { appraised: ratio(75, 1), surveyed: ratio(75, 2), gap: ratio(-75, 2) }],
    ]);
    expect(surveyGaps(both, []).size).toBe(0);
  });
});

describe('lost points', () => {
  test('come most first, beside the best and the mean of the group', () => {
    const measure = makeYardsticks(groupOf().ranked.map(({ sheet }) => sheet));
    const measured = measure(unitOf('B').sheet);
    expect(lostPoints(measured, [])).toEqual([
      {
        code: '4',
        earned: points(28),
        attainable: points(35),
        lost: points(7),
        best: points(28),
        mean: ratio(28_000_000, 1),
        behindBest: points(0),
        behindMean: ratio(0, 1),
      },
      {
        code: '1',
        earned: points(4),
        attainable: points(10),
        lost: points(6),
        best: points(10),
        mean: ratio(8_000_000, 1),
        behindBest: points(6),
        behindMean: ratio(4_000_000, 1),
      },
      {
        code: '3',
        earned: points(30),
        attainable: points(35),
        lost: points(5),
        best: points(30),
        mean: ratio(80_000_000, 3),
        behindBest: points(0),
        behindMean: ratio(-10_000_000, 3),
      },
      {
        code: '2',
        earned: points(19),
        attainable: points(20),
        lost: points(1),
        best: points(20),
        mean: ratio(49_000_000, 3),
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

  const ceilinged = (atMost: string, when: CeilingCondition) => {
    const [general] = someSettings().classifications;
    if (general === undefined) throw new Error('there are classes');
    return {
      ...METHOD,
      settings: someSettings({ classifications: [{ ...general, ceilings: [{ atMost, when }] }] }),
    };
  };
  const below = (text: string, percent: number): CeilingCondition => ({
    kind: 'criterion-below',
    code: code(text),
    share: ratio(percent, 100),
  });

  test.for<[string, string, CeilingCondition, readonly string[] | undefined]>([
    ['a ceiling that not even a full mark lifts', 'Khá', below('1', 101), undefined],
    ['where the ceiling leaves the class wanted, it does not count', 'Tốt', below('2', 60), ['3']],
    ['first by what the ceiling wants, then by the largest', 'Khá', below('2', 60), ['3', '2']],
    [
      'by what the block lacks',
      'Khá',
      { kind: 'block-below', basis: 'survey', share: ratio(9, 10) },
      ['3', '4'],
    ],
    [
      'no mark lifts a ceiling for penalties',
      'Khá',
      { kind: 'penalties-above', points: points(-1) },
      undefined,
    ],
  ])('by one class under a ceiling: %s', ([, atMost, when, codes]) => {
    const method = ceilinged(atMost, when);
    const input = {
      ...INPUT,
      adjustments: [{ kind: 'penalty', unitId: unitId('C'), points: points(0.5), reason: 'r' }] as const,
    };
    const [group] = scorePeriod({ ...input, settings: method.settings }).groups;
    const unit = group?.ranked.find(({ sheet }) => sheet.unit.id === 'C');
    if (group === undefined || unit === undefined) throw new Error('C is ranked');
    expect(unitLifts(unit, group, method).byOneClass?.codes).toEqual(codes);
  });

  test('the first has no place above it', () => {
    expect(unitLifts(unitOf('A'), groupOf(), METHOD)).toEqual({ unitId: 'A' });
  });

  test.for<[string, TieBreak, readonly string[], number]>([
    ['where none parts the two, being level is enough', { kind: 'fewer-penalties' }, ['4'], 88],
    ['where it would be lost, more is needed', { kind: 'criterion', code: code('1') }, ['4', '1'], 94],
    ['where it would be won, it is enough', { kind: 'criterion', code: code('4') }, ['4'], 88],
  ])('by one rank under a tie-break: %s', ([, tieBreak, codes, index]) => {
    const method = { ...METHOD, options: { ...DEFAULT_SCORING_OPTIONS, tieBreaks: [tieBreak] } };
    const lift = unitLifts(unitOf('B'), groupOf(), method).byOneRank;
    expect(lift).toEqual({ codes, index: ratio(index, 1) });
  });
});
