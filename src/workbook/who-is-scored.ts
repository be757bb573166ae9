import type { CriteriaSetId } from '../domain/criteria-set.ts';
import type { Issue } from '../domain/issue.ts';
import type { Unit } from '../domain/unit.ts';
import type { ParsedGroups } from './groups-tab.ts';
import type { ParsedUnits } from './units-tab.ts';

/** Which criteria set scores which unit. */
export interface WhoIsScored {
  readonly setOf: ReadonlyMap<string, CriteriaSetId>;
  /**
   * The codes that a matrix of the set may name; absent when the units could not be read. A unit whose row is
   * wrong elsewhere may stand in any matrix: that mistake is reported once, where it was made.
   */
  unitIdsOf(setId: CriteriaSetId): ReadonlySet<string> | undefined;
  /** Those whose rows could be read. */
  readonly units: readonly Unit[];
}

export function whoIsScored(
  groups: ParsedGroups | undefined,
  units: ParsedUnits | undefined,
  /** The sets that have a tab: a group of another one names it wrongly, and its units may stand in any matrix. */
  present: ReadonlySet<CriteriaSetId>,
): WhoIsScored {
  const setOfGroup = new Map<string, CriteriaSetId>(
    (groups?.rows ?? []).flatMap(({ group }) =>
      present.has(group.setId) ? [[group.id, group.setId] as const] : [],
    ),
  );
  const setOf = new Map<string, CriteriaSetId>();
  for (const unit of units?.units ?? []) {
    const setId = setOfGroup.get(unit.groupId);
    if (setId !== undefined) setOf.set(unit.id, setId);
  }
  return {
    setOf,
    units: units?.units ?? [],
    unitIdsOf: (setId) =>
      units === undefined
        ? undefined
        : new Set([...units.known].filter((id) => (setOf.get(id) ?? setId) === setId)),
  };
}

/** Groups that no unit names: their ranking would be empty. */
export function groupsWithoutUnits(groups: ParsedGroups, units: readonly Unit[]): readonly Issue[] {
  const named = new Set<string>(units.map((unit) => unit.groupId));
  return groups.rows.flatMap(({ group, at }): readonly Issue[] =>
    named.has(group.id) ? [] : [{ location: at, code: 'group-without-units', given: group.id }],
  );
}
