import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { InputTab } from './input-tab.ts';
import { tabKeyText } from './tab-key.ts';
import { type TitledKey, tabTitle } from './tab-title.ts';

/** The tabs that were read, by key; notes those that had to be there and are not. */
export interface TabSource {
  /** The tab, or undefined when there is none, which is fine. */
  find(key: TitledKey): InputTab | undefined;
  /** The tab, or undefined when there is none, which is then reported. */
  require(key: TitledKey): InputTab | undefined;
  /** The name of a tab's file; nothing where the tabs are no files. */
  fileOf(key: TitledKey): { readonly file?: string };
}

export function tabSource(tabs: readonly InputTab[], language: Language, issues: Issue[]): TabSource {
  const byKey = new Map(tabs.map((tab) => [tabKeyText(tab.key), tab]));
  const areFiles = tabs.some(({ file }) => file !== undefined);
  const fileOf = (key: TitledKey) => (areFiles ? { file: `${tabKeyText(key)}.csv` } : {});
  const missing = (key: TitledKey): Issue => ({
    location: { tab: tabTitle(key)[language] },
    code: 'missing-tab',
    ...fileOf(key),
  });
  const find = (key: TitledKey): InputTab | undefined => byKey.get(tabKeyText(key));
  return {
    find,
    fileOf,
    require: (key) => {
      const tab = find(key);
      if (tab === undefined) issues.push(missing(key));
      return tab;
    },
  };
}
