import { describe, expect, test } from 'vitest';
import type { PastResult } from '../../../src/domain/past-result.ts';
import type { GroupAnalysis, UnitAnalysis } from '../../../src/domain/period-analysis.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { GroupIdSchema } from '../../../src/domain/unit.ts';
import { type AnalysisHistory, analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
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
  someSettings,
  unitId,
} from '../builders.ts';

const SET = aSet([
  aBranch('I', [aComponent('1', 20), aComponent('2', 30)]),
  aBranch('II', [aComponent('3', 20), aComponent('4', 30, 'survey')]),
]);
const GIVEN: Readonly<Record<string, readonly [number, number, number, number]>> = {
  A: [20, 30, 20, 27],
  B: [20, 27, 4, 27],
  C: [10, 15, 20, 15],
  D: [10, 12, 0, 30],
};

/** Four communes of two districts. */
function aYear(overrides: Partial<PeriodInput> = {}): PeriodInput {
  return aPeriod({
    settings: someSettings({ period: '2024' }),
    sets: [SET],
    units: Object.keys(GIVEN).map((id) => aUnit(id, { parent: id < 'C' ? 'Thủ Dầu Một' : 'Tân Uyên' })),
    assessments: Object.entries(GIVEN).flatMap(([id, [a, b, c, d]]) => [
      anAssessment(id, { 1: mark(a), 2: mark(b), 3: mark(c) }),
      anAssessment(id, { 4: mark(d) }, 'survey'),
    ]),
    ...overrides,
  });
}

function analysed(input: PeriodInput, history: Partial<AnalysisHistory> = {}): GroupAnalysis {
  const [group] = analysePeriod(input, scorePeriod(input), { results: [], links: [], ...history }).groups;
  if (group === undefined) throw new Error('one group is analysed');
  return group;
}

function unitIn(group: GroupAnalysis, id: string): UnitAnalysis {
  const found = group.units.find((each) => each.unitId === id);
  if (found === undefined) throw new Error(`${id} is analysed`);
  return found;
}

const past = (period: string, id: string, rank: number, rest: Partial<PastResult> = {}): PastResult => ({
  period,
  unitId: unitId(id),
  rank,
  ...rest,
});

