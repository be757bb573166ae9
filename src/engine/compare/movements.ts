import type { IndexChange, Movements, UnitComparison } from '../../domain/comparison.ts';
import { compareRatios } from '../../domain/ratio.ts';
import type { UnitId } from '../../domain/unit.ts';
import { meanOf } from '../mean.ts';

/** How many units rose and fell, and which the most, by the figures published then or by those recomputed. */
export function movements(
  comparisons: readonly UnitComparison[],
  against: 'published' | 'recomputed',
): Movements {
  const all = comparisons.flatMap(({ unitId, [against]: change }) =>
    change === undefined ? [] : [{ unitId, ...change }],
  );
  const changes = all.map(({ unitId, change }) => ({ unitId, change }));
  const places = all.flatMap(({ unitId, rank }) => (rank === undefined ? [] : [{ unitId, up: rank.change }]));
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
    mostPlacesUp: movedMost(places, 1),
    mostPlacesDown: movedMost(places, -1),
    otherGrade: all.flatMap(({ unitId, grade }) =>
      grade === undefined || grade.now === grade.before ? [] : [unitId],
    ),
    ...(mean === undefined ? {} : { meanChange: mean }),
  };
}

/** Those who moved by the most places in a direction; nobody where nobody moved that way. */
function movedMost(
  places: readonly { readonly unitId: UnitId; readonly up: number }[],
  direction: 1 | -1,
): readonly UnitId[] {
  const most = Math.max(0, ...places.map(({ up }) => up * direction));
  return most === 0 ? [] : places.flatMap(({ unitId, up }) => (up * direction === most ? [unitId] : []));
}
