import type { CriteriaSet } from '../domain/criteria-set.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Group, GroupId, Unit } from '../domain/unit.ts';

/** Which criteria set scores a unit: that of its group. An unknown group or set is a bug of the caller. */
export interface SetsByGroup {
  readonly setOf: (unit: Unit) => CriteriaSet;
}

export function setsByGroup(input: Pick<PeriodInput, 'groups' | 'sets'>): SetsByGroup {
  const byGroup = new Map<GroupId, CriteriaSet>(
    input.groups.map((group) => [group.id, findSet(input.sets, group)]),
  );
  return {
    setOf: (unit) => {
      const set = byGroup.get(unit.groupId);
      if (set === undefined) throw new Error(`the unit ${unit.id} is in the unknown group ${unit.groupId}`);
      return set;
    },
  };
}

function findSet(sets: readonly CriteriaSet[], group: Group): CriteriaSet {
  const found = sets.find((set) => set.id === group.setId);
  if (found === undefined) throw new Error(`the group ${group.id} names the unknown set ${group.setId}`);
  return found;
}