describe('the analysis of a finished year', () => {
  const group = analysed(aYear());

  test('measures the group: mean, median, extremes, spread, units above the mean', () => {
    expect(group.statistics.index).toEqual({
      count: 4,
      mean: ratio(287, 4),
      median: ratio(69, 1),
      min: ratio(52, 1),
      max: ratio(97, 1),
      variance: ratio(4819, 16),
      spread: ratio(17_354_754, 1_000_000),
      aboveMean: 2,
    });
  });

  test('measures every row: share, full marks, zeros, points lost', () => {
    expect(
      group.statistics.criteria.map((row) => [
        row.code,
        row.depth,
        row.shareOfMax,
        row.shareAtFullMark,
        row.shareAtZero,
        row.lost,
      ]),
    ).toEqual([
      ['I', 0, ratio(72, 1), ratio(25, 1), ratio(0, 1), points(56)],
      ['1', 1, ratio(75, 1), ratio(50, 1), ratio(0, 1), points(20)],
      ['2', 1, ratio(70, 1), ratio(25, 1), ratio(0, 1), points(36)],
      ['II', 0, ratio(143, 2), ratio(0, 1), ratio(0, 1), points(57)],
      ['3', 1, ratio(55, 1), ratio(50, 1), ratio(25, 1), points(36)],
      ['4', 1, ratio(165, 2), ratio(25, 1), ratio(0, 1), points(21)],
    ]);
  });

  test('points out low and divisive criteria by the thresholds of the settings', () => {
    const codes = ({ low, divisive }: GroupAnalysis) =>
      [low, divisive].map((rows) => rows.map((row) => row.code));
    expect(codes(group)).toEqual([['3'], ['3', '2', '1']]);
    const strict = aYear({ analysis: { lowBelow: ratio(75, 1), divisiveFrom: ratio(40, 1) } });
    expect(codes(analysed(strict))).toEqual([['3', '2'], ['3']]);
    const bounds = aYear({ analysis: { lowBelow: ratio(55, 1), divisiveFrom: ratio(25, 1) } });
    expect(codes(analysed(bounds))).toEqual([[], ['3', '2', '1']]);
  });

  test('sets surveyed beside appraised points, by unit and by field', () => {
    expect(unitIn(group, 'C').surveyGap).toEqual({
      appraised: ratio(450, 7),
      surveyed: ratio(50, 1),
      gap: ratio(-100, 7),
    });
    expect([...group.surveyGaps]).toEqual([
      ['II', { appraised: ratio(55, 1), surveyed: ratio(165, 2), gap: ratio(55, 2) }],
    ]);
  });

  test('tells where the leaders belong', () => {
    const two = analysed(aYear({ analysis: { topPlaces: 2 } }));
    expect(two.parents).toEqual([
      { parent: 'Thủ Dầu Một', units: 2, mean: ratio(175, 2), inTop: 2 },
      { parent: 'Tân Uyên', units: 2, mean: ratio(56, 1), inTop: 0 },
    ]);
  });

  test('shows a unit by field beside the mean and the best of its group', () => {
    expect(unitIn(group, 'B').fields).toEqual([
      {
        code: 'I',
        earned: points(47),
        attainable: points(50),
        marked: 2,
        missing: 0,
        share: ratio(94, 1),
        rank: 2,
        mean: ratio(72, 1),
        best: ratio(100, 1),
      },
      {
        code: 'II',
        earned: points(31),
        attainable: points(50),
        marked: 2,
        missing: 0,
        share: ratio(62, 1),
        rank: 3,
        mean: ratio(143, 2),
        best: ratio(94, 1),
      },
    ]);
  });

  test('names what a unit does best and worst, what it lost, and what would lift it', () => {
    const unit = unitIn(group, 'B');
    expect(unit.strengths.map((each) => [each.code, each.aboveMean])).toEqual([
      ['2', ratio(6_000_000, 1)],
      ['1', ratio(5_000_000, 1)],
      ['4', ratio(2_250_000, 1)],
    ]);
    expect(unit.weaknesses.map((each) => [each.code, each.aboveMean])).toEqual([['3', ratio(-7_000_000, 1)]]);
    expect(unit.lost.map((each) => [each.code, each.lost, each.behindBest])).toEqual([
      ['3', points(16), points(16)],
      ['2', points(3), points(3)],
      ['4', points(3), points(3)],
    ]);
    expect(unit.lifts).toEqual({
      unitId: 'B',
      byOneRank: { codes: ['3', '2'], index: ratio(97, 1) },
      byOneClass: { codes: ['3'], index: ratio(94, 1) },
    });
    expect(unit.toNextPlace).toEqual(ratio(19, 1));
    expect(unitIn(group, 'A').toNextPlace).toBeUndefined();
  });

  test('has nothing to say of other places while nothing is missing, nor of a past that is not known', () => {
    expect(group.units.every(({ range }) => range === undefined)).toBe(true);
    expect([group.published, group.recomputed, group.before]).toEqual([undefined, undefined, undefined]);
    expect(group.quality).toEqual({
      units: 4,
      incomplete: 0,
      missing: 0,
      countedAsZero: 0,
      selfAssessed: 0,
      late: 0,
      removed: points(0),
    });
  });
});

