import type { Claim, OverClaims } from '../../domain/analysis.ts';
import type { CriterionCode, CriterionNode } from '../../domain/criteria-set.ts';
import { asPoints, type Points } from '../../domain/points.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import type { ComponentScorer } from '../component-scorer.ts';
import type { SetScorer } from '../set-scorer.ts';
import type { UnitEntries } from '../unit-entries.ts';

/** A claim while marks are added to it, in whole millionths. */
interface Tally {
  claimed: number;
  appraised: number;
  lowered: number;
  raised: number;
  kept: number;
}

const newTally = (): Tally => ({ claimed: 0, appraised: 0, lowered: 0, raised: 0, kept: 0 });

/**
 * Self-assessment against appraisal in one group, over the components for which a unit has points at both stages: by
 * unit, and by field, criterion and component of the group's set.
 */
export function overClaims(
  { set, components }: SetScorer,
  units: readonly Unit[],
  entriesOfUnit: (unitId: UnitId) => UnitEntries,
): OverClaims {
  const tallies: Tallies = { byUnit: new Map(), byComponent: new Map() };
  const appraised = components.filter(({ component }) => component.basis === 'appraisal');
  for (const { id } of units) addUnit(tallies, id, appraised, entriesOfUnit(id));
  const { byUnit, byComponent } = tallies;
  return {
    byUnit: new Map([...byUnit].map(([id, tally]) => [id, claimOf(tally)] as const)),
    byCriterion: new Map(set.fields.flatMap((field) => claimsBelow(field, byComponent).claims)),
    ...(byUnit.size === 0 ? {} : { all: claimOf(sumOf([...byUnit.values()])) }),
  };
}

interface Tallies {
  readonly byUnit: Map<UnitId, Tally>;
  readonly byComponent: Map<CriterionCode, Tally>;
}

function addUnit(
  { byUnit, byComponent }: Tallies,
  unitId: UnitId,
  appraised: readonly ComponentScorer[],
  { assessments, exemptions }: UnitEntries,
): void {
  const [self, board] = [assessments.get('self-assessment'), assessments.get('appraisal')];
  if (self === undefined || board === undefined) return;
  for (const scorer of appraised) {
    const { code } = scorer.component;
    if (exemptions.has(code)) continue;
    const claim = scorer.pointsAt('self-assessment', self);
    const given = scorer.pointsAt('appraisal', board);
    if (claim === undefined || given === undefined) continue;
    addPair(byUnit, unitId, claim, given);
    addPair(byComponent, code, claim, given);
  }
}

function addPair<K>(tallies: Map<K, Tally>, key: K, claimed: Points, appraised: Points): void {
  const tally = tallies.get(key) ?? newTally();
  tallies.set(key, tally);
  tally.claimed += claimed;
  tally.appraised += appraised;
  if (claimed > appraised) tally.lowered += 1;
  else if (claimed < appraised) tally.raised += 1;
  else tally.kept += 1;
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = newTally();
  for (const { claimed, appraised, lowered, raised, kept } of tallies) {
    sum.claimed += claimed;
    sum.appraised += appraised;
    sum.lowered += lowered;
    sum.raised += raised;
    sum.kept += kept;
  }
  return sum;
}

interface RowClaims {
  /** Absent for a row of which no unit has points at both stages. */
  readonly tally?: Tally;
  readonly claims: readonly (readonly [CriterionCode, Claim])[];
}

/** The claims of a row and of every row below it, in printed order; rows without any are left out. */
function claimsBelow(node: CriterionNode, byComponent: ReadonlyMap<CriterionCode, Tally>): RowClaims {
  const below = node.kind === 'branch' ? node.children.map((child) => claimsBelow(child, byComponent)) : [];
  const tallies = below.flatMap((row) => row.tally ?? []);
  const tally = node.kind === 'component' ? byComponent.get(node.code) : sumOf(tallies);
  if (tally === undefined || (node.kind === 'branch' && tallies.length === 0)) return { claims: [] };
  return { tally, claims: [[node.code, claimOf(tally)], ...below.flatMap((row) => row.claims)] };
}

function claimOf({ claimed, appraised, lowered, raised, kept }: Tally): Claim {
  return {
    claimed: asPoints(claimed),
    appraised: asPoints(appraised),
    overClaim: asPoints(claimed - appraised),
    lowered,
    raised,
    kept,
  };
}
