import { readersOf } from '../../domain/audience.ts';
import { newestRelease, type Release, type SealedLink } from '../../domain/release.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../domain/scoring-options.ts';
import { canonicalDraft, canonicalOptions, canonicalRules } from '../../engine/canonical-release.ts';
import { gridOfTab, type OutputTab } from '../../workbook/output/output-tab.ts';
import {
  type CorrectionRow,
  correctionRows,
  NO_CHANGES,
  type ReleaseChanges,
} from '../../workbook/publication/correction-rows.ts';
import { withholdLeaks } from '../../workbook/publication/withhold.ts';
import { sha256 } from '../fingerprint.ts';
import { changesBetween } from './compare-releases.ts';
import type { PublishRequest } from './publish-outcome.ts';
import { contentHash, provenTabs } from './published-content.ts';
import type { PublishableControl } from './read-control.ts';
import { figureTabs, renderPublication } from './render-publication.ts';
import { draftMark, type ResultsFile } from './results-file.ts';
import { seal } from './seal.ts';
import { hashOfLines, type Lines, tellOn } from './sealed-lines.ts';

/** A release as it would be, and everything that it would show. */
export interface DraftedRelease {
  readonly sealed: SealedLink;
  /** The hash by which a publisher confirms just this draft. */
  readonly draft: string;
  /** Every tab of the results file. */
  readonly tabs: readonly OutputTab[];
  readonly changes: ReleaseChanges;
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

interface ToldChanges {
  readonly changes: ReleaseChanges;
  readonly rows: readonly CorrectionRow[];
  /** The lines of the releases before. */
  readonly before: Lines;
}

/** What the release changes against what was published: nothing is told of a first one. */
function toldChanges(
  { results, control }: DraftInputs,
  { chain, repeated }: Base,
  tabs: readonly OutputTab[],
): ToldChanges {
  if (results === undefined || chain.length === 0)
    return { changes: NO_CHANGES, rows: [], before: new Map() };
  if (repeated !== undefined)
    return {
      changes: NO_CHANGES,
      rows: results.corrections.get(repeated.number) ?? [],
      before: results.corrections,
    };
  const { figures, contacts, context } = control;
  const published = provenTabs(results, figures);
  const number = newestRelease(chain)?.number ?? 0;
  const changes: ReleaseChanges =
    published === undefined ? { ...NO_CHANGES, unproven: number } : changesBetween(published, tabs);
  const safe = withholdLeaks(changes, contacts, context);
  const { lines, restated } = tellOn(chain, results.corrections, contacts, context);
  return { changes: safe, rows: [...correctionRows(safe, context, sha256), ...restated], before: lines };
}

function hashesOf(
  { control }: DraftInputs,
  tabs: readonly OutputTab[],
  rows: readonly CorrectionRow[],
): Release['hashes'] {
  const { scored, input } = control;
  return {
    inputs: scored.entriesHash,
    rules: sha256(canonicalRules(input)),
    options: sha256(canonicalOptions(input, control.history)),
    results: scored.resultsHash,
    content: contentHash(tabs.map((tab) => ({ key: tab.key, grid: gridOfTab(tab) }))),
    corrections: hashOfLines(rows),
  };
}

/** The release that a request asks for, on top of what is published now. */
export function draftRelease(inputs: DraftInputs): DraftedRelease {
  const { control, request, keys, now, product } = inputs;
  const { figures, input } = control;
  const base = baseOf(inputs);
  const tabs = figureTabs(figures, keys, '');
  const { changes, rows, before } = toldChanges(inputs, base, tabs);
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
  const told = new Map([...before, [number, rows] as const]);
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
    changes,
    resumed: base.repeated !== undefined,
  };
}
