import type { Claim, OverClaims } from '../../domain/analysis.ts';
import type { Assessment, Stage } from '../../domain/assessment.ts';
import {
  type Component,
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  componentsOf,
  componentsOfSet,
} from '../../domain/criteria-set.ts';
import { NO_POINTS, type Points, subtractPoints, sumPoints } from '../../domain/points.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { entryAt } from '../component-result.ts';
import type { UnitEntries } from '../unit-entries.ts';

interface Pair {
  readonly unitId: UnitId;
  readonly code: CriterionCode;
  readonly claimed: Points;
  readonly appraised: Points;
}

/**
 * Self-assessment against appraisal in one group, over the components for which a unit has points at both stages: by
 * unit, and by field, criterion and component of the group's set.
 */
export function overClaims(
  set: CriteriaSet,
  units: readonly Unit[],
  entriesOfUnit: (unitId: UnitId) => UnitEntries,
): OverClaims {
  const pairs = units.flatMap((unit) => pairsOf(set, unit.id, entriesOfUnit(unit.id)));
  const byComponent = grouped(pairs, ({ code }) => code);
  return {
    byUnit: new Map(
      [...grouped(pairs, ({ unitId }) => unitId)].map(([id, list]) => [id, claimOf(list)] as const),
    ),
    byCriterion: new Map(set.fields.flatMap((field) => claimsBelow(field, byComponent))),
    ...(pairs.length === 0 ? {} : { all: claimOf(pairs) }),
  };
}

function pairsOf(
  set: CriteriaSet,
  unitId: UnitId,
  { assessments, exemptions }: UnitEntries,
): readonly Pair[] {
  const appraised = componentsOfSet(set).filter(
    ({ basis, code }) => basis === 'appraisal' && !exemptions.has(code),
  );
  return appraised.flatMap((component) => {
    const [claim, appraisal] = [
      pointsAt('self-assessment', component, assessments),
      pointsAt('appraisal', component, assessments),
    ];
    if (claim === undefined || appraisal === undefined) return [];
    return [{ unitId, code: component.code, claimed: claim, appraised: appraisal }];
  });
}

/** The claims of a row and of every row below it, in printed order; rows without any are left out. */
function claimsBelow(
  node: CriterionNode,
  byComponent: ReadonlyMap<CriterionCode, readonly Pair[]>,
): readonly (readonly [CriterionCode, Claim])[] {
  const pairs = componentsOf(node).flatMap(({ code }) => byComponent.get(code) ?? []);
  if (pairs.length === 0) return [];
  const below =
    node.kind === 'branch' ? node.children.flatMap((child) => claimsBelow(child, byComponent)) : [];
  return [[node.code, claimOf(pairs)], ...below];
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

function grouped<K>(pairs: readonly Pair[], keyOf: (pair: Pair) => K): ReadonlyMap<K, readonly Pair[]> {
  const lists = new Map<K, Pair[]>();
  for (const pair of pairs) {
    const list = lists.get(keyOf(pair));
    if (list === undefined) lists.set(keyOf(pair), [pair]);
    else list.push(pair);
  }
  return lists;
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
