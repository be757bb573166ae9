import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lift } from '../../../src/domain/analysis.ts';
import type { Classification } from '../../../src/domain/classification.ts';
import { componentResultsOf } from '../../../src/domain/components-of-results.ts';
import {
  BASES,
  type CriterionNode,
  componentsOf,
  componentsOfSet,
} from '../../../src/domain/criteria-set.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import type { RankedUnit } from '../../../src/domain/scoreboard.ts';
import { RANK_STYLES, type TieBreak } from '../../../src/domain/scoring-options.ts';
import type { UnitId } from '../../../src/domain/unit.ts';
import { unitLifts } from '../../../src/engine/analysis/lifts.ts';
import { methodOf } from '../../../src/engine/method-of.ts';
import { penaltiesByCode } from '../../../src/engine/penalties.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { always } from '../always.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code as codeOf,
  mark,
} from '../builders.ts';
import { richPeriods } from '../rich-periods.ts';

/** The period with some components of one unit decided at their full mark. */
function raised(input: PeriodInput, unitId: UnitId, codes: readonly string[]): PeriodInput {
  const others = (input.overrides ?? []).filter(
    (each) => each.unitId !== unitId || !codes.includes(each.code),
  );
  const full = input.sets
    .flatMap(componentsOfSet)
    .flatMap(({ code, maxScore }) =>
      codes.includes(code) ? [{ unitId, code, points: maxScore, reason: 'r', decidedBy: 'b' }] : [],
    );
  return { ...input, overrides: [...others, ...full] };
}

function find(input: PeriodInput, unitId: UnitId): RankedUnit | undefined {
  return scorePeriod(input)
    .groups.flatMap(({ ranked }) => ranked)
    .find(({ sheet }) => sheet.unit.id === unitId);
}

/** All sets of so many codes. */
function choicesOf(codes: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return codes.flatMap((code, place) =>
    choicesOf(codes.slice(place + 1), size - 1).map((rest) => [code, ...rest]),
  );
}

/** The smallest number of components that lift the unit, by trying every set of them; undefined where none does. */
function fewestByTrial(
  input: PeriodInput,
  unit: RankedUnit,
  isLifted: (after: RankedUnit) => boolean,
): number | undefined {
  const open = componentResultsOf(unit.sheet.fields).filter(({ attainable }) => attainable > 0);
  const codes = open.map(({ code }) => code);
  for (let size = 1; size <= codes.length; size += 1) {
    const lifted = choicesOf(codes, size).some((chosen) => {
      const after = find(raised(input, unit.sheet.unit.id, chosen), unit.sheet.unit.id);
      return after !== undefined && isLifted(after);
    });
    if (lifted) return size;
  }
  return undefined;
}

/** Every ranked unit with the lifts that are told of it. */
function liftsOf(input: PeriodInput) {
  return scorePeriod(input).groups.flatMap((group) =>
    group.ranked.map((unit) => {
      const own = (input.adjustments ?? []).filter(({ unitId }) => unitId === unit.sheet.unit.id);
      const method = methodOf(input, group.group.setId);
      return { unit, lifts: unitLifts(unit, group, method, penaltiesByCode(own)) };
    }),
  );
}

/** A few components only, so that every set of them can be tried; everything that decides is official. */
const small = richPeriods
  .filter((input) => input.sets.every((set) => componentsOfSet(set).length <= 5) && input.units.length <= 5)
  .map((input) => ({ ...input, scoring: { ...input.scoring, blanks: 'zero' as const } }));

const marksTo = (max: number) => fc.integer({ min: 0, max }).map(mark);

/** Whole points on short rows: many units of one index, so that tie-breaks have much to decide. */
const tying = fc
  .record({
    marks: fc.array(fc.tuple(marksTo(2), marksTo(2), marksTo(3), marksTo(3)), {
      minLength: 2,
      maxLength: 5,
    }),
    rankStyle: fc.constantFrom(...RANK_STYLES),
    tieBreaks: fc.shuffledSubarray<TieBreak>([
      { kind: 'criterion', code: codeOf('1') },
      { kind: 'criterion', code: codeOf('2.2') },
      { kind: 'block', basis: 'appraisal' },
      { kind: 'block', basis: 'survey' },
    ]),
  })
  .map(({ marks, ...scoring }) =>
    aPeriod({
      sets: [
        aSet([
          aComponent('1', 2),
          aBranch('2', [aComponent('2.1', 2, 'survey'), aComponent('2.2', 3), aComponent('2.3', 3)]),
        ]),
      ],
      units: marks.map((_, place) => aUnit(`U${place}`)),
      assessments: marks.flatMap(([first, survey, second, third], place) => [
        anAssessment(`U${place}`, { 1: first, '2.2': second, '2.3': third }),
        anAssessment(`U${place}`, { '2.1': survey }, 'survey'),
      ]),
      scoring,
    }),
  );

