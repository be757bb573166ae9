import { describe, expect, test } from 'vitest';
import { componentsOfSet } from '../../src/domain/criteria-set.ts';
import { addRatios, compareRatios, ratio } from '../../src/domain/ratio.ts';
import { indexParts } from '../../src/engine/compare/index-parts.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { always } from './always.ts';
import { inputText, scoreboardText } from './canonical-texts.ts';
import { richPeriods } from './rich-periods.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('every scoreboard with rules, decisions, bonuses and penalties', () => {
  test('has earned ≤ attainable ≤ full maximum in every row, and blocks that add up', () => {
    always(richPeriods, (input) => {
      for (const { ranked, unranked } of scorePeriod(input).groups) {
        for (const { sheet } of [...ranked, ...unranked]) {
          expect(sheet.earned).toBeLessThanOrEqual(sheet.attainable);
          expect(sheet.attainable).toBeLessThanOrEqual(sheet.fullMax);
          expect(sum(sheet.blocks.map(({ earned }) => earned))).toBe(sheet.earned);
          expect(sum(sheet.blocks.map(({ attainable }) => attainable))).toBe(sheet.attainable);
          expect(sum(sheet.removed.map(({ maxScore }) => maxScore))).toBe(sheet.fullMax - sheet.attainable);
          for (const { earned, attainable } of [...sheet.fields, ...sheet.blocks]) {
            expect(earned).toBeGreaterThanOrEqual(0);
            expect(earned).toBeLessThanOrEqual(attainable);
          }
        }
      }
    });
  });

  test('has indexes that are the exact sum of the parts of their components, penalties and bonuses', () => {
    always(richPeriods, (input) => {
      for (const { ranked } of scorePeriod(input).groups) {
        for (const unit of ranked) {
          const { components, penalties, adjustment } = indexParts(unit, input.settings.notApplicable);
          const parts = [
            ...[...components.values()].map(({ share }) => share),
            ...penalties.values(),
            adjustment,
          ];
          expect(parts.reduce(addRatios, ratio(0, 1))).toEqual(unit.index);
        }
      }
    });
  });

  test('gives a better place to nobody with a smaller index, and the stated tie-breaks alone part equal ones', () => {
    always(richPeriods, (input) => {
      const pairs = scorePeriod({
        ...input,
        scoring: { ...input.scoring, rankBasis: 'exact' },
      }).groups.flatMap(({ ranked }) =>
        ranked.slice(1).map((lower, place) => ({ upper: ranked[place] ?? lower, lower })),
      );
      for (const { upper, lower } of pairs) {
        const order = compareRatios(upper.index, lower.index);
        const { rank, tied, decidedBy } = upper.standing;
        expect(order).toBeGreaterThanOrEqual(0);
        expect(lower.standing.rank).toBeGreaterThanOrEqual(order > 0 ? rank + 1 : rank);
        const isPartedByTieBreak = order === 0 && !tied;
        expect(!isPartedByTieBreak || input.scoring?.tieBreaks?.some((each) => each === decidedBy)).toBe(
          true,
        );
      }
    });
  });

  test('is the same from the same entries in another order', () => {
    always(richPeriods, (input) => {
      const reversed = {
        ...input,
        groups: input.groups.toReversed(),
        units: input.units.toReversed(),
        assessments: input.assessments.toReversed(),
        exemptions: input.exemptions.toReversed(),
        adjustments: input.adjustments?.toReversed() ?? [],
        overrides: input.overrides?.toReversed() ?? [],
      };
      expect(inputText(reversed)).toBe(inputText(input));
      expect(scoreboardText(scorePeriod(reversed))).toBe(scoreboardText(scorePeriod(input)));
    });
  });

  test('lists every component of the set once, with points within its maximum', () => {
    always(richPeriods, (input) => {
      const maxima = new Map(
        input.sets.flatMap(componentsOfSet).map(({ code, maxScore }) => [code, maxScore]),
      );
      for (const { ranked } of scorePeriod(input).groups) {
        for (const unit of ranked) {
          const { components } = indexParts(unit, input.settings.notApplicable);
          expect([...components.keys()]).toEqual([...maxima.keys()]);
          for (const [code, { result }] of components) {
            expect(result.earned).toBeLessThanOrEqual(Number(maxima.get(code)));
          }
        }
      }
    });
  });
});
