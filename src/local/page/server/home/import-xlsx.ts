import { randomUUID } from 'node:crypto';
import type { Change } from '../../../../domain/change.ts';
import type { Grid } from '../../../../domain/grid.ts';
import { type Issue, isBlocking } from '../../../../domain/issue.ts';
import type { Bilingual } from '../../../../domain/language.ts';
import { IMPORT_REMARKS, unreadReleases } from '../../../../domain/messages/home-messages.ts';
import type { Structure } from '../../../../domain/spreadsheet.ts';
import type { EntryTabs } from '../../../../jobs/provision.ts';
import type { OtherLogs } from '../../../../jobs/take-over-logs.ts';
import { OfflineFailure } from '../../../../offline/offline-failure.ts';
import { LISTS_TITLE } from '../../../../offline/xlsx/layout/lists-tab.ts';
import { xlsxFormat } from '../../../../offline/xlsx/xlsx-format.ts';
import { unpack } from '../../../../offline/xlsx/zip.ts';
import type { SpreadsheetPort } from '../../../../sheets/spreadsheet-port.ts';
import { findTabs } from '../../../../workbook/find-tabs.ts';
import { parseFurther } from '../../../../workbook/further-tabs.ts';
import type { InputTab } from '../../../../workbook/input-tab.ts';
import { allocateSheets } from '../../../../workbook/output/allocate-sheets.ts';
import { languageOf, parseControlWorkbook } from '../../../../workbook/parse-control-workbook.ts';
import { plainContent } from '../../../../workbook/plain-content.ts';
import { parseChain } from '../../../../workbook/publication/chain-table.ts';
import { readableSets, refitTab } from '../../../../workbook/refit-tab.ts';
import { isInputKey, isWrittenKey, parseTabKey, TAB_METADATA_KEY } from '../../../../workbook/tab-key.ts';
import type { FaultyWorkbook, NewWorkbook } from '../../../sample-workbook.ts';

interface ImportedTab {
  readonly title: string;
  readonly grid: Grid;
  /** What the product's own marks in the file say that the tab is; absent for a tab of staff's. */
  readonly key?: string;
}

/** What a file of a control workbook holds beside what people entered. */
interface BesideEntries {
  readonly logs: OtherLogs;
  /** What of it is not taken over, or not as it was. */
  readonly remarks: readonly Bilingual[];
}

/** A workbook that was sent as a file. */
export type Imported =
  /** Sound entries: made as any new workbook is, with the looks and rules of one. */
  | { readonly kind: 'sound'; readonly workbook: NewWorkbook; readonly beside: BesideEntries }
  /** Entries to be corrected: with the looks and rules of a new workbook too, every cell as it is. */
  | {
      readonly kind: 'faulty';
      readonly workbook: FaultyWorkbook;
      readonly errors: number;
      readonly beside: BesideEntries;
    }
  /** No control workbook: its tabs as they are. */
  | { readonly kind: 'as-is'; readonly title: string; readonly tabs: readonly ImportedTab[] }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

function titleOf(file: string): string {
  return file.replace(/\.xlsx$/i, '').trim() || file;
}

function tabsOf(structure: Structure, grids: ReadonlyMap<number, Grid>): readonly ImportedTab[] {
  const keys = new Map([...findTabs(structure).tabs].map(([key, { sheetId }]) => [sheetId, key] as const));
  return structure.sheets.map(({ sheetId, title }) => {
    const key = keys.get(sheetId);
    return { title, grid: grids.get(sheetId) ?? [], ...(key === undefined ? {} : { key }) };
  });
}

function inputsIn(tabs: readonly ImportedTab[]): readonly InputTab[] {
  return tabs.flatMap(({ key: text, title, grid }) => {
    const key = text === undefined ? undefined : parseTabKey(text);
    return key === undefined || !isInputKey(key) ? [] : [{ key, title, grid }];
  });
}

const LOGS = ['run-log', 'releases'];

