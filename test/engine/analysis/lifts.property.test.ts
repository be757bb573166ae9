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
import type { UnitId } from '../../../src/domain/unit.ts';
import { unitLifts } from '../../../src/engine/analysis/lifts.ts';
import { methodOf } from '../../../src/engine/method-of.ts';
import { penaltiesByCode } from '../../../src/engine/penalties.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { always } from '../always.ts';
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

describe('the fewest criteria that lift a unit by a place', () => {
  test('lift it, to the index that is told, and no smaller number would', () => {
    always(small, (drawn) => {
      const input = { ...drawn, scoring: { ...drawn.scoring, rankStyle: 'competition' as const } };
      const isCertain = (input.scoring.tieBreaks ?? []).length === 0 && !hasEatenPenalty(input);
      for (const { unit, lifts } of liftsOf(input)) {
        expectLifted(input, unit, lifts.byOneRank, isHigher(unit));
        const fewest = isCertain ? fewestByTrial(input, unit, isHigher(unit)) : lifts.byOneRank?.codes.length;
        expect(lifts.byOneRank?.codes.length).toBe(fewest);
      }
    });
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
