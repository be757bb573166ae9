import type { Assessment } from '../../src/domain/assessment.ts';
import { type Component, type CriteriaSet, CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { GroupIdSchema } from '../../src/domain/unit.ts';
import { aBranch, aComponent, aPeriod, aUnit } from '../engine/builders.ts';

/** Units of a province, of the communes of the country after and before 2025, and of a stress test. */
export const SIZES = { S: 120, M: 3_321, L: 10_598, XL: 50_000 } as const;
export type Size = keyof typeof SIZES;

const FIELD_MAXIMA = [8, 10, 13, 12, 15, 12, 15, 15] as const;
const FIELD_COMPONENTS = [8, 11, 13, 12, 15, 12, 15, 14] as const;
const LEVELS = 3;

/** What a rule of the work reads: tenths of a per cent, yes or no, or hundredths of a mean out of five. */
export type WorkRule = 'proportional' | 'bands' | 'yes-no' | 'mean';

export interface WorkCriterion {
  readonly field: number;
  readonly maxScore: Points;
  readonly rule: WorkRule;
  /** For bands: the lower bounds in tenths of a per cent, lowest first; each adds a quarter of the maximum. */
  readonly bounds: readonly number[];
}

/** The entries of a stage as columns of whole numbers, one per criterion; -1 is a blank. */
export interface Work {
  readonly units: number;
  readonly criteria: readonly WorkCriterion[];
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** Self-assessment and appraisal. */
  readonly stages: readonly [readonly Int32Array[], readonly Int32Array[]];
}

/** Numbers between 0 and 1 that are the same in every run. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0;
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** One hundred criteria in eight fields, in all 100 points, quarters of a point each. */
export function workCriteria(): readonly WorkCriterion[] {
  const random = seededRandom(7);
  return FIELD_MAXIMA.flatMap((fieldMax, field) => {
    const count = FIELD_COMPONENTS[field] ?? 0;
    const quarters = Array.from({ length: count }, () => 1);
    for (let left = fieldMax * 4 - count; left > 0; left -= 1) {
      const chosen = Math.floor(random() * count);
      quarters[chosen] = (quarters[chosen] ?? 0) + 1;
    }
    return quarters.map((each, place): WorkCriterion => {
      const dice = random();
      const start = 400 + 100 * Math.floor(random() * 3);
      const other: WorkRule = dice < 0.42 ? 'proportional' : dice < 0.75 ? 'bands' : 'yes-no';
      return {
        field,
        maxScore: asPoints((each * POINT) / 4),
        rule: field === 7 && place < 10 ? 'mean' : other,
        bounds: [start, start + 200, start + 300, 950],
      };
    });
  });
}

const BLANK = -1;

/** Entries with 2 % blanks and 1 % exact ties; the appraisal lowers one claim in five. */
export function makeWork(size: Size): Work {
  const criteria = workCriteria();
  const units = SIZES[size];
  const random = seededRandom(units);
  const stages = [
    criteria.map(() => new Int32Array(units)),
    criteria.map(() => new Int32Array(units)),
  ] as const;
  const groupOf = new Int32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    const twin = unit > 40 && random() < 0.01 ? unit - 9 : undefined;
    groupOf[unit] = twin === undefined ? Math.floor(random() * LEVELS) : (groupOf[twin] ?? 0);
    const pairs = twin === undefined ? drawUnit(criteria, random) : copyUnit(stages, twin);
    for (const [place, [claim, appraised]] of pairs.entries()) {
      stages[0][place]?.fill(claim, unit, unit + 1);
      stages[1][place]?.fill(appraised, unit, unit + 1);
    }
  }
  return { units, criteria, groupOf, groups: LEVELS, stages };
}

type ClaimAndAppraisal = readonly [number, number];

function copyUnit(stages: Work['stages'], unit: number): readonly ClaimAndAppraisal[] {
  return stages[0].map((claims, place) => [claims[unit] ?? BLANK, stages[1][place]?.[unit] ?? BLANK]);
}

