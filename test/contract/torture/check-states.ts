import type { Cell, Grid } from '../../../src/domain/grid.ts';
import { OUTPUT_HEADERS } from '../../../src/domain/messages/output-messages.ts';
import { notesIn, withoutStaff } from '../../jobs/staff-at-work.ts';
import { type Expected, expectedOf } from './expected-results.ts';
import type { Attempt } from './recompute-run.ts';
import type { Damage } from './staff.ts';
import type { View } from './view.ts';

export interface Judged {
  readonly views: readonly View[];
  readonly attempts: readonly Attempt[];
  readonly damages: readonly Damage[];
  /** How many changes ago a read may have been: 0, or 1 where stale reads were switched on. */
  readonly lag: number;
  /** False where a workbook was read in parts: parts of one tab may then be of different moments. */
  readonly readWhole: boolean;
}

/** One line of the run log, by the headers of its columns. */
interface LogLine {
  readonly version: Cell;
  readonly who: Cell;
  readonly outcome: Cell;
  readonly entriesHash: Cell;
  readonly resultsHash: Cell;
}

const LINE = ['version', 'who', 'outcome', 'entriesHash', 'resultsHash'] as const;

/** The lines of the log by version: staff may have moved them, even above the header. */
function logOf({ written }: View): readonly LogLine[] {
  const grid = written.get('run-log')?.grid ?? [];
  const header = grid.findIndex((row) => row.includes(OUTPUT_HEADERS.version.vi));
  if (header === -1) return [];
  const columns = LINE.map((name) => grid[header]?.indexOf(OUTPUT_HEADERS[name].vi) ?? -1);
  const lines = grid.flatMap((row): readonly LogLine[] => {
    const cells = columns.map((column) => row[column] ?? null);
    if (typeof cells[0] !== 'number') return [];
    const [version, who = null, outcome = null, entriesHash = null, resultsHash = null] = cells;
    return [{ version, who, outcome, entriesHash, resultsHash }];
  });
  return lines.toSorted((a, b) => Number(a.version) - Number(b.version));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isByRun({ by }: View): boolean {
  return by.startsWith('run ') || by === 'last';
}

/** A tab’s rows without the words of its status line, which every run chooses. */
function figuresOf(grid: Grid): readonly string[] {
  const isStatus = (cell: Cell) => typeof cell === 'string' && /(HIỆN HÀNH|CÓ THAY ĐỔI) /.test(cell);
  return withoutStaff(grid.map((row) => row.filter((cell) => !isStatus(cell))));
}

/** The commit that made a state: the attempt whose line came into the log. */
function commitOf(
  i: number,
  { views, attempts }: Judged,
): (LogLine & { readonly attempt: Attempt }) | undefined {
  const [before, after] = [views[i - 1], views[i]];
  if (before === undefined || after === undefined || !isByRun(after)) return undefined;
  const [old, now] = [logOf(before), logOf(after)];
  const line = now.at(-1);
  if (line === undefined || now.length === old.length) return undefined;
  const attempt = attempts.findLast(({ version, by }) => version === line.version && by === after.by);
  return attempt === undefined ? undefined : { ...line, attempt };
}

/** Results that no entries gave: a mixture, a leftover, a row too many, or results of entries that stood at no moment of the run. */
function checkResults(i: number, judged: Judged): readonly string[] {
  const { views, lag, readWhole, damages } = judged;
  const commit = commitOf(i, judged);
  const view = views[i];
  if (commit === undefined || view === undefined || commit.entriesHash === null) return [];
  const { attempt } = commit;
  const stood = views.slice(Math.max(0, attempt.since - 1 - lag), i).map((each) => expectedOf(each.entries));
  const expected = stood.find(({ entriesHash }) => entriesHash === commit.entriesHash);
  if (expected === undefined)
    return readWhole ? [`state ${i}: the entries of ${attempt.runId} stood at no moment since it began`] : [];
  if (expected.resultsHash !== commit.resultsHash) return [`state ${i}: other results than the engine’s`];
  return [...expected.tabs].flatMap(([key, rows]) => {
    const isDamaged = damages.some(
      (each) => each.key === key && each.state >= attempt.since - 1 - lag && each.state < i,
    );
    const grid = view.written.get(key)?.grid;
    if (isDamaged) return [];
    if (grid === undefined) return [`state ${i}: ${key} is missing`];
    return same(figuresOf(grid), rows.toSorted())
      ? []
      : [`state ${i}: ${key} is torn: ${JSON.stringify(grid)}`];
  });
}

/** What a run writes, its commit apart, is seen by nobody; and a commit adds one line, of the next version. */
function checkLog(i: number, judged: Judged): readonly string[] {
  const { views } = judged;
  const [before, after] = [views[i - 1], views[i]];
  if (before === undefined || after === undefined) return [];
  const versions = logOf(after).map(({ version }) => version);
  const wrong = same(
    versions,
    versions.map((_, n) => n + 1),
  )
    ? []
    : [`state ${i}: versions in the log: ${versions}`];
  if (!isByRun(after) || logOf(after).length > logOf(before).length) return wrong;
  const isUnseen = [...after.written].every(([key, { grid }]) => same(grid, before.written.get(key)?.grid));
  return isUnseen ? wrong : [...wrong, `state ${i}: ${after.by} wrote without a line in the log`];
}

/** A run touched what belongs to staff. */
function checkForeign(i: number, { views }: Judged): readonly string[] {
  const [before, after] = [views[i - 1], views[i]];
  if (before === undefined || after === undefined || !isByRun(after)) return [];
  const kept = ({ entries, notes, written }: View) => [
    [...entries],
    notes,
    [...written].flatMap(([key, { grid }]) => notesIn(grid).map((text) => `${key}: ${text}`)).toSorted(),
  ];
  return same(kept(before), kept(after)) ? [] : [`state ${i}: ${after.by} changed cells of staff`];
}

/** What a run was told about its commit is what happened. */
function checkTold(judged: Judged): readonly string[] {
  const log = logOf(
    judged.views.at(-1) ?? { by: '', entries: new Map(), written: new Map(), notes: [], hiddenTabs: 0 },
  );
  const commits = judged.views.flatMap((_, i) => commitOf(i, judged)?.attempt ?? []);
  return judged.attempts.flatMap((attempt) => {
    const { runId, version, told } = attempt;
    const stands = commits.includes(attempt) && log.some((line) => line.version === version);
    if (told === 'committed' && !stands) return [`${runId} was told that version ${version} stands`];
    const denies = told === 'superseded' || told === 'moved';
    return denies && stands ? [`${runId} was told ${told}, but version ${version} stands`] : [];
  });
}

const STATUS = /^(KHÔNG CÒN )?HIỆN HÀNH · /;

/** What is wrong with the line that says how a tab's results stand. */
function statusFault(expected: Expected, lines: readonly Cell[], isDamaged: boolean): string | undefined {
  const isRefused = expected.entriesHash === undefined;
  // A line that staff took away comes back with the next results; until then nothing may say that they are current.
  if (isRefused && isDamaged && lines.length === 0) return undefined;
  const said = isRefused ? /^KHÔNG CÒN/ : new RegExp(`^HIỆN HÀNH .*${expected.resultsHash}$`);
  return lines.length === 1 && said.test(String(lines[0])) ? undefined : `says ${lines.join(' and ')}`;
}

/** After a calm last run the results are those of the entries, and nothing else says that it is current. */
export function checkEnd({ views, damages }: Judged): readonly string[] {
  const view = views.at(-1);
  if (view === undefined) return ['there is no last state'];
  const expected = expectedOf(view.entries);
  const isRefused = expected.entriesHash === undefined;
  const faults = [...view.written].flatMap(([key, { grid }]) => {
    const isResult = key !== 'issues' && key !== 'run-log' && (isRefused || expected.tabs.has(key));
    const lines = grid.flat().filter((cell) => STATUS.test(String(cell)));
    const fault = statusFault(
      expected,
      lines,
      damages.some((damage) => damage.key === key),
    );
    return !isResult || fault === undefined ? [] : [`at the end ${key} ${fault}`];
  });
  const torn = [...expected.tabs]
    .filter(([key, rows]) => !same(figuresOf(view.written.get(key)?.grid ?? []), rows.toSorted()))
    .map(([key]) => `at the end ${key} is not whole: ${JSON.stringify(view.written.get(key)?.grid)}`);
  return [...faults, ...torn, ...(view.hiddenTabs === 0 ? [] : [`${view.hiddenTabs} hidden tabs were left`])];
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
