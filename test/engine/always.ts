import * as fc from 'fast-check';

/** The predicate, which throws when it does not hold, is tried on a hundred or more drawn values. */
export function always<Ts extends [unknown, ...unknown[]]>(
  ...law: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...drawn: Ts) => void]
): void {
  const outcome: unknown = fc.assert(fc.property<Ts>(...law));
  if (outcome !== undefined) throw new Error('a law of a pure room is checked at once, without a promise');
}
