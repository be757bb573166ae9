import type { Content } from '../../../../src/domain/content.ts';
import type { PastResult } from '../../../../src/domain/past-result.ts';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { type Ratio, ratio } from '../../../../src/domain/ratio.ts';
import { GroupIdSchema } from '../../../../src/domain/unit.ts';
import { renderProfiles } from '../../../../src/workbook/output/profiles/profiles-tab.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  mark,
  someSettings,
  unitId,
} from '../../../engine/builders.ts';
import { rowOf, VIETNAMESE, valuesOf, viewOf } from '../group-views.ts';

const SET = aSet([
  { ...aBranch('I', [aComponent('1', 20), aComponent('2', 30)]), name: 'Thể chế', nameEn: 'Law' },
  { ...aBranch('II', [aComponent('3', 20), aComponent('4', 30, 'survey')]), name: 'Tài chính' },
]);

const GIVEN: Readonly<Record<string, readonly [number, number, number, number]>> = {
  A: [20, 30, 20, 30],
  B: [20, 27, 4, 27],
  C: [10, 15, 20, 15],
};

/** Three units that were marked in full: A has everything, B 78 points, C 60. */
export function aProfiledYear(overrides: Partial<PeriodInput> = {}): PeriodInput {
  return aPeriod({
    settings: someSettings({ period: '2022' }),
    sets: [SET],
    units: Object.keys(GIVEN).map((id) => aUnit(id)),
    assessments: Object.entries(GIVEN).flatMap(([id, [a, b, c, d]]) => [
      anAssessment(id, { 1: mark(a), 2: mark(b), 3: mark(c) }),
      anAssessment(id, { 4: mark(d) }, 'survey'),
    ]),
    ...overrides,
  });
}

/** A published result of an earlier period. */
export function aPastResult(
  period: string,
  id: string,
  rank: number,
  index?: Ratio,
  grade?: string,
): PastResult {
  return {
    period,
    unitId: unitId(id),
    groupId: GroupIdSchema.parse('group'),
    rank,
    ...(index !== undefined && { index }),
    ...(grade !== undefined && { grade }),
  };
}

export const PAST: readonly PastResult[] = [
  aPastResult('2021', 'A', 2, ratio(90, 1), 'Tốt'),
  aPastResult('2021', 'B', 1, ratio(92, 1), 'Tốt'),
  aPastResult('2020', 'B', 3),
];

/** The tab of a period of one group, in Vietnamese unless it is told otherwise. */
export const render = (input: PeriodInput, results = PAST, context = VIETNAMESE) =>
  renderProfiles(viewOf(input, { results }), context, 'HIỆN HÀNH');

export const nulls = (count: number) => Array.from({ length: count }, () => null);
/** A row as wide as a page. */
export const padded = (...values: readonly (string | number | null)[]) => [
  ...values,
  ...nulls(8 - values.length),
];

/** The rows of the page of one unit, from its banner on. */
export function pageOf(content: Content, name: string) {
  const top = rowOf(content, name);
  const next = (content.pageBreaks ?? []).find((row) => row > top);
  return valuesOf(content).slice(top, next);
}
