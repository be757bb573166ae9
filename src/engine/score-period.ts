import type { PeriodInput } from '../domain/period-input.ts';
import type { Scoreboard } from '../domain/scoreboard.ts';
import type { GroupId, Unit } from '../domain/unit.ts';
import { methodOf } from './method-of.ts';
import { scoreGroup } from './score-group.ts';
import { scoreSheet } from './score-sheet.ts';
import { type SetsByGroup, setsByGroup } from './sets-by-group.ts';
import { entriesOf, gatherEntries } from './unit-entries.ts';

/**
 * The whole scoring of a period: marks → points by component, field and block → index → rank and class
 * within each ranking group. Groups come in the order given; the order of anything else has no effect.
 */
export function scorePeriod(input: PeriodInput): Scoreboard {
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  const units = unitsByGroup(input, sets);
  return {
    groups: input.groups.map((group) => {
      const method = methodOf(input, group.setId);
      const scorer = sets.scorerOfGroup(group.id);
      const sheets = (units.get(group.id) ?? []).map((unit) =>
        scoreSheet(unit, scorer, entriesOf(entries, unit.id), method.options),
      );
      return scoreGroup(group, sheets, method);
    }),
  };
}

/** The units of each group; a unit in a group that does not exist is a bug of the caller. */
function unitsByGroup(
  { units }: Pick<PeriodInput, 'units'>,
  sets: SetsByGroup,
): ReadonlyMap<GroupId, readonly Unit[]> {
  const byGroup = new Map<GroupId, Unit[]>();
  for (const unit of units) {
    sets.setOf(unit);
    const list = byGroup.get(unit.groupId);
    if (list === undefined) byGroup.set(unit.groupId, [unit]);
    else list.push(unit);
  }
  return byGroup;
}
