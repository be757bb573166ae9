import { describe, expect, test } from 'vitest';
import type { PastResult, PredecessorLink } from '../../../src/domain/past-result.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { GroupIdSchema } from '../../../src/domain/unit.ts';
import { comparePeriods, type Past } from '../../../src/engine/compare/compare-periods.ts';
import type { PublishedPeriod } from '../../../src/engine/compare/gather-history.ts';
import { movements } from '../../../src/engine/compare/movements.ts';
import { streaks } from '../../../src/engine/compare/streaks.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, code, mark, points, unitId } from '../builders.ts';

const SET = aSet([aComponent('1', 50), aComponent('2', 50)]);

function period(indexes: Readonly<Record<string, number>>, overrides: Partial<PeriodInput> = {}) {
  const input = aPeriod({
    sets: [SET],
    units: Object.keys(indexes).map((id) => aUnit(id)),
    assessments: Object.entries(indexes).map(([id, index]) =>
      anAssessment(id, { '1': mark(index / 2), '2': mark(index / 2) }),
    ),
    ...overrides,
  });
  return { period: '2024', board: scorePeriod(input), sets: input.sets };
}

const published = (id: string, index: number, rank: number, grade?: string): PastResult => ({
  period: '2023',
  unitId: unitId(id),
  index: ratio(Math.round(index * 100), 100),
  rank,
  ...(grade === undefined ? {} : { grade }),
});
/** One earlier period with these results. */
const periodOf = (label: string, results: readonly PastResult[]): PublishedPeriod => ({
  period: label,
  results: new Map(results.map((result) => [result.unitId, result] as const)),
});
const link = (id: string, predecessor: string): PredecessorLink => ({
  unitId: unitId(id),
  predecessorId: unitId(predecessor),
});

const compare = (now: ReturnType<typeof period>, past: Partial<Past>) =>
  new Map(
    comparePeriods(now, { published: [], links: [], ...past }).map((each) => [String(each.unitId), each]),
  );

describe('year on year', () => {
  test('keeps what was published and what is recomputed apart', () => {
    const all = compare(period({ A: 90, B: 80 }), {
      published: [periodOf('2023', [published('A', 70, 2), published('B', 75.5, 1)])],
      recomputed: period({ A: 71, B: 70 }),
    });
    expect(all.get('A')).toEqual({
      unitId: 'A',
      lineage: { kind: 'same' },
      published: {
        now: ratio(90, 1),
        before: ratio(70, 1),
        change: ratio(20, 1),
        rank: { now: 1, before: 2, change: 1 },
      },
      recomputed: {
        now: ratio(90, 1),
        before: ratio(71, 1),
        change: ratio(19, 1),
        rank: { now: 1, before: 1, change: 0 },
        grade: { now: 'Tốt', before: 'Khá' },
        points: { now: points(90), before: points(71), change: points(19) },
      },
      likeForLike: { components: 2, now: ratio(90, 1), before: ratio(71, 1), change: ratio(19, 1) },
      setVersionChanged: false,
      history: [{ period: '2023', result: published('A', 70, 2) }],
      streak: { atRank: 1, inGrade: 1 },
    });
    expect(all.get('B')?.published).toMatchObject({ change: ratio(9, 2), rank: { change: -1 } });
  });

  test('ranks of different groups are not compared', () => {
    const before = { ...published('A', 70, 5), groupId: GroupIdSchema.parse('other') };
    expect(
      compare(period({ A: 90 }), { published: [periodOf('2023', [before])] }).get('A')?.published,
    ).toEqual({
      now: ratio(90, 1),
      before: ratio(70, 1),
      change: ratio(20, 1),
    });
  });

  test('a unit without an index now, or without one then, has no change', () => {
    const now = period({ A: 90 }, { units: [aUnit('A'), aUnit('B')] });
    const all = compare(now, { published: [periodOf('2023', [published('B', 50, 1)])] });
    expect([all.get('A')?.lineage, all.get('A')?.published]).toEqual([{ kind: 'new' }, undefined]);
    expect([all.get('B')?.lineage, all.get('B')?.published]).toEqual([{ kind: 'same' }, undefined]);
  });

  test('a change of the set’s version is flagged when both versions are stated', () => {
    const versioned = (version: string) => period({ A: 90 }, { sets: [{ ...SET, version }] });
    const changed = (now: string, past: Partial<Past>) =>
      compare(versioned(now), past).get('A')?.setVersionChanged;
    expect(changed('2', { recomputed: versioned('1') })).toBe(true);
    expect(changed('2', { recomputed: versioned('2') })).toBe(false);
    expect(changed('2', { recomputed: period({ A: 1 }) })).toBe(false);
    expect(
      changed('2', { published: [periodOf('2023', [{ ...published('A', 1, 1), setVersion: '1' }])] }),
    ).toBe(true);
  });
});

