import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { addRatios, compareRatios, ratio, subtractRatios } from '../../../src/domain/ratio.ts';
import type { Scoreboard } from '../../../src/domain/scoreboard.ts';
import { explainChanges } from '../../../src/engine/compare/explain-change.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { always } from '../always.ts';
import { richPeriods } from '../rich-periods.ts';

/** Two runs over the same units: some marks of the second are taken from another draw, some entries are gone. */
const twoRuns = fc.tuple(richPeriods, fc.integer({ min: 1, max: 4 })).map(([before, every]) => ({
  before,
  after: {
    ...before,
    assessments: before.assessments.map((each, place) =>
      place % every === 0
        ? {
            ...each,
            marks: new Map(
              [...each.marks].map(([code, mark], at) => [
                code,
                at % 2 === 0 ? ({ kind: 'zero' } as const) : mark,
              ]),
            ),
          }
        : each,
    ),
    exemptions: before.exemptions.filter((_, place) => place % every !== 0),
    adjustments: before.adjustments?.filter((_, place) => place % 2 === 0) ?? [],
  },
}));

const rankedOf = (board: Scoreboard) =>
  new Map(board.groups.flatMap(({ ranked }) => ranked.map((unit) => [unit.sheet.unit.id, unit] as const)));

const rankStyleOf = ({ scoring }: PeriodInput) => scoring?.rankStyle ?? 'competition';

describe('the explanation of what moved between two runs', () => {
  test('has parts that add up to the change of the index exactly, and passes that add up to the change of place', () => {
    always(twoRuns, ({ before, after }) => {
      const [then, now] = [scorePeriod(before), scorePeriod(after)];
      for (const each of explainChanges(then, now)) {
        expect(each.parts.map(({ change }) => change).reduce(addRatios, ratio(0, 1))).toEqual(
          each.index.change,
        );
        expect(each.index.change).toEqual(subtractRatios(each.index.after, each.index.before));
        expect(each.rank.after).toBe(rankedOf(now).get(each.unitId)?.standing.rank);
        if (rankStyleOf(before) !== 'dense' && rankStyleOf(before) === rankStyleOf(after)) {
          expect(each.rank.after).toBe(each.rank.before - each.noLongerAhead.length + each.nowAhead.length);
        }
        expect(each.index.after).toEqual(rankedOf(now).get(each.unitId)?.index);
      }
    });
  });

  test('is given for every unit ranked in both whose index moved, and for nobody when nothing changed', () => {
    always(twoRuns, ({ before, after }) => {
      const [then, now] = [scorePeriod(before), scorePeriod(after)];
      const explained = new Set(explainChanges(then, now).map(({ unitId }) => unitId));
      for (const [unitId, unit] of rankedOf(now)) {
        const earlier = rankedOf(then).get(unitId);
        if (earlier !== undefined && compareRatios(earlier.index, unit.index) !== 0)
          expect(explained).toContain(unitId);
      }
      expect(explainChanges(then, then)).toEqual([]);
    });
  });
});
