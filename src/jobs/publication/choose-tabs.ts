import { isShownByDefault } from '../../workbook/publication/published-tabs.ts';
import { type PublishedFigures, publishableResults } from './render-publication.ts';
import type { ResultsFile } from './results-file.ts';

/** A result that may be published, and whether it is to be. */
export interface TabChoice {
  readonly key: string;
  readonly title: string;
  readonly chosen: boolean;
}

export interface ChosenTabs {
  /** All results that may be published, in the order of the control workbook. */
  readonly choices: readonly TabChoice[];
  /** Keys that were asked for and may not be published. */
  readonly unknown: readonly string[];
}

/** Keys of the newest release, whether it is open or withdrawn. */
function keysOfNewest(results: ResultsFile | undefined): readonly string[] {
  const newest = results?.parsed.chain.findLast(({ link }) => link.kind === 'release')?.link;
  return newest?.kind === 'release' ? newest.tabs : [];
}

/**
 * What of the results is published: what was asked for, or else what the newest release showed, so that a correction
 * shows nothing that was left out before; results as they are usually published when there is none.
 */
export function chooseTabs(
  figures: PublishedFigures,
  wanted: readonly string[] | undefined,
  results: ResultsFile | undefined,
): ChosenTabs {
  const offered = publishableResults(figures, '');
  const known = offered.map(({ key }) => key);
  const standing = keysOfNewest(results).filter((key) => known.includes(key));
  const keys = wanted ?? (standing.length === 0 ? known.filter(isShownByDefault) : standing);
  return {
    choices: offered.map(({ key, title }) => ({ key, title, chosen: keys.includes(key) })),
    unknown: (wanted ?? []).filter((key) => !known.includes(key)),
  };
}
