import { multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { Distribution } from '../../domain/statistics.ts';
import { sumRatios } from '../mean.ts';
import { type ApproximatedFigure, approximate, compareApproximated } from '../order-exactly.ts';
import { spreadOf } from './square-root.ts';

/** Mean, median, extremes and spread of exact figures; none of no figures. */
export function distributionOf(values: readonly Ratio[]): Distribution | undefined {
  const sorted = values.map(approximate).toSorted(compareApproximated);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const count = ratio(1, sorted.length);
  const mean = multiplyRatios(sumRatios(values), count);
  const meanOfSquares = multiplyRatios(sumRatios(values.map((value) => multiplyRatios(value, value))), count);
  const nearMean = approximate(mean);
  const variance = subtractRatios(meanOfSquares, multiplyRatios(mean, mean));
  return {
    count: sorted.length,
    mean,
    median: medianOf(sorted),
    min: min.exact,
    max: max.exact,
    variance,
    spread: spreadOf(variance),
    aboveMean: sorted.filter((value) => compareApproximated(value, nearMean) > 0).length,
  };
}

function medianOf(sorted: readonly ApproximatedFigure[]): Ratio {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('no figures have no median');
  return multiplyRatios(sumRatios([lower.exact, upper.exact]), ratio(1, 2));
}
