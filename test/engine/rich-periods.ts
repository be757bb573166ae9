import * as fc from 'fast-check';
import type { Adjustment, Override } from '../../src/domain/adjustment.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import {
  type Component,
  type CriteriaSet,
  type CriterionNode,
  componentsOfSet,
} from '../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints } from '../../src/domain/points.ts';
import type { Rule } from '../../src/domain/rule.ts';
import {
  BLANK_POLICIES,
  MISSING_SURVEY_POLICIES,
  RANK_BASES,
  RANK_STYLES,
  type ScoringOptions,
  STATUSES,
  type TieBreak,
} from '../../src/domain/scoring-options.ts';
import { periods } from './arbitraries.ts';
import { code as codeOf } from './builders.ts';
import { declaredFor, rules, somePoints } from './rule-arbitraries.ts';

const tieBreaks: fc.Arbitrary<readonly TieBreak[]> = fc.subarray<TieBreak>([
  { kind: 'criterion', code: codeOf('1') },
  { kind: 'block', basis: 'survey' },
  { kind: 'fewer-penalties' },
  { kind: 'fewer-removed' },
  { kind: 'block', basis: 'appraisal' },
]);

/** Every option that the Settings tab states, in any combination. */
const scoringOptions: fc.Arbitrary<Partial<ScoringOptions>> = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    blanks: fc.constantFrom(...BLANK_POLICIES),
    missingSurvey: fc.constantFrom(...MISSING_SURVEY_POLICIES),
    rankBasis: fc.constantFrom(...RANK_BASES),
    rankStyle: fc.constantFrom(...RANK_STYLES),
    tieBreaks,
    bonusCap: somePoints,
    penaltyCap: somePoints,
    removedCap: somePoints,
  },
  { requiredKeys: [] },
);

const withRules = (set: CriteriaSet, given: readonly (Rule | undefined)[]): CriteriaSet => {
  const ruleOf = new Map(
    componentsOfSet(set).map(({ code }, place) => [code, given[place % given.length]] as const),
  );
  const ruled = (node: CriterionNode): CriterionNode => {
    if (node.kind === 'branch') return { ...node, children: node.children.map(ruled) };
    const rule = ruleOf.get(node.code);
    return rule === undefined ? node : { ...node, rule };
  };
  return { ...set, fields: set.fields.map(ruled) };
};

/** The marks of components that now have a rule give way to declared values. */
function declare(assessment: Assessment, components: readonly Component[]): fc.Arbitrary<Assessment> {
  const ruled = components.filter(({ code, rule }) => rule !== undefined && assessment.marks.has(code));
  const values: readonly fc.Arbitrary<DeclaredValue>[] = ruled.flatMap(({ rule, maxScore }) =>
    rule === undefined ? [] : [declaredFor(rule, maxScore)],
  );
  return fc.tuple(...values).map((drawn) => ({
    ...assessment,
    marks: new Map(
      [...assessment.marks].filter(([code]) => !ruled.some((component) => component.code === code)),
    ),
    declared: new Map(
      ruled.flatMap(({ code }, place) => {
        const value = drawn[place];
        return value === undefined ? [] : [[code, value] as const];
      }),
    ),
  }));
}

function rowsOf(set: CriteriaSet): readonly CriterionNode[] {
  const below = (node: CriterionNode): readonly CriterionNode[] =>
    node.kind === 'branch' ? [node, ...node.children.flatMap(below)] : [node];
  return set.fields.flatMap(below);
}

function adjustmentsFor({ units, sets }: PeriodInput): fc.Arbitrary<readonly Adjustment[]> {
  const codes = sets.flatMap(rowsOf).map(({ code }) => code);
  return fc.array(
    fc
      .record({
        unit: fc.constantFrom(...units),
        kind: fc.constantFrom('bonus' as const, 'penalty' as const),
        points: somePoints,
        code: fc.option(fc.constantFrom(...codes), { nil: undefined }),
      })
      .map(({ unit, kind, points, code }): Adjustment => {
        const common = { unitId: unit.id, points, reason: 'r' };
        if (kind === 'bonus') return { kind, ...common };
        return code === undefined ? { kind, ...common } : { kind, ...common, code };
      }),
    { maxLength: 4 },
  );
}

function overridesFor({ units, sets }: PeriodInput): fc.Arbitrary<readonly Override[]> {
  const targets = units.flatMap((unit) =>
    sets.flatMap(componentsOfSet).map((component) => ({ unit, component })),
  );
  return fc.subarray(targets, { maxLength: Math.min(2, targets.length) }).chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ unit, component }) =>
        fc.integer({ min: 0, max: component.maxScore }).map(
          (points): Override => ({
            unitId: unit.id,
            code: component.code,
            points: asPoints(points),
            reason: 'r',
            decidedBy: 'council',
          }),
        ),
      ),
    ),
  );
}

/** Periods with everything in them: rules of all kinds, decisions, bonuses, penalties and any options. */
export const richPeriods: fc.Arbitrary<PeriodInput> = fc
  .tuple(
    periods(),
    fc.array(fc.option(rules, { nil: undefined }), { minLength: 1, maxLength: 6 }),
    scoringOptions,
  )
  .map(([input, given, scoring]) => ({
    ...input,
    scoring,
    sets: input.sets.map((set) => withRules(set, given)),
  }))
  .chain((input) =>
    fc
      .tuple(
        fc.tuple(...input.assessments.map((each) => declare(each, input.sets.flatMap(componentsOfSet)))),
        adjustmentsFor(input),
        overridesFor(input),
      )
      .map(([assessments, adjustments, overrides]) => ({ ...input, assessments, adjustments, overrides })),
  );
