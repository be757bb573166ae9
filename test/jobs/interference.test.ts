import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import type { MemorySpreadsheet, PortCall } from '../fakes/memory-spreadsheet.ts';
import { enterMark, recomputeIn, sampleSpreadsheet } from './sample.ts';
import { notesIn, withoutStaff } from './staff-at-work.ts';

const SAMPLE = 'binh-duong-2017';
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const WRITTEN = [RANKING, 'Tổng hợp', 'Vấn đề cần xử lý', 'Nhật ký'];

function columnsOf(spreadsheet: MemorySpreadsheet, title: string): number {
  return spreadsheet.structure().sheets.find((sheet) => sheet.title === title)?.columnCount ?? 0;
}

/** A workbook with results, in whose ranking staff keep notes above, inside, below and beside. */
async function worked(): Promise<MemorySpreadsheet> {
  const spreadsheet = await sampleSpreadsheet(SAMPLE);
  await recomputeIn(spreadsheet);
  for (const title of WRITTEN) {
    spreadsheet.insertLines(title, { dimension: 'rows', from: 0, to: 1 });
    spreadsheet.type(title, 0, 0, 'ghi chú 1');
    spreadsheet.insertLines(title, { dimension: 'columns', from: 1, to: 2 });
    spreadsheet.type(title, 5, 1, 'ghi chú 2');
    spreadsheet.type(title, spreadsheet.grid(title).length, 0, 'ghi chú 3');
    spreadsheet.type(title, spreadsheet.grid(title).length + 2, 0, 'ghi chú 6');
    spreadsheet.type(title, 7, columnsOf(spreadsheet, title) - 1, 'ghi chú 7');
  }
  spreadsheet.insertLines(RANKING, { dimension: 'rows', from: 9, to: 11 });
  spreadsheet.type(RANKING, 9, 0, 'ghi chú 4');
  spreadsheet.type(RANKING, 10, 3, 'ghi chú 5');
  return spreadsheet;
}

type Step = (spreadsheet: MemorySpreadsheet, title: string) => void;

const rows = (from: number, to = from + 1) => ({ dimension: 'rows', from, to }) as const;
const columns = (from: number, to = from + 1) => ({ dimension: 'columns', from, to }) as const;

/** Edits that leave every cell of the product and every note where it belongs, whatever the tab. */
const EDITS: Readonly<Record<string, Step>> = {
  'rows put in above': (s, title) => s.insertLines(title, rows(0, 3)),
  'a row put in inside': (s, title) => s.insertLines(title, rows(7)),
  'a row put in below': (s, title) => s.insertLines(title, rows(s.grid(title).length)),
  'a column put in before': (s, title) => s.insertLines(title, columns(0)),
  'a column put in inside': (s, title) => s.insertLines(title, columns(2)),
  'a column put in beside': (s, title) => s.insertLines(title, columns(12)),
  'a row taken out': (s, title) => s.deleteLines(title, rows(6)),
  'a column taken out': (s, title) => s.deleteLines(title, columns(3)),
  'the table and rows below taken out': (s, title) => s.deleteLines(title, rows(1, s.grid(title).length - 1)),
  'the table and columns beside taken out': (s, title) =>
    s.deleteLines(title, columns(0, columnsOf(s, title) - 1)),
  'the line of the status moved inside': (s, title) => s.moveLines(title, rows(3), 8),
  'a row moved down': (s, title) => s.moveLines(title, rows(6), 12),
  'a note moved inside': (s, title) => s.moveLines(title, rows(0), 8),
  'two notes that change places': (s, title) => s.moveLines(title, rows(9), 11),
  'a column moved': (s, title) => s.moveLines(title, columns(4), 8),
  'rows sorted': (s, title) => s.sortRows(title, { from: 6, to: s.grid(title).length }, 2),
  'own rows sorted among themselves': (s, title) => s.sortRows(title, { from: 12, to: 16 }, 2),
  'own rows that change places': (s, title) => s.moveLines(title, rows(13), 15),
  'the tab renamed': (s, title) => s.renameTab(title, `${title} mới`),
  'the tab deleted': (s, title) => s.deleteTab(title),
  'an anchor deleted': (s) => s.removeAnchors(({ anchorId }) => anchorId % 4 === 0),
  'all anchors deleted': (s) => s.removeAnchors(() => true),
};

/** A log of which only the last line is left says again what its columns are when the next one is written. */
const HEADLESS = 'the table and rows below taken out';

const CALLS: readonly PortCall[] = ['readStructure', 'readGrids', 'commit', 'readBack'];
const CASES = Object.keys(EDITS).flatMap((edit) => CALLS.map((call) => ({ edit, call })));

/** A recompute with an edit of one tab before one of its calls. */
async function recomputeAmid(
  spreadsheet: MemorySpreadsheet,
  title: string,
  { edit, call }: (typeof CASES)[number],
) {
  let isDone = false;
  let notes: readonly string[] = [];
  const report = await recomputeIn(spreadsheet, (now) => {
    if (now !== call || isDone) return;
    isDone = true;
    EDITS[edit]?.(spreadsheet, title);
    notes = notesOf(spreadsheet);
  });
  return { ...report, notes };
}

function titleNow(spreadsheet: MemorySpreadsheet, title: string): string {
  const titles = spreadsheet.structure().sheets.map((sheet) => sheet.title);
  return titles.find((each) => each === `${title} mới`) ?? title;
}

