import type { Cell, Grid } from '../../../src/domain/grid.ts';
import { makeGoogle } from './in-process-google.ts';
import type { KeptState, MemoryStore } from './memory-store.ts';
import { type Attempt, ENTRIES, LOG, NOTES, RESULTS, tally } from './tally.ts';

/** What a reader sees in one state of the spreadsheet. */
export interface View {
  readonly by: string;
  readonly entries: string;
  readonly results: Grid;
  readonly beside: string;
  readonly notes: string;
  readonly log: Grid;
  readonly hiddenTabs: number;
}

interface Answered {
  readonly valueRanges: readonly { readonly valueRange: { readonly values?: Cell[][] } }[];
}

const VALUES = 'http://127.0.0.1/v4/spreadsheets/the-spreadsheet/values:batchGetByDataFilter';

/** What a tab showed, by the tab as a value: most changes leave most tabs as they are. */
const gridsRead = new WeakMap<object, Grid>();

/** Reads a tab of one state as anybody could, by its id. */
async function gridOf(sheetId: number, { stored }: KeptState, store: MemoryStore): Promise<Grid> {
  const sheet = stored.workbook?.sheets.find((candidate) => candidate.sheetId === sheetId);
  if (sheet === undefined) throw new Error(`tab ${sheetId} is gone`);
  const known = gridsRead.get(sheet);
  if (known !== undefined) return known;
  const dataFilters = [{ gridRange: { sheetId } }];
  const body = JSON.stringify({ dataFilters, valueRenderOption: 'UNFORMATTED_VALUE' });
  const { status, text } = await makeGoogle({ ...store, get: () => stored })('POST', VALUES, body);
  if (status !== 200) throw new Error(`a state cannot be read: ${text}`);
  const [answer] = (JSON.parse(text) as Answered).valueRanges;
  const grid = (answer?.valueRange.values ?? []).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  gridsRead.set(sheet, grid);
  return grid;
}

const OUR_COLUMNS = 3;

function withoutEmptyEnds(rows: Grid): Grid {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

export async function viewOf(state: KeptState, store: MemoryStore): Promise<View> {
  const [entries = [], results = [], notes = [], log = []] = await Promise.all(
    [ENTRIES, RESULTS, NOTES, LOG].map(({ sheetId }) => gridOf(sheetId, state, store)),
  );
  const titles = state.stored.workbook?.sheets.map(({ properties }) => String(properties.title)) ?? [];
  return {
    by: state.by,
    entries: JSON.stringify(entries),
    results: withoutEmptyEnds(results.map((row) => row.slice(0, OUR_COLUMNS))),
    beside: JSON.stringify(
      withoutEmptyEnds(results.map((row) => row.map((cell, c) => (c < OUR_COLUMNS ? null : cell)))),
    ),
    notes: JSON.stringify(notes),
    log,
    hiddenTabs: titles.filter((title) => title.startsWith('par.staging')).length,
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export interface Judged {
  readonly views: readonly View[];
  readonly attempts: readonly Attempt[];
  /** How many changes ago a read may have been: 0, or 1 where stale reads were switched on. */
  readonly lag: number;
  /** False where a workbook was read in parts: parts of one tab may then be of different moments. */
  readonly readWhole: boolean;
}

/** Results that no input gave: a mixture, a leftover, or the ranking of something that never stood. */
function checkResults(i: number, { views, attempts, lag, readWhole }: Judged): readonly string[] {
  const { results } = views[i] ?? { results: [] };
  if (results.length === 0) return [];
  const [[, version, runId] = [], [, text] = []] = results;
  const entries = JSON.parse(String(text)) as Grid;
  const expected = tally(entries, Number(version), String(runId));
  if (!same(results, expected)) return [`state ${i}: the results are torn: ${JSON.stringify(results)}`];
  if (!readWhole) return [];
  const since = attempts.find((attempt) => attempt.runId === runId)?.since ?? Number.POSITIVE_INFINITY;
  const stood = views.slice(Math.max(0, since - 1 - lag), i).some((view) => view.entries === text);
  return stood ? [] : [`state ${i}: the entries of ${runId} stood at no moment since it began`];
}

function checkLog(i: number, { views }: Judged): readonly string[] {
  const { log, results } = views[i] ?? { log: [], results: [] };
  const versions = log.map(([version]) => version);
  if (
    !same(
      versions,
      versions.map((_, n) => n + 1),
    )
  )
    return [`state ${i}: versions in the log: ${versions}`];
  const last = log.at(-1) ?? [];
  const shown = results[0]?.slice(1) ?? [];
  return same(last, shown) ? [] : [`state ${i}: the log ends with ${last}, the results show ${shown}`];
}

/** A run touched what belongs to staff. */
function checkForeign(i: number, { views }: Judged): readonly string[] {
  const [before, after] = [views[i - 1], views[i]];
  if (before === undefined || after === undefined || !after.by.startsWith('run ')) return [];
  const kept = (view: View) => [view.entries, view.notes, view.beside];
  return same(kept(before), kept(after)) ? [] : [`state ${i}: ${after.by} changed cells of staff`];
}

/** What a run was told about its commit is what happened. */
function checkTold({ views, attempts }: Judged): readonly string[] {
  const log = views.at(-1)?.log ?? [];
  return attempts.flatMap(({ runId, version, told }) => {
    const stands = log.some((line) => same(line, [version, runId]));
    if (told === 'committed' && !stands) return [`${runId} was told that version ${version} stands`];
    const denies = told === 'superseded' || told === 'moved';
    return denies && stands ? [`${runId} was told ${told}, but version ${version} stands`] : [];
  });
}

/** Everything that is wrong with what happened; nothing when all is well. */
export function checkAll(judged: Judged): readonly string[] {
  const each = judged.views.flatMap((_, i) => [
    ...checkResults(i, judged),
    ...checkLog(i, judged),
    ...checkForeign(i, judged),
  ]);
  return [...each, ...checkTold(judged)];
}
