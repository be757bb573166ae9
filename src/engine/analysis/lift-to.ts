import type { Lift } from '../../domain/analysis.ts';
import { addRatios, type Ratio } from '../../domain/ratio.ts';
import { atLeastZero } from '../index-score.ts';
import { fewestGains, type Gain, gainOnIndex, type Need, type Penalties } from './gains.ts';

/** How a unit is lifted: by what, from where. */
export interface Start {
  /** The largest first. */
  readonly gains: readonly Gain[];
  /** Before the floor at zero. */
  readonly index: Ratio;
  readonly penalties: Penalties;
}

/** The fewest gains that meet the needs and lift the index to where it is enough; undefined where none do. */
export function liftTo(
  { gains, index }: Start,
  needs: readonly Need[],
  isEnough: (index: Ratio) => boolean,
): Lift | undefined {
  const chosen = fewestGains(gains, index, needs, (raised) => isEnough(atLeastZero(raised)));
  return chosen === undefined ? undefined : liftBy(chosen, index);
}

/** What these gains bring. */
export function liftBy(chosen: readonly Gain[], index: Ratio): Lift {
  const reached = chosen.map(gainOnIndex).reduce(addRatios, index);
  return { codes: chosen.map(({ code }) => code), index: atLeastZero(reached) };
}
