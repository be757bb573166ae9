import { expect, test } from 'vitest';
import { ratio } from '../../../src/domain/ratio.ts';
import { analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, mark } from '../builders.ts';

test('units that share a place as shown are apart by their exact indexes, in whatever order they stand', () => {
  const input = aPeriod({
    sets: [aSet([aComponent('1', 100)])],
    units: ['A', 'B', 'C'].map((id) => aUnit(id)),
    assessments: [
      anAssessment('A', { 1: mark(0) }),
      anAssessment('B', { 1: mark(0.001) }),
      anAssessment('C', { 1: mark(50) }),
    ],
    scoring: { rankBasis: 'as-shown' },
  });
  const board = scorePeriod(input);
  const [group] = analysePeriod(input, board, { results: [], links: [] }).groups;
  const ranks = board.groups[0]?.ranked.map(({ sheet, standing }) => [sheet.unit.id, standing.rank]);
  expect(ranks).toEqual([
    ['C', 1],
    ['A', 2],
    ['B', 2],
  ]);
  expect(group?.units.map(({ unitId, toNextPlace }) => [unitId, toNextPlace])).toEqual([
    ['C', undefined],
    ['A', ratio(1, 1000)],
    ['B', ratio(49_999, 1000)],
  ]);
});
