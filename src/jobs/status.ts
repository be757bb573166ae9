import { type Cell, isEmptyCell } from '../domain/grid.ts';
import { type JobNote, jobIn } from '../domain/job-note.ts';
import type { Language } from '../domain/language.ts';
import { OUTPUT_HEADERS } from '../domain/messages/output-messages.ts';
import { versionOf } from '../domain/version.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { findOutputRecord } from '../workbook/output/output-record.ts';
import { isAltered } from '../workbook/output/standing-content.ts';
import { languageOf } from '../workbook/parse-control-workbook.ts';
import { languageOfLocale, type ReadWorkbook, readWorkbook } from './read-workbook.ts';

/** One line of the run log, as it stands in the workbook. */
export interface LoggedRun {
  readonly version: number;
  readonly when: string;
  readonly who: string;
  readonly outcome: string;
  readonly errors: number;
  readonly warnings: number;
  readonly resultsHash: string;
  readonly milliseconds: number;
}

export interface StatusReport {
  readonly version: number;
  /** `none` before the first recompute; `stale` when entries changed or had errors since, or results were typed over. */
  readonly results: 'none' | 'current' | 'stale';
  /** Newest first. */
  readonly runs: readonly LoggedRun[];
  readonly language: Language;
  /** The newest work on the workbook that was put off, however far it is. */
  readonly job?: JobNote;
}

/** More lines than anyone reads in a sidebar. */
const LINES_SHOWN = 10;

const COLUMNS = [
  'version',
  'when',
  'who',
  'outcome',
  'errors',
  'warnings',
  'resultsHash',
  'duration',
] as const;

function textOf(cell: Cell): string {
  return isEmptyCell(cell) ? '' : String(cell);
}

function countOf(cell: Cell): number {
  return typeof cell === 'number' ? cell : 0;
}

/** The lines of the run log, oldest first: columns by their header in either language. */
function loggedRuns({ standing }: ReadWorkbook): readonly LoggedRun[] {
  const grid = standing.get('run-log')?.grid ?? [];
  const { vi, en } = OUTPUT_HEADERS.version;
  const headerRow = grid.findIndex((row) => row.includes(vi) || row.includes(en));
  if (headerRow === -1) return [];
  const at = new Map(
    COLUMNS.map((name) => {
      const header = OUTPUT_HEADERS[name];
      const column = (grid[headerRow] ?? []).findIndex((cell) => cell === header.vi || cell === header.en);
      return [name, column] as const;
    }),
  );
  const cellOf = (row: readonly Cell[], name: (typeof COLUMNS)[number]) => row[at.get(name) ?? -1] ?? null;
  return grid.slice(headerRow + 1).flatMap((row) => {
    const version = cellOf(row, 'version');
    if (typeof version !== 'number') return [];
    return [
      {
        version,
        when: textOf(cellOf(row, 'when')),
        who: textOf(cellOf(row, 'who')),
        outcome: textOf(cellOf(row, 'outcome')),
        errors: countOf(cellOf(row, 'errors')),
        warnings: countOf(cellOf(row, 'warnings')),
        resultsHash: textOf(cellOf(row, 'resultsHash')),
        milliseconds: countOf(cellOf(row, 'duration')),
      },
    ];
  });
}

/** The newest run in the log that gave results. */
export function lastRun(workbook: ReadWorkbook): LoggedRun | undefined {
  return loggedRuns(workbook).findLast(({ resultsHash }) => resultsHash !== '');
}

function stateOf({ standing }: ReadWorkbook): StatusReport['results'] {
  const states = [...standing]
    .filter(([key]) => key.startsWith('ranking.'))
    .map(([, { sheet }]) => findOutputRecord(sheet)?.record.state);
  if (states.length === 0) return 'none';
  const results = [...standing.values()].filter(
    ({ sheet }) => findOutputRecord(sheet)?.record.results !== '',
  );
  return states.every((state) => state === 'current') && !results.some(isAltered) ? 'current' : 'stale';
}

/** Whether the results still stand, and what the last runs came to; reads, writes nothing. */
export async function status(spreadsheet: SpreadsheetPort): Promise<StatusReport> {
  const workbook = await readWorkbook(spreadsheet);
  const job = jobIn(workbook.structure.metadata);
  return {
    version: versionOf(workbook.structure),
    results: stateOf(workbook),
    runs: loggedRuns(workbook).slice(-LINES_SHOWN).toReversed(),
    language: languageOf(workbook.inputs, languageOfLocale(workbook.structure.locale)),
    ...(job === undefined ? {} : { job }),
  };
}
