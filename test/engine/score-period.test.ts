import { describe, expect, test } from 'vitest';
import { ratio } from '../../src/domain/ratio.ts';
import { NOT_APPLICABLE_POLICIES } from '../../src/domain/settings.ts';
import { GroupIdSchema } from '../../src/domain/unit.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import {
  aComponent,
  aGroup,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  level,
  mark,
  someSettings,
  unitId,
} from './builders.ts';

const set = aSet([aComponent('1', 65), aComponent('2', 35, 'survey')]);

function entered(unit: string, appraised: number, surveyed: number) {
  return [
    anAssessment(unit, { '1': mark(appraised) }),
    anAssessment(unit, { '2': mark(surveyed) }, 'survey'),
  ];
}

describe('the scoreboard of a period', () => {
  test('ranks the best first, equal ranks in order of code, and counts classes and the mean', () => {
    const board = scorePeriod(
      aPeriod({
        sets: [set],
        units: ['B', 'a', 'A', 'C'].map((id) => aUnit(id)),
        assessments: [
          ...entered('B', 50, 30),
          ...entered('a', 45, 35),
          ...entered('A', 40, 15),
          ...entered('C', 60, 30),
        ],
      }),
    );
    const [group] = board.groups;
    expect(
      group?.ranked.map(({ sheet, index, standing, grade }) => [sheet.unit.id, index, standing, grade]),
    ).toEqual([
      ['C', ratio(90, 1), { rank: 1, tied: false, of: 4, beyondShownDecimals: false }, 'Tốt'],
      ['B', ratio(80, 1), { rank: 2, tied: true, of: 4, beyondShownDecimals: false }, 'Tốt'],
      ['a', ratio(80, 1), { rank: 2, tied: true, of: 4, beyondShownDecimals: false }, 'Tốt'],
      ['A', ratio(55, 1), { rank: 4, tied: false, of: 4, beyondShownDecimals: false }, 'Kém'],
    ]);
    expect(group?.mean).toEqual(ratio(305, 4));
    expect(group?.grades).toEqual([
      { grade: 'Tốt', units: 3 },
      { grade: 'Khá', units: 0 },
      { grade: 'Kém', units: 1 },
    ]);
    expect(group?.unranked).toEqual([]);
  });

  test('lists units without a rank with the reason, and counts them nowhere', () => {
    const board = scorePeriod(
      aPeriod({
        sets: [set],
        units: [aUnit('D'), aUnit('C', { ranked: false }), aUnit('B'), aUnit('A', { ranked: false })],
        assessments: [anAssessment('D', { '1': mark(65) }), ...entered('C', 65, 35)],
        exemptions: ['1', '2'].map((text) => ({
          unitId: unitId('B'),
          code: code(text),
          reason: 'no such task',
          approvedBy: 'board',
        })),
      }),
    );
    const [group] = board.groups;
    expect(group?.ranked).toEqual([]);
    expect(group?.mean).toBeUndefined();
    expect(
      group?.unranked.map(({ sheet, reason, index, grade }) => [sheet.unit.id, reason, index, grade]),
    ).toEqual([
      ['A', { kind: 'incomplete', missing: ['1', '2'] }, undefined, undefined],
      ['B', { kind: 'nothing-attainable' }, undefined, undefined],
      ['C', { kind: 'scored-not-ranked' }, ratio(100, 1), 'Tốt'],
      ['D', { kind: 'incomplete', missing: ['2'] }, undefined, undefined],
    ]);
    expect(group?.grades.map(({ units }) => units)).toEqual([0, 0, 0]);
  });

  test('ranks each group by itself, in the order of the groups, an empty group included', () => {
    const groups = [aGroup('huyện'), aGroup('xã'), aGroup('sở')];
    const board = scorePeriod(
      aPeriod({
        sets: [set],
        groups,
        units: [
          aUnit('A', { groupId: GroupIdSchema.parse('sở') }),
          aUnit('B', { groupId: GroupIdSchema.parse('huyện') }),
        ],
        assessments: [...entered('A', 60, 30), ...entered('B', 30, 30)],
      }),
    );
    expect(
      board.groups.map(({ group, ranked }) => [
        group.id,
        ranked.map(({ sheet, standing }) => [sheet.unit.id, standing.rank, standing.of]),
      ]),
    ).toEqual([
      ['huyện', [['B', 1, 1]]],
      ['xã', []],
      ['sở', [['A', 1, 1]]],
    ]);
  });

  test('classes of a level serve its units alone, and a unit without classes has no grade', () => {
    const settings = someSettings({
      classifications: [{ level: level('sở'), bands: [{ grade: 'I', atLeast: ratio(0, 1) }] }],
    });
    const units = [aUnit('A', { level: level('sở') }), aUnit('B', { level: level('huyện') })];
    const [group] = scorePeriod(
      aPeriod({ settings, sets: [set], units, assessments: [...entered('A', 1, 1), ...entered('B', 2, 2)] }),
    ).groups;
    expect(group?.ranked.map(({ grade }) => grade)).toEqual([undefined, 'I']);
    expect(group?.grades).toEqual([{ grade: 'I', units: 1 }]);
  });

  test('a policy of not applicable changes the index, never what was earned', () => {
    const boards = NOT_APPLICABLE_POLICIES.map((notApplicable) =>
      scorePeriod(
        aPeriod({
          settings: someSettings({ notApplicable }),
          sets: [aSet([aComponent('1', 50), aComponent('3', 15), aComponent('2', 35, 'survey')])],
          units: [aUnit('A')],
          assessments: entered('A', 30, 28),
          exemptions: [{ unitId: unitId('A'), code: code('3'), reason: 'r', approvedBy: 'b' }],
        }),
      ),
    );
    expect(boards.map((board) => board.groups[0]?.ranked[0]?.index)).toEqual([
      ratio(67, 1),
      ratio(5800, 85),
      ratio(58, 1),
    ]);
  });

  test('a unit in an unknown group and a group with an unknown set are refused as bugs', () => {
    const stray = aUnit('A', { groupId: GroupIdSchema.parse('x') });
    expect(() => scorePeriod(aPeriod({ units: [stray] }))).toThrow('unknown group x');
    expect(() => scorePeriod(aPeriod({ groups: [aGroup('g', 'no-set')] }))).toThrow('unknown set no-set');
  });
});
