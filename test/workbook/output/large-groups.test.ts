import { expect, test } from 'vitest';
import type { Content } from '../../../src/domain/content.ts';
import { renderByField } from '../../../src/workbook/output/by-field/by-field-tab.ts';
import { renderCriteriaAnalysis } from '../../../src/workbook/output/criteria-analysis/criteria-analysis-tab.ts';
import type { GroupView } from '../../../src/workbook/output/group-view.ts';
import { renderProfiles } from '../../../src/workbook/output/profiles/profiles-tab.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  mark,
  unitId,
} from '../../engine/builders.ts';
import { VIETNAMESE, viewOf } from './group-views.ts';

/** The communes of the country before 2025. */
const COMMUNES = 10_598;
const COMPONENTS = Array.from({ length: 100 }, (_, place) => `c${place}`);

/** One unit of a hundred components, told as often as there are communes, each time under a code of its own. */
function manyUnits(): GroupView {
  const fields = Array.from({ length: 8 }, (_, field) =>
    aBranch(
      `f${field}`,
      COMPONENTS.filter((_code, place) => place % 8 === field).map((code) => aComponent(code, 1)),
    ),
  );
  const view = viewOf(
    aPeriod({
      sets: [aSet(fields)],
      units: [aUnit('a')],
      assessments: [anAssessment('a', Object.fromEntries(COMPONENTS.map((code) => [code, mark(0.5)])))],
    }),
  );
  const copies = <T>(all: readonly T[], as: (one: T, id: string) => T): readonly T[] =>
    Array.from({ length: COMMUNES }, (_, place) => all.map((one) => as(one, `u${place}`))).flat();
  return {
    ...view,
    result: {
      ...view.result,
      ranked: copies(view.result.ranked, (one, id) => ({ ...one, sheet: { ...one.sheet, unit: aUnit(id) } })),
    },
    analysis: {
      ...view.analysis,
      units: copies(view.analysis.units, (one, id) => ({ ...one, unitId: unitId(id) })),
    },
  };
}

const cellsOf = ({ rows, columnWidths }: Content) => rows.length * columnWidths.length;

test('the tabs of all communes of the country stay small: a line for each unit, no heat map, no pages', () => {
  const view = manyUnits();
  const [byField, criteria, profiles] = [renderByField, renderCriteriaAnalysis, renderProfiles].map(
    (render) => render(view, VIETNAMESE, 'HIỆN HÀNH'),
  );
  if (byField === undefined || criteria === undefined || profiles === undefined)
    throw new Error('three tabs');
  expect(profiles.rows).toHaveLength(5 + COMMUNES);
  expect(byField.rows.length).toBeLessThan(COMMUNES + 60);
  expect(criteria.rows).toHaveLength(5 + COMPONENTS.length + 2);
  expect(cellsOf(byField) + cellsOf(criteria) + cellsOf(profiles)).toBeLessThan(30 * COMMUNES);
});
