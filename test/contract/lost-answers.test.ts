import { afterEach, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { versionOf } from '../../src/domain/version.ts';
import type { Fault } from '../../src/local/stand-in/faults/fault.ts';
import { GOOGLE_LIMITS } from '../../src/local/stand-in/faults/quotas.ts';
import { makeFakeClock } from '../sheets/fake-clock.ts';
import { makeStandInHarness, type RunOptions, type StandInHarness } from './stand-in-harness.ts';

const LOG = { sheetId: 5, title: 'Nhật ký', rowCount: 10, columnCount: 3 };

let harness: StandInHarness;
afterEach(() => harness.close());

async function start(options: RunOptions = {}): Promise<StandInHarness> {
  const patience = { clock: makeFakeClock(), random: () => 0, maxTries: 4 };
  harness = await makeStandInHarness([LOG], { patience, ...options });
  return harness;
}

const line: Change = {
  kind: 'append-rows',
  sheetId: LOG.sheetId,
  rows: [[{ value: 1 }, { value: 'run-1' }]],
};

async function lines({ open }: StandInHarness) {
  const port = open();
  const structure = await port.readStructure();
  return { version: versionOf(structure), log: (await port.readGrids(structure.sheets)).get(LOG.sheetId) };
}

const WRITE = { methods: ['sheets.spreadsheets.batchUpdate'], times: 1 };
const GUARD = { methods: ['sheets.spreadsheets.developerMetadata.get'], times: 1 };

test.each<{ name: string; faults: Fault[]; writes: number }>([
  { name: '503 before it is applied', faults: [{ kind: 'refuse', status: 503, ...WRITE }], writes: 2 },
  { name: '500 before it is applied', faults: [{ kind: 'refuse', status: 500, ...WRITE }], writes: 2 },
  { name: '429', faults: [{ kind: 'refuse', status: 429, ...WRITE }], writes: 2 },
  {
    name: '503 after it was applied',
    faults: [{ kind: 'refuse-after-commit', status: 503, ...WRITE }],
    writes: 1,
  },
  { name: 'a cut before it is applied', faults: [{ kind: 'cut-before-commit', ...WRITE }], writes: 2 },
  { name: 'a cut after it was applied', faults: [{ kind: 'cut-after-commit', ...WRITE }], writes: 1 },
  { name: 'a guard that is read late', faults: [{ kind: 'stale-read', ...GUARD }], writes: 1 },
  {
    name: 'a cut after it was applied and a guard that cannot be read at first',
    faults: [
      { kind: 'cut-after-commit', ...WRITE },
      { kind: 'refuse', status: 503, ...GUARD },
    ],
    writes: 1,
  },
])('a commit that meets $name stands exactly once', async ({ faults, writes }) => {
  const { open, standIn } = await start();
  const port = open();
  await port.readStructure();
  for (const fault of faults) standIn.faults.add(fault);
  expect(await port.commit({ version: 1, runId: 'run-1', changes: [line] })).toEqual({
    kind: 'committed',
    version: 1,
  });
  expect([port.cost().writes, await lines(harness)]).toEqual([writes, { version: 1, log: [[1, 'run-1']] }]);
});

test('a commit that is applied long after its try was given up stands exactly once', async () => {
  const { open, standIn } = await start({ tryTimeoutMs: 300, patience: {} });
  const port = open();
  await port.readStructure();
  standIn.faults.add({ kind: 'slow', milliseconds: 1_500, ...WRITE });
  expect(await port.commit({ version: 1, runId: 'run-1', changes: [line] })).toEqual({
    kind: 'committed',
    version: 1,
  });
  await new Promise((resolve) => setTimeout(resolve, 1_800));
  expect(await lines(harness)).toEqual({ version: 1, log: [[1, 'run-1']] });
});

test('a large commit whose parts are lost and repeated stands exactly once and leaves nothing behind', async () => {
  const { open, standIn } = await start({
    bytesPerWrite: 3_000,
    patience: { clock: makeFakeClock(), random: () => 0 },
  });
  const port = open();
  await port.readStructure();
  const methods = WRITE.methods;
  standIn.faults.add({ kind: 'cut-after-commit', methods, rate: 0.3, seed: 3 });
  standIn.faults.add({ kind: 'refuse', status: 503, methods, rate: 0.3, seed: 4 });
  const rows = Array.from({ length: 100 }, (_, i) => [{ value: `dòng ${i}` }, { value: i }]);
  const grow: Change = { kind: 'grow-sheet', sheetId: LOG.sheetId, rowCount: 100, columnCount: 3 };
  const write: Change = { kind: 'write-cells', sheetId: LOG.sheetId, row: 0, column: 0, rows };
  const { kind } = await port.commit({ version: 1, runId: 'run-1', changes: [grow, write] });
  standIn.faults.clear();
  const { sheets } = await open().readStructure();
  expect([kind, port.cost().retries > 0, sheets.length, await lines(harness)]).toEqual([
    'committed',
    true,
    1,
    { version: 1, log: rows.map((row) => row.map(({ value }) => value)) },
  ]);
});

test('a quota that stays used up is told with its kind, and nothing was written', async () => {
  const { open, standIn } = await start();
  const port = open();
  await port.readStructure();
  standIn.quotas.set({ ...GOOGLE_LIMITS, writesPerUser: 1 });
  expect(await port.commit({ version: 1, runId: 'run-1', changes: [line] })).toEqual({
    kind: 'committed',
    version: 1,
  });
  await expect(port.commit({ version: 2, runId: 'run-2', changes: [line] })).rejects.toMatchObject({
    failure: { kind: 'rate-limited', quota: 'writes' },
  });
  expect([port.cost().writes, await lines(harness)]).toEqual([5, { version: 1, log: [[1, 'run-1']] }]);
});
