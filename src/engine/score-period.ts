import type { PeriodInput } from '../domain/period-input.ts';
import type { Scoreboard, ScoreSheet } from '../domain/scoreboard.ts';
import type { GroupId } from '../domain/unit.ts';
import { methodOf } from './method-of.ts';
import { scoreGroup } from './score-group.ts';
import { scoreSheet } from './score-sheet.ts';
import { setsByGroup } from './sets-by-group.ts';
import { entriesOf, gatherEntries } from './unit-entries.ts';

/**
 * The whole scoring of a period: marks → points by component, field and block → index → rank and class
 * within each ranking group. Groups come in the order given; the order of anything else has no effect.
 */
export function scorePeriod(input: PeriodInput): Scoreboard {
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  const sheets = new Map<GroupId, ScoreSheet[]>(input.groups.map((group) => [group.id, []]));
  for (const unit of input.units) {
    const set = sets.setOf(unit);
    const sheet = scoreSheet(unit, set, entriesOf(entries, unit.id), methodOf(input, set.id).options);
    sheets.get(unit.groupId)?.push(sheet);
  }
  return {
    groups: input.groups.map((group) =>
      scoreGroup(group, sheets.get(group.id) ?? [], methodOf(input, group.setId)),
    ),
  };
}
