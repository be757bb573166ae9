import { compareCodes } from '../domain/compare-codes.ts';
import type { Cell } from '../domain/grid.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { ChainLink, Release } from '../domain/release.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import type { AnalysisHistory } from './analysis/analyse-period.ts';
import { canonicalJson } from './canonical-json.ts';

/** The text whose fingerprint seals a link of the chain of releases: all that it states, the link before included. */
export function canonicalLink(link: ChainLink): string {
  return canonicalJson(['par-index-release/1', link]);
}

/** The text whose fingerprint identifies the rules: the criteria sets, whatever the order of their tabs. */
export function canonicalRules({ sets }: Pick<PeriodInput, 'sets'>): string {
  return canonicalJson(['par-index-rules/1', sets.toSorted((a, b) => compareCodes(a.id, b.id))]);
}

/** What people entered about units, and the rules by which it is scored; everything else of an input is an option. */
type Entered = 'groups' | 'units' | 'sets' | 'assessments' | 'exemptions' | 'adjustments' | 'overrides';

/** Rows without meaning in their order. */
function canonicalSet(rows: readonly unknown[]): readonly string[] {
  return rows.map(canonicalJson).toSorted(compareCodes);
}

/**
 * The text whose fingerprint identifies the options and what the period is compared with: what is left out counts as
 * its default.
 */
export function canonicalOptions(
  input: Omit<PeriodInput, Entered> & Partial<PeriodInput>,
  { results, links }: AnalysisHistory,
): string {
  const { groups, units, sets, assessments, exemptions, adjustments, overrides, ...options } = input;
  const { settings, scoring, ...further } = options;
  const classifications = settings.classifications.toSorted((a, b) =>
    compareCodes(a.level ?? '', b.level ?? ''),
  );
  const stated = { ...settings, classifications };
  const before = [canonicalSet(results), canonicalSet(links)];
  const scored = { ...DEFAULT_SCORING_OPTIONS, ...scoring };
  return canonicalJson(['par-index-options/1', stated, scored, further, before]);
}

/** Cells as they are shown; an empty text is an empty cell, and empty cells at a row's end are left out. */
function canonicalRow(row: readonly Cell[]): readonly Cell[] {
  const cells = row.map((cell) => (cell === '' ? null : cell));
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

/** A published tab as it is hashed: its key, and its rows without the status line. */
export interface HashedTab {
  readonly key: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The text whose fingerprint identifies every cell of the published tabs. */
export function canonicalTabs(tabs: readonly HashedTab[]): string {
  const entries = tabs.map(({ key, rows }) => {
    const cells = rows.map(canonicalRow);
    return [key, cells.slice(0, cells.findLastIndex((row) => row.length > 0) + 1)] as const;
  });
  return canonicalJson(['par-index-content/1', entries]);
}

/** The text whose fingerprint identifies what a release changed: one row of cells for each unit. */
export function canonicalCorrections(rows: readonly (readonly Cell[])[]): string {
  return canonicalJson(['par-index-corrections/1', rows.map(canonicalRow)]);
}

/** What a publisher sees and confirms: a release without its moment, and to whom it will be shown. */
export interface Draft {
  readonly release: Omit<Release, 'moment'>;
  readonly readers: readonly string[];
  readonly copying: boolean;
}

/** The text whose fingerprint identifies a draft; anything that would change gives another one. */
export function canonicalDraft({ release, readers, copying }: Draft): string {
  return canonicalJson(['par-index-draft/1', release, readers, copying]);
}
