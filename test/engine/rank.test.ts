import { describe, expect, test } from 'vitest';
import { type Ratio, ratio } from '../../src/domain/ratio.ts';
import { approximate, compareApproximated } from '../../src/engine/order-exactly.ts';
import { type RankMethod, rankContenders } from '../../src/engine/rank.ts';

const METHOD: RankMethod = {
  shown: { decimals: 2, rounding: 'half-up' },
  rankBasis: 'exact',
  rankStyle: 'competition',
  tieBreaks: [],
};
const rankExactly = (figures: readonly Ratio[], method = METHOD) =>
  rankContenders(
    figures.map((index) => ({ index, keys: [] })),
    method,
  );
const percent = (hundredths: number) => ratio(hundredths, 100);

describe('competition rank', () => {
  test('two units that share second place leave no third place', () => {
    expect(rankExactly([percent(8000), percent(9000), percent(8000), percent(7000)])).toEqual([
      { rank: 2, tied: true, of: 4, beyondShownDecimals: false },
      { rank: 1, tied: false, of: 4, beyondShownDecimals: false },
      { rank: 2, tied: true, of: 4, beyondShownDecimals: false },
      { rank: 4, tied: false, of: 4, beyondShownDecimals: false },
    ]);
  });

  test('a place decided beyond the shown decimals says so on both sides', () => {
    expect(rankExactly([ratio(900001, 10000), ratio(90, 1), percent(8000)])).toEqual([
      { rank: 1, tied: false, of: 3, beyondShownDecimals: true },
      { rank: 2, tied: false, of: 3, beyondShownDecimals: true },
      { rank: 3, tied: false, of: 3, beyondShownDecimals: false },
    ]);
  });

  test('nobody to rank gives no standings', () => {
    expect(rankExactly([])).toEqual([]);
  });

  test('fractions that no double can tell apart still take different places', () => {
    const close = [ratio(10n ** 20n + 1n, 10n ** 18n), ratio(10n ** 20n, 10n ** 18n)];
    expect(close.map(approximate).map(({ near }) => near)).toEqual([100, 100]);
    expect(rankExactly(close).map(({ rank }) => rank)).toEqual([1, 2]);
  });

  test('equal fractions are equal in the approximate order too', () => {
    expect(compareApproximated(approximate(ratio(1, 3)), approximate(ratio(2, 6)))).toBe(0);
    expect(compareApproximated(approximate(ratio(0, 1)), approximate(ratio(0, 7)))).toBe(0);
  });
});
