import type { Assessment, Stage } from '../../src/domain/assessment.ts';
import {
  type Basis,
  type Branch,
  type Component,
  type CriteriaSet,
  CriteriaSetIdSchema,
  type CriterionCode,
  CriterionCodeSchema,
  type CriterionNode,
} from '../../src/domain/criteria-set.ts';
import { type Mark, markOf } from '../../src/domain/mark.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import type { Settings } from '../../src/domain/settings.ts';
import {
  type Group,
  GroupIdSchema,
  type Level,
  LevelSchema,
  type Unit,
  type UnitId,
  UnitIdSchema,
} from '../../src/domain/unit.ts';

/** Points as people write them: points(51.75) is 51 750 000 millionths. */
export const points = (value: number): Points => asPoints(Math.round(value * POINT));
export const mark = (value: number): Mark => markOf(points(value));
export const code = (text: string): CriterionCode => CriterionCodeSchema.parse(text);
export const unitId = (text: string): UnitId => UnitIdSchema.parse(text);
export const level = (text: string): Level => LevelSchema.parse(text);
export const NOT_APPLICABLE: Mark = { kind: 'not-applicable', reason: 'no such task', approvedBy: 'board' };

export function aComponent(text: string, maxScore: number, basis: Basis = 'appraisal'): Component {
  return {
    kind: 'component',
    code: code(text),
    name: `criterion ${text}`,
    basis,
    maxScore: points(maxScore),
  };
}

export function aBranch(text: string, children: readonly CriterionNode[]): Branch {
  return { kind: 'branch', code: code(text), name: `criterion ${text}`, children };
}

export function aSet(fields: readonly CriterionNode[], id = 'set'): CriteriaSet {
  return { id: CriteriaSetIdSchema.parse(id), fields };
}

export function aGroup(id = 'group', set = 'set'): Group {
  return { id: GroupIdSchema.parse(id), name: `group ${id}`, setId: CriteriaSetIdSchema.parse(set) };
}

export function aUnit(id: string, overrides: Partial<Unit> = {}): Unit {
  return {
    id: unitId(id),
    name: `unit ${id}`,
    level: level('district'),
    groupId: GroupIdSchema.parse('group'),
    ranked: true,
    ...overrides,
  };
}

export function anAssessment(
  unit: string,
  marks: Readonly<Record<string, Mark>>,
  stage: Stage = 'appraisal',
): Assessment {
  const entries = Object.entries(marks).map(([text, given]) => [code(text), given] as const);
  return { unitId: unitId(unit), stage, marks: new Map(entries) };
}

const GENERAL_CLASSES = [
  {
    bands: [
      { grade: 'Tốt', atLeast: ratio(80, 1) },
      { grade: 'Khá', atLeast: ratio(60, 1) },
      { grade: 'Kém', atLeast: ratio(0, 1) },
    ],
  },
] as const;

export function someSettings(overrides: Partial<Settings> = {}): Settings {
  return {
    language: 'vi',
    province: 'a province',
    period: 'a period',
    notApplicable: 'block',
    rounding: 'half-up',
    decimals: 2,
    classifications: GENERAL_CLASSES,
    ...overrides,
  };
}

export function aPeriod(overrides: Partial<PeriodInput> = {}): PeriodInput {
  return {
    settings: someSettings(),
    groups: [aGroup()],
    units: [],
    sets: [aSet([aComponent('1', 65), aComponent('2', 35, 'survey')])],
    assessments: [],
    exemptions: [],
    ...overrides,
  };
}
