import type { Change } from '../../domain/change.ts';
import type { Structure } from '../../domain/spreadsheet.ts';
import { namedRangeOf, parseTabKey } from '../tab-key.ts';

/** The longest name that Google gives a range. */
const MAX_NAME = 250;

export interface TabPlace {
  /** The text of the tab's key. */
  readonly key: string;
  readonly sheetId: number;
}

/**
 * Names for the tabs that have none yet, so that they are found again after a download, which loses notes
 * (docs/adr/0031). A name that is taken, in capitals or not, or too long is left out: the tab is then found by its
 * note or its title.
 */
export function nameTabs(structure: Structure, tabs: readonly TabPlace[]): readonly Change[] {
  const taken = new Set(structure.namedRanges.map(({ name }) => name.toLowerCase()));
  return tabs.flatMap(({ key, sheetId }): readonly Change[] => {
    const parsed = parseTabKey(key);
    if (parsed === undefined) return [];
    const name = namedRangeOf(parsed);
    if (name.length > MAX_NAME || taken.has(name.toLowerCase())) return [];
    taken.add(name.toLowerCase());
    return [{ kind: 'name-tab', sheetId, name }];
  });
}
