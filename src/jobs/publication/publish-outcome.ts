import type { Audience } from '../../domain/audience.ts';
import type { CommitOutcome } from '../../domain/change.ts';
import type { Correction, FigureChange } from '../../domain/correction.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Leak } from '../../domain/leak.ts';
import type { SealedLink } from '../../domain/release.ts';
import type { OutputContext } from '../../workbook/output/output-context.ts';
import type { TabChoice } from './choose-tabs.ts';
import type { ChangedCells } from './compare-releases.ts';
import type { ChainFault } from './seal.ts';

/** What a publisher asks for. */
export interface PublishRequest {
  readonly audience: Audience;
  /** Whether readers may download, print and copy. */
  readonly copying: boolean;
  /** Who answers for the publication, in public words. */
  readonly who: string;
  /** Why it is published, or corrected, in public words. */
  readonly why: string;
  /** Keys of the results to publish; those of the newest release when absent, all that may be before the first. */
  readonly tabs?: readonly string[];
  /** True when the publisher knows that the results are provisional and publishes them labelled so. */
  readonly provisional: boolean;
  /** The file for the results, which the publisher made; needed for the first publication alone. */
  readonly resultsId?: string;
  /** The hash of the draft that the publisher saw; without it nothing is published. */
  readonly confirm?: string;
}

/** Why nothing was published. */
export type PublishRefusal =
  | { readonly kind: 'entries-have-errors'; readonly issues: readonly Issue[] }
  /** No results stand, or those that stand do not follow from what is entered now. */
  | { readonly kind: 'results-out-of-date' }
  | { readonly kind: 'results-are-provisional' }
  | { readonly kind: 'not-publishable'; readonly tabs: readonly string[] }
  /** The name or the reason holds an address, a link, a telephone number or a unit's contact. */
  | { readonly kind: 'words-not-public' }
  | { readonly kind: 'no-results-file' }
  /** The file is gone, or not shared with the functions' account. */
  | { readonly kind: 'results-file-unreachable' }
  /** The file holds something else, or belongs to somebody else or to another control workbook. */
  | { readonly kind: 'not-a-results-file' }
  /** The chain in the file, or what the control workbook knows of it, was changed by hand. */
  | { readonly kind: 'chain-broken'; readonly faults: readonly ChainFault[] }
  | { readonly kind: 'leaks-found'; readonly leaks: readonly Leak[]; readonly closed: boolean }
  | { readonly kind: 'draft-changed' }
  | { readonly kind: 'superseded' | 'moved' }
  /** It was withdrawn while it was being opened; the sharing is closed. */
  | { readonly kind: 'withdrawn-meanwhile' };

/** What would be published, for the publisher to look at and confirm. */
export interface DraftReport {
  readonly kind: 'draft';
  /** By which the draft is confirmed. */
  readonly draft: string;
  readonly number: number;
  readonly tabs: readonly { readonly key: string; readonly title: string }[];
  /** All results that may be published, and which of them the draft shows. */
  readonly choices: readonly TabChoice[];
  readonly corrections: readonly Correction[];
  /** Other figures that change, the first of them; how many more there are. */
  readonly figures: readonly FigureChange[];
  readonly moreFigures: number;
  /** The release whose figures the file no longer holds as they were published: old figures cannot be told. */
  readonly unproven?: number;
  readonly cells: readonly ChangedCells[];
  readonly resultsHash: string;
  /** The name that a new results file is to have. */
  readonly fileName: string;
  /** Absent while there is no results file yet: the publisher makes it when confirming. */
  readonly resultsId?: string;
}

export interface PublishedReport {
  readonly kind: 'published';
  readonly sealed: SealedLink;
  readonly resultsId: string;
  /** Where people open the results file. */
  readonly address: string;
  readonly corrections: number;
  /** True when this confirmation had been carried out before, wholly or in part. */
  readonly resumed: boolean;
}

export type PublishOutcome =
  | DraftReport
  | PublishedReport
  | { readonly kind: 'refused'; readonly refusal: PublishRefusal };

export interface PublishReport {
  readonly outcome: PublishOutcome;
  readonly context: OutputContext;
}

export function refused(refusal: PublishRefusal): {
  readonly kind: 'refused';
  readonly refusal: PublishRefusal;
} {
  return { kind: 'refused', refusal };
}

/** A commit that did not take effect, as a refusal; undefined when it did. */
export function refusalOf({ kind }: CommitOutcome): PublishRefusal | undefined {
  return kind === 'committed' ? undefined : { kind };
}
