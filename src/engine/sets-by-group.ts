import type { CriteriaSet } from '../domain/criteria-set.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Group, GroupId, Unit } from '../domain/unit.ts';
import { type SetScorer, scorerOf } from './set-scorer.ts';

/** Which criteria set scores a unit: that of its group. An unknown group or set is a bug of the caller. */
export interface SetsByGroup {
  readonly setOf: (unit: Unit) => CriteriaSet;
  readonly setOfGroup: (groupId: GroupId) => CriteriaSet;
  /** The set of a group made ready to score its units. */
  readonly scorerOfGroup: (groupId: GroupId) => SetScorer;
}

export function setsByGroup(input: Pick<PeriodInput, 'groups' | 'sets'>): SetsByGroup {
  const byGroup = new Map<GroupId, CriteriaSet>(
    input.groups.map((group) => [group.id, findSet(input.sets, group)]),
  );
  const setOfGroup = (groupId: GroupId): CriteriaSet => {
    const set = byGroup.get(groupId);
    if (set === undefined) throw new Error(`a unit in the unknown group ${groupId}`);
    return set;
  };
  return {
    setOf: (unit) => setOfGroup(unit.groupId),
    setOfGroup,
    scorerOfGroup: (groupId) => scorerOf(setOfGroup(groupId)),
  };
}

function findSet(sets: readonly CriteriaSet[], group: Group): CriteriaSet {
  const found = sets.find((set) => set.id === group.setId);
  if (found === undefined) throw new Error(`the group ${group.id} names the unknown set ${group.setId}`);
  return found;
}
