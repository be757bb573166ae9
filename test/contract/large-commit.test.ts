import { OAuth2Client } from 'googleapis-common';
import { afterEach, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Grid } from '../../src/domain/grid.ts';
import { versionOf } from '../../src/domain/version.ts';
import { SEEDED_ACCOUNTS } from '../../src/local/stand-in/identity/accounts.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import { makeStandInHarness, type RunOptions, type StandInHarness } from './stand-in-harness.ts';

const RANKING = { sheetId: 5, title: 'Xếp hạng', rowCount: 700, columnCount: 10 };
const NOTES = { sheetId: 6, title: 'Ghi chú', rowCount: 20, columnCount: 4 };

let harness: StandInHarness;
afterEach(() => harness.close());

async function start(sizes: RunOptions = {}, cells: Grid = []): Promise<StandInHarness> {
  harness = await makeStandInHarness([{ ...RANKING, cells }, NOTES], sizes);
  return harness;
}

function rowsOf(count: number, mark: string): Grid {
  return Array.from({ length: count }, (_, i) => [i + 1, `=${mark} ${i}`, 96.89, true, null, 'Sở Nội vụ']);
}

function write(rows: Grid, row = 0, column = 0): Change {
  return {
    kind: 'write-cells',
    sheetId: RANKING.sheetId,
    row,
    column,
    rows: rows.map((cells) => cells.map((value) => ({ value, style: { bold: true } }))),
  };
}

async function recompute(port: SpreadsheetPort, ...changes: readonly Change[]) {
  const structure = await port.readStructure();
  await port.readGrids(structure.sheets);
  return port.commit({ version: versionOf(structure) + 1, runId: `run ${versionOf(structure)}`, changes });
}

async function gridOf(port: SpreadsheetPort): Promise<Grid | undefined> {
  const { sheets } = await port.readStructure();
  const tabs = sheets.filter(({ sheetId }) => sheetId === RANKING.sheetId);
  return (await port.readGrids(tabs)).get(RANKING.sheetId);
}

async function callsFor(rows: number, sizes: RunOptions) {
  const { open } = await start(sizes);
  const port = open();
  expect(await recompute(port, write(rowsOf(rows, 'a')))).toEqual({ kind: 'committed', version: 1 });
  expect(await gridOf(open())).toEqual(rowsOf(rows, 'a'));
  const { reads, writes, retries } = port.cost();
  return { reads, writes, retries };
}

test.each([1, 100, 600])(
  'a recompute with %i rows of results costs two reads, one write and a look at the guard',
  async (rows) => {
    expect(await callsFor(rows, {})).toEqual({ reads: 3, writes: 1, retries: 0 });
  },
);

/** The block of these tests is 145 kB as Google gets it. */
test.each([
  { bytesPerWrite: 200_000, writes: 1 },
  { bytesPerWrite: 100_000, writes: 3 },
  { bytesPerWrite: 60_000, writes: 4 },
  { bytesPerWrite: 40_000, writes: 5 },
])(
  'beyond $bytesPerWrite bytes a commit takes one write for each part and one that puts them in place',
  async ({ bytesPerWrite, writes }) => {
    expect(await callsFor(600, { bytesPerWrite })).toEqual({ reads: 3, writes, retries: 0 });
  },
);

test.each([
  { cellsPerRead: 7_080, reads: 3 },
  { cellsPerRead: 3_500, reads: 6 },
  { cellsPerRead: 1_750, reads: 8 },
])(
  'a workbook of more than $cellsPerRead cells is read in parts, and then its tabs are looked at again',
  async ({ cellsPerRead, reads }) => {
    expect(await callsFor(10, { cellsPerRead })).toEqual({ reads, writes: 1, retries: 0 });
  },
);

test('a commit in parts leaves no hidden tab, and touches no cell beside its block', async () => {
  const around = [['a'], ['b', 'c', 'd'], [], ['e', null, 'f']];
  const { open } = await start({ bytesPerWrite: 3_000 }, around);
  await recompute(open(), write([['x'], ['y', 'z'], [null]], 1, 1));
  const block = rowsOf(40, 'big');
  await recompute(open(), write(block, 10, 2), {
    kind: 'add-sheet',
    sheetId: 9,
    title: 'Mới',
    rowCount: 1,
    columnCount: 1,
  });
  expect(await gridOf(open())).toEqual([
    ['a'],
    ['b', 'x', 'd'],
    [null, 'y', 'z'],
    ['e', null, 'f'],
    ...Array.from({ length: 6 }, () => []),
    ...block.map((row) => [null, null, ...row]),
  ]);
  const { sheets } = await open().readStructure();
  expect(sheets.map(({ title }) => title)).toEqual([RANKING.title, NOTES.title, 'Mới']);
});

