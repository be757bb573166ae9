import { describe, expect, test } from 'vitest';
import { bestAndWorst } from '../../sheets-templates/criteria-sets/best-and-worst.ts';
import { readDemoSet } from '../../sheets-templates/criteria-sets/demo-set.ts';
import { cell } from '../../sheets-templates/table-file.ts';
import { CalendarDateSchema } from '../../src/domain/calendar-date.ts';
import { type Component, componentsOfSet, maxScoreOf } from '../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { anAssessment, aPeriod, aUnit, points } from '../engine/builders.ts';

const DUE = CalendarDateSchema.parse('2024-01-15');

type Declare = (component: Component) => DeclaredValue | undefined;

function declaredBy(unit: string, components: readonly Component[], declare: Declare) {
  return (['appraisal', 'survey'] as const).map((stage) => ({
    ...anAssessment(unit, {}, stage),
    declared: new Map(
      components
        .filter(({ basis }) => basis === stage)
        .flatMap((component) => {
          const value = declare(component);
          return value === undefined ? [] : [[component.code, value] as const];
        }),
    ),
  }));
}

describe.each([
  ['so', 47],
  ['huyen', 48],
  ['xa', 46],
] as const)('the demonstration set %s', (level, scoredRows) => {
  const { set, rows } = readDemoSet(level, { id: 'set', due: DUE });
  const components = componentsOfSet(set);
  const best: Declare = ({ rule }) => (rule === undefined ? undefined : bestAndWorst(rule)[0]);
  const worst: Declare = ({ rule }) => (rule === undefined ? undefined : bestAndWorst(rule)[1]);

  test('has its scored rows in eight fields, 65 appraised and 35 surveyed points, and sums that agree', () => {
    const pointsOf = (basis: string) =>
      components.filter((each) => each.basis === basis).reduce((sum, { maxScore }) => sum + maxScore, 0);
    expect([components.length, set.fields.length]).toEqual([scoredRows, 8]);
    expect([pointsOf('appraisal'), pointsOf('survey')]).toEqual([points(65), points(35)]);
    const stated = new Map(rows.map((row) => [cell(row, 'code'), points(Number(cell(row, 'max_points')))]));
    expect(set.fields.map(maxScoreOf)).toEqual(set.fields.map(({ code }) => stated.get(code)));
  });

  test('gives all points at best, none at worst, and ranks units between', () => {
    const [group] = scorePeriod(
      aPeriod({
        sets: [set],
        units: ['worst', 'best', 'mixed', 'unfinished'].map((id) => aUnit(id)),
        assessments: [
          ...declaredBy('worst', components, worst),
          ...declaredBy('best', components, best),
          ...declaredBy('mixed', components, (each) => (each.basis === 'survey' ? worst(each) : best(each))),
          ...declaredBy('unfinished', components.slice(1), best),
        ],
      }),
    ).groups;
    expect(group?.ranked.map(({ sheet, index, standing }) => [sheet.unit.id, index, standing.rank])).toEqual([
      ['best', ratio(100, 1), 1],
      ['mixed', ratio(65, 1), 2],
      ['worst', ratio(0, 1), 3],
    ]);
    expect(group?.unranked.map(({ reason }) => reason)).toEqual([
      { kind: 'incomplete', missing: [components[0]?.code] },
    ]);
  });
});
