import { addRatios, type Ratio, ratio } from '../domain/ratio.ts';

/**
 * The exact sum. Numerators over the same denominator are added first: a group has few denominators (the
 * different attainable maxima), so the fraction stays short however many units there are.
 */
export function sumRatios(values: Iterable<Ratio>): Ratio {
  const numerators = new Map<bigint, bigint>();
  for (const { numerator, denominator } of values) {
    numerators.set(denominator, (numerators.get(denominator) ?? 0n) + numerator);
  }
  let sum = ratio(0n, 1n);
  for (const [denominator, numerator] of numerators) sum = addRatios(sum, ratio(numerator, denominator));
  return sum;
}

/** The plain mean of exact figures, never of rounded ones; none of no figures. */
export function meanOf(values: readonly Ratio[]): Ratio | undefined {
  if (values.length === 0) return undefined;
  const { numerator, denominator } = sumRatios(values);
  return ratio(numerator, denominator * BigInt(values.length));
}
