import type { IndexChange, Movements, UnitComparison } from '../../domain/comparison.ts';
import { compareRatios } from '../../domain/ratio.ts';
import { meanOf } from '../mean.ts';

/** How many units rose and fell, and which the most, by the figures published then or by those recomputed. */
export function movements(
  comparisons: readonly UnitComparison[],
  against: 'published' | 'recomputed',
): Movements {
  const changes = comparisons.flatMap(({ unitId, [against]: change }) =>
    change === undefined ? [] : [{ unitId, change: change.change }],
  );
  const directionOf = ({ change }: Pick<IndexChange, 'change'>): number =>
    Number(change.numerator > 0n) - Number(change.numerator < 0n);
  const sorted = changes.toSorted((a, b) => compareRatios(b.change, a.change));
  const [most, least] = [sorted[0], sorted.at(-1)];
  const sharing = (extreme: (typeof sorted)[number] | undefined, direction: number) =>
    extreme === undefined || directionOf(extreme) !== direction
      ? []
      : sorted
          .filter(({ change }) => compareRatios(change, extreme.change) === 0)
          .map(({ unitId }) => unitId);
  const mean = meanOf(changes.map(({ change }) => change));
  return {
    up: changes.filter((each) => directionOf(each) > 0).length,
    down: changes.filter((each) => directionOf(each) < 0).length,
    unchanged: changes.filter((each) => directionOf(each) === 0).length,
    largestRise: sharing(most, 1),
    largestFall: sharing(least, -1),
    ...(mean === undefined ? {} : { meanChange: mean }),
  };
}
