import type { Claim, OverClaims } from '../../domain/analysis.ts';
import type { Assessment, Stage } from '../../domain/assessment.ts';
import { type Component, type CriterionCode, componentsOfSet } from '../../domain/criteria-set.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { NO_POINTS, type Points, subtractPoints, sumPoints } from '../../domain/points.ts';
import type { UnitId } from '../../domain/unit.ts';
import { entryAt } from '../component-result.ts';
import { setsByGroup } from '../sets-by-group.ts';
import { entriesOf, gatherEntries } from '../unit-entries.ts';

interface Pair {
  readonly unitId: UnitId;
  readonly code: CriterionCode;
  readonly claimed: Points;
  readonly appraised: Points;
}

/** Self-assessment against appraisal, over the components for which a unit has points at both stages. */
export function overClaims(input: PeriodInput): OverClaims {
  const pairs = pairsOf(input);
  return {
    byUnit: claimsBy(pairs, ({ unitId }) => unitId),
    byComponent: claimsBy(pairs, ({ code }) => code),
  };
}

function pairsOf(input: PeriodInput): readonly Pair[] {
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  return input.units.flatMap((unit) => {
    const { assessments, exemptions } = entriesOf(entries, unit.id);
    const appraised = componentsOfSet(sets.setOf(unit)).filter(
      ({ basis, code }) => basis === 'appraisal' && !exemptions.has(code),
    );
    return appraised.flatMap((component) => {
      const [claim, appraisal] = [
        pointsAt('self-assessment', component, assessments),
        pointsAt('appraisal', component, assessments),
      ];
      if (claim === undefined || appraisal === undefined) return [];
      return [{ unitId: unit.id, code: component.code, claimed: claim, appraised: appraisal }];
    });
  });
}

/** The points at a stage; undefined for a blank and for what does not apply. */
function pointsAt(
  stage: Stage,
  component: Component,
  assessments: ReadonlyMap<Stage, Assessment>,
): Points | undefined {
  const { mark } = entryAt(stage, component, assessments.get(stage));
  if (mark.kind === 'scored') return mark.points;
  return mark.kind === 'zero' ? NO_POINTS : undefined;
}

function claimsBy<K>(pairs: readonly Pair[], keyOf: (pair: Pair) => K): ReadonlyMap<K, Claim> {
  const grouped = new Map<K, Pair[]>();
  for (const pair of pairs) {
    const list = grouped.get(keyOf(pair));
    if (list === undefined) grouped.set(keyOf(pair), [pair]);
    else list.push(pair);
  }
  return new Map([...grouped].map(([key, list]) => [key, claimOf(list)] as const));
}

function claimOf(pairs: readonly Pair[]): Claim {
  const claimed = sumPoints(pairs.map((pair) => pair.claimed));
  const appraised = sumPoints(pairs.map((pair) => pair.appraised));
  return {
    claimed,
    appraised,
    overClaim: subtractPoints(claimed, appraised),
    lowered: pairs.filter((pair) => pair.claimed > pair.appraised).length,
    raised: pairs.filter((pair) => pair.claimed < pair.appraised).length,
    kept: pairs.filter((pair) => pair.claimed === pair.appraised).length,
  };
}
