import * as fc from 'fast-check';
import type { Adjustment, Override } from '../../src/domain/adjustment.ts';
import { type Assessment, type Exemption, STAGES, type Stage } from '../../src/domain/assessment.ts';
import {
  BASES,
  type Component,
  type CriteriaSet,
  CriteriaSetIdSchema,
  type CriterionCode,
  CriterionCodeSchema,
  type CriterionNode,
  componentsOfSet,
} from '../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import { type Mark, markOf } from '../../src/domain/mark.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints, type Points } from '../../src/domain/points.ts';
import { type Group, GroupIdSchema, LevelSchema, type Unit, UnitIdSchema } from '../../src/domain/unit.ts';
import { rules, soundlyDeclaredFor } from '../engine/rule-arbitraries.ts';
import { codes, texts } from './arbitraries.ts';
import { maxScores, statedFor } from './stated-arbitraries.ts';

const optionalText = fc.option(texts, { nil: undefined });
const someNames = fc.record({ name: texts, nameEn: optionalText });
type Names = { readonly name: string; readonly nameEn: string | undefined };

function named({ name, nameEn }: Names) {
  return { name, ...(nameEn !== undefined && { nameEn }) };
}

type Shape =
  | { readonly kind: 'leaf'; readonly names: Names; readonly rest: Omit<Component, 'kind' | 'code' | 'name'> }
  | { readonly kind: 'inner'; readonly names: Names; readonly children: readonly Shape[] };

const leaves: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constant('leaf' as const),
  names: someNames,
  rest: fc.record(
    {
      basis: fc.constantFrom(...BASES),
      maxScore: maxScores,
      ruleText: texts,
      rule: rules,
      previousCode: codes.map((code) => CriterionCodeSchema.parse(code)),
    },
    { requiredKeys: ['basis', 'maxScore'] },
  ),
});

