import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import { SEEDED_ACCOUNTS } from '../../src/local/stand-in/identity/accounts.ts';
import { inOrder } from '../../src/sheets/in-order.ts';
import { renderControlWorkbook } from '../../src/workbook/render-control-workbook.ts';
import { makeWork, workPeriod } from '../bench/bench-period.ts';
import { makeStandInHarness, type StandInHarness, typedCell } from './stand-in-harness.ts';

/** The communes of the whole country before 2025, with a hundred components each (performance.md §1). */
const [UNITS, COMPONENTS] = [10_598, 100];
const ROWS_PER_CALL = 2_000;

/** Heap of a function, in MiB, as it is deployed. */
const HEAP = 320;

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

/** Runs a script on the workbook in a process of its own; gives what it printed. */
function run(script: string, nodeOptions: readonly string[] = []): Promise<unknown> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const token = SEEDED_ACCOUNTS[0]?.token ?? '';
  const args = [...nodeOptions, '--import', 'tsx', file];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...args, harness.standIn.rootUrl, harness.spreadsheetId, token],
      (error, out) => (error === null ? resolve(JSON.parse(out)) : reject(error)),
    );
  });
}

test('a workbook of 10,598 units and 100 components is read and written in parts within 512 MiB', async () => {
  harness = await makeStandInHarness([
    { sheetId: 1, title: 'Điểm', rowCount: UNITS, columnCount: COMPONENTS },
    { sheetId: 2, title: 'Xếp hạng', rowCount: UNITS, columnCount: 26 },
  ]);
  const scores = Array.from({ length: UNITS }, (_, r) =>
    Array.from({ length: COMPONENTS }, (__, c) => ((r * 7 + c * 13) % 400) / 100),
  );
  await fillTab(1, scores);
  const { megabytes, writes, ...rest } = (await run('./large-run.ts')) as Record<string, number>;
  expect(rest).toMatchObject({ outcome: 'committed', cells: UNITS * COMPONENTS, reads: 6, retries: 0 });
  expect(writes).toBeGreaterThan(2);
  expect(megabytes).toBeLessThan(512);
}, 600_000);

/** Ten thousand units with marks that all differ, some blank, in one group. */
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

test('a recompute of 10,598 units and 100 components, all their tabs written, stays within 512 MiB', async () => {
  const tabs = largeTabs();
  harness = await makeStandInHarness(tabs.map(({ grid: _, ...tab }) => tab));
  await inOrder(tabs, ({ sheetId, grid }) => fillTab(sheetId, grid));
  const { megabytes, ...told } = (await run('./large-recompute.ts', [
    `--max-old-space-size=${HEAP}`,
  ])) as Record<string, number>;
  expect(told).toEqual({ outcome: 'recomputed', entries: 'unchanged', ranked: UNITS, retries: 0 });
  expect(megabytes).toBeLessThan(512);
}, 600_000);
