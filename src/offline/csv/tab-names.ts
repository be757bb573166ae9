import { isInputKey, parseTabKey } from '../../workbook/tab-key.ts';
import { keyOfTitle } from '../../workbook/tab-title.ts';
import { tabOfFile } from './file-name.ts';

/** So many files must share a beginning before it is taken for the name of a workbook. */
const SHARED_BY = 3;

/** True for the key or the title of a tab of the product. */
export function isTabName(name: string): boolean {
  return parseTabKey(name) !== undefined || keyOfTitle(name) !== undefined;
}

function isInputName(name: string): boolean {
  const key = parseTabKey(name) ?? keyOfTitle(name);
  return key !== undefined && isInputKey(key);
}

/** What may be the workbook's name before a tab's: everything up to a dash, if what follows names a tab. */
function beginningsOf(name: string): readonly string[] {
  return [...name.matchAll(/\s*[-–—]\s*/g)]
    .map((dash) => name.slice(0, dash.index + dash[0].length))
    .filter((beginning) => isInputName(name.slice(beginning.length)));
}

/** The beginning that most files share, when enough of them do. */
function sharedBeginning(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const beginning of names.flatMap(beginningsOf))
    counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === undefined || most[1] < SHARED_BY ? undefined : most[0];
}

/**
 * The tab that each CSV file is named for. A workbook that was downloaded tab by tab has its own name and a dash before
 * each: where no file is named for a tab of entries without it, that beginning is left away.
 */
export function tabNames(files: readonly string[]): ReadonlyMap<string, string> {
  const named = files.flatMap((file) => {
    const tab = tabOfFile(file);
    return tab === undefined ? [] : [[file, tab] as const];
  });
  const names = named.map(([, tab]) => tab);
  const beginning = names.some(isInputName) ? undefined : sharedBeginning(names);
  if (beginning === undefined) return new Map(named);
  const without = (tab: string): string => {
    const rest = tab.startsWith(beginning) ? tab.slice(beginning.length) : '';
    return isInputName(rest) ? rest : tab;
  };
  return new Map(named.map(([file, tab]) => [file, without(tab)] as const));
}
