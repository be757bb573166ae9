import type { Reader } from '../../domain/audience.ts';
import type { DescribedShare, DescribedTab, FileDescription } from '../../domain/file-description.ts';
import type { Leak } from '../../domain/leak.ts';
import { VERSION_KEY } from '../../domain/version.ts';
import type { OutputTab } from '../output/output-tab.ts';
import { namedRangeOf, parseTabKey, TAB_METADATA_KEY } from '../tab-key.ts';
import { keyOfTitle } from '../tab-title.ts';
import { type ContactTexts, leaksInText } from './leak-texts.ts';
import { leaksInTab } from './leaks-in-tab.ts';
import { isPublishable } from './published-tabs.ts';

/** What a results file is to hold, and who may see it. */
export interface ExpectedFile {
  /** All tabs of the file. A tab whose cells are about to be written is not compared cell by cell. */
  readonly tabs: readonly OutputTab[];
  readonly cells: 'as-planned' | 'to-be-written';
  readonly contacts: ContactTexts;
  /** Those who may read it. */
  readonly readers: readonly Reader[];
  /** The functions' own account, which fills the file. */
  readonly serviceAccount: string;
}

/** Which of the product's tabs it says that it is. */
export function keyOfDescribed(tab: DescribedTab): string | undefined {
  return tab.metadata.find(({ key }) => key === TAB_METADATA_KEY)?.value;
}

/** A tab that the file is not to have, by what it seems to be. */
function foreignTab(tab: DescribedTab): Leak {
  const key = parseTabKey(keyOfDescribed(tab) ?? '') ?? keyOfTitle(tab.title);
  if (key?.kind === 'marks' && key.stage === 'self-assessment')
    return { kind: 'self-assessment', tab: tab.title };
  return { kind: tab.title.startsWith('par.staging') ? 'draft' : 'foreign-tab', tab: tab.title };
}

/** Hidden tabs of an earlier run that ended early: the commit that is to come takes them away. */
function isLeftover(tab: DescribedTab): boolean {
  return tab.metadata.some(({ key }) => key === 'par.staging');
}

/** A tab that the commit that is to come deletes: one that holds nothing, or a result that is no longer chosen. */
function isDeleted(tab: DescribedTab, key: string | undefined, seen: ReadonlySet<string>): boolean {
  const isEmpty = tab.cells.length === 0 && tab.charts.length === 0;
  const isOld = key !== undefined && !seen.has(key) && isPublishable(key) && !tab.hidden;
  return isLeftover(tab) || isEmpty || isOld;
}

function leaksInTabs({ tabs }: FileDescription, expected: ExpectedFile): readonly Leak[] {
  const seen = new Set<string>();
  const inTabs = tabs.flatMap((tab) => {
    const key = keyOfDescribed(tab);
    const planned = expected.tabs.find((each) => each.key === key);
    if (key === undefined || planned === undefined || seen.has(key)) {
      const isGone = expected.cells === 'to-be-written' && isDeleted(tab, key, seen);
      return isGone ? [] : [foreignTab(tab)];
    }
    seen.add(key);
    return leaksInTab(tab, planned, expected);
  });
  const missing = expected.cells === 'as-planned' ? expected.tabs.filter(({ key }) => !seen.has(key)) : [];
  return [
    ...inTabs,
    ...missing.map(({ title }): Leak => ({ kind: 'foreign-cell', tab: title, detail: '–' })),
  ];
}

function leaksInNames(
  { namedRanges, tabs }: FileDescription,
  { tabs: planned }: ExpectedFile,
): readonly Leak[] {
  return namedRanges.flatMap(({ text, range }) => {
    const tab = tabs.find(({ sheetId }) => sheetId === range.sheetId);
    const key = tab === undefined ? undefined : keyOfDescribed(tab);
    const names = (key === undefined ? planned.map((each) => each.key) : [key]).flatMap((each) => {
      const parsed = parseTabKey(each);
      return parsed === undefined ? [] : [namedRangeOf(parsed)];
    });
    // A name whose tab is gone leads nowhere; one of ours then tells nothing.
    return names.includes(text) ? [] : [{ kind: 'named-range', detail: text } as const];
  });
}

function leaksOnFile(file: FileDescription, { contacts }: ExpectedFile): readonly Leak[] {
  const { name, about, properties, metadata, objects, comments } = file;
  const field = (detail: string): Leak => ({ kind: 'file-field', detail });
  return [
    ...(file.isSpreadsheet && !file.trashed ? [] : [field(name)]),
    ...(leaksInText(name, contacts).length === 0 ? [] : [field(name)]),
    ...(about === '' ? [] : [field(about)]),
    ...properties.map(field),
    ...(comments === 0 ? [] : [{ kind: 'comment', detail: String(comments) } as const]),
    ...objects.map((detail): Leak => ({ kind: 'object', detail })),
    ...metadata
      .filter(({ key, value }) => key !== VERSION_KEY || leaksInText(value, contacts).length > 0)
      .map(({ key }): Leak => ({ kind: 'metadata', detail: key })),
  ];
}

function isReader({ type, to }: DescribedShare, reader: Reader): boolean {
  if (reader.type !== type) return false;
  switch (reader.type) {
    case 'user':
      return reader.address === to.toLowerCase();
    case 'domain':
      return reader.domain === to.toLowerCase();
    default:
      return true;
  }
}

/** The rights that a reader was given, as they are to be: to read, and nothing that search engines find. */
export function isGranted(share: DescribedShare, readers: readonly Reader[]): boolean {
  const { role, discoverable } = share;
  return role === 'reader' && !discoverable && readers.some((reader) => isReader(share, reader));
}

/** True for the person who owns the file and for the functions' own account. */
export function isKeeper({ type, role, to }: DescribedShare, serviceAccount: string): boolean {
  if (type !== 'user') return false;
  return role === 'owner' || (role === 'writer' && to.toLowerCase() === serviceAccount.toLowerCase());
}

function leaksInSharing(
  { shares }: FileDescription,
  { readers, serviceAccount, cells }: ExpectedFile,
): readonly Leak[] {
  return (
    shares
      .filter((share) => !isKeeper(share, serviceAccount) && !isGranted(share, readers))
      // Rights to read are taken away before anything is written; other rights the owner must take away.
      .filter(({ role }) => cells === 'as-planned' || role !== 'reader')
      .map(({ type, role, to }) => ({ kind: 'sharing', detail: `${to === '' ? type : to} (${role})` }))
  );
}

/**
 * Everything in a file that a published one must not have: whatever is not planned is a leak, and so is anything
 * planned that is not there as planned. Empty when the file may be shown.
 */
export function leaksInFile(file: FileDescription, expected: ExpectedFile): readonly Leak[] {
  return [
    ...leaksOnFile(file, expected),
    ...leaksInTabs(file, expected),
    ...leaksInNames(file, expected),
    ...leaksInSharing(file, expected),
  ];
}
