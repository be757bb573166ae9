import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentResultsOf } from '../../../src/domain/components-of-results.ts';
import { componentsOfSet } from '../../../src/domain/criteria-set.ts';
import type { GroupAnalysis, UnitAnalysis } from '../../../src/domain/period-analysis.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { sumPoints } from '../../../src/domain/points.ts';
import { addRatios, compareRatios, type Ratio, ratio, subtractRatios } from '../../../src/domain/ratio.ts';
import type { GroupResult, RankedUnit } from '../../../src/domain/scoreboard.ts';
import { analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { always } from '../always.ts';
import { richPeriods } from '../rich-periods.ts';

const NO_HISTORY = { results: [], links: [] };

/** Periods whose units stand under one of two parents, or under none, and have assessed themselves. */
const withParents = richPeriods.chain((input) =>
  fc.array(fc.constantFrom('Thủ Dầu Một', 'Tân Uyên', undefined), { minLength: 1, maxLength: 4 }).map(
    (parents): PeriodInput => ({
      ...input,
      units: input.units.map((unit, place) => {
        const parent = parents[place % parents.length];
        return parent === undefined ? unit : { ...unit, parent };
      }),
      analysis: { topPlaces: 2 },
    }),
  ),
);

interface Pair {
  readonly result: GroupResult;
  readonly analysis: GroupAnalysis;
}

function pairsOf(input: PeriodInput): readonly Pair[] {
  const board = scorePeriod(input);
  const { groups } = analysePeriod(input, board, NO_HISTORY);
  return board.groups.map((result, place) => {
    const analysis = groups[place];
    if (analysis === undefined) throw new Error('every group is analysed');
    return { result, analysis };
  });
}

const shareOf = (unit: RankedUnit, code: string): Ratio | undefined => {
  const field = unit.sheet.fields.find((each) => each.code === code);
  return field === undefined || field.attainable === 0 ? undefined : ratio(field.earned, field.attainable);
};

function rankInFields(unit: RankedUnit, { ranked }: GroupResult): readonly (number | undefined)[] {
  return unit.sheet.fields.map(({ code }) => {
    const own = shareOf(unit, code);
    if (own === undefined) return undefined;
    const shares = ranked.flatMap((each) => shareOf(each, code) ?? []);
    return 1 + shares.filter((share) => compareRatios(share, own) > 0).length;
  });
}

describe('the analysis of a group', () => {
  test('has every unit once, in the order of the ranking, whatever the order of the entries', () => {
    always(withParents, (input) => {
      for (const { result, analysis } of pairsOf(input)) {
        const ids = [...result.ranked, ...result.unranked].map(({ sheet }) => sheet.unit.id);
        expect(analysis.units.map(({ unitId }) => unitId)).toEqual(ids);
      }
      const turned = {
        ...input,
        units: input.units.toReversed(),
        assessments: input.assessments.toReversed(),
      };
      expect(analysePeriod(turned, scorePeriod(turned), NO_HISTORY)).toEqual(
        analysePeriod(input, scorePeriod(input), NO_HISTORY),
      );
    });
  });

  test('ranks a unit within a field as 1 + the number with a strictly better share', () => {
    always(withParents, (input) => {
      for (const { result, analysis } of pairsOf(input)) {
        const given = result.ranked.map((_, place) => analysis.units[place]?.fields.map(({ rank }) => rank));
        expect(given).toEqual(result.ranked.map((unit) => rankInFields(unit, result)));
      }
    });
  });

  test('counts the units of each parent, those in the first places, and their exact mean', () => {
    always(withParents, (input) => {
      for (const { result, analysis } of pairsOf(input)) {
        const withParent = result.ranked.filter(({ sheet }) => sheet.unit.parent !== undefined);
        expect(analysis.parents.reduce((sum, { units }) => sum + units, 0)).toBe(withParent.length);
        for (const { parent, units, inTop, mean } of analysis.parents) {
          const own = withParent.filter(({ sheet }) => sheet.unit.parent === parent);
          const sum = own.map(({ index }) => index).reduce(addRatios, ratio(0, 1));
          expect(units).toBe(own.length);
          expect(inTop).toBe(own.filter(({ standing }) => standing.rank <= 2).length);
          expect(mean).toEqual(ratio(sum.numerator, sum.denominator * BigInt(units)));
        }
      }
    });
  });

  test('tells the distance to the next better index, none for the first', () => {
    always(withParents, (input) => {
      for (const { result, analysis } of pairsOf(input)) {
        for (const [place, unit] of result.ranked.entries()) {
          const better = result.ranked
            .map(({ index }) => index)
            .filter((index) => compareRatios(index, unit.index) > 0);
          const next = better.toSorted(compareRatios)[0];
          const distance = next === undefined ? undefined : subtractRatios(next, unit.index);
          expect(analysis.units[place]?.toNextPlace).toEqual(distance);
        }
      }
    });
  });

  test('lists what each unit lost completely, the largest loss first, and no blank', () => {
    always(withParents, (input) => {
      for (const { result, analysis } of pairsOf(input)) {
        for (const [place, { sheet }] of [...result.ranked, ...result.unranked].entries()) {
          const lost = (analysis.units[place]?.lost ?? []).map((each) => each.lost);
          const all = componentResultsOf(sheet.fields)
            .filter(({ code }) => !sheet.missing.includes(code))
            .map(({ earned, attainable }) => attainable - earned);
          expect(lost).toEqual(all.filter((each) => each > 0).toSorted((a, b) => b - a));
        }
      }
    });
  });

  test('adds up claims alike by unit, by field and in all', () => {
    always(withParents, (input) => {
      const claiming = claimed(input);
      for (const { analysis } of pairsOf(claiming)) {
        const { byUnit, byCriterion, all } = analysis.claims;
        const setId = analysis.group.setId;
        const fields = claiming.sets.filter(({ id }) => id === setId).flatMap((set) => set.fields);
        const byField = fields.flatMap(({ code }) => byCriterion.get(code) ?? []);
        const sum = all?.overClaim ?? sumPoints([]);
        expect(sumPoints([...byUnit.values()].map(({ overClaim }) => overClaim))).toBe(sum);
        expect(sumPoints(byField.map(({ overClaim }) => overClaim))).toBe(sum);
      }
    });
  });

  test('names at most three strengths and weaknesses, and none stands further from the mean', () => {
    always(withParents, (input) => {
      for (const { analysis } of pairsOf(input)) {
        for (const unit of analysis.units) expectExtremes(unit);
      }
    });
  });
});

/** The self-assessment of every unit claims what the appraisal says, turned round by component. */
function claimed(input: PeriodInput): PeriodInput {
  const components = input.sets.flatMap(componentsOfSet);
  const own = input.assessments
    .filter(({ stage }) => stage === 'appraisal')
    .map((each) => ({
      ...each,
      stage: 'self-assessment' as const,
      marks: new Map(
        [...each.marks]
          .filter(([code]) => components.some((component) => component.code === code))
          .toReversed(),
      ),
    }));
  return {
    ...input,
    assessments: [...input.assessments.filter(({ stage }) => stage !== 'self-assessment'), ...own],
  };
}

function expectExtremes({ strengths, weaknesses }: UnitAnalysis): void {
  expect(strengths.length).toBeLessThanOrEqual(3);
  expect(weaknesses.length).toBeLessThanOrEqual(3);
  const [above, below] = [strengths, weaknesses].map((list) => list.map(({ aboveMean }) => aboveMean));
  expect(above).toEqual(above?.toSorted((a, b) => compareRatios(b, a)));
  expect(below).toEqual(below?.toSorted(compareRatios));
  expect(above?.every(({ numerator }) => numerator > 0n)).toBe(true);
  expect(below?.every(({ numerator }) => numerator < 0n)).toBe(true);
}
