import type { Change } from '../domain/change.ts';
import type { ContentCell } from '../domain/content.ts';
import type { Grid } from '../domain/grid.ts';
import { SINGLE_TAB_TITLES } from '../domain/messages/tab-messages.ts';
import { versionOf } from '../domain/version.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { allocateSheets } from '../workbook/output/allocate-sheets.ts';
import { loggedLines } from '../workbook/output/logged-lines.ts';
import { nameTabs } from '../workbook/output/name-tabs.ts';
import { type OutputContext, say } from '../workbook/output/output-context.ts';
import { planLog } from '../workbook/output/plan-log.ts';
import { RUN_LOG_HEADERS, renderRunLog, runLogLine } from '../workbook/output/run-log-tab.ts';
import { parseChain } from '../workbook/publication/chain-table.ts';
import { RELEASE_LOG_HEADERS, releaseLogLine, renderReleases } from '../workbook/publication/releases-tab.ts';
import { sha256, shortHash } from './fingerprint.ts';
import { readEntries } from './read-entries.ts';
import { readWorkbook } from './read-workbook.ts';

/** The logs of another workbook, as their tabs stand there; absent where it has none. */
export interface OtherLogs {
  readonly runs?: Grid | undefined;
  readonly releases?: Grid | undefined;
}

type Lines = readonly (readonly ContentCell[])[];

function runLines(grid: Grid = []): Lines {
  const lines = loggedLines(grid, RUN_LOG_HEADERS);
  return lines.filter(([number]) => typeof number === 'number').map(runLogLine);
}

/** Lines that are no link of a chain are left out: nobody could hold them against anything. */
function releaseLines(grid: Grid = []): Lines {
  const { unreadable } = parseChain(grid);
  const readable = grid.filter((_, row) => !unreadable.includes(row));
  return loggedLines(readable, RELEASE_LOG_HEADERS).map(releaseLogLine);
}

/** The two logs with what they are taken over with; one without a line is made by the first run that adds one. */
function logsOf({ runs, releases }: OtherLogs, context: OutputContext) {
  return [
    { key: 'run-log', content: renderRunLog(context), lines: runLines(runs) } as const,
    { key: 'releases', content: renderReleases(context), lines: releaseLines(releases) } as const,
  ].filter(({ lines }) => lines.length > 0);
}

/**
 * Goes on with the logs of the workbook that a new one was made from: the same lines, under the product's own heads, so that runs are counted
 * on. The note that says what is published stays behind, as in any copy: what was published belongs to the other workbook.
 *
 * @param spreadsheet a workbook that has no logs yet
 */
export async function takeOverLogs(
  spreadsheet: SpreadsheetPort,
  logs: OtherLogs,
  newRunId: () => string,
): Promise<void> {
  const workbook = await readWorkbook(spreadsheet);
  const { context } = readEntries(workbook);
  const taken = logsOf(logs, context);
  if (taken.length === 0) return;
  const { structure } = workbook;
  const titles = taken.map(({ key }) => say(context, SINGLE_TAB_TITLES[key]));
  const runId = newRunId();
  const fingerprint = (text: string) => shortHash(sha256(text));
  const holding = { anchored: new Map(), distrustsRecords: false, attemptId: runId, fingerprint };
  const placed = allocateSheets(structure, titles).flatMap((place, index) => {
    const log = taken[index];
    return log === undefined ? [] : [{ ...log, place }];
  });
  const changes = placed.flatMap(({ key, content, lines, place }): readonly Change[] => {
    const tab = { key, title: place.title, content, grows: true };
    return planLog(tab, { kind: 'new', place }, lines, holding).changes;
  });
  const names = nameTabs(
    structure,
    placed.map(({ key, place: { sheetId } }) => ({ key, sheetId })),
  );
  const version = versionOf(structure) + 1;
  await spreadsheet.commit({ version, runId, changes: [...changes, ...names] });
}