describe('units that changed', () => {
  test('a renamed unit keeps its index and rank', () => {
    const all = compare(period({ N: 80 }), {
      published: [periodOf('2023', [published('O', 70, 3)])],
      links: [link('N', 'O')],
    });
    expect(all.get('N')).toMatchObject({
      lineage: { kind: 'renamed', predecessor: 'O' },
      published: { change: ratio(10, 1), rank: { now: 1, before: 3, change: 2 } },
    });
  });

  test('a merged unit carries no rank over, only the mean of its predecessors to be shown', () => {
    const all = compare(period({ N: 80 }), {
      published: [periodOf('2023', [published('A', 70, 3), published('B', 75, 2)])],
      links: [link('N', 'A'), link('N', 'B')],
    });
    expect(all.get('N')).toEqual({
      unitId: 'N',
      lineage: { kind: 'merged', predecessors: ['A', 'B'] },
      reference: ratio(145, 2),
      setVersionChanged: false,
      history: [],
      streak: { atRank: 1, inGrade: 1 },
    });
  });

  test('a unit that took in another under its old code is merged as well', () => {
    const all = compare(period({ A: 80 }), {
      published: [periodOf('2023', [published('A', 70, 3), published('B', 75, 2)])],
      links: [link('A', 'B')],
    });
    expect(all.get('A')?.lineage).toEqual({ kind: 'merged', predecessors: ['A', 'B'] });
  });

  test('parts of a unit that was split have it as a reference, many to many', () => {
    const all = compare(period({ N: 80, M: 70 }), {
      published: [periodOf('2023', [published('A', 60, 1), published('B', 90, 2)])],
      links: [link('N', 'A'), link('M', 'A'), link('M', 'B')],
    });
    expect(all.get('N')).toMatchObject({
      lineage: { kind: 'split', predecessors: ['A'] },
      reference: ratio(60, 1),
    });
    expect(all.get('M')).toMatchObject({
      lineage: { kind: 'merged', predecessors: ['A', 'B'] },
      reference: ratio(75, 1),
    });
    expect(all.get('N')?.published).toBeUndefined();
  });

  test('a merged unit has no reference while the index of a predecessor is unknown', () => {
    const all = compare(period({ N: 80 }), {
      published: [periodOf('2023', [published('A', 70, 3)])],
      links: [link('N', 'A'), link('N', 'B')],
    });
    expect(all.get('N')?.reference).toBeUndefined();
  });
});

describe('like for like', () => {
  const before = { sets: [aSet([aComponent('1', 50), aComponent('2', 50)])] };
  const of = (now: Partial<PeriodInput>) =>
    compare(period({ A: 80 }, now), { recomputed: period({ A: 60 }, before) }).get('A')?.likeForLike;

  test('counts only criteria of the same code and name, or whose earlier code is stated', () => {
    const renamed = { ...aComponent('2', 50), name: 'another criterion' };
    expect(of({ sets: [aSet([aComponent('1', 50), renamed])] })?.components).toBe(1);
    const moved = { ...renamed, code: code('9'), previousCode: code('2') };
    const now = {
      sets: [aSet([aComponent('1', 50), moved])],
      assessments: [anAssessment('A', { '1': mark(50), '9': mark(40) })],
    };
    expect(of(now)).toEqual({ components: 2, now: ratio(90, 1), before: ratio(60, 1), change: ratio(30, 1) });
  });

  test('leaves out what did not apply to the unit in either period', () => {
    const exemptions = [{ unitId: unitId('A'), code: code('2'), reason: 'r', approvedBy: 'b' }];
    const given = of({ assessments: [anAssessment('A', { '1': mark(50) })], exemptions });
    expect(given).toEqual({ components: 1, now: ratio(100, 1), before: ratio(60, 1), change: ratio(40, 1) });
  });

  test('is not told where nothing is shared', () => {
    expect(
      of({
        sets: [
          aSet([
            { ...aComponent('1', 50), name: 'x' },
            { ...aComponent('2', 50), name: 'y' },
          ]),
        ],
      }),
    ).toBeUndefined();
  });
});

describe('streaks', () => {
  const past = [published('A', 90, 1, 'Tốt'), published('A', 90, 1, 'Khá'), published('A', 90, 2, 'Tốt')];

  test('count consecutive periods up to now: Thủ Dầu Một led for the sixth year in a row', () => {
    expect(streaks({ rank: 1, grade: 'Tốt' }, past)).toEqual({ atRank: 3, inGrade: 2 });
    expect(
      streaks(
        { rank: 1 },
        Array.from({ length: 5 }, () => past[0]),
      ),
    ).toEqual({ atRank: 6, inGrade: 0 });
  });

  test('end at a period without a result', () => {
    expect(streaks({ rank: 1, grade: 'Tốt' }, [past[0], undefined, past[0]])).toEqual({
      atRank: 2,
      inGrade: 2,
    });
    expect(streaks({ rank: 4 }, past)).toEqual({ atRank: 1, inGrade: 0 });
  });

  test('follow a renamed unit', () => {
    const all = compare(period({ N: 80 }), {
      published: [periodOf('2023', [published('O', 70, 1)])],
      links: [link('N', 'O')],
    });
    expect(all.get('N')?.streak).toEqual({ atRank: 2, inGrade: 1 });
  });
});

describe('movements of a group', () => {
  test('count who rose and fell and name all who did so most', () => {
    const comparisons = comparePeriods(period({ A: 90, B: 80, C: 70, D: 60, E: 50 }), {
      links: [],
      published: [
        periodOf('2023', [
          published('A', 80, 1, 'Tốt'),
          published('B', 70, 4, 'Khá'),
          published('C', 75, 2, 'Khá'),
          published('D', 60, 3),
        ]),
      ],
    });
    expect(movements(comparisons, 'published')).toEqual({
      up: 2,
      down: 1,
      unchanged: 1,
      largestRise: ['A', 'B'],
      largestFall: ['C'],
      mostPlacesUp: ['B'],
      mostPlacesDown: ['C', 'D'],
      otherGrade: ['B'],
      meanChange: ratio(15, 4),
    });
    expect(movements(comparisons, 'recomputed')).toEqual({
      up: 0,
      down: 0,
      unchanged: 0,
      largestRise: [],
      largestFall: [],
      mostPlacesUp: [],
      mostPlacesDown: [],
      otherGrade: [],
    });
  });
});
