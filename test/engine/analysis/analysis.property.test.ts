import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, STAGES } from '../../../src/domain/assessment.ts';
import { componentsOfSet } from '../../../src/domain/criteria-set.ts';
import { markOf } from '../../../src/domain/mark.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { asPoints } from '../../../src/domain/points.ts';
import { addRatios, compareRatios, type Ratio } from '../../../src/domain/ratio.ts';
import {
  DEFAULT_SCORING_OPTIONS,
  RANK_BASES,
  RANK_STYLES,
  type TieBreak,
} from '../../../src/domain/scoring-options.ts';
import { unitLifts } from '../../../src/engine/analysis/lifts.ts';
import { rankRanges } from '../../../src/engine/analysis/rank-ranges.ts';
import { makeComponentScorer } from '../../../src/engine/component-scorer.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { setsByGroup } from '../../../src/engine/sets-by-group.ts';
import { entriesOf, gatherEntries } from '../../../src/engine/unit-entries.ts';
import { always } from '../always.ts';
import { periods } from '../arbitraries.ts';
import { code as codeOf } from '../builders.ts';
import { richPeriods } from '../rich-periods.ts';

/** The period with a mark for every component that is blank: so many per cent of its maximum. */
function filledAll(input: PeriodInput, percent: () => number): PeriodInput {
  const entries = gatherEntries(input);
  const assessments = input.units.flatMap((unit) => {
    const own = entriesOf(entries, unit.id);
    const set = setsByGroup(input).setOf(unit);
    const blank = componentsOfSet(set).filter(
      (component) => makeComponentScorer(component).resultFor(own, 'official').mark.kind === 'blank',
    );
    return STAGES.flatMap((stage): readonly Assessment[] => {
      const assessment = own.assessments.get(stage);
      const marks = blank.flatMap(({ basis, code, maxScore }) =>
        basis === stage ? [[code, markOf(asPoints(Math.floor((maxScore * percent()) / 100)))] as const] : [],
      );
      const all = new Map([...(assessment?.marks ?? []), ...marks]);
      return [{ ...assessment, unitId: unit.id, stage, marks: all }];
    });
  });
  return { ...input, assessments };
}

/** Marks for blanks, anything between zero and the maximum. */
function filledBy(input: PeriodInput, dice: readonly number[]): PeriodInput {
  let throws = 0;
  return filledAll(input, () => {
    throws += 1;
    return dice[throws % dice.length] ?? 0;
  });
}

const OFFICIAL = { status: 'official', missingSurvey: 'incomplete', blanks: 'incomplete' } as const;
const unfinished = richPeriods.map((input) => ({ ...input, scoring: { ...input.scoring, ...OFFICIAL } }));
const thrown = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 17, maxLength: 17 });

const rangesOf = (input: PeriodInput) => rankRanges(input, scorePeriod(input));

/** A rank style and a chain of tie-breaks, with both bases. */
const places = fc.record({
  rankStyle: fc.constantFrom(...RANK_STYLES),
  rankBasis: fc.constantFrom(...RANK_BASES),
  tieBreaks: fc.shuffledSubarray<TieBreak>([
    { kind: 'criterion', code: codeOf('1') },
    { kind: 'criterion', code: codeOf('3') },
    { kind: 'block', basis: 'survey' },
  ]),
});

