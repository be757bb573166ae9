import type { Issue } from '../domain/issue.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';
import {
  isInputKey,
  parseNamedRange,
  parseTabKey,
  TAB_METADATA_KEY,
  type TabKey,
  tabKeyText,
} from './tab-key.ts';
import { keyOfTitle } from './tab-title.ts';

export interface FoundTabs {
  /** By the text of the tab's key. Where two tabs claim a key, the first one, so that it is checked too. */
  readonly tabs: ReadonlyMap<string, Sheet>;
  /** Keys of tabs that nothing but their title marks: staff may have meant something else by it. */
  readonly titled: ReadonlySet<string>;
  /** By key: two tabs or more claim it with equal right. */
  readonly ambiguous: ReadonlyMap<string, Issue>;
}

/** How a tab was recognised, surest first: a note of our own, then a named range, then the title. */
const WAYS = ['metadata', 'named-range', 'title'] as const;
type Way = (typeof WAYS)[number];

interface Claim {
  readonly key: TabKey;
  readonly way: Way;
  readonly sheet: Sheet;
}

/**
 * Finds every tab of ours, wherever it stands and whatever staff called it: by developer metadata, else by a
 * named range (which survives a download), else by its title (docs/adr/0031). Foreign tabs are left alone.
 */
export function findTabs(structure: Structure): FoundTabs {
  const namesBySheet = new Map<number, TabKey>();
  for (const { name, sheetId } of structure.namedRanges) {
    const key = parseNamedRange(name);
    if (key !== undefined && !namesBySheet.has(sheetId)) namesBySheet.set(sheetId, key);
  }
  const claimsByKey = new Map<string, Claim[]>();
  for (const sheet of structure.sheets) {
    const claim = claimOf(sheet, namesBySheet.get(sheet.sheetId));
    if (claim === undefined) continue;
    const text = tabKeyText(claim.key);
    claimsByKey.set(text, [...(claimsByKey.get(text) ?? []), claim]);
  }
  return settle(claimsByKey);
}

function claimOf(sheet: Sheet, namedKey: TabKey | undefined): Claim | undefined {
  const note = sheet.metadata.find((metadata) => metadata.key === TAB_METADATA_KEY);
  const notedKey = note === undefined ? undefined : parseTabKey(note.value);
  if (notedKey !== undefined) return { key: notedKey, way: 'metadata', sheet };
  if (namedKey !== undefined) return { key: namedKey, way: 'named-range', sheet };
  const titledKey = keyOfTitle(sheet.title);
  // A tab that happens to be called Summary may be staff's own: a title never makes a tab one that we write.
  if (titledKey === undefined || !isInputKey(titledKey)) return undefined;
  return { key: titledKey, way: 'title', sheet };
}

function settle(claimsByKey: ReadonlyMap<string, readonly Claim[]>): FoundTabs {
  const tabs = new Map<string, Sheet>();
  const titled = new Set<string>();
  const ambiguous = new Map<string, Issue>();
  for (const [text, claims] of claimsByKey) {
    const surest = WAYS.find((way) => claims.some((claim) => claim.way === way));
    const [first, ...others] = claims.filter((claim) => claim.way === surest);
    if (first === undefined) continue;
    tabs.set(text, first.sheet);
    if (surest === 'title') titled.add(text);
    if (others.length === 0) continue;
    const titles = [first, ...others].map((claim) => claim.sheet.title);
    ambiguous.set(text, { location: { tab: first.sheet.title }, code: 'ambiguous-tab', titles });
  }
  return { tabs, titled, ambiguous };
}
