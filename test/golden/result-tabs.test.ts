import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Grid } from '../../src/domain/grid.ts';
import type { Language } from '../../src/domain/language.ts';
import { provision } from '../../src/jobs/provision.ts';
import { writeCsv } from '../../src/offline/csv/write-csv.ts';
import { OUTPUT_METADATA_KEY } from '../../src/workbook/output/output-record.ts';
import { TAB_METADATA_KEY } from '../../src/workbook/tab-key.ts';
import { type MemorySpreadsheet, makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { readSampleFolder, recomputeIn } from '../jobs/sample.ts';
import { layoutText } from './layout-text.ts';

const { input, beside } = await readSampleFolder('binh-duong-2022');

/** Rows of a tab that are kept: the profiles of 91 communes go on in the same way for five thousand more. */
const ROWS_KEPT = 400;

interface WrittenTab {
  readonly key: string;
  readonly grid: Grid;
  readonly layout: string;
}

/** Keeps what is committed to a spreadsheet beside committing it. */
function watched(spreadsheet: MemorySpreadsheet) {
  const changes: Change[] = [];
  const open: MemorySpreadsheet['open'] = (before) => {
    const port = spreadsheet.open(before);
    return {
      ...port,
      commit: (commit) => {
        changes.push(...commit.changes);
        return port.commit(commit);
      },
    };
  };
  return { changes, spreadsheet: { ...spreadsheet, open } };
}

function layoutOf(sheetId: number, changes: readonly Change[]): string {
  const own = changes.filter((change) => 'sheetId' in change && change.sheetId === sheetId);
  const added = own.find((change) => change.kind === 'add-sheet');
  const written = own.find((change) => change.kind === 'write-cells');
  const layout = own.find((change) => change.kind === 'lay-out');
  if (added === undefined || written === undefined || layout === undefined)
    throw new Error('the tab is no new one');
  const { rowCount, columnCount } = added;
  return layoutText({ rowCount, columnCount, rows: written.rows, layout });
}

async function writtenTabs(language: Language): Promise<readonly WrittenTab[]> {
  const { changes, spreadsheet } = watched(
    makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'Trang tính1' }] }),
  );
  const settings = { ...input.settings, language };
  await provision(spreadsheet.open(), { ...input, settings }, language, () => 'provision', beside);
  changes.length = 0;
  const { outcome } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'recomputed') throw new Error(outcome.kind);
  return spreadsheet.structure().sheets.flatMap(({ sheetId, title, metadata }) => {
    const key = metadata.find((note) => note.key === TAB_METADATA_KEY)?.value;
    const isWritten = metadata.some((note) => note.key === OUTPUT_METADATA_KEY);
    return key === undefined || !isWritten
      ? []
      : [{ key, grid: spreadsheet.grid(title), layout: layoutOf(sheetId, changes) }];
  });
}

/** The tab as text: what differs is then read line by line. */
function csvOf(grid: Grid): string {
  const bytes = writeCsv(grid.slice(0, ROWS_KEPT), { delimiter: ',', decimalMark: '.' });
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}

const GROUP_TABS = ['ranking', 'by-field', 'criteria-analysis', 'profiles'];
const KEYS = [
  ...GROUP_TABS.flatMap((kind) => ['so', 'huyen', 'xa'].map((group) => `${kind}.${group}`)),
  'summary',
  'announcement',
  'issues',
  'run-log',
];

// A change that is meant is taken over with: npm run golden:update
describe.each(['vi', 'en'] as const)('every tab of the year 2022 in %s', async (language) => {
  const tabs = await writtenTabs(language);

  test('no tab is without its golden file', () => {
    expect(tabs.map(({ key }) => key).toSorted()).toEqual(KEYS.toSorted());
  });

  test.each(tabs)('$key is as its golden file has it, cell by cell', async ({ key, grid }) => {
    const file = join(import.meta.dirname, 'result-tabs', language, `${key}.csv`);
    await expect(csvOf(grid)).toMatchFileSnapshot(file);
  });

  test.each(tabs)('$key is laid out and looks as its golden file has it', async ({ key, layout }) => {
    const file = join(import.meta.dirname, 'result-tabs', language, `${key}.layout.txt`);
    await expect(layout).toMatchFileSnapshot(file);
  });
});
