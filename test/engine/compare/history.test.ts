import { describe, expect, test } from 'vitest';
import type { PastResult } from '../../../src/domain/past-result.ts';
import { gatherHistory } from '../../../src/engine/compare/gather-history.ts';
import { indexLinks } from '../../../src/engine/compare/link-index.ts';
import { comparePeriodLabels, follows } from '../../../src/engine/compare/period-order.ts';
import { unitHistory } from '../../../src/engine/compare/unit-history.ts';
import { unitId } from '../builders.ts';

const past = (period: string, id: string, rank = 1): PastResult => ({ period, unitId: unitId(id), rank });
const link = (id: string, predecessor: string) => ({
  unitId: unitId(id),
  predecessorId: unitId(predecessor),
});

describe('the order of periods', () => {
  test.for<[string, string]>([
    ['2017', '2018'],
    ['Năm 2018', '2019'],
    ['Quý IV/2023', 'Quý I/2024'],
    ['Quý I/2024', 'Quý II/2024'],
    ['Quý IX/2024', 'Quý X/2024'],
    ['9/2024', '10/2024'],
    ['kỳ A', 'kỳ B'],
  ])('%s is before %s', ([earlier, later]) => {
    expect(comparePeriodLabels(earlier, later)).toBeLessThan(0);
    expect(comparePeriodLabels(later, earlier)).toBeGreaterThan(0);
    expect(comparePeriodLabels(later, later)).toBe(0);
  });

  test.for<[string, string, boolean]>([
    ['2018', '2017', true],
    ['2019', '2017', false],
    ['2018', '2018', false],
    ['Quý I/2024', 'Quý III/2023', true],
    ['kỳ B', 'kỳ A', true],
  ])('%s directly after %s: %s', ([later, earlier, expected]) => {
    expect(follows(later, earlier)).toBe(expected);
  });
});

describe('past results', () => {
  test('come by period, the newest first, without the period itself and what is later', () => {
    const results = [
      past('2018', 'A'),
      past('2020', 'A'),
      past('2019', 'B'),
      past('2021', 'A'),
      past('2022', 'A'),
    ];
    expect(gatherHistory(results, '2021').map(({ period }) => period)).toEqual(['2020', '2019', '2018']);
    expect(gatherHistory(results, '').length).toBe(5);
  });

  test('of a unit follow it under its former code, and nobody else', () => {
    const published = gatherHistory(
      [past('2020', 'N'), past('2019', 'O', 2), past('2018', 'O', 3), past('2018', 'X', 9)],
      '2021',
    );
    const ranks = (id: string, ...links: readonly (readonly [string, string])[]) =>
      unitHistory(unitId(id), published, indexLinks(links.map(([to, from]) => link(to, from)))).map(
        ({ result }) => result?.rank,
      );
    expect(ranks('N', ['N', 'O'])).toEqual([1, 2, 3]);
    expect(ranks('N')).toEqual([1, undefined, undefined]);
    expect(ranks('N', ['N', 'O'], ['N', 'X'])).toEqual([1, undefined, undefined]);
    expect(ranks('N', ['N', 'O'], ['M', 'O'])).toEqual([1, undefined, undefined]);
  });
});