function notesOf(spreadsheet: MemorySpreadsheet): readonly string[] {
  return spreadsheet.structure().sheets.flatMap(({ title }) => notesIn(spreadsheet.grid(title)));
}

function resultsOf(spreadsheet: MemorySpreadsheet) {
  return [RANKING, 'Tổng hợp'].map((title) => withoutStaff(spreadsheet.grid(titleNow(spreadsheet, title))));
}

const LOG_COLUMNS = ['Người thực hiện', 'Số lỗi', 'Số cảnh báo', 'Mã số liệu nhập', 'Mã kết quả'];

/** What the last line of the log says, by the headers of its columns. */
function logLineOf(spreadsheet: MemorySpreadsheet): readonly Cell[] {
  const grid = spreadsheet.grid(titleNow(spreadsheet, 'Nhật ký'));
  const header = grid.find((row) => row.includes('Mã kết quả')) ?? [];
  const versions = grid.map((row) => Number(row[header.indexOf('Lần')] ?? Number.NaN));
  const last = grid[versions.lastIndexOf(Math.max(...versions.filter(Number.isInteger)))] ?? [];
  return LOG_COLUMNS.map((column) => last[header.indexOf(column)] ?? null);
}

/** What the same entries give in a workbook that nobody works in. */
async function recomputeUndisturbed(entry: Cell) {
  const twin = await sampleSpreadsheet(SAMPLE);
  await recomputeIn(twin);
  enterMark(twin, 'TDM', 'I', entry);
  await recomputeIn(twin);
  return { results: resultsOf(twin), logLine: logLineOf(twin), statuses: statusesOf(twin) };
}

const known = new Map<Cell, ReturnType<typeof recomputeUndisturbed>>();

function undisturbed(entry: Cell): ReturnType<typeof recomputeUndisturbed> {
  const found = known.get(entry) ?? recomputeUndisturbed(entry);
  known.set(entry, found);
  return found;
}

/** The beginnings of the lines that say how results stand, without the times that follow. */
function statusesOf(spreadsheet: MemorySpreadsheet): readonly string[] {
  return [RANKING, 'Tổng hợp'].flatMap((title) =>
    spreadsheet
      .grid(titleNow(spreadsheet, title))
      .flat()
      .flatMap((cell) => /^(KHÔNG CÒN )?HIỆN HÀNH ./.exec(String(cell))?.[0] ?? []),
  );
}

test.each(CASES)('$edit before $call never leads to a misplaced write', async (interference) => {
  const { results, logLine } = await undisturbed(41.75);
  const attempts = WRITTEN.map(async (title) => {
    const spreadsheet = await worked();
    enterMark(spreadsheet, 'TDM', 'I', 41.75);
    const { outcome, notes } = await recomputeAmid(spreadsheet, title, interference);
    expect([title, outcome.kind, notesOf(spreadsheet)]).toEqual([title, 'recomputed', notes]);
    // What was moved after the commit is put right by the next run.
    if (interference.call === 'readBack') await recomputeIn(spreadsheet);
    expect([title, resultsOf(spreadsheet)]).toEqual([title, results]);
    if (interference.edit !== HEADLESS) expect([title, logLineOf(spreadsheet)]).toEqual([title, logLine]);
  });
  await Promise.all(attempts);
});

/** A refused run writes the line that says so, and leaves the figures as they are, also when some are gone. */
const REFUSALS = CASES.filter(({ edit }) => !/taken out|tab deleted/.test(edit));

test.each(REFUSALS)('$edit before $call never leads to a misplaced banner', async (interference) => {
  const { results, logLine, statuses } = await undisturbed('chưa có');
  const attempts = [RANKING, 'Nhật ký'].map(async (title) => {
    const spreadsheet = await worked();
    enterMark(spreadsheet, 'TDM', 'I', 'chưa có');
    const { outcome, notes } = await recomputeAmid(spreadsheet, title, interference);
    expect([title, outcome.kind, notesOf(spreadsheet)]).toEqual([title, 'refused', notes]);
    expect([title, resultsOf(spreadsheet), logLineOf(spreadsheet)]).toEqual([title, results, logLine]);
    expect([title, statusesOf(spreadsheet)]).toEqual([title, statuses]);
  });
  await Promise.all(attempts);
});

test('nothing of the anchors that a run put for itself is left, and no anchor is on two lines', async () => {
  const spreadsheet = await worked();
  enterMark(spreadsheet, 'TDM', 'I', 41.75);
  await recomputeIn(spreadsheet);
  const before = spreadsheet.anchors().length;
  spreadsheet.sortRows(RANKING, { from: 6, to: 16 }, 4);
  enterMark(spreadsheet, 'TDM', 'I', 51.75);
  await recomputeIn(spreadsheet);
  const ids = spreadsheet.anchors().map(({ anchorId }) => anchorId);
  expect([ids.length, new Set(ids).size]).toEqual([before, before]);
});

test('a run beside which people never stop moving rows gives up and has written nothing', async () => {
  const spreadsheet = await worked();
  enterMark(spreadsheet, 'TDM', 'I', 41.75);
  const before = resultsOf(spreadsheet);
  const { outcome } = await recomputeIn(spreadsheet, (call) => {
    if (call === 'commit') spreadsheet.insertLines(RANKING, rows(0));
  });
  expect(outcome).toEqual({ kind: 'moved', version: 3 });
  expect(resultsOf(spreadsheet)).toEqual(before);
});
