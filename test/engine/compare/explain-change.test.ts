import { describe, expect, test } from 'vitest';
import { ZERO } from '../../../src/domain/mark.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { explainChanges } from '../../../src/engine/compare/explain-change.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, code, mark, points, unitId } from '../builders.ts';

const SET = aSet([aComponent('1', 50), aComponent('2', 50)]);
const periodOf = (
  given: Readonly<Record<string, readonly [number, number]>>,
  overrides: Partial<PeriodInput> = {},
) =>
  aPeriod({
    sets: [SET],
    units: Object.keys(given).map((id) => aUnit(id)),
    assessments: Object.entries(given).map(([id, [a, b]]) =>
      anAssessment(id, { '1': mark(a), '2': mark(b) }),
    ),
    ...overrides,
  });
const run = (input: PeriodInput) => scorePeriod(input);

describe('what moved between two runs', () => {
  test('a place moves without a mark where the rank style is another: 3 is 2 when ties take one place', () => {
    const input = periodOf({ A: [40, 40], B: [40, 40], C: [20, 30] });
    expect(explainChanges(run(input), run({ ...input, scoring: { rankStyle: 'dense' } }))).toEqual([
      {
        unitId: 'C',
        index: { before: ratio(50, 1), after: ratio(50, 1), change: ratio(0, 1) },
        parts: [],
        noLongerAhead: [],
        nowAhead: [],
        rank: { before: 3, after: 2 },
      },
    ]);
  });

  test('one raised mark lifts a unit out of a tie and past another', () => {
    const before = run(periodOf({ A: [40, 40], B: [30, 40], C: [40, 30] }));
    const after = run(periodOf({ A: [40, 40], B: [30, 40], C: [45, 40] }));
    expect(explainChanges(before, after)).toEqual([
      {
        unitId: 'C',
        index: { before: ratio(70, 1), after: ratio(85, 1), change: ratio(15, 1) },
        parts: [
          {
            kind: 'component',
            code: '2',
            before: { mark: mark(30), earned: points(30) },
            after: { mark: mark(40), earned: points(40) },
            change: ratio(10, 1),
          },
          {
            kind: 'component',
            code: '1',
            before: { mark: mark(40), earned: points(40) },
            after: { mark: mark(45), earned: points(45) },
            change: ratio(5, 1),
          },
        ],
        noLongerAhead: ['A'],
        nowAhead: [],
        rank: { before: 2, after: 1 },
      },
      {
        unitId: 'A',
        index: { before: ratio(80, 1), after: ratio(80, 1), change: ratio(0, 1) },
        parts: [],
        noLongerAhead: [],
        nowAhead: ['C'],
        rank: { before: 1, after: 2 },
      },
      {
        unitId: 'B',
        index: { before: ratio(70, 1), after: ratio(70, 1), change: ratio(0, 1) },
        parts: [],
        noLongerAhead: [],
        nowAhead: ['C'],
        rank: { before: 2, after: 3 },
      },
    ]);
  });

  test('an exemption moves every component of its block, and bonuses and penalties are parts of their own', () => {
    const before = run(periodOf({ A: [20, 40] }));
    const changed = periodOf(
      { A: [0, 40] },
      {
        exemptions: [{ unitId: unitId('A'), code: code('1'), reason: 'r', approvedBy: 'b' }],
        adjustments: [{ kind: 'bonus', unitId: unitId('A'), points: points(3), reason: 'r' }],
      },
    );
    const [explanation] = explainChanges(before, run(changed));
    expect(explanation?.index.change).toEqual(ratio(23, 1));
    expect(explanation?.parts.map((part) => [part.kind, part.change])).toEqual([
      ['component', ratio(40, 1)],
      ['component', ratio(-20, 1)],
      ['adjustment', ratio(3, 1)],
    ]);
  });

  test('a group that was not there before, and a unit that was not ranked, are not explained', () => {
    const incomplete = periodOf(
      { A: [40, 40], B: [30, 30] },
      { assessments: [anAssessment('A', { '1': ZERO, '2': ZERO })] },
    );
    const now = run(periodOf({ A: [0, 0], B: [30, 30] }));
    expect(explainChanges(run(incomplete), now).map(({ unitId: id, nowAhead }) => [id, nowAhead])).toEqual([
      ['A', ['B']],
    ]);
    expect(explainChanges({ groups: [] }, now)).toEqual([]);
  });
});
