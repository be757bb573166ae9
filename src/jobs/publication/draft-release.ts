import { readersOf } from '../../domain/audience.ts';
import type { Correction } from '../../domain/correction.ts';
import type { Release, SealedLink } from '../../domain/release.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../domain/scoring-options.ts';
import {
  canonicalCorrections,
  canonicalDraft,
  canonicalOptions,
  canonicalRules,
  canonicalTabs,
} from '../../engine/canonical-release.ts';
import type { OutputTab } from '../../workbook/output/output-tab.ts';
import { type CorrectionRow, correctionRow } from '../../workbook/publication/corrections-tab.ts';
import { sha256 } from '../fingerprint.ts';
import { correctionsBetween } from './compare-releases.ts';
import type { PublishRequest } from './publish-outcome.ts';
import type { PublishableControl } from './read-control.ts';
import { figureTabs, gridOfTab, hashedTabs, renderPublication } from './render-publication.ts';
import { draftMark, type ResultsFile } from './results-file.ts';
import { seal } from './seal.ts';

/** A release as it would be, and everything that it would show. */
export interface DraftedRelease {
  readonly sealed: SealedLink;
  /** The hash by which a publisher confirms just this draft. */
  readonly draft: string;
  /** Every tab of the results file. */
  readonly tabs: readonly OutputTab[];
  readonly corrections: readonly Correction[];
  /** True when the file holds this very release already, from a confirmation that was carried out before. */
  readonly resumed: boolean;
}

export interface DraftInputs {
  readonly control: PublishableControl;
  readonly controlId: string;
  readonly request: PublishRequest;
  /** Keys of the results that are published. */
  readonly keys: readonly string[];
  /** Absent before the first publication. */
  readonly results?: ResultsFile;
  readonly now: Date;
  readonly product: string;
}

/** To the second, in UTC. */
function momentOf(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

interface Base {
  readonly chain: readonly SealedLink[];
  /** The release that is repeated, when the same draft is confirmed once more. */
  readonly repeated?: Release;
}

/** The chain that the release is put on. */
function baseOf({ request, results, controlId }: DraftInputs): Base {
  const chain = results?.parsed.chain ?? [];
  const newest = chain.at(-1);
  const isRepeated =
    request.confirm !== undefined && results?.binding?.draft === draftMark(controlId, request.confirm);
  if (!isRepeated || newest?.link.kind !== 'release') return { chain };
  return { chain: chain.slice(0, -1), repeated: newest.link };
}

/** What the release changes against what is published: nothing is told of a first one. */
function correctionRowsOf(inputs: DraftInputs, { chain, repeated }: Base, tabs: readonly OutputTab[]) {
  const { results } = inputs;
  if (results === undefined || chain.length === 0) return { corrections: [], rows: [] };
  if (repeated !== undefined)
    return { corrections: [], rows: results.corrections.get(repeated.number) ?? [] };
  const corrections = correctionsBetween(results.workbook.standing, tabs);
  return { corrections, rows: corrections.map(correctionRow) };
}

function hashesOf(
  { control }: DraftInputs,
  tabs: readonly OutputTab[],
  rows: readonly CorrectionRow[],
): Release['hashes'] {
  const { scored, input } = control;
  const content = hashedTabs(tabs.map((tab) => ({ key: tab.key, grid: gridOfTab(tab) })));
  return {
    inputs: scored.entriesHash,
    rules: sha256(canonicalRules(input)),
    options: sha256(canonicalOptions(input, control.history)),
    results: scored.resultsHash,
    content: sha256(canonicalTabs(content)),
    corrections: sha256(canonicalCorrections(rows)),
  };
}

/** The release that a request asks for, on top of what is published now. */
export function draftRelease(inputs: DraftInputs): DraftedRelease {
  const { control, request, keys, results, now, product } = inputs;
  const { figures, input } = control;
  const base = baseOf(inputs);
  const tabs = figureTabs(figures, keys, '');
  const { corrections, rows } = correctionRowsOf(inputs, base, tabs);
  const number = base.chain.filter(({ link }) => link.kind === 'release').length + 1;
  const unsigned: Omit<Release, 'moment'> = {
    kind: 'release',
    number,
    timeZone: base.repeated?.timeZone ?? control.workbook.structure.timeZone,
    who: request.who,
    why: request.why,
    previous: base.chain.at(-1)?.hash ?? null,
    status: { ...DEFAULT_SCORING_OPTIONS, ...input.scoring }.status,
    tabs: [...keys],
    hashes: hashesOf(inputs, tabs, rows),
    product,
  };
  const sealed = seal({ ...unsigned, moment: base.repeated?.moment ?? momentOf(now) });
  const told = new Map([...(results?.corrections ?? []), [number, rows] as const]);
  return {
    sealed,
    draft: sha256(
      canonicalDraft({
        release: unsigned,
        readers: readersOf(request.audience).map((reader) => JSON.stringify(reader)),
        copying: request.copying,
      }),
    ),
    tabs: renderPublication(figures, keys, { chain: [...base.chain, sealed], corrections: told }),
    corrections,
    resumed: base.repeated !== undefined,
  };
}
