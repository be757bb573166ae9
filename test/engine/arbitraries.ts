import * as fc from 'fast-check';
import type { Assessment, Exemption } from '../../src/domain/assessment.ts';
import {
  BASES,
  type Component,
  type CriteriaSet,
  type CriterionNode,
  componentsOfSet,
} from '../../src/domain/criteria-set.ts';
import { BLANK, type Mark, markOf } from '../../src/domain/mark.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { NOT_APPLICABLE_POLICIES } from '../../src/domain/settings.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { aBranch, aComponent, aGroup, aPeriod, aSet, aUnit, code, someSettings } from './builders.ts';

/** Maxima in the steps of real tables, now and then zero or with all six decimals. */
export const maxScores: fc.Arbitrary<Points> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.integer({ min: 1, max: 40 }).map((quarters) => asPoints(quarters * (POINT / 4))),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 * POINT }).map(asPoints) },
  { weight: 1, arbitrary: fc.constant(asPoints(0)) },
);

type Shape = Component | readonly Shape[];

const leaves: fc.Arbitrary<Component> = fc
  .record({ maxScore: maxScores, basis: fc.constantFrom(...BASES) })
  .map(({ maxScore, basis }) => ({ ...aComponent('leaf', 0, basis), maxScore }));

const shapes: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'criteria' },
    leaves,
    fc.array(tie('shape'), { minLength: 1, maxLength: 4 }),
  ),
})).shape;

function nodeOf(shape: Shape, path: string): CriterionNode {
  if ('kind' in shape) return { ...shape, code: code(path), name: `criterion ${path}` };
  return aBranch(
    path,
    shape.map((child, place) => nodeOf(child, `${path}.${place + 1}`)),
  );
}

/** Criteria sets of any depth, appraised and surveyed components mixed. */
const criteriaSets: fc.Arbitrary<CriteriaSet> = fc
  .array(shapes, { minLength: 1, maxLength: 5 })
  .map((fields) => aSet(fields.map((field, place) => nodeOf(field, String(place + 1)))));

/** Marks that a component of this maximum may have; full marks and zeros often, so that units tie. */
function marksUpTo(maxScore: Points, blanks = true): fc.Arbitrary<Mark> {
  const scored = fc.oneof(
    fc.constantFrom(0, maxScore, Math.floor(maxScore / 2)),
    fc.integer({ min: 0, max: maxScore }),
  );
  const scoredMarks = scored.map((given) => markOf(asPoints(given)));
  return blanks
    ? fc.oneof({ weight: 30, arbitrary: scoredMarks }, { weight: 1, arbitrary: fc.constant(BLANK) })
    : scoredMarks;
}

function assessmentsOf(unit: Unit, set: CriteriaSet, blanks: boolean): fc.Arbitrary<readonly Assessment[]> {
  const components = componentsOfSet(set);
  return fc.tuple(...components.map(({ maxScore }) => marksUpTo(maxScore, blanks))).map((marks) =>
    BASES.map((stage) => ({
      unitId: unit.id,
      stage,
      marks: new Map(
        components.flatMap((component, place) => {
          const given = marks[place];
          return given === undefined || component.basis !== stage ? [] : [[component.code, given] as const];
        }),
      ),
    })),
  );
}

function exemptionsOf(unit: Unit, set: CriteriaSet): fc.Arbitrary<readonly Exemption[]> {
  const all = [...componentsOfSet(set)];
  return fc.subarray(all, { maxLength: Math.min(2, all.length) }).map((components) =>
    components.map((component) => ({
      unitId: unit.id,
      code: component.code,
      reason: 'no such task',
      approvedBy: 'board',
    })),
  );
}

interface PeriodShape {
  readonly maxUnits?: number;
  /** Without blanks every unit that has anything to attain is ranked. */
  readonly blanks?: boolean;
}

/** Whole periods: two groups that share one set, units with ties, blanks and exemptions. */
export function periods({ maxUnits = 8, blanks = true }: PeriodShape = {}): fc.Arbitrary<PeriodInput> {
  const groups = [aGroup('sở'), aGroup('huyện')];
  const units = fc.array(
    fc.record({ group: fc.constantFrom(...groups), ranked: fc.boolean().map((dice) => dice || !blanks) }),
    { minLength: 1, maxLength: maxUnits },
  );
  return fc
    .tuple(criteriaSets, units, fc.constantFrom(...NOT_APPLICABLE_POLICIES))
    .chain(([set, drawn, notApplicable]) => {
      const made = drawn.map(({ group, ranked }, place) => aUnit(`U${place}`, { groupId: group.id, ranked }));
      return fc
        .tuple(
          fc.tuple(...made.map((unit) => assessmentsOf(unit, set, blanks))),
          fc.tuple(...made.map((unit) => exemptionsOf(unit, set))),
        )
        .map(([assessments, exemptions]) =>
          aPeriod({
            settings: someSettings({ notApplicable }),
            groups,
            units: made,
            sets: [set],
            assessments: assessments.flat(),
            exemptions: exemptions.flat(),
          }),
        );
    });
}
