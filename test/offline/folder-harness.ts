import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { FOLDER_FORMAT } from '../../src/offline/csv/folder-format.ts';
import { FileSpreadsheet } from '../../src/offline/files/file-spreadsheet.ts';
import { csvFolder } from '../../src/offline/files/folder.ts';
import type { PortHarness } from '../contract/spreadsheet-port.contract.ts';
import type { TabInput } from '../fakes/memory-document.ts';

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `"${cell.replaceAll('"', '""')}"`;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function csvOf(grid: Grid): string {
  return grid.map((row) => `${row.map(fieldOf).join(',')}\n`).join('');
}

export async function makeFolderHarness(tabs: readonly TabInput[]): Promise<PortHarness> {
  const parent = await mkdtemp(join(tmpdir(), 'par-csv-'));
  const folder = join(parent, 'so');
  await makeFolder(folder, tabs);
  const fileOf = (title: string) => join(folder, `${title}.csv`);
  return {
    open: () => new FileSpreadsheet(FOLDER_FORMAT, csvFolder(folder, folder)),
    close: () => rm(parent, { recursive: true }),
    staff: {
      type: async (title, row, column, value) => {
        const lines = (await readFile(fileOf(title), 'utf8')).split('\n');
        while (lines.length <= row + 1) lines.splice(lines.length - 1, 0, '');
        lines[row] = `${','.repeat(column)}${fieldOf(value)}`;
        await writeFile(fileOf(title), lines.join('\n'));
      },
      renameTab: (title, to) => rename(fileOf(title), fileOf(to)),
      deleteTab: (title) => rm(fileOf(title)),
      insertRow: async (title, before) => {
        const lines = (await readFile(fileOf(title), 'utf8')).split('\n');
        await writeFile(fileOf(title), lines.toSpliced(before, 0, '').join('\n'));
      },
    },
  };
}

/** A folder as it lies on disk, with the ids that the contract's tabs have. */
async function makeFolder(folder: string, tabs: readonly TabInput[]): Promise<void> {
  await mkdir(folder);
  await Promise.all(
    tabs.map(({ title, cells = [] }) => writeFile(join(folder, `${title}.csv`), csvOf(cells))),
  );
  const sheets = tabs.map(({ title, sheetId }) => ({ file: `${title}.csv`, sheetId, names: [], notes: [] }));
  await writeFile(
    join(folder, 'par-index.json'),
    JSON.stringify({ format: 'par-index-folder/1', notes: [], sheets }),
  );
}
