import type { CriteriaSet } from '../domain/criteria-set.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Scoreboard, ScoreSheet } from '../domain/scoreboard.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import type { Group, GroupId } from '../domain/unit.ts';
import { scoreGroup } from './score-group.ts';
import { scoreSheet } from './score-sheet.ts';
import { entriesOf, gatherEntries } from './unit-entries.ts';

/**
 * The whole scoring of a period: marks → points by component, field and block → index → rank and class
 * within each ranking group. Groups come in the order given; the order of anything else has no effect.
 */
export function scorePeriod(input: PeriodInput): Scoreboard {
  const options = { ...DEFAULT_SCORING_OPTIONS, ...input.scoring };
  const entries = gatherEntries(input);
  const sheets = new Map<GroupId, ScoreSheet[]>(input.groups.map((group) => [group.id, []]));
  const setOf = new Map(input.groups.map((group) => [group.id, findSet(input.sets, group)]));
  for (const unit of input.units) {
    const [inGroup, set] = [sheets.get(unit.groupId), setOf.get(unit.groupId)];
    if (inGroup === undefined || set === undefined)
      throw new Error(`the unit ${unit.id} is in the unknown group ${unit.groupId}`);
    inGroup.push(scoreSheet(unit, set, entriesOf(entries, unit.id), options));
  }
  return {
    groups: input.groups.map((group) =>
      scoreGroup(group, sheets.get(group.id) ?? [], { settings: input.settings, options }),
    ),
  };
}

function findSet(sets: readonly CriteriaSet[], group: Group): CriteriaSet {
  const found = sets.find((set) => set.id === group.setId);
  if (found === undefined) throw new Error(`the group ${group.id} names the unknown set ${group.setId}`);
  return found;
}