/** Of a control workbook: what the product wrote into it. Its logs go on, its results are to be computed anew. */
function writtenIn(tabs: readonly ImportedTab[]): BesideEntries {
  const gridOf = (key: string) => tabs.find((tab) => tab.key === key)?.grid;
  const releases = gridOf('releases');
  const { chain, unreadable } = parseChain(releases ?? []);
  const hasResults = tabs.some((tab) => isWritten(tab) && !LOGS.includes(tab.key ?? ''));
  return {
    logs: { runs: gridOf('run-log'), releases },
    remarks: [
      ...(hasResults ? [IMPORT_REMARKS.results] : []),
      ...(chain.length === 0 ? [] : [IMPORT_REMARKS.releases]),
      ...(unreadable.length === 0 ? [] : [unreadReleases(unreadable.length)]),
    ],
  };
}

function isWritten({ key: text }: ImportedTab): boolean {
  const key = text === undefined ? undefined : parseTabKey(text);
  return key !== undefined && isWrittenKey(key);
}

function entriesIn(inputs: readonly InputTab[]): EntryTabs {
  const language = languageOf(inputs, 'vi');
  const sets = readableSets(inputs, language);
  return { tabs: inputs.map((tab) => refitTab(tab, sets, language)), sets, language };
}

function readTabs(title: string, tabs: readonly ImportedTab[]): Imported {
  const inputs = inputsIn(tabs);
  if (!inputs.some(({ key }) => key.kind === 'settings')) return { kind: 'as-is', title, tabs };
  const written = writtenIn(tabs);
  const foreign = tabs
    .filter(({ key, title: own }) => key === undefined && own !== LISTS_TITLE)
    .map((tab) => ({ title: tab.title, content: plainContent(tab.grid) }));
  // A guide is in a workbook that is still to be filled: its empty tabs are to be there as well.
  const isToBeFilled = tabs.some(({ key }) => key === 'guide');
  const faulty = (issues: readonly Issue[]): Imported => ({
    kind: 'faulty',
    workbook: { title, entries: entriesIn(inputs), foreign, isToBeFilled },
    errors: issues.filter(isBlocking).length,
    beside: written,
  });
  const input = parseControlWorkbook(inputs);
  if (!input.ok) return faulty(input.issues);
  const further = parseFurther(inputs, input.value);
  if (!further.ok) return faulty(further.issues);
  const beside = { further: further.value, foreign };
  return { kind: 'sound', workbook: { title, input: input.value, beside, isToBeFilled }, beside: written };
}

/** Reads an .xlsx file as people send it; its name becomes the title. */
export function readImport(file: string, bytes: Uint8Array): Imported {
  try {
    const { structure, gridsOf } = xlsxFormat(file).open(unpack(bytes, file), titleOf(file));
    return readTabs(titleOf(file), tabsOf(structure, gridsOf(structure.sheets)));
  } catch (error) {
    if (error instanceof OfflineFailure) return { kind: 'refused', reason: error.sentence };
    throw error;
  }
}

/** Puts tabs into a new spreadsheet as they are; those of the product bear its note again. */
export async function writeAsIs(spreadsheet: SpreadsheetPort, tabs: readonly ImportedTab[]): Promise<void> {
  const structure = await spreadsheet.readStructure();
  const [first] = structure.sheets;
  const places = allocateSheets(
    structure,
    tabs.slice(1).map(({ title }) => title),
  );
  const changes = tabs.flatMap(({ grid, key }, at): readonly Change[] => {
    const place = at === 0 ? undefined : places[at - 1];
    const sheetId = place?.sheetId ?? first?.sheetId ?? 0;
    const { rows, columnWidths, frozenRows, frozenColumns } = plainContent(grid);
    const size = { rowCount: rows.length + 50, columnCount: (rows[0]?.length ?? 0) + 3 };
    return [
      ...(place === undefined ? [] : [{ kind: 'add-sheet', ...place, ...size } as const]),
      { kind: 'grow-sheet', sheetId, ...size },
      ...(key === undefined
        ? []
        : [{ kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: key } as const]),
      { kind: 'lay-out', sheetId, columnWidths, frozenRows, frozenColumns },
      { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
    ];
  });
  await spreadsheet.commit({ version: 1, runId: randomUUID(), changes });
}