describe('the analysis of an unfinished year', () => {
  const missing = aYear();
  const unfinished = {
    ...missing,
    assessments: missing.assessments.filter(({ unitId: id, stage }) => id !== 'C' || stage !== 'survey'),
    exemptions: [{ unitId: unitId('D'), code: code('1'), reason: 'r', approvedBy: 'b' }],
  };

  test('tells for each unit the best and the worst place that are still possible', () => {
    const group = analysed(unfinished);
    expect(group.units.map(({ unitId: id, range }) => [id, range?.best, range?.worst])).toEqual([
      ['A', 1, 1],
      ['B', 2, 2],
      ['D', 3, 4],
      ['C', 3, 4],
    ]);
    expect(group.quality).toMatchObject({ incomplete: 1, missing: 1, removed: points(20) });
  });
});

describe('the analysis beside earlier years', () => {
  const results = [
    past('2023', 'A', 1, { index: ratio(90, 1), grade: 'Tốt' }),
    past('2023', 'B', 3, { index: ratio(70, 1), grade: 'Khá' }),
    past('2023', 'C', 2, { index: ratio(80, 1), grade: 'Tốt' }),
    past('2022', 'A', 1),
    past('2021', 'A', 1),
    past('2019', 'A', 1),
    past('2024', 'A', 4),
  ];
  const group = analysed(aYear(), { results });

  test('counts years in a row, and a year of which nothing is known ends the row', () => {
    expect(unitIn(group, 'A').comparison.streak).toEqual({ atRank: 4, inGrade: 2 });
    expect(unitIn(group, 'A').comparison.history.map(({ period }) => period)).toEqual([
      '2023',
      '2022',
      '2021',
      '2019',
    ]);
  });

  test('tells who rose and fell, who is new, and how the group has changed', () => {
    expect(group.published).toEqual({
      up: 2,
      down: 1,
      unchanged: 0,
      largestRise: ['B'],
      largestFall: ['C'],
      mostPlacesUp: ['B'],
      mostPlacesDown: ['C'],
      otherGrade: ['C'],
      meanChange: ratio(-5, 3),
    });
    expect(unitIn(group, 'D').comparison.lineage).toEqual({ kind: 'new' });
    expect(group.before).toEqual({
      period: '2023',
      isWhole: true,
      mean: ratio(80, 1),
      meanChange: ratio(-33, 4),
      grades: [
        { grade: 'Tốt', units: 2 },
        { grade: 'Khá', units: 1 },
        { grade: 'Kém', units: 0 },
      ],
    });
  });

  test('believes a published mean that is stated under the code of the group', () => {
    const stated = analysed(aYear(), {
      results: [...results, past('2023', 'group', 1, { index: ratio(81, 1) })],
    });
    expect(stated.before).toMatchObject({ mean: ratio(81, 1), meanChange: ratio(-37, 4) });
  });

  test('takes the units of then from their own group where results name one', () => {
    const inGroup = (id: string) => GroupIdSchema.parse(id);
    const named = results.map((each) => ({
      ...each,
      groupId: inGroup(each.unitId === 'C' ? 'other' : 'group'),
    }));
    expect(analysed(aYear(), { results: named }).before).toMatchObject({
      mean: ratio(80, 1),
      grades: [{ units: 1 }, { units: 1 }, {}],
    });
  });

  test('keeps what is recomputed apart from what was published, by criterion too', () => {
    const before = aYear({ settings: someSettings({ period: '2023' }) });
    const recomputed = { period: '2023', board: scorePeriod(before), sets: before.sets };
    const again = analysed(aYear(), { results, recomputed });
    expect(again.published?.down).toBe(1);
    expect(again.recomputed).toMatchObject({ up: 0, down: 0, unchanged: 4 });
    expect(again.statisticsBefore).toEqual(again.statistics);
    expect(again.indexBefore).toEqual({ mean: again.statistics.index?.mean, change: ratio(0, 1) });
    expect([...(again.rowsBefore ?? [])].map(([row, { mean, change }]) => [row, mean, change])).toEqual(
      again.statistics.criteria.map(({ code: row, share }) => [row, share?.mean, ratio(0, 1)]),
    );
    expect(
      analysePeriod(before, recomputed.board, { results: [], links: [], recomputed }).previousPeriod,
    ).toBe('2023');
  });
});