const shapes: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc.record({
      kind: fc.constant('inner' as const),
      names: someNames,
      children: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).shape;

/** Codes come from the pool one by one: parents never show in them, as the tree may not lean on dots. */
function nodeOf(shape: Shape, pool: Iterator<string>): CriterionNode {
  const code = CriterionCodeSchema.parse(pool.next().value);
  if (shape.kind === 'leaf') return { kind: 'component', code, ...named(shape.names), ...shape.rest };
  const children = shape.children.map((child) => nodeOf(child, pool));
  return { kind: 'branch', code, ...named(shape.names), children };
}

function* codePool(first: readonly string[]): Generator<string, never> {
  yield* first;
  for (let number = 1; ; number += 1) yield `mã ${number}.10`;
}

function criteriaSets(id: string): fc.Arbitrary<CriteriaSet> {
  return fc
    .tuple(
      fc.array(shapes, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(codes, { maxLength: 12 }),
      optionalText,
    )
    .map(([fields, first, version]) => {
      const pool = codePool(first);
      return {
        id: CriteriaSetIdSchema.parse(id),
        ...(version !== undefined && { version }),
        fields: fields.map((field) => nodeOf(field, pool)),
      };
    });
}

function unitsOf(groups: readonly Group[]): fc.Arbitrary<readonly Unit[]> {
  const units = fc.uniqueArray(
    fc.record({
      id: codes.map((code) => UnitIdSchema.parse(code)),
      names: someNames,
      level: codes.map((code) => LevelSchema.parse(code)),
      parent: optionalText,
      groupId: fc.constantFrom(...groups.map((group) => group.id)),
      ranked: fc.boolean(),
    }),
    { selector: (unit) => unit.id, minLength: 1, maxLength: 6 },
  );
  return units.map((list) =>
    list.map(({ names, parent, ...rest }) => ({
      ...rest,
      ...named(names),
      ...(parent !== undefined && { parent }),
    })),
  );
}

function markUpTo(maxScore: Points): fc.Arbitrary<Mark> {
  return fc
    .oneof(fc.constant(0), fc.integer({ min: 0, max: maxScore }))
    .map((points) => markOf(asPoints(points)));
}

interface Entries {
  readonly assessments: readonly Assessment[];
  readonly exemptions: readonly Exemption[];
  readonly overrides: readonly Override[];
  readonly adjustments: readonly Adjustment[];
}

/** Points, or the fact that the component's rule wants. */
function enteredFor(component: Component): fc.Arbitrary<Entered> {
  const marks = markUpTo(component.maxScore).map((mark): Entered => ({ mark }));
  if (component.rule === undefined) return marks;
  const declared = soundlyDeclaredFor(component.rule, component.maxScore).map(
    (value): Entered => ({ declared: value }),
  );
  return fc.oneof(marks, declared, declared);
}

type Entered = { readonly mark: Mark } | { readonly declared: DeclaredValue };

interface Entry {
  readonly component: Component;
  readonly fate: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly claimed: Entered | undefined;
  readonly given: Entered;
}

/** What is entered about one unit: some components are exempt, some blank, the rest marked. */
function entriesOf(unit: Unit, set: CriteriaSet | undefined): fc.Arbitrary<Entries> {
  const cells = set === undefined ? [] : componentsOfSet(set);
  const entry = (component: Component): fc.Arbitrary<Entry> =>
    fc.record({
      component: fc.constant(component),
      fate: fc.constantFrom('exempt', 'blank', 'decided', 'marked', 'marked'),
      reason: texts,
      approvedBy: texts,
      claimed: fc.option(enteredFor(component), { nil: undefined }),
      given: enteredFor(component),
    });
  return fc
    .tuple(fc.tuple(...cells.map(entry)), adjustmentsOf(unit, cells))
    .map(([entries, adjustments]) => ({
      exemptions: entries
        .filter(({ fate }) => fate === 'exempt')
        .map(({ component, reason, approvedBy }) => ({
          unitId: unit.id,
          code: component.code,
          reason,
          approvedBy,
        })),
      overrides: entries
        .filter(({ fate }) => fate === 'decided')
        .map(({ component, reason, approvedBy }) => ({
          unitId: unit.id,
          code: component.code,
          points: component.maxScore,
          reason,
          decidedBy: approvedBy,
        })),
      adjustments,
      assessments: STAGES.flatMap((stage) => assessmentAt(stage, unit, entries)),
    }));
}

/** A unit may have claimed points for what was exempted later; no other mark stands beside an exemption. */
function enteredAt(stage: Stage, { component, fate, claimed, given }: Entry): Entered | undefined {
  if ((stage === 'survey') !== (component.basis === 'survey')) return undefined;
  if (stage === 'self-assessment') return claimed;
  return fate === 'marked' ? given : undefined;
}

function assessmentAt(stage: Stage, unit: Unit, entries: readonly Entry[]): readonly Assessment[] {
  const marks = new Map<CriterionCode, Mark>();
  const declared = new Map<CriterionCode, DeclaredValue>();
  for (const drawn of entries) {
    const entered = enteredAt(stage, drawn);
    if (entered === undefined) continue;
    if ('mark' in entered) marks.set(drawn.component.code, entered.mark);
    else declared.set(drawn.component.code, entered.declared);
  }
  if (marks.size + declared.size === 0) return [];
  return [{ unitId: unit.id, stage, marks, ...(declared.size > 0 && { declared }) }];
}

function adjustmentsOf(unit: Unit, components: readonly Component[]): fc.Arbitrary<readonly Adjustment[]> {
  const shared = { unitId: fc.constant(unit.id), points: maxScores, reason: texts };
  const bonus = fc.record({ kind: fc.constant('bonus' as const), ...shared });
  const penalty = fc.record({ kind: fc.constant('penalty' as const), ...shared });
  const coded = fc.tuple(penalty, fc.constantFrom(...components.map(({ code }) => code)));
  const onRow = components.length === 0 ? penalty : coded.map(([each, code]) => ({ ...each, code }));
  return fc.array(fc.oneof(bonus, penalty, onRow), { maxLength: 2 });
}

/** Any period that a workbook can hold, in the order in which reading a workbook gives it. */
export const periods: fc.Arbitrary<PeriodInput> = fc
  .uniqueArray(codes, { minLength: 1, maxLength: 3 })
  .chain((setIds) =>
    fc.record({
      sets: fc.tuple(...setIds.map(criteriaSets)),
      groupIds: fc.uniqueArray(codes, { minLength: setIds.length, maxLength: setIds.length + 1 }),
      groupNames: fc.array(someNames, { minLength: 4, maxLength: 4 }),
    }),
  )
  .chain(({ sets, groupIds, groupNames }) => {
    const groups = groupIds.map((id, place): Group => {
      const setId = sets[place % sets.length]?.id ?? CriteriaSetIdSchema.parse('x');
      const names = groupNames[place] ?? { name: 'Nhóm', nameEn: undefined };
      return { id: GroupIdSchema.parse(id), setId, ...named(names) };
    });
    return fc.tuple(unitsOf(groups), statedFor(sets)).chain(([units, stated]) => {
      const setOf = (unit: Unit) =>
        sets.find((set) => set.id === groups.find((group) => group.id === unit.groupId)?.setId);
      return fc.tuple(...units.map((unit) => entriesOf(unit, setOf(unit)))).map((entries) => {
        const adjustments = entries.flatMap((entry) => entry.adjustments);
        const overrides = entries.flatMap((entry) => entry.overrides);
        return {
          ...stated,
          groups,
          sets,
          units,
          assessments: entries.flatMap((entry) => entry.assessments),
          exemptions: entries.flatMap((entry) => entry.exemptions),
          ...(adjustments.length > 0 && { adjustments }),
          ...(overrides.length > 0 && { overrides }),
        };
      });
    });
  });