describe('the places still possible', () => {
  test('hold every place and index that any filling of the blanks gives', () => {
    always(unfinished, thrown, (input, dice) => {
      const ranges = rangesOf(input);
      const ranked = scorePeriod(filledBy(input, dice)).groups.flatMap((group) => group.ranked);
      const byUnit = new Map([...ranges.values()].flat().map((range) => [range.unitId, range]));
      expect(byUnit.size).toBe(ranked.length);
      for (const { sheet, index, standing } of ranked) {
        const range = byUnit.get(sheet.unit.id);
        if (range === undefined) throw new Error('a ranked unit has no range');
        expect(compareRatios(range.lowest, index) <= 0 && compareRatios(index, range.highest) <= 0).toBe(
          true,
        );
        expect(standing.rank).toBeGreaterThanOrEqual(range.best);
        expect(standing.rank).toBeLessThanOrEqual(range.worst);
      }
    });
  });

  test('are both reached, the best when the unit alone is filled to the full, the worst the other way', () => {
    const styles = fc.constantFrom('competition' as const, 'ordinal' as const);
    always(periods(), styles, fc.constantFrom(...RANK_BASES), (drawn, rankStyle, rankBasis) => {
      const input = { ...drawn, scoring: { rankStyle, rankBasis } };
      const ranges = rangesOf(input);
      const [zero, full] = [filledAll(input, () => 0), filledAll(input, () => 100)];
      for (const range of [...ranges.values()].flat()) {
        const mixed = (own: PeriodInput, others: PeriodInput): PeriodInput => ({
          ...input,
          assessments: [
            ...own.assessments.filter(({ unitId }) => unitId === range.unitId),
            ...others.assessments.filter(({ unitId }) => unitId !== range.unitId),
          ],
        });
        expect([rankOf(mixed(full, zero), range.unitId), rankOf(mixed(zero, full), range.unitId)]).toEqual([
          range.best,
          range.worst,
        ]);
      }
    });
  });

  test('are the place itself when nothing is blank', () => {
    always(periods({ blanks: false }), places, (drawn, scoring) => {
      const input = { ...drawn, scoring };
      const ranges = [...rangesOf(input).values()].flat();
      for (const { unitId, best, worst } of ranges) {
        expect([best, worst]).toEqual([rankOf(input, unitId), rankOf(input, unitId)]);
      }
    });
  });
});

function rankOf(input: PeriodInput, unitId: string): number | undefined {
  const ranked = scorePeriod(input).groups.flatMap((group) => group.ranked);
  return ranked.find(({ sheet }) => sheet.unit.id === unitId)?.standing.rank;
}

describe('the fewest criteria that lift a unit', () => {
  test('lift it when they are scored in full, and no smaller number of criteria would', () => {
    always(periods({ blanks: false, maxUnits: 4 }), (input) => {
      const method = { settings: input.settings, options: DEFAULT_SCORING_OPTIONS };
      const lifts = scorePeriod(input).groups.flatMap((group) =>
        group.ranked.map((unit) => ({ group, unit, lift: unitLifts(unit, group, method).byOneRank })),
      );
      for (const { group, unit, lift } of lifts) {
        if (lift === undefined) continue;
        const { id } = unit.sheet.unit;
        const raised = raisedTo(input, id, lift.codes);
        expect(rankOf(raised, id)).toBeLessThan(unit.standing.rank);
        expect(indexOf(raised, id)).toEqual(lift.index);
        const gains = input.sets
          .flatMap(componentsOfSet)
          .map(({ code }) => gainOf(input, id, code, unit.index));
        const fewer = gains.toSorted((a, b) => compareRatios(b, a)).slice(0, lift.codes.length - 1);
        const above = group.ranked.findLast(({ standing }) => standing.rank < unit.standing.rank);
        expect(above && compareRatios(fewer.reduce(addRatios, unit.index), above.index)).toBe(-1);
      }
    });
  });
});

function raisedTo(input: PeriodInput, unitId: string, codes: readonly string[]): PeriodInput {
  const components = input.sets.flatMap(componentsOfSet).filter(({ code }) => codes.includes(code));
  return {
    ...input,
    assessments: input.assessments.map((each) =>
      each.unitId === unitId
        ? {
            ...each,
            marks: new Map([
              ...each.marks,
              ...components
                .filter(({ basis }) => basis === each.stage)
                .map(({ code, maxScore }) => [code, markOf(maxScore)] as const),
            ]),
          }
        : each,
    ),
  };
}

function indexOf(input: PeriodInput, unitId: string): Ratio | undefined {
  return scorePeriod(input)
    .groups.flatMap(({ ranked }) => ranked)
    .find(({ sheet }) => sheet.unit.id === unitId)?.index;
}

function gainOf(input: PeriodInput, unitId: string, code: string, before: Ratio): Ratio {
  const after = indexOf(raisedTo(input, unitId, [code]), unitId) ?? before;
  return addRatios(after, { ...before, numerator: -before.numerator });
}
