import * as fc from 'fast-check';
import { type Assessment, type Exemption, STAGES, type Stage } from '../../src/domain/assessment.ts';
import type { Classification } from '../../src/domain/classification.ts';
import {
  BASES,
  type Component,
  type CriteriaSet,
  CriteriaSetIdSchema,
  CriterionCodeSchema,
  type CriterionNode,
  componentsOfSet,
} from '../../src/domain/criteria-set.ts';
import { type Mark, markOf } from '../../src/domain/mark.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { ROUNDING_MODES } from '../../src/domain/rounding.ts';
import { NOT_APPLICABLE_POLICIES, type Settings } from '../../src/domain/settings.ts';
import { type Group, GroupIdSchema, LevelSchema, type Unit, UnitIdSchema } from '../../src/domain/unit.ts';
import { codes, texts } from './arbitraries.ts';

const optionalText = fc.option(texts, { nil: undefined });
const someNames = fc.record({ name: texts, nameEn: optionalText });
type Names = { readonly name: string; readonly nameEn: string | undefined };

function named({ name, nameEn }: Names) {
  return { name, ...(nameEn !== undefined && { nameEn }) };
}

const maxScores: fc.Arbitrary<Points> = fc.oneof(
  fc.integer({ min: 0, max: 80 }).map((quarters) => asPoints((quarters * POINT) / 4)),
  fc.integer({ min: 1, max: 100 * POINT }).map(asPoints),
);

type Shape =
  | { readonly kind: 'leaf'; readonly names: Names; readonly rest: Omit<Component, 'kind' | 'code' | 'name'> }
  | { readonly kind: 'inner'; readonly names: Names; readonly children: readonly Shape[] };

const leaves: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constant('leaf' as const),
  names: someNames,
  rest: fc
    .record({ basis: fc.constantFrom(...BASES), maxScore: maxScores, ruleText: optionalText })
    .map(({ ruleText, ...rest }) => ({ ...rest, ...(ruleText !== undefined && { ruleText }) })),
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
    .tuple(fc.array(shapes, { minLength: 1, maxLength: 3 }), fc.uniqueArray(codes, { maxLength: 12 }))
    .map(([fields, first]) => {
      const pool = codePool(first);
      return { id: CriteriaSetIdSchema.parse(id), fields: fields.map((field) => nodeOf(field, pool)) };
    });
}

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

export const settings: fc.Arbitrary<Settings> = fc.record({
  language: fc.constantFrom('vi' as const, 'en' as const),
  province: fc.option(texts, { nil: '' }),
  period: fc.oneof(fc.constantFrom('', '2017', 'Quý I/2024', '1/2024'), texts),
  notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
  rounding: fc.constantFrom(...ROUNDING_MODES),
  decimals: fc.integer({ min: 0, max: 6 }),
  classifications,
});

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
}

/** What is entered about one unit: some components are exempt, some blank, the rest marked. */
function entriesOf(unit: Unit, set: CriteriaSet | undefined): fc.Arbitrary<Entries> {
  const cells = set === undefined ? [] : componentsOfSet(set);
  const entry = (component: Component) =>
    fc.record({
      component: fc.constant(component),
      fate: fc.constantFrom('exempt', 'blank', 'marked', 'marked'),
      reason: texts,
      approvedBy: texts,
      claimed: fc.option(markUpTo(component.maxScore), { nil: undefined }),
      given: markUpTo(component.maxScore),
    });
  return fc.tuple(...cells.map(entry)).map((entries) => ({
    exemptions: entries
      .filter(({ fate }) => fate === 'exempt')
      .map(({ component, reason, approvedBy }) => ({
        unitId: unit.id,
        code: component.code,
        reason,
        approvedBy,
      })),
    assessments: STAGES.flatMap((stage) => {
      const marks = entries.flatMap((drawn) => {
        const mark = markAt(stage, drawn);
        return mark === undefined ? [] : [[drawn.component.code, mark] as const];
      });
      return marks.length === 0 ? [] : [{ unitId: unit.id, stage, marks: new Map(marks) }];
    }),
  }));
}

interface Entry {
  readonly component: Component;
  readonly fate: string;
  readonly claimed: Mark | undefined;
  readonly given: Mark;
}

/** A unit may have claimed points for what was exempted later; no other mark stands beside an exemption. */
function markAt(stage: Stage, { component, fate, claimed, given }: Entry): Mark | undefined {
  if ((stage === 'survey') !== (component.basis === 'survey')) return undefined;
  if (stage === 'self-assessment') return claimed;
  return fate === 'marked' ? given : undefined;
}

/** Any period that a workbook can hold, in the order in which reading a workbook gives it. */
export const periods: fc.Arbitrary<PeriodInput> = fc
  .uniqueArray(codes, { minLength: 1, maxLength: 3 })
  .chain((setIds) =>
    fc.record({
      settings,
      sets: fc.tuple(...setIds.map(criteriaSets)),
      groupIds: fc.uniqueArray(codes, { minLength: setIds.length, maxLength: setIds.length + 1 }),
      groupNames: fc.array(someNames, { minLength: 4, maxLength: 4 }),
    }),
  )
  .chain(({ sets, groupIds, groupNames, ...rest }) => {
    const groups = groupIds.map((id, place): Group => {
      const setId = sets[place % sets.length]?.id ?? CriteriaSetIdSchema.parse('x');
      return {
        id: GroupIdSchema.parse(id),
        setId,
        ...named(groupNames[place] ?? { name: 'Nhóm', nameEn: undefined }),
      };
    });
    return unitsOf(groups).chain((units) => {
      const setOf = (unit: Unit) =>
        sets.find((set) => set.id === groups.find((group) => group.id === unit.groupId)?.setId);
      return fc.tuple(...units.map((unit) => entriesOf(unit, setOf(unit)))).map((entries) => ({
        ...rest,
        groups,
        sets,
        units,
        assessments: entries.flatMap((entry) => entry.assessments),
        exemptions: entries.flatMap((entry) => entry.exemptions),
      }));
    });
  });
