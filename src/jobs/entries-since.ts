import { createHash } from 'node:crypto';
import type { Grid } from '../domain/grid.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { canonicalInput } from '../engine/canonical-input.ts';
import { canonicalJson } from '../engine/canonical-json.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import type { History } from '../workbook/parse-history.ts';
import { sha256 } from './fingerprint.ts';
import { readEntries } from './read-entries.ts';
import type { ReadWorkbook } from './read-workbook.ts';

/** Whether the entries are still those that a run read; unknown when they could not be read again. */
export type EntriesSince = 'unchanged' | 'changed' | 'unknown';

/** Entries as they were read: by it they are compared later without being kept. */
export interface EntriesStamp {
  /** SHA-256 of the cells of all entry tabs, in the order of the tabs. */
  readonly cells: string;
  /** What they mean, independent of the order of rows and columns; absent while they hold errors. */
  readonly meaning: string | undefined;
}

/** SHA-256 of the cells of all tabs, in their order. */
export function hashOfCells(tabs: readonly InputTab[]): string {
  const hash = createHash('sha256');
  for (const { grid } of tabs) {
    // Row by row: the cells of a large workbook written out at once would take as much memory as the workbook.
    for (const row of grid) hash.update(JSON.stringify(row));
    hash.update('\n');
  }
  return hash.digest('hex');
}

/**
 * SHA-256 of all that results follow from: what is scored, by its fingerprint, and what decides no figure of the index
 * and yet stands beside it: earlier results, who took over from whom, settings of the analysis, words of the office.
 */
export function meaningOf(
  entriesHash: string,
  { settings, scoring, analysis }: PeriodInput,
  history: History,
): string {
  const results = history.results.map(canonicalJson).toSorted();
  const links = history.links.map(canonicalJson).toSorted();
  return sha256(canonicalJson({ entriesHash, settings, scoring, analysis, results, links }));
}

/**
 * Compares entries with those that a run read. Cells that differ are parsed again, because sorting a tab, or a
 * note beside it, changes cells and no entry.
 */
export function compareEntries(
  stamp: EntriesStamp,
  workbook: ReadWorkbook,
  seen: ReadonlyMap<number, Grid> | undefined,
): EntriesSince {
  if (seen === undefined) return 'unknown';
  const inputs = workbook.inputs.map((tab, place) => ({
    ...tab,
    grid: seen.get(workbook.inputSheets[place]?.sheetId ?? -1) ?? [],
  }));
  if (hashOfCells(inputs) === stamp.cells) return 'unchanged';
  const { input, history } = readEntries({ ...workbook, inputs });
  const meaning = input.ok ? meaningOf(sha256(canonicalInput(input.value)), input.value, history) : undefined;
  return meaning !== undefined && meaning === stamp.meaning ? 'unchanged' : 'changed';
}
