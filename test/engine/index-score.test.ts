import { describe, expect, test } from 'vitest';
import type { Basis } from '../../src/domain/criteria-set.ts';
import { formatRatio } from '../../src/domain/number-format.ts';
import { ratio } from '../../src/domain/ratio.ts';
import type { BlockResult } from '../../src/domain/scoreboard.ts';
import { indexScore } from '../../src/engine/index-score.ts';
import { meanOf } from '../../src/engine/mean.ts';
import { points } from './builders.ts';

const block = (basis: Basis, earned: number, attainable: number, fullMax: number): BlockResult => ({
  basis,
  earned: points(earned),
  attainable: points(attainable),
  fullMax: points(fullMax),
});

function totalsOf(...blocks: readonly BlockResult[]) {
  const sum = (figure: 'earned' | 'attainable' | 'fullMax') =>
    points(blocks.reduce((total, each) => total + each[figure], 0) / 1e6);
  return { blocks, earned: sum('earned'), attainable: sum('attainable'), fullMax: sum('fullMax') };
}

describe('the index when some components do not apply', () => {
  const totals = totalsOf(block('appraisal', 30, 50, 65), block('survey', 28, 35, 35));

  test('block: the appraised block is rescaled to its full maximum and the survey is added unscaled', () => {
    expect(indexScore(totals, 'block')).toEqual(ratio(39 + 28, 1));
  });

  test('whole: one rate over everything that applies', () => {
    expect(indexScore(totals, 'whole')).toEqual(ratio(5800, 85));
  });

  test('none: what does not apply counts as lost', () => {
    expect(indexScore(totals, 'none')).toEqual(ratio(58, 1));
  });

  test('block: a block in which nothing applies is left out of both sums', () => {
    const onlyAppraised = totalsOf(block('appraisal', 52, 65, 65), block('survey', 0, 0, 35));
    expect(indexScore(onlyAppraised, 'block')).toEqual(ratio(80, 1));
    expect(indexScore(onlyAppraised, 'whole')).toEqual(ratio(80, 1));
    expect(indexScore(onlyAppraised, 'none')).toEqual(ratio(52, 1));
  });

  test('a unit to which nothing applies has no index under any policy', () => {
    const nothing = totalsOf(block('appraisal', 0, 0, 65), block('survey', 0, 0, 35));
    expect(indexScore(nothing, 'block')).toBeUndefined();
    expect(indexScore(nothing, 'whole')).toBeUndefined();
    expect(indexScore(nothing, 'none')).toBeUndefined();
  });

  test('the three policies agree when everything applies', () => {
    const everything = totalsOf(block('appraisal', 51.75, 65, 65), block('survey', 32.83, 35, 35));
    expect(indexScore(everything, 'block')).toEqual(ratio(8458, 100));
    expect(indexScore(everything, 'whole')).toEqual(ratio(8458, 100));
    expect(indexScore(everything, 'none')).toEqual(ratio(8458, 100));
  });
});

describe('published figures', () => {
  const shown = (earned: number, max: number, rounding: 'half-up' | 'truncate') => {
    const index = indexScore(totalsOf(block('appraisal', earned, max, max)), 'block');
    return index === undefined ? '' : formatRatio(index, { decimals: 2, rounding }, 'vi');
  };

  test('Tây Ninh 2023: 69,25 of 71,5 is 96,85', () => {
    expect(shown(69.25, 71.5, 'half-up')).toBe('96,85');
  });

  test('Nam Định 2020: 62,62 of 70 was printed as 89,45, which truncates what half-up rounds to 89,46', () => {
    expect(shown(62.62, 70, 'truncate')).toBe('89,45');
    expect(shown(62.62, 70, 'half-up')).toBe('89,46');
    expect(shown(61.46, 70, 'truncate')).toBe('87,80');
  });

  test('Bình Dương 2017: the mean of the nine districts, 705,49 ÷ 9, is 78,39', () => {
    const totals = [84.58, 82, 80.27, 79.04, 78.06, 77.83, 76.22, 76.03, 71.46];
    const mean = meanOf(totals.map((total) => ratio(Math.round(total * 100), 100)));
    expect(mean).toEqual(ratio(70549, 900));
    expect(mean && formatRatio(mean, { decimals: 2, rounding: 'half-up' }, 'vi')).toBe('78,39');
  });

  test('there is no mean of nothing', () => {
    expect(meanOf([])).toBeUndefined();
  });
});