test('the hidden tabs of a run that ended early are removed by the next commit, its results are not seen', async () => {
  const { open } = await start({ bytesPerWrite: 60_000 });
  const crashed = open();
  await crashed.readStructure();
  const other = open();
  const { version } = await recompute(other, write([['other']]));
  expect(await crashed.commit({ version, runId: 'crashed', changes: [write(rowsOf(600, 'a'))] })).toEqual({
    kind: 'superseded',
    version,
  });
  const left = (await open().readStructure()).sheets.filter(({ hidden }) => hidden);
  expect([left.length, await gridOf(open())]).toEqual([1, [['other']]]);
  await recompute(open(), write([['next']]));
  const { sheets } = await open().readStructure();
  expect([sheets.map(({ sheetId }) => sheetId), await gridOf(open())]).toEqual([
    [RANKING.sheetId, NOTES.sheetId],
    [['next']],
  ]);
});

/** A run that is interrupted before its second write: its hidden tabs are there, and not yet full. */
function interrupted(interrupt: () => Promise<unknown>): SpreadsheetPort {
  const { standIn, spreadsheetId } = harness;
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: SEEDED_ACCOUNTS[0]?.token ?? '' });
  let writes = 0;
  const connection = connectGoogle({
    auth,
    rootUrl: standIn.rootUrl,
    fetch: async (...call) => {
      const isWrite = String(call[0]).includes(':batchUpdate');
      if (isWrite) writes += 1;
      if (isWrite && writes === 2) await interrupt();
      return fetch(...call);
    },
  });
  return new GoogleSpreadsheet({ connection, spreadsheetId, bytesPerWrite: 40_000 });
}

test('a run whose hidden tabs are taken away while it fills them writes nothing, and learns why', async () => {
  const { open, staff } = await start();
  const other = async () => recompute(open(), write([['other']]));
  expect(await recompute(interrupted(other), write(rowsOf(600, 'a')))).toEqual({
    kind: 'superseded',
    version: 1,
  });
  const deleteHidden = async () => {
    const { sheets } = await open().readStructure();
    await staff.deleteTab(sheets.find(({ hidden }) => hidden)?.title ?? '');
  };
  expect(await recompute(interrupted(deleteHidden), write(rowsOf(600, 'b')))).toEqual({
    kind: 'moved',
    version: 2,
  });
  const { sheets } = await open().readStructure();
  expect([sheets.map(({ title }) => title), await gridOf(open())]).toEqual([
    [RANKING.title, NOTES.title],
    [['other']],
  ]);
});

test.each([
  { commits: 'in parts', bytesPerWrite: 40_000, change: write(rowsOf(600, 'a')) },
  {
    commits: 'in one batch',
    bytesPerWrite: 2_000_000,
    change: { kind: 'add-sheet', sheetId: 9, title: 'Mới', rowCount: 1_000, columnCount: 5 } as const,
  },
])(
  'a run that commits $commits has room although another left the spreadsheet full',
  async ({ bytesPerWrite, change }) => {
    const { open, rest, spreadsheetId } = await start({ bytesPerWrite });
    const gridProperties = { rowCount: 999_000, columnCount: 10 };
    const left = {
      metadataKey: 'par.staging',
      metadataValue: '1',
      location: { sheetId: 77 },
      visibility: 'DOCUMENT',
    };
    await rest('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
      requests: [
        { addSheet: { properties: { sheetId: 77, title: 'par.staging 77', hidden: true, gridProperties } } },
        { createDeveloperMetadata: { developerMetadata: left } },
      ],
    });
    expect(await recompute(open(), change)).toEqual({ kind: 'committed', version: 1 });
    const { sheets } = await open().readStructure();
    expect(sheets.filter(({ hidden }) => hidden)).toEqual([]);
  },
);

test('somebody who reads all the time sees the old results or the new, never a part', async () => {
  const { open } = await start({ bytesPerWrite: 20_000 });
  await recompute(open(), write(rowsOf(200, 'old')));
  const [before, after] = [rowsOf(200, 'old'), rowsOf(200, 'new')];
  let isDone = false;
  const seen = new Set<string>();
  const watch = async (): Promise<void> => {
    seen.add(JSON.stringify(await gridOf(open())));
    if (!isDone) await watch();
  };
  const watching = watch();
  await recompute(open(), write(after));
  isDone = true;
  await watching;
  const known = new Set([before, after].map((grid) => JSON.stringify(grid)));
  expect([...seen].filter((grid) => !known.has(grid))).toEqual([]);
  expect([seen.size > 0, await gridOf(open())]).toEqual([true, after]);
});
