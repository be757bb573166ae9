import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { Points } from '../../domain/points.ts';
import { addRatios, compareRatios, multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { ComponentResult, NodeResult, ScoreSheet } from '../../domain/scoreboard.ts';
import type { NotApplicablePolicy } from '../../domain/settings.ts';
import { indexWeights } from '../index-weights.ts';

/** What a full mark on one component would add. */
export interface Gain {
  readonly code: CriterionCode;
  /** In millionths. */
  readonly points: number;
  /** What a millionth is worth, in percentage points of the index. */
  readonly weight: Ratio;
}

/** Percentage points of the index. */
export function gainOnIndex({ points, weight }: Gain): Ratio {
  return multiplyRatios(ratio(points, 1), weight);
}

/** The gain that adds most to the index first; of one weight, as nearly all are, the points alone decide. */
function compareGains(a: Gain, b: Gain): number {
  return a.weight === b.weight ? b.points - a.points : compareRatios(gainOnIndex(b), gainOnIndex(a));
}

export type Penalties = ReadonlyMap<CriterionCode, Points>;

/**
 * The gains of a unit, the largest first; equal ones in printed order. Penalties stay as they are. Points below a row
 * whose penalty is larger than what the row earned are left out: the penalty would take them, wholly or in part.
 */
export function gainsOf(
  sheet: ScoreSheet,
  policy: NotApplicablePolicy,
  penalties: Penalties,
): readonly Gain[] {
  const weights = indexWeights(sheet, policy);
  return openComponents(sheet.fields, penalties)
    .map(
      (result): Gain => ({
        code: result.code,
        points: pointsToGain(result, penalties),
        weight: result.source === 'survey' ? weights.survey : weights.appraisal,
      }),
    )
    .filter(({ points, weight }) => points > 0 && weight.numerator > 0n)
    .toSorted(compareGains);
}

/** A full mark less the row's own penalty, against what the row has. */
function pointsToGain({ code, earned, attainable }: ComponentResult, penalties: Penalties): number {
  const penalty = penalties.get(code);
  const full = penalty === undefined ? attainable : Math.max(0, attainable - penalty);
  return full - earned;
}

function openComponents(results: readonly NodeResult[], penalties: Penalties): readonly ComponentResult[] {
  return results.flatMap((result) => {
    if (result.kind === 'component') return [result];
    const penalty = penalties.get(result.code);
    const isEaten = penalty !== undefined && penalty > (result.deducted ?? penalty);
    return isEaten ? [] : openComponents(result.children, penalties);
  });
}

/** Something that must be reached by the gains of some components: so many millionths more. */
export interface Need {
  readonly codes: ReadonlySet<CriterionCode>;
  readonly points: Ratio;
}

/**
 * The fewest gains that meet a need and lift the index to where it is enough; undefined where not even all would do. To
 * meet the need the largest of its own gains are taken, to lift the index the largest of all that are left: both are
 * the fewest. With several needs at once, or a need
 * over both blocks, it is a way, not surely the shortest.
 */
export function fewestGains(
  gains: readonly Gain[],
  start: Ratio,
  needs: readonly Need[],
  isEnough: (index: Ratio) => boolean,
): readonly Gain[] | undefined {
  const chosen = new Set<Gain>();
  for (const need of needs) {
    if (!meetNeed(need, gains, chosen)) return undefined;
  }
  let reached = [...chosen].map(gainOnIndex).reduce(addRatios, start);
  for (const gain of gains) {
    if (isEnough(reached)) break;
    if (chosen.has(gain)) continue;
    chosen.add(gain);
    reached = addRatios(reached, gainOnIndex(gain));
  }
  return isEnough(reached) ? gains.filter((gain) => chosen.has(gain)) : undefined;
}

/** Adds the largest gains of a need's own components until it is met; false where all of them would not do. */
function meetNeed({ codes, points }: Need, gains: readonly Gain[], chosen: Set<Gain>): boolean {
  const own = gains.filter(({ code }) => codes.has(code)).toSorted((a, b) => b.points - a.points);
  let got = own.reduce((sum, gain) => sum + (chosen.has(gain) ? gain.points : 0), 0);
  for (const gain of own) {
    if (compareRatios(ratio(got, 1), points) >= 0) break;
    if (chosen.has(gain)) continue;
    chosen.add(gain);
    got += gain.points;
  }
  return compareRatios(ratio(got, 1), points) >= 0;
}
