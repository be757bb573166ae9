import { type Completeness, incompleteLine } from '../../domain/messages/summary-messages.ts';
import type { GroupResult } from '../../domain/scoreboard.ts';
import { type OutputContext, say } from './output-context.ts';

/** Units that are to be ranked, and how many have all the marks for it. */
function completenessOf({ group, ranked, unranked }: GroupResult): Completeness {
  const incomplete = unranked.filter(({ reason }) => reason.kind === 'incomplete').length;
  const name = { vi: group.name, en: group.nameEn ?? group.name };
  return { group: name, complete: ranked.length, units: ranked.length + incomplete };
}

/** What stands above results of which some are still to come; undefined where all marks are there. */
export function incompleteWarning(
  groups: readonly GroupResult[],
  context: OutputContext,
): string | undefined {
  const lacking = groups.map(completenessOf).filter(({ complete, units }) => complete < units);
  return lacking.length === 0 ? undefined : say(context, incompleteLine(lacking));
}
