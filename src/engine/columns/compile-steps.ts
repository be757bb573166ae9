import type { StepsRule } from './column-rule.ts';

/** Steps from the figures at which points may change, by the exact points of the first figure of each stretch. */
export function compileSteps(breaks: readonly number[], pointsAt: (figure: number) => number): StepsRule {
  const thresholds = [...new Set(breaks)].filter((figure) => figure > 0).toSorted((a, b) => a - b);
  return {
    kind: 'steps',
    thresholds: Int32Array.from(thresholds),
    levels: Int32Array.from([0, ...thresholds].map(pointsAt)),
  };
}