function drawUnit(criteria: readonly WorkCriterion[], random: () => number): readonly ClaimAndAppraisal[] {
  const quality = 0.8 + 0.07 * gauss(random);
  return criteria.map(({ rule }): ClaimAndAppraisal => {
    const claim = draw(rule, quality + 0.12 * gauss(random), random);
    const appraised = random() < 0.8 ? claim : Math.floor(claim * (0.7 + 0.3 * random()));
    return [random() < 0.02 ? BLANK : claim, random() < 0.02 ? BLANK : appraised];
  });
}

function gauss(random: () => number): number {
  return Array.from({ length: 6 }, random).reduce((sum, each) => sum + each - 0.5, 0) / 0.7;
}

function draw(rule: WorkRule, quality: number, random: () => number): number {
  if (rule === 'yes-no') return random() < quality ? 1 : 0;
  const share = Math.min(1, Math.max(0, quality));
  return Math.round(share * (rule === 'mean' ? 500 : 1000));
}

function domainRule({ rule, bounds }: WorkCriterion): Rule {
  switch (rule) {
    case 'proportional':
      return { kind: 'satisfaction' };
    case 'yes-no':
      return { kind: 'yes-no' };
    case 'mean':
      return { kind: 'outside-index', scale: ratio(5, 1) };
    case 'bands': {
      const [a = 0, b = 0, c = 0, d = 0] = bounds;
      const band = (bound: number, quarters: number) => ({
        bound: { comparison: '>=' as const, value: ratio(bound, 1000) },
        award: { kind: 'share' as const, share: ratio(quarters, 4) },
      });
      const none = { kind: 'share' as const, share: ratio(0, 1) };
      return {
        kind: 'bands',
        of: 'rate',
        bands: [band(d, 4), band(c, 3), band(b, 2), band(a, 1)],
        otherwise: none,
      };
    }
    default:
      throw new Error(`an unknown rule of the work: ${String(rule)}`);
  }
}

function declaredValue(rule: WorkRule, value: number): DeclaredValue {
  if (rule === 'yes-no') return { kind: 'yes-no', yes: value === 1 };
  return rule === 'mean'
    ? { kind: 'number', value: ratio(value, 100) }
    : { kind: 'rate', rate: ratio(value, 1000) };
}

/** The criteria of the work as a set of the product, in the order of the columns. */
export function workSet(criteria: readonly WorkCriterion[]): CriteriaSet {
  const components = criteria.map(
    (criterion, place): Component => ({
      ...aComponent(`c${place}`, 0),
      maxScore: criterion.maxScore,
      rule: domainRule(criterion),
    }),
  );
  const fields = FIELD_MAXIMA.map((_, field) =>
    aBranch(
      `f${field}`,
      components.filter((_component, place) => criteria[place]?.field === field),
    ),
  );
  return { id: CriteriaSetIdSchema.parse('work'), fields };
}

/** The same work as the entries of a period, the way a workbook gives them. */
export function workPeriod(work: Work): PeriodInput {
  const set = workSet(work.criteria);
  const codes = set.fields.flatMap((field) =>
    field.kind === 'branch' ? field.children.map(({ code }) => code) : [],
  );
  const units = Array.from({ length: work.units }, (_, unit) =>
    aUnit(`u${unit}`, { groupId: GroupIdSchema.parse(`g${work.groupOf[unit]}`) }),
  );
  const stageNames = ['self-assessment', 'appraisal'] as const;
  const assessments = units.flatMap((unit, row) =>
    stageNames.map(
      (stage, which): Assessment => ({
        unitId: unit.id,
        stage,
        marks: new Map(),
        declared: new Map(
          work.criteria.flatMap(({ rule }, place) => {
            const [code, value] = [codes[place], work.stages[which as 0 | 1][place]?.[row] ?? -1];
            return code === undefined || value < 0 ? [] : [[code, declaredValue(rule, value)] as const];
          }),
        ),
      }),
    ),
  );
  return aPeriod({
    scoring: { blanks: 'zero' },
    groups: Array.from({ length: work.groups }, (_, group) => ({
      id: GroupIdSchema.parse(`g${group}`),
      name: `group ${group}`,
      setId: set.id,
    })),
    units,
    sets: [set],
    assessments,
  });
}
