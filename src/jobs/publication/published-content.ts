import type { Grid } from '../../domain/grid.ts';
import { newestRelease } from '../../domain/release.ts';
import { canonicalTabs } from '../../engine/canonical-release.ts';
import { gridOfTab } from '../../workbook/output/output-tab.ts';
import { sha256 } from '../fingerprint.ts';
import { figureTabs, hashedTabs, type PublishedFigures } from './render-publication.ts';
import type { ResultsFile } from './results-file.ts';

/** A tab as it was published. */
export interface PublishedTab {
  readonly title: string;
  readonly grid: Grid;
}

/** The content hash of published tabs: every cell but the lines that tell the release. */
export function contentHash(tabs: readonly { readonly key: string; readonly grid: Grid }[]): string {
  return sha256(canonicalTabs(hashedTabs(tabs)));
}

interface KeyedTab extends PublishedTab {
  readonly key: string;
}

/**
 * What the newest release published, by tab key: the figures that stand in its file when they have the content hash
 * that it was sealed with, or else what the control workbook still gives when that has. Undefined when neither has:
 * the file was changed by hand, and what stands in it must not be told as if it had been published.
 */
export function provenTabs(
  { workbook, parsed }: ResultsFile,
  figures: PublishedFigures,
): ReadonlyMap<string, PublishedTab> | undefined {
  const release = newestRelease(parsed.chain);
  if (release === undefined) return new Map();
  const keys = [...release.tabs, 'methodology'];
  const standing = keys.flatMap((key): readonly KeyedTab[] => {
    const stands = workbook.standing.get(key);
    return stands === undefined ? [] : [{ key, title: stands.sheet.title, grid: stands.grid }];
  });
  const rendered = (): readonly KeyedTab[] =>
    figureTabs(figures, release.tabs, '').map((tab) => ({
      key: tab.key,
      title: tab.title,
      grid: gridOfTab(tab),
    }));
  const isProven = (tabs: readonly KeyedTab[]) => contentHash(tabs) === release.hashes.content;
  if (isProven(standing)) return new Map(standing.map((tab) => [tab.key, tab]));
  const again = rendered();
  return isProven(again) ? new Map(again.map((tab) => [tab.key, tab])) : undefined;
}
