import { beforeAll, expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import type { KnownRun } from '../../src/jobs/causes/explain-entries.ts';
import { preview } from '../../src/jobs/preview.ts';
import { cellName, parseCellName } from '../../src/workbook/a1.ts';
import type { MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { recomputeIn, sampleSpreadsheet } from './sample.ts';

const COUNCIL = 'Quyết định của Hội đồng';
const ADJUSTMENTS = 'Điểm thưởng, điểm phạt';
const EXEMPT = 'Không áp dụng';
const SETTINGS = 'Cài đặt';
const CRITERIA = 'Tiêu chí – so-minh-hoa';
const APPRAISAL = 'Thẩm định – so-minh-hoa';
const SELF = 'Tự đánh giá – so-minh-hoa';

let spreadsheet: MemorySpreadsheet;
let knownRun: KnownRun;

beforeAll(async () => {
  spreadsheet = await sampleSpreadsheet('binh-duong-2022');
  const { outcome } = await recomputeIn(spreadsheet);
  if (outcome.kind !== 'recomputed') throw new Error(outcome.kind);
  knownRun = { board: outcome.scoreboard, input: outcome.input, resultsHash: outcome.resultsHash };
});

function type(tab: string, cell: string, value: Cell): Cell {
  const { row = -1, column = -1 } = parseCellName(cell) ?? {};
  const before = spreadsheet.grid(tab)[row]?.[column] ?? null;
  spreadsheet.type(tab, row, column, value);
  return before;
}

type Typed = readonly (readonly [string, string, Cell])[];

/** What a preview says after these cells were typed; the cells are put back. */
async function previewAfter(typed: Typed) {
  const before = typed.map(([tab, cell, value]) => [tab, cell, type(tab, cell, value)] as const);
  const { outcome } = await preview({ spreadsheet: spreadsheet.open(), knownRun });
  for (const [tab, cell, value] of before.toReversed()) type(tab, cell, value);
  if (outcome.kind !== 'previewed') throw new Error(JSON.stringify(outcome.issues));
  return { outcome };
}

/** What it says of one unit, and by how much that unit's index moves. */
async function causesAfter(unit: string, typed: Typed) {
  const { outcome } = await previewAfter(typed);
  const change = outcome.changes.find(({ unitId }) => unitId === unit);
  const { before = Number.NaN, after = Number.NaN } = change?.index ?? {};
  return { causes: change?.causes, moved: after - before };
}

/** The first row of a tab that holds all of these texts, as its number in cell names. */
function rowOf(tab: string, ...texts: readonly string[]): number {
  return (
    spreadsheet.grid(tab).findIndex((cells) => texts.every((text) => cells.map(String).includes(text))) + 1
  );
}

test('a decision of the council is named where it stands, not the mark that it stands in place of', async () => {
  const row = rowOf(COUNCIL, 'STNMT', '1.5');
  const { causes, moved } = await causesAfter('STNMT', [[COUNCIL, `C${row}`, 0]]);
  const place = { component: '1.5', tab: COUNCIL, cell: `C${row}`, before: '0,5', after: '0' };
  expect(causes).toEqual([{ ...place, effect: expect.closeTo(moved, 1) }]);
});

test('a penalty on a criterion is named where it stands', async () => {
  const row = rowOf(ADJUSTMENTS, 'SGDDT', '1.2');
  const { causes, moved } = await causesAfter('SGDDT', [[ADJUSTMENTS, `C${row}`, 0.9]]);
  const place = { component: '1.2', tab: ADJUSTMENTS, cell: `C${row}`, before: '0,25', after: '0,9' };
  expect(causes).toEqual([{ ...place, effect: expect.closeTo(moved, 1) }]);
});

test('a penalty on the total is named where it stands', async () => {
  const row = rowOf(ADJUSTMENTS, '25861');
  const { causes, moved } = await causesAfter('25861', [[ADJUSTMENTS, `C${row}`, 1.5]]);
  const place = { component: '', tab: ADJUSTMENTS, cell: `C${row}`, before: '0,5', after: '1,5' };
  expect(causes).toEqual([{ ...place, effect: expect.closeTo(moved, 1) }]);
});

/** The cell of a unit's mark in an appraisal or self-assessment of the departments. */
function markCell(tab: string, unit: string, component: string): string {
  const header = spreadsheet.grid(tab).find((cells) => cells.includes('Mã đơn vị')) ?? [];
  return cellName(rowOf(tab, unit) - 1, header.indexOf(component));
}

test('what no longer applies is one cause with all that follows from it: the others weigh more', async () => {
  const row = spreadsheet.grid(EXEMPT).length + 1;
  const added = ['STNMT', '2.1', 'Không được giao', 'Hội đồng'].map(
    (text, column) => [EXEMPT, cellName(row - 1, column), text] as const,
  );
  const cleared = [APPRAISAL, SELF].map((tab) => [tab, markCell(tab, 'STNMT', '2.1'), null] as const);
  const { causes, moved } = await causesAfter('STNMT', [...added, ...cleared]);
  const place = { component: '2.1', tab: EXEMPT, cell: `B${row}`, before: '', after: 'Không áp dụng' };
  expect(causes).toEqual([{ ...place, effect: expect.closeTo(moved, 1) }]);
});

test('an exemption that was taken back names its tab, for its row is gone, and the mark in its place', async () => {
  const row = rowOf(EXEMPT, 'BQLKCN', '2.1');
  const gone = ['A', 'B', 'C', 'D'].map((column) => [EXEMPT, `${column}${row}`, null] as const);
  const cell = markCell(APPRAISAL, 'BQLKCN', '2.1');
  const { causes, moved } = await causesAfter('BQLKCN', [
    ...gone,
    [APPRAISAL, cell, '11/12'],
    [SELF, markCell(SELF, 'BQLKCN', '2.1'), null],
  ]);
  const place = { component: '2.1', tab: EXEMPT, before: 'Không áp dụng', after: '' };
  expect(causes).toEqual([
    { ...place, effect: expect.closeTo(moved, 1) },
    { component: '2.1', tab: APPRAISAL, cell, before: '', after: '11/12' },
  ]);
});

test('a maximum is named in the criteria tab, for every unit that it moves', async () => {
  const header = spreadsheet.grid(CRITERIA).find((cells) => cells.includes('Điểm tối đa')) ?? [];
  const cell = cellName(rowOf(CRITERIA, '2.1') - 1, header.indexOf('Điểm tối đa'));
  const { causes, moved } = await causesAfter('STNMT', [[CRITERIA, cell, 9]]);
  const place = { component: '2.1', tab: CRITERIA, cell, before: '4', after: '9' };
  expect(causes).toEqual([{ ...place, effect: expect.closeTo(moved, 1) }]);
});

test('a rule is named in the criteria tab', async () => {
  const header = spreadsheet.grid(CRITERIA).find((cells) => cells.includes('Tham số')) ?? [];
  const cell = cellName(rowOf(CRITERIA, '1.5', 'Sáng kiến trong CCHC') - 1, header.indexOf('Tham số'));
  const { outcome } = await previewAfter([[CRITERIA, cell, 'mỗi: 0,25']]);
  const causes = outcome.changes.flatMap((change) => change.causes ?? []);
  const place = { component: '1.5', tab: CRITERIA, cell, before: 'mỗi: 0,5', after: 'mỗi: 0,25' };
  expect(causes.length).toBeGreaterThan(0);
  expect(causes).toEqual(causes.map(() => ({ ...place, effect: expect.any(Number) })));
});

test('a setting is named by its words and its cell', async () => {
  const row = rowOf(SETTINGS, 'Điểm không áp dụng');
  const { causes, moved } = await causesAfter('BQLKCN', [[SETTINGS, `C${row}`, 'Không quy đổi']]);
  const place = { component: 'Điểm không áp dụng', tab: SETTINGS, cell: `C${row}` };
  expect(causes).toEqual([
    { ...place, before: 'Theo khối điểm', after: 'Không quy đổi', effect: expect.closeTo(moved, 1) },
  ]);
});

test('a mark that was deleted explains why its unit is no longer ranked', async () => {
  const cell = markCell(APPRAISAL, 'STNMT', '2.1');
  const { causes } = await causesAfter('STNMT', [[APPRAISAL, cell, null]]);
  expect(causes).toEqual([{ component: '2.1', tab: APPRAISAL, cell, before: '11/12', after: '' }]);
});

test('a unit that others passed has no cause of its own', async () => {
  const row = rowOf(ADJUSTMENTS, '25861');
  const { outcome } = await previewAfter([[ADJUSTMENTS, `C${row}`, 30]]);
  const passed = outcome.changes.filter(({ unitId }) => unitId !== '25861');
  expect(passed.length).toBeGreaterThan(0);
  expect(passed.map(({ causes }) => causes)).toEqual(passed.map(() => []));
});
