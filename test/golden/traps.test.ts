import { describe, expect, test } from 'vitest';
import { cell } from '../../sheets-templates/table-file.ts';
import { isBlocking } from '../../src/domain/issue.ts';
import { formatPoints, formatRatio } from '../../src/domain/number-format.ts';
import { sumPoints } from '../../src/domain/points.ts';
import { ratio, subtractRatios } from '../../src/domain/ratio.ts';
import type { RoundingMode } from '../../src/domain/rounding.ts';
import { meanOf } from '../../src/engine/mean.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, mark, points } from '../engine/builders.ts';
import { issuesOf, SOUND } from '../workbook/sound-workbook.ts';
import { readTable } from './read-table.ts';

const traps = readTable('traps/traps.tsv');
const trap = (start: string) => {
  const found = traps.find((row) => cell(row, 'case').startsWith(start));
  if (found === undefined) throw new Error(`no trap ${start}`);
  return {
    expression: cell(found, 'expression'),
    recomputed: cell(found, 'recomputed'),
    published: cell(found, 'published'),
  };
};
const hundredths = (value: number) => ratio(Math.round(value * 100), 100);
const numbersIn = (expression: string) => (expression.match(/\d+(\.\d+)?/g) ?? []).map(Number);

function indexOf(expression: string) {
  const [earned = 0, max = 0] = numbersIn(expression);
  const [group] = scorePeriod(
    aPeriod({
      sets: [aSet([aComponent('1', max)])],
      units: [aUnit('A')],
      assessments: [anAssessment('A', { '1': mark(earned) })],
    }),
  ).groups;
  const index = group?.ranked[0]?.index;
  if (index === undefined) throw new Error('no index');
  return index;
}
const shown = (index: ReturnType<typeof ratio>, decimals: number, rounding: RoundingMode) =>
  formatRatio(index, { decimals, rounding }, 'en');

/** What is told of a set whose printed parts stand above a printed total. */
function statedTotal(parts: readonly number[], total: string, tolerance = '0') {
  const rows = parts.map((part, place) => [`${place + 1}`, null, `Phần ${place + 1}`, part, 'Thẩm định']);
  const tables = {
    ...SOUND,
    settings: [...(SOUND['settings'] ?? []), ['Sai lệch tổng cho phép', null, tolerance]],
    'criteria.bo-1': [
      ['Mã', 'Mã cha', 'Tên', 'Điểm tối đa', 'Nguồn điểm'],
      ...rows,
      ['Tổng cộng', null, null, Number(total), null],
    ],
  };
  return issuesOf(tables).filter(({ location }) => location.tab === 'Tiêu chí');
}

describe('published figures that do not add up', () => {
  test('Nam Định departments: truncating gives what was printed, half-up does not', () => {
    const { expression, recomputed, published } = trap('Nam Định sở');
    expect(shown(indexOf(expression), 4, 'half-up')).toBe(recomputed);
    expect(shown(indexOf(expression), 2, 'truncate')).toBe(published.replace(',', '.'));
    expect(shown(indexOf(expression), 2, 'half-up')).toBe('89.46');
  });

  test('Nam Định districts: every mode gives what was printed', () => {
    const { expression, recomputed, published } = trap('Nam Định huyện');
    expect(shown(indexOf(expression), 4, 'half-up')).toBe(recomputed);
    for (const mode of ['half-up', 'half-even', 'truncate'] as const) {
      expect(shown(indexOf(expression), 2, mode)).toBe(published.replace(',', '.'));
    }
  });

  test('Bình Dương 2017: the mean is half-up of the exact mean', () => {
    const { expression, recomputed, published } = trap('Bình Dương 2017');
    const [sum = 0, count = 1] = numbersIn(expression);
    const mean = meanOf([hundredths(sum), ...Array.from({ length: count - 1 }, () => ratio(0, 1))]);
    expect(mean && shown(mean, 4, 'half-up')).toBe(recomputed);
    expect(mean && shown(mean, 2, 'half-up')).toBe(published.replace(',', '.'));
  });

  test('index set 766: the sum of printed parts is not the printed total', () => {
    const { expression, recomputed, published } = trap('Bộ chỉ số 766');
    const sum = sumPoints(numbersIn(expression).map(points));
    expect(Number(formatPoints(sum, 'en'))).toBe(Number(recomputed));
    expect(Number(published)).not.toBe(Number(recomputed));
    // The product tells it with the cell, and keeps nobody from being scored; a tolerance of 0,04 lets it pass.
    const warned = statedTotal(numbersIn(expression), published);
    expect(warned).toEqual([
      {
        location: { tab: 'Tiêu chí', cell: 'D7' },
        code: 'sum-differs',
        stated: points(Number(published)),
        sum: points(Number(recomputed)),
      },
    ]);
    expect(warned.some(isBlocking)).toBe(false);
    expect(statedTotal(numbersIn(expression), published, '0,04')).toEqual([]);
    expect(statedTotal(numbersIn(expression), published, '0,039')).toHaveLength(1);
  });

  test('Hà Nội 2024: the printed change is not the difference of the printed levels', () => {
    const { expression, recomputed, published } = trap('PAR 2024 Hà Nội');
    const [now = 0, before = 0] = numbersIn(expression);
    expect(shown(subtractRatios(hundredths(now), hundredths(before)), 2, 'half-up')).toBe(recomputed);
    expect(published).not.toContain(recomputed);
  });

  test.each(['PAR 2023 regions', 'Hà Nội 2023 districts'])(
    '%s: a published tie shares one place',
    (start) => {
      const { recomputed, published } = trap(start);
      const [group] = scorePeriod(
        aPeriod({
          sets: [aSet([aComponent('1', 100)])],
          units: [aUnit('A'), aUnit('B'), aUnit('C')],
          assessments: [recomputed, published, '50'].map((value, place) =>
            anAssessment(['A', 'B', 'C'][place] ?? '', { '1': mark(Number(value)) }),
          ),
        }),
      ).groups;
      expect(group?.ranked.map(({ standing }) => [standing.rank, standing.tied])).toEqual([
        [1, true],
        [1, true],
        [3, false],
      ]);
    },
  );
});
