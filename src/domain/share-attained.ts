import type { Points } from './points.ts';
import { type Ratio, ratio } from './ratio.ts';

/** Earned ÷ attainable, in percent; undefined where nothing can be attained. */
export function shareAttained({
  earned,
  attainable,
}: {
  readonly earned: Points;
  readonly attainable: Points;
}): Ratio | undefined {
  return attainable === 0 ? undefined : ratio(100 * earned, attainable);
}