/** Where places go by the index as shown, only the order by index and the order by tie-breaks are tried. */
function isCertain({ scoring }: PeriodInput): boolean {
  return (scoring?.tieBreaks ?? []).length === 0 || scoring?.rankBasis !== 'as-shown';
}

function hasEatenPenalty({ adjustments = [], sets }: PeriodInput): boolean {
  const branches = new Set(sets.flatMap(({ fields }) => fields.flatMap(branchCodes)));
  return adjustments.some(
    (each) => each.kind === 'penalty' && each.code !== undefined && branches.has(each.code),
  );
}

function branchCodes(node: CriterionNode): readonly string[] {
  return node.kind === 'component' ? [] : [node.code, ...node.children.flatMap(branchCodes)];
}

/** Holds what is told of a lift against what scoring again gives. */
function expectLifted(
  input: PeriodInput,
  unit: RankedUnit,
  lift: Lift | undefined,
  isLifted: (after: RankedUnit) => boolean,
): void {
  if (lift === undefined) return;
  const after = find(raised(input, unit.sheet.unit.id, lift.codes), unit.sheet.unit.id);
  expect(after?.index).toEqual(lift.index);
  expect(after && isLifted(after)).toBe(true);
}

const isHigher = (before: RankedUnit) => (after: RankedUnit) => after.standing.rank < before.standing.rank;

/** No smaller number would do; where that is not promised, the number told is at least one that does. */
function expectFewest(input: PeriodInput, unit: RankedUnit, lift: Lift | undefined): void {
  if (hasEatenPenalty(input)) return;
  const fewest = fewestByTrial(input, unit, isHigher(unit));
  const told = lift?.codes.length;
  if (isCertain(input)) expect(told).toBe(fewest);
  else if (told !== undefined) expect(told).toBeGreaterThanOrEqual(fewest ?? Number.POSITIVE_INFINITY);
}

describe('the fewest criteria that lift a unit by a place', () => {
  test('lift it, to the index that is told, and no smaller number would', () => {
    always(fc.oneof(small, tying), (input) => {
      for (const { unit, lifts } of liftsOf(input)) {
        expectLifted(input, unit, lifts.byOneRank, isHigher(unit));
        expectFewest(input, unit, lifts.byOneRank);
      }
    });
  });

  test('of a unit that only a tie-break put behind, by one criterion', () => {
    const input = aPeriod({
      sets: [aSet([aComponent('1', 40), aComponent('2', 20)])],
      units: [aUnit('A'), aUnit('B')],
      assessments: [
        anAssessment('A', { 1: mark(30), 2: mark(15) }),
        anAssessment('B', { 1: mark(32), 2: mark(13) }),
      ],
      scoring: { tieBreaks: [{ kind: 'criterion', code: codeOf('2') }] },
    });
    const told = liftsOf(input).map(({ unit: { sheet }, lifts }) => [sheet.unit.id, lifts.byOneRank]);
    expect(told).toEqual([
      ['A', undefined],
      ['B', { codes: ['1'], index: ratio(265, 3) }],
    ]);
  });
});

const BANDS = [
  { grade: 'Xuất sắc', atLeast: ratio(85, 1) },
  { grade: 'Tốt', atLeast: ratio(60, 1) },
  { grade: 'Khá', atLeast: ratio(30, 1) },
  { grade: 'Kém', atLeast: ratio(0, 1) },
] as const;

/** Classes with at most one ceiling, of any sort. */
const classified = small.chain((input) => {
  const rows = input.sets.flatMap(({ fields }) => fields.flatMap(componentsOf));
  const share = fc.integer({ min: 0, max: 10 }).map((tenths) => ratio(tenths, 10));
  const when = fc.oneof(
    fc.record({
      kind: fc.constant('criterion-below' as const),
      code: fc.constantFrom(...rows.map(({ code }) => code)),
      share,
    }),
    fc.record({ kind: fc.constant('block-below' as const), basis: fc.constantFrom(...BASES), share }),
  );
  const ceilings = fc.array(fc.record({ atMost: fc.constantFrom('Tốt', 'Khá', 'Kém'), when }), {
    maxLength: 1,
  });
  return ceilings.map((drawn): PeriodInput => {
    const classification: Classification = { bands: BANDS, ceilings: drawn };
    return { ...input, settings: { ...input.settings, classifications: [classification] } };
  });
});

const placeOf = (grade: string | undefined): number => BANDS.findIndex((band) => band.grade === grade);

describe('the fewest criteria that lift a unit by a class', () => {
  test('lift it, whatever a ceiling says, and no smaller number would', () => {
    always(classified, (input) => {
      for (const { unit, lifts } of liftsOf(input)) {
        const isLifted = (after: RankedUnit): boolean => placeOf(after.grade) < placeOf(unit.grade);
        expectLifted(input, unit, lifts.byOneClass, isLifted);
        if (!hasEatenPenalty(input)) {
          expect(lifts.byOneClass?.codes.length).toBe(fewestByTrial(input, unit, isLifted));
        }
      }
    });
  });
});
