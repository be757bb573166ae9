import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { SEEDED_ACCOUNTS } from '../../src/local/stand-in/identity/accounts.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

/** The communes of the whole country before 2025, with a hundred components each (performance.md §1). */
const [UNITS, COMPONENTS] = [10_598, 100];

let harness: StandInHarness;
afterEach(() => harness.close());

async function fillScores({ rest, spreadsheetId }: StandInHarness, from = 0): Promise<void> {
  if (from >= UNITS) return;
  const to = Math.min(UNITS, from + 2_000);
  const rows = Array.from({ length: to - from }, (_, r) => ({
    values: Array.from({ length: COMPONENTS }, (__, c) => ({
      userEnteredValue: { numberValue: (((from + r) * 7 + c * 13) % 400) / 100 },
    })),
  }));
  const start = { sheetId: 1, rowIndex: from, columnIndex: 0 };
  const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  await rest('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests });
  await fillScores(harness, to);
}

function run(script: string, args: readonly string[]): Promise<unknown> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', file, ...args], (error, out) =>
      error === null ? resolve(JSON.parse(out)) : reject(error),
    );
  });
}

test('a workbook of 10,598 units and 100 components is read and written in parts within 512 MiB', async () => {
  harness = await makeStandInHarness([
    { sheetId: 1, title: 'Điểm', rowCount: UNITS, columnCount: COMPONENTS },
    { sheetId: 2, title: 'Xếp hạng', rowCount: UNITS, columnCount: 26 },
  ]);
  await fillScores(harness);
  const token = SEEDED_ACCOUNTS[0]?.token ?? '';
  const { megabytes, writes, ...rest } = (await run('./large-run.ts', [
    harness.standIn.rootUrl,
    harness.spreadsheetId,
    token,
  ])) as Record<string, number>;
  expect(rest).toMatchObject({ outcome: 'committed', cells: UNITS * COMPONENTS, reads: 6, retries: 0 });
  expect(writes).toBeGreaterThan(2);
  expect(megabytes).toBeLessThan(512);
}, 600_000);
