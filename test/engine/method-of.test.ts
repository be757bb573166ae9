import { expect, test } from 'vitest';
import { BLANK } from '../../src/domain/mark.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../src/domain/scoring-options.ts';
import { GroupIdSchema } from '../../src/domain/unit.ts';
import { methodOf } from '../../src/engine/method-of.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import {
  aComponent,
  aGroup,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  someSettings,
  unitId,
} from './builders.ts';

const [own, plain] = [
  aSet([aComponent('1', 3), aComponent('2', 3)], 'own'),
  aSet([aComponent('1', 3), aComponent('2', 3)], 'plain'),
];

test('what a set states comes before what the workbook states, and that before the default', () => {
  const period = aPeriod({
    settings: someSettings({ decimals: 4 }),
    scoring: { rankStyle: 'dense', blanks: 'zero' },
    bySet: new Map([[own.id, { settings: { decimals: 1 }, scoring: { blanks: 'incomplete' } }]]),
  });
  expect(methodOf(period, own.id)).toEqual({
    settings: someSettings({ decimals: 1 }),
    options: { ...DEFAULT_SCORING_OPTIONS, rankStyle: 'dense', blanks: 'incomplete' },
  });
  expect(methodOf(period, plain.id)).toEqual({
    settings: someSettings({ decimals: 4 }),
    options: { ...DEFAULT_SCORING_OPTIONS, rankStyle: 'dense', blanks: 'zero' },
  });
});

test('each group is scored, ranked and shown as its own set says', () => {
  const inGroup = (id: string, group: string) => aUnit(id, { groupId: GroupIdSchema.parse(group) });
  const board = scorePeriod(
    aPeriod({
      sets: [own, plain],
      groups: [aGroup('g-own', 'own'), aGroup('g-plain', 'plain')],
      units: [inGroup('A', 'g-own'), inGroup('B', 'g-plain'), inGroup('C', 'g-plain')],
      assessments: [
        anAssessment('A', { 1: mark(2), 2: BLANK }),
        anAssessment('B', { 1: mark(2), 2: BLANK }),
        anAssessment('C', { 1: mark(2) }),
      ],
      exemptions: [{ unitId: unitId('C'), code: code('2'), reason: 'r', approvedBy: 'b' }],
      bySet: new Map([
        [own.id, { settings: { decimals: 0 }, scoring: { blanks: 'zero' } }],
        [plain.id, { settings: { notApplicable: 'none' } }],
      ]),
    }),
  );
  expect(
    board.groups.map(({ method, ranked, unranked }) => ({
      method,
      ranked: ranked.map(({ index }) => index),
      unranked: unranked.map(({ sheet }) => sheet.unit.id),
    })),
  ).toEqual([
    {
      method: { notApplicable: 'block', decimals: 0, rounding: 'half-up' },
      ranked: [ratio(100, 3)],
      unranked: [],
    },
    {
      method: { notApplicable: 'none', decimals: 2, rounding: 'half-up' },
      ranked: [ratio(100, 3)],
      unranked: ['B'],
    },
  ]);
});
