import { createHash } from 'node:crypto';
import type { Grid } from '../domain/grid.ts';
import { canonicalInput } from '../engine/canonical-input.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { sha256 } from './fingerprint.ts';
import { readEntries } from './read-entries.ts';
import type { ReadWorkbook } from './read-workbook.ts';

/** Whether the entries are still those that a run read; unknown when they could not be read again. */
export type EntriesSince = 'unchanged' | 'changed' | 'unknown';

/** Entries as they were read: by it they are compared later without being kept. */
export interface EntriesStamp {
  /** SHA-256 of the cells of all entry tabs, in the order of the tabs. */
  readonly cells: string;
  /** SHA-256 of what they mean, independent of the order of rows and columns; absent while they hold errors. */
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
  const { input } = readEntries({ ...workbook, inputs });
  const meaning = input.ok ? sha256(canonicalInput(input.value)) : undefined;
  return meaning !== undefined && meaning === stamp.meaning ? 'unchanged' : 'changed';
}
