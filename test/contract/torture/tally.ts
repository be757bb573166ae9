import type { Change } from '../../../src/domain/change.ts';
import type { Cell, Grid } from '../../../src/domain/grid.ts';
import { versionOf } from '../../../src/domain/version.ts';
import type { SpreadsheetPort } from '../../../src/sheets/spreadsheet-port.ts';

export const ENTRIES = { sheetId: 1, title: 'Điểm', rowCount: 12, columnCount: 3 };
export const RESULTS = { sheetId: 2, title: 'Xếp hạng', rowCount: 40, columnCount: 8 };
export const LOG = { sheetId: 3, title: 'Nhật ký', rowCount: 2, columnCount: 4 };
export const NOTES = { sheetId: 4, title: 'Của phòng', rowCount: 5, columnCount: 5 };
export const TABS = [ENTRIES, RESULTS, LOG, NOTES];

/** Longer than any ranking here, so that an older, longer one leaves nothing behind. */
const BLOCK_ROWS = 30;

/** The ranking of entries, with what it was made from: any mixture of two states shows. */
export function tally(entries: Grid, version: number, runId: string): Grid {
  const units = entries.filter((row) => typeof row[1] === 'number');
  const ranked = units
    .map(([name, points]) => [
      name,
      points,
      1 + units.filter((other) => Number(other[1]) > Number(points)).length,
    ])
    .toSorted((a, b) => Number(a[2]) - Number(b[2]) || String(a[0]).localeCompare(String(b[0])));
  return [['version', version, runId], ['entries', JSON.stringify(entries)], ...ranked] as Grid;
}

function block(rows: Grid): Change {
  const filled = Array.from({ length: BLOCK_ROWS }, (_, row) =>
    Array.from({ length: 3 }, (__, column): { value: Cell } => ({ value: rows[row]?.[column] ?? null })),
  );
  return { kind: 'write-cells', sheetId: RESULTS.sheetId, row: 0, column: 0, rows: filled };
}

/** One attempt as it was made and told. */
export interface Attempt {
  readonly runId: string;
  readonly version: number;
  /** How many states the spreadsheet had been in when the attempt began. */
  readonly since: number;
  told: string;
}

export interface TallyRun {
  readonly port: SpreadsheetPort;
  readonly name: string;
  readonly statesSoFar: () => number;
  /** Attempts are noted here as they are made, so that a crashed one is known too. */
  readonly attempts: Attempt[];
}

/** A recompute in miniature, with the same protocol: read, score, commit on top of what was read, or start again. */
export async function recomputeTally(run: TallyRun, left = 3): Promise<void> {
  const { port, name, statesSoFar, attempts } = run;
  const since = statesSoFar();
  const structure = await port.readStructure();
  const tabs = structure.sheets.filter(({ sheetId }) => sheetId === ENTRIES.sheetId);
  const entries = (await port.readGrids(tabs)).get(ENTRIES.sheetId) ?? [];
  const version = versionOf(structure) + 1;
  const attempt: Attempt = { runId: `${name}.${left}`, version, since, told: 'nothing' };
  attempts.push(attempt);
  const line = [{ value: version }, { value: attempt.runId }];
  const { kind } = await port.commit({
    version,
    runId: attempt.runId,
    changes: [
      block(tally(entries, version, attempt.runId)),
      { kind: 'append-rows', sheetId: LOG.sheetId, rows: [line] },
    ],
  });
  attempt.told = kind;
  if (kind !== 'committed' && left > 1) await recomputeTally(run, left - 1);
}
