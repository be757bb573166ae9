import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CriteriaSet, componentsOfSet } from '../../src/domain/criteria-set.ts';
import { markOf } from '../../src/domain/mark.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints } from '../../src/domain/points.ts';
import { compareRatios } from '../../src/domain/ratio.ts';
import type { RankedUnit, Scoreboard, ScoreSheet } from '../../src/domain/scoreboard.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { always } from './always.ts';
import { periods } from './arbitraries.ts';
import { aBranch } from './builders.ts';
import { inputText, scoreboardText } from './canonical-texts.ts';
import { equal, type Fraction, greater, indexByHand } from './exact-model.ts';

const shuffled = <T>(values: readonly T[], order: readonly number[]): readonly T[] =>
  values
    .map((value, place) => ({ value, key: order[place % order.length] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);

const orders = fc.array(fc.integer(), { minLength: 40, maxLength: 40 });

const rankedOf = (board: Scoreboard): readonly RankedUnit[] => board.groups.flatMap(({ ranked }) => ranked);
const sheetsOf = (board: Scoreboard): readonly ScoreSheet[] =>
  board.groups.flatMap(({ ranked, unranked }) => [...ranked, ...unranked].map(({ sheet }) => sheet));

/** Everything about a unit's result but the tree of its points, which follows the printed order of criteria. */
const outcomes = (board: Scoreboard) =>
  board.groups.map(({ ranked, unranked, mean, grades }) => ({
    mean,
    grades,
    ranked: ranked.map(({ sheet, index, standing, grade }) => [sheet.unit.id, index, standing, grade]),
    unranked: unranked.map(({ sheet, reason, index }) => [sheet.unit.id, reason.kind, index]),
    totals: [...ranked, ...unranked].map(({ sheet: { earned, attainable, fullMax } }) => [
      earned,
      attainable,
      fullMax,
    ]),
  }));

describe('every scoreboard', () => {
  test('is the same whatever the order of units, marks and exemptions', () => {
    always(periods(), orders, (input, order) => {
      const other: PeriodInput = {
        ...input,
        units: shuffled(input.units, order),
        exemptions: shuffled(input.exemptions, order),
        assessments: shuffled(
          input.assessments.map((each) => ({ ...each, marks: new Map(shuffled([...each.marks], order)) })),
          order,
        ),
      };
      expect(scorePeriod(other)).toEqual(scorePeriod(input));
      expect(inputText(other)).toBe(inputText(input));
    });
  });

  test('has the same fingerprint text whatever the order of groups', () => {
    always(periods(), orders, (input, order) => {
      const other = { ...input, groups: shuffled(input.groups, order) };
      expect(inputText(other)).toBe(inputText(input));
      expect(scoreboardText(scorePeriod(other))).toBe(scoreboardText(scorePeriod(input)));
    });
  });

  test('ranks the same whatever the order of criteria', () => {
    always(periods(), orders, (input, order) => {
      const reordered = (set: CriteriaSet): CriteriaSet => ({
        ...set,
        fields: shuffled(set.fields, order),
      });
      const sorted = (board: Scoreboard) =>
        JSON.stringify(outcomes(board), (_, value) => (typeof value === 'bigint' ? `${value}` : value));
      expect(sorted(scorePeriod({ ...input, sets: input.sets.map(reordered) }))).toBe(
        sorted(scorePeriod(input)),
      );
    });
  });

  test('keeps its totals when fields are gathered under one more row', () => {
    always(periods(), (input) => {
      const gathered = (set: CriteriaSet): CriteriaSet => ({
        ...set,
        fields: [aBranch('all', set.fields)],
      });
      expect(outcomes(scorePeriod({ ...input, sets: input.sets.map(gathered) }))).toEqual(
        outcomes(scorePeriod(input)),
      );
    });
  });

  test('has earned ≤ attainable ≤ full maximum, and blocks that add up to them', () => {
    always(periods(), (input) => {
      for (const { earned, attainable, fullMax, blocks, fields, removed } of sheetsOf(scorePeriod(input))) {
        expect(earned).toBeLessThanOrEqual(attainable);
        expect(attainable).toBeLessThanOrEqual(fullMax);
        const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
        expect(sum(blocks.map((block) => block.earned))).toBe(earned);
        expect(sum(blocks.map((block) => block.attainable))).toBe(attainable);
        expect(sum(blocks.map((block) => block.fullMax))).toBe(fullMax);
        expect(sum(fields.map((field) => field.earned))).toBe(earned);
        expect(sum(removed.map(({ maxScore }) => maxScore))).toBe(fullMax - attainable);
      }
    });
  });

  test('gives everyone the rank 1 + the number strictly better in the group', () => {
    always(periods(), (input) => {
      for (const { ranked } of scorePeriod(input).groups) {
        for (const { index, standing } of ranked) {
          expect(standing.rank).toBe(
            1 + ranked.filter((each) => compareRatios(each.index, index) > 0).length,
          );
          expect(standing.tied).toBe(
            ranked.filter((each) => compareRatios(each.index, index) === 0).length > 1,
          );
          expect(standing.of).toBe(ranked.length);
        }
      }
    });
  });

  test('has the index and ranks that unreduced BigInt fractions give by hand', () => {
    always(periods(), (input) => {
      const ranked = rankedOf(scorePeriod(input));
      const byHand = new Map(input.units.map((unit) => [unit.id, indexByHand(input, unit)] as const));
      const inGroup = (group: string): readonly Fraction[] =>
        input.units.flatMap((unit) => {
          const index = unit.groupId === group && unit.ranked ? byHand.get(unit.id) : undefined;
          return index === undefined ? [] : [index];
        });
      expect(ranked.length).toBe(
        input.units.filter((unit) => unit.ranked && byHand.get(unit.id) !== undefined).length,
      );
      for (const { sheet, index, standing } of ranked) {
        const expected = byHand.get(sheet.unit.id) ?? [0n, 1n];
        expect(equal([index.numerator, index.denominator], expected)).toBe(true);
        expect(standing.rank).toBe(
          1 + inGroup(sheet.unit.groupId).filter((each) => greater(each, expected)).length,
        );
      }
    });
  });

  test('never lowers the index or worsens the rank of a unit when one of its marks is raised', () => {
    always(
      periods({ blanks: false }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (input, whichUnit, whichComponent, raise) => {
        const unit = input.units[whichUnit % input.units.length];
        const components = input.sets.flatMap(componentsOfSet);
        const component = components[whichComponent % components.length];
        if (unit === undefined || component === undefined) throw new Error('the generator gave nothing');
        const raised = input.assessments.map((each) => {
          if (each.unitId !== unit.id || each.stage !== component.basis) return each;
          const before = each.marks.get(component.code);
          const points = before?.kind === 'scored' ? before.points : 0;
          const after = Math.min(component.maxScore, points + 1 + (raise % (component.maxScore + 1)));
          return {
            ...each,
            marks: new Map([...each.marks, [component.code, markOf(asPoints(after))] as const]),
          };
        });
        const find = (board: Scoreboard) => rankedOf(board).find(({ sheet }) => sheet.unit.id === unit.id);
        const [before, after] = [
          find(scorePeriod(input)),
          find(scorePeriod({ ...input, assessments: raised })),
        ];
        if (before === undefined || after === undefined) {
          expect(after).toEqual(before);
          return;
        }
        expect(compareRatios(after.index, before.index)).toBeGreaterThanOrEqual(0);
        expect(after.standing.rank).toBeLessThanOrEqual(before.standing.rank);
      },
    );
  });
});
