import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { HEAP } from '../../functions/deploy/plan.ts';
import type { Grid } from '../../src/domain/grid.ts';
import { SEEDED_ACCOUNTS } from '../../src/local/stand-in/identity/accounts.ts';
import { inOrder } from '../../src/sheets/in-order.ts';
import { renderControlWorkbook } from '../../src/workbook/render-control-workbook.ts';
import { makeWork, SIZES, workPeriod } from '../bench/bench-period.ts';
import { makeStandInHarness, type StandInHarness, typedCell } from './stand-in-harness.ts';

/** The communes of the whole country before 2025, with a hundred components each (docs/adr/0047). */
const UNITS = SIZES.L;
const ROWS_PER_CALL = 2_000;

let harness: StandInHarness;
afterEach(() => harness.close());

async function fillTab(sheetId: number, grid: Grid, from = 0): Promise<void> {
  if (from >= grid.length) return;
  const { rest, spreadsheetId } = harness;
  const rows = grid.slice(from, from + ROWS_PER_CALL).map((row) => ({ values: row.map(typedCell) }));
  const start = { sheetId, rowIndex: from, columnIndex: 0 };
  const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  await rest('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests });
  await fillTab(sheetId, grid, from + ROWS_PER_CALL);
}

/** Recomputes the workbook in a process of its own, with the heap that a function has; gives what it printed. */
function recomputeApart(): Promise<Readonly<Record<string, unknown>>> {
  const file = fileURLToPath(new URL('./large-recompute.ts', import.meta.url));
  const token = SEEDED_ACCOUNTS[0]?.token ?? '';
  const args = [`--max-old-space-size=${HEAP}`, '--import', 'tsx', file];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...args, harness.standIn.rootUrl, harness.spreadsheetId, token],
      (error, out) => (error === null ? resolve(JSON.parse(out)) : reject(error)),
    );
  });
}

/** Units that share few of their marks, with 2 % of blanks, in one group. */
function largeTabs() {
  const work = makeWork('L');
  const period = workPeriod({ ...work, groups: 1, groupOf: work.groupOf.map(() => 0) });
  const assessments = period.assessments.filter(({ stage }) => stage === 'appraisal');
  return renderControlWorkbook({ ...period, assessments }, 'vi').map(({ title, content }, place) => ({
    sheetId: place + 1,
    title,
    rowCount: content.rows.length,
    columnCount: Math.max(...content.rows.map((row) => row.length)),
    grid: content.rows.map((row) => row.map(({ value }) => value)),
  }));
}

test('a recompute of 10,598 units and 100 components reads and writes in parts, within the heap of a function of 512 MiB', async () => {
  const tabs = largeTabs();
  harness = await makeStandInHarness(tabs.map(({ grid: _, ...tab }) => tab));
  await inOrder(tabs, ({ sheetId, grid }) => fillTab(sheetId, grid));
  const { megabytes, writes, ...told } = await recomputeApart();
  expect(told).toEqual({ outcome: 'recomputed', entries: 'unchanged', ranked: UNITS, retries: 0 });
  expect(writes).toBeGreaterThan(2);
  // A heap too small ends the process; the whole, which also lies with the machine, is told and decides nothing.
  process.stdout.write(`A recompute of ${UNITS} units took ${megabytes} MiB of 512.\n`);
}, 600_000);
