import * as fc from 'fast-check';
import type { AnalysisOptions } from '../../src/domain/analysis-options.ts';
import type { Ceiling, CeilingCondition, Classification } from '../../src/domain/classification.ts';
import {
  BASES,
  type CriteriaSet,
  type CriterionCode,
  componentsOfSet,
} from '../../src/domain/criteria-set.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { ROUNDING_MODES } from '../../src/domain/rounding.ts';
import {
  BLANK_POLICIES,
  MISSING_SURVEY_POLICIES,
  RANK_BASES,
  RANK_STYLES,
  STATED_SUM_POLICIES,
  STATUSES,
  type TieBreak,
} from '../../src/domain/scoring-options.ts';
import type { ChoicesBySet, SetChoices } from '../../src/domain/set-choices.ts';
import { NOT_APPLICABLE_POLICIES, type Settings } from '../../src/domain/settings.ts';
import { LevelSchema } from '../../src/domain/unit.ts';
import { codes, texts } from './arbitraries.ts';

export const maxScores: fc.Arbitrary<Points> = fc.oneof(
  fc.integer({ min: 0, max: 80 }).map((quarters) => asPoints((quarters * POINT) / 4)),
  fc.integer({ min: 1, max: 100 * POINT }).map(asPoints),
);

const classifications: fc.Arbitrary<readonly Classification[]> = fc
  .uniqueArray(fc.option(codes, { nil: '' }), { maxLength: 3 })
  .chain((levels) =>
    fc.tuple(
      ...levels.map((level) =>
        fc
          .tuple(
            fc.uniqueArray(
              texts.filter((text) => !text.includes(';')),
              { minLength: 1, maxLength: 5 },
            ),
            fc.uniqueArray(fc.integer({ min: 1, max: 100_000_000 }), { minLength: 4, maxLength: 4 }),
          )
          .map(([grades, bounds]): Classification => {
            const [last = 'Yếu', ...better] = grades;
            const falling = bounds.toSorted((a, b) => b - a);
            const upper = better.map((grade, place) => ({
              grade,
              atLeast: ratio(falling[place] ?? 1, POINT),
            }));
            const lowest = { grade: last, atLeast: ratio(0, 1) };
            const [first = lowest, ...rest] = [...upper, lowest];
            return { ...(level !== '' && { level: LevelSchema.parse(level) }), bands: [first, ...rest] };
          }),
      ),
    ),
  );

const plainSettings = fc.record({
  language: fc.constantFrom('vi' as const, 'en' as const),
  province: fc.option(texts, { nil: '' }),
  period: fc.oneof(fc.constantFrom('', '2017', 'Quý I/2024', '1/2024'), texts),
  notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
  rounding: fc.constantFrom(...ROUNDING_MODES),
  decimals: fc.integer({ min: 0, max: 6 }),
  classifications,
});

const settings: fc.Arbitrary<Settings> = fc
  .tuple(
    plainSettings,
    fc.option(texts, { nil: undefined }),
    fc.option(fc.uniqueArray(texts, { minLength: 1, maxLength: 4 }), { nil: undefined }),
  )
  .map(([plain, notice, grades]) => ({
    ...plain,
    ...(notice !== undefined && { notice }),
    ...(grades !== undefined && {
      gradeNames: new Map(grades.map((grade, place) => [grade, `Class ${place}`])),
    }),
  }));

const options = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    blanks: fc.constantFrom(...BLANK_POLICIES),
    missingSurvey: fc.constantFrom(...MISSING_SURVEY_POLICIES),
    rankBasis: fc.constantFrom(...RANK_BASES),
    rankStyle: fc.constantFrom(...RANK_STYLES),
    statedSums: fc.constantFrom(...STATED_SUM_POLICIES),
    removedCap: maxScores,
    bonusCap: maxScores,
    penaltyCap: maxScores,
    sumTolerance: maxScores,
  },
  { requiredKeys: [] },
);

const percents = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => ratio(hundredths, 100));

const analyses: fc.Arbitrary<Partial<AnalysisOptions>> = fc.record(
  {
    lowBelow: percents,
    divisiveFrom: percents,
    topPlaces: fc.integer({ min: 1, max: 1000 }),
    commendedPlaces: fc.integer({ min: 0, max: 1000 }),
    commendedShare: percents,
  },
  { requiredKeys: [] },
);

