import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Cell } from '../../src/domain/grid.ts';
import { provision } from '../../src/jobs/provision.ts';
import { type RecomputeReport, recompute } from '../../src/jobs/recompute.ts';
import { openWorkbook } from '../../src/offline/files/open-workbook.ts';
import { blankWorkbook } from '../../src/offline/xlsx/blank-workbook.ts';
import { pack } from '../../src/offline/xlsx/zip.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import { findTabs } from '../../src/workbook/find-tabs.ts';
import { makeStandInHarness } from '../contract/stand-in-harness.ts';
import { recomputeIn, sampleInput, sampleSpreadsheet } from '../jobs/sample.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLES = ['binh-duong-2017', 'binh-duong-2022', 'tay-ninh-2023'];

function run(spreadsheet: SpreadsheetPort): Promise<RecomputeReport> {
  return recompute(
    { spreadsheet, now: () => new Date('2026-11-23T02:15:02Z'), clock: () => 0, newRunId: () => 'run' },
    'robot@par-index.test',
  );
}

function hashesOf({ outcome }: RecomputeReport) {
  if (outcome.kind !== 'recomputed') throw new Error(JSON.stringify(outcome));
  return { entries: outcome.entriesHash, results: outcome.resultsHash };
}

/** Every tab of a workbook with its values and names, as a download holds them. */
async function download(spreadsheet: SpreadsheetPort) {
  const structure = await spreadsheet.readStructure();
  const grids = await spreadsheet.readGrids(structure.sheets);
  const keys = new Map([...findTabs(structure).tabs].map(([key, { sheetId }]) => [sheetId, key]));
  return structure.sheets.map(({ sheetId, title }) => ({
    sheetId: sheetId + 1,
    title,
    key: keys.get(sheetId),
    names: structure.namedRanges.filter((range) => range.sheetId === sheetId).map(({ name }) => name),
    grid: grids.get(sheetId) ?? [],
  }));
}

type Downloaded = Awaited<ReturnType<typeof download>>;

/** The download as an .xlsx: values and named ranges; notes do not travel. */
async function asXlsx(tabs: Downloaded): Promise<SpreadsheetPort> {
  const path = join(await temporaryFolder(), 'tai-xuong.xlsx');
  await writeFile(path, pack(blankWorkbook('Trống')));
  const { spreadsheet } = await openWorkbook(path);
  const changes = tabs.flatMap(({ sheetId, title, names, grid }): readonly Change[] => [
    { kind: 'add-sheet', sheetId: sheetId + 10, title: `${title} `, rowCount: 1, columnCount: 1 },
    ...names.map((name) => ({ kind: 'name-tab', sheetId: sheetId + 10, name }) as const),
    {
      kind: 'write-cells',
      sheetId: sheetId + 10,
      row: 0,
      column: 0,
      rows: grid.map((row) => row.map((value) => ({ value }))),
    },
  ]);
  await spreadsheet.commit({ version: 1, runId: 'download', changes });
  return (await openWorkbook(path)).spreadsheet;
}

/** A field as Excel in Vietnam saves it. */
function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell === null || typeof cell === 'boolean') return cell === null ? '' : String(cell).toUpperCase();
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The download as a folder of CSV files, as Excel in Vietnam saves them. */
async function asFolder(tabs: Downloaded): Promise<SpreadsheetPort> {
  const folder = join(await temporaryFolder(), 'so');
  await mkdir(folder);
  await Promise.all(
    tabs.map(({ key, grid, title }) => {
      const width = Math.max(0, ...grid.map((row) => row.length));
      const lines = grid.map((row) =>
        Array.from({ length: width }, (_, i) => field(row[i] ?? null)).join(';'),
      );
      return writeFile(join(folder, `${key ?? title}.csv`), `\ufeff${lines.join('\r\n')}\r\n`);
    }),
  );
  return (await openWorkbook(folder)).spreadsheet;
}

test.each(SAMPLES)(
  'the same workbook %s has the same hashes online, downloaded as .xlsx and as CSV with semicolons',
  async (sample) => {
    const harness = await makeStandInHarness([{ sheetId: 0, title: 'Trang tính1' }]);
    try {
      const input = await sampleInput(sample);
      await provision(harness.open(), input, input.settings.language, () => 'provision');
      const online = hashesOf(await run(harness.open()));
      const downloaded = await download(harness.open());
      expect(hashesOf(await run(await asXlsx(downloaded)))).toEqual(online);
      expect(hashesOf(await run(await asFolder(downloaded)))).toEqual(online);
      expect(hashesOf(await recomputeIn(await sampleSpreadsheet(sample)))).toEqual(online);
      const folder = join(import.meta.dirname, '../../sheets-templates/samples', sample);
      const copy = await temporaryFolder();
      const { spreadsheet } = await openWorkbook(folder, join(copy, 'so'));
      expect(hashesOf(await run(spreadsheet))).toEqual(online);
    } finally {
      await harness.close();
    }
  },
);

test('a download holds the ranking of the online run, found again by its name and not written twice', async () => {
  const harness = await makeStandInHarness([{ sheetId: 0, title: 'Trang tính1' }]);
  try {
    const input = await sampleInput('binh-duong-2017');
    await provision(harness.open(), input, 'vi', () => 'provision');
    await run(harness.open());
    const downloaded = await download(harness.open());
    expect(downloaded.flatMap(({ names }) => names).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      expect.arrayContaining(['par_issues', 'par_ranking_x2e_huyen', 'par_run_x2d_log', 'par_summary']),
    );
    const file = await asXlsx(downloaded);
    await run(file);
    const { sheets } = await file.readStructure();
    expect(sheets.filter(({ title }) => title.startsWith('Xếp hạng'))).toHaveLength(1);
    const second = await run(file);
    expect(second.outcome).toMatchObject({ kind: 'recomputed', resultsChanged: false });
  } finally {
    await harness.close();
  }
});

test('a recompute of a folder in place is read back unchanged by the next one', async () => {
  const folder = join(await temporaryFolder(), 'so');
  await mkdir(folder);
  const source = join(import.meta.dirname, '../../sheets-templates/samples/tay-ninh-2023');
  const files = ['criteria.so', 'groups', 'marks.appraisal.so', 'not-applicable', 'settings', 'units'];
  await Promise.all(files.map((file) => copyFile(join(source, `${file}.csv`), join(folder, `${file}.csv`))));
  const { spreadsheet } = await openWorkbook(folder);
  const first = await run(spreadsheet);
  expect(first.outcome).toMatchObject({ kind: 'recomputed', version: 1, resultsChanged: true });
  const second = await run((await openWorkbook(folder)).spreadsheet);
  expect(second.outcome).toMatchObject({ kind: 'recomputed', version: 2, resultsChanged: false });
});
