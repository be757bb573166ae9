import { join } from 'node:path';
import type { Cell } from '../../src/domain/grid.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { provision } from '../../src/jobs/provision.ts';
import { type RecomputeDependencies, type RecomputeReport, recompute } from '../../src/jobs/recompute.ts';
import { type ControlFolder, readControlFolder } from '../../src/offline/control-folder.ts';
import type { TabInput } from '../fakes/memory-document.ts';
import {
  type BeforeCall,
  type MemorySpreadsheet,
  makeMemorySpreadsheet,
} from '../fakes/memory-spreadsheet.ts';

const SAMPLES = join(import.meta.dirname, '../../sheets-templates/samples');

/** All that a sample folder holds; a sample with issues is a broken test. */
export async function readSampleFolder(name: string): Promise<ControlFolder> {
  const read = await readControlFolder(join(SAMPLES, name));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** The entries of a sample folder. */
export async function sampleInput(name: string): Promise<PeriodInput> {
  return (await readSampleFolder(name)).input;
}

/** A control workbook in memory, made from a sample, with further tabs that the office keeps in it. */
export async function sampleSpreadsheet(
  name: string,
  ...further: readonly TabInput[]
): Promise<MemorySpreadsheet> {
  const { input, beside } = await readSampleFolder(name);
  const { language } = input.settings;
  const spreadsheet = makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'Trang tính1' }, ...further] });
  await provision(spreadsheet.open(), input, language, () => 'provision', beside);
  return spreadsheet;
}

/** Staff enter an appraised mark of the sample's only group, found by unit and component. */
export function enterMark(spreadsheet: MemorySpreadsheet, unit: string, component: string, mark: Cell): void {
  const title = 'Thẩm định – huyen';
  const grid = spreadsheet.grid(title);
  const header = grid.find((cells) => cells.includes(component) && cells.includes('Mã đơn vị'));
  const row = grid.findIndex((cells) => cells.includes(unit));
  spreadsheet.type(title, row, header?.indexOf(component) ?? -1, mark);
}

let runs = 0;

/** A recompute at a fixed moment, or the one that is given, under run ids of its own. */
export function recomputeIn(
  spreadsheet: MemorySpreadsheet,
  before?: BeforeCall,
  options: Partial<Pick<RecomputeDependencies, 'now' | 'deadline'>> = {},
): Promise<RecomputeReport> {
  return recompute(
    {
      spreadsheet: spreadsheet.open(before),
      now: () => new Date('2026-11-23T02:15:02Z'),
      clock: () => 0,
      newRunId: () => {
        runs += 1;
        return `run-${runs}`;
      },
      ...options,
    },
    'robot@par-index.test',
  );
}