/** What some of the sets state for themselves; a set that states nothing is left out. */
function choicesFor(sets: readonly CriteriaSet[]): fc.Arbitrary<ChoicesBySet> {
  const own = fc.record(
    {
      notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
      rounding: fc.constantFrom(...ROUNDING_MODES),
      decimals: fc.integer({ min: 0, max: 6 }),
    },
    { requiredKeys: [] },
  );
  const isAny = (value: object): boolean => Object.keys(value).length > 0;
  const choices = fc.tuple(own, options).map(
    ([ownSettings, { status: _, ...scoring }]): SetChoices => ({
      ...(isAny(ownSettings) && { settings: ownSettings }),
      ...(isAny(scoring) && { scoring }),
    }),
  );
  return fc.array(choices, { maxLength: sets.length }).map(
    (drawn) =>
      new Map(
        sets.flatMap(({ id }, place) => {
          const each = drawn[place];
          return each === undefined || !isAny(each) ? [] : [[id, each] as const];
        }),
      ),
  );
}

/** Codes as tie-breaks and ceilings can name them: semicolons, colons and signs part their words. */
function nameable(sets: readonly CriteriaSet[]): readonly CriterionCode[] {
  return sets.flatMap((set) =>
    componentsOfSet(set).flatMap(({ code }) => (/^[\p{L}\p{N}][\p{L}\p{N}. ]*$/u.test(code) ? [code] : [])),
  );
}

function tieBreaksFor(sets: readonly CriteriaSet[]): fc.Arbitrary<readonly TieBreak[]> {
  const fixed = fc.constantFrom<TieBreak>(
    { kind: 'block', basis: 'survey' },
    { kind: 'block', basis: 'appraisal' },
    { kind: 'fewer-penalties' },
    { kind: 'fewer-removed' },
  );
  const criteria = nameable(sets).map((code): TieBreak => ({ kind: 'criterion', code }));
  return fc.array(criteria.length === 0 ? fixed : fc.oneof(fixed, fc.constantFrom(...criteria)), {
    maxLength: 3,
  });
}

function ceilingsFor(
  sets: readonly CriteriaSet[],
  { bands }: Classification,
): fc.Arbitrary<readonly Ceiling[]> {
  const share = fc.integer({ min: 0, max: 1000 }).map((tenths) => ratio(tenths, 1000));
  const criteria = nameable(sets);
  const conditions: fc.Arbitrary<CeilingCondition>[] = [
    fc.record({ kind: fc.constant('block-below' as const), basis: fc.constantFrom(...BASES), share }),
    fc.record({ kind: fc.constant('penalties-above' as const), points: maxScores }),
    ...(criteria.length === 0
      ? []
      : [
          fc.record({
            kind: fc.constant('criterion-below' as const),
            code: fc.constantFrom(...criteria),
            share,
          }),
        ]),
  ];
  const atMost = fc.constantFrom(...bands.map((band) => band.grade));
  return fc.array(fc.record({ atMost, when: fc.oneof(...conditions) }), { maxLength: 2 });
}

/** The settings with ceilings on their classes, and the further options with their tie-breaks. */
export function statedFor(
  sets: readonly CriteriaSet[],
): fc.Arbitrary<Pick<PeriodInput, 'settings' | 'scoring' | 'bySet' | 'analysis'>> {
  return settings.chain((plain) => {
    const ceilings = fc.tuple(...plain.classifications.map((each) => ceilingsFor(sets, each)));
    const drawn = fc.tuple(ceilings, options, tieBreaksFor(sets), choicesFor(sets), analyses);
    return drawn.map(([byClass, given, tieBreaks, bySet, analysis]) => {
      const scoring = { ...given, ...(tieBreaks.length > 0 && { tieBreaks }) };
      const withCeilings = plain.classifications.map((each, place) => {
        const list = byClass[place] ?? [];
        return list.length === 0 ? each : { ...each, ceilings: list };
      });
      return {
        settings: { ...plain, classifications: withCeilings },
        ...(Object.keys(scoring).length > 0 && { scoring }),
        ...(bySet.size > 0 && { bySet }),
        ...(Object.keys(analysis).length > 0 && { analysis }),
      };
    });
  });
}
