import type { Count } from './declared-value.ts';
import { addRatios, type Ratio, ratio, subtractRatios } from './ratio.ts';
import type { Term } from './rule.ts';

/** The sum of named inputs that are added or taken away; every name must have been entered. */
export function sumOfTerms(terms: readonly Term[], counts: readonly Count[]): Ratio {
  return terms.reduce(
    (sum, { sign, label }) => {
      const found = counts.find((each) => each.label === label);
      if (found === undefined) throw new Error(`nothing was entered for ${label}`);
      return sign === '+' ? addRatios(sum, found.count) : subtractRatios(sum, found.count);
    },
    ratio(0, 1),
  );
}
