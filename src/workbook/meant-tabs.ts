import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { looksLikeCriteria } from './criteria-tab.ts';
import type { FoundTabs } from './find-tabs.ts';
import { parseGroups } from './groups-tab.ts';
import type { InputTab } from './input-tab.ts';
import { tabKeyText } from './tab-key.ts';

export interface MeantTabs {
  readonly inputs: readonly InputTab[];
  readonly issues: readonly Issue[];
}

/**
 * The tabs that people meant as entries. A tab of a criteria set that only its title marks, such as "Tiêu chí – dự
 * thảo", is staff's own unless a group is scored by that set; one that has the headers of criteria is remarked on,
 * for a group may have been forgotten. Without a readable Groups tab nobody can tell, and every tab counts.
 */
export function meantTabs(
  tabs: readonly InputTab[],
  { titled, ambiguous }: FoundTabs,
  language: Language,
): MeantTabs {
  const groupsTab = tabs.find(({ key }) => key.kind === 'groups');
  const rows = groupsTab === undefined ? [] : parseGroups(groupsTab, language).rows;
  const named = new Set<string>(rows.map(({ group }) => group.setId));
  const isMeant = ({ key }: InputTab): boolean =>
    !('setId' in key) || named.size === 0 || named.has(key.setId) || !titled.has(tabKeyText(key));
  const foreign = tabs.filter((tab) => !isMeant(tab));
  const foreignKeys = new Set(foreign.map(({ key }) => tabKeyText(key)));
  return {
    inputs: tabs.filter(isMeant),
    issues: [
      ...[...ambiguous].flatMap(([text, issue]) => (foreignKeys.has(text) ? [] : [issue])),
      ...foreign.flatMap((tab) => unusedCriteria(tab, language)),
    ],
  };
}

function unusedCriteria(tab: InputTab, language: Language): readonly Issue[] {
  if (tab.key.kind !== 'criteria' || !looksLikeCriteria(tab, language)) return [];
  return [{ location: { tab: tab.title }, code: 'unused-criteria', given: tab.key.setId }];
}
