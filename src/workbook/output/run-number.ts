import { type Cell, cellAt, type Grid } from '../../domain/grid.ts';
import { OUTPUT_HEADERS, RUN_OUTCOMES } from '../../domain/messages/output-messages.ts';

const OUTCOMES: ReadonlySet<Cell> = new Set(Object.values(RUN_OUTCOMES).flatMap(({ vi, en }) => [vi, en]));

function columnOf(grid: Grid, { vi, en }: { readonly vi: string; readonly en: string }): number {
  const row = grid.find((cells) => cells.some((cell) => cell === vi || cell === en)) ?? [];
  return row.findIndex((cell) => cell === vi || cell === en);
}

/**
 * The number of the next run as people read it: one more than the newest line of the log has, wherever staff moved its
 * rows and columns; 1 for a workbook without a log. What staff typed under it is no run, and no run gets its number:
 * by its number a line is found again. Versions of the spreadsheet are counted apart (docs/adr/0020): making the
 * workbook and publishing it take some too.
 */
export function nextRunNumber(log: Grid): number {
  const [number, outcome] = [columnOf(log, OUTPUT_HEADERS.version), columnOf(log, OUTPUT_HEADERS.outcome)];
  const taken = new Set<number>();
  let newest = 0;
  for (const row of log.keys()) {
    const told = cellAt(log, row, number);
    if (typeof told !== 'number') continue;
    taken.add(told);
    if (OUTCOMES.has(cellAt(log, row, outcome))) newest = Math.max(newest, Math.floor(told));
  }
  let next = newest + 1;
  while (taken.has(next)) next += 1;
  return next;
}
