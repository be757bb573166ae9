import type { Change, CommitOutcome } from '../domain/change.ts';
import type { Content } from '../domain/content.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Structure } from '../domain/spreadsheet.ts';
import { versionOf } from '../domain/version.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { findTabs } from '../workbook/find-tabs.ts';
import { type Further, renderFurther } from '../workbook/further-tabs.ts';
import { allocateSheets } from '../workbook/output/allocate-sheets.ts';
import { nameTabs } from '../workbook/output/name-tabs.ts';
import { renderControlWorkbook } from '../workbook/render-control-workbook.ts';
import { TAB_METADATA_KEY, tabKeyText } from '../workbook/tab-key.ts';

/** Empty rows and columns below and beside the entries, for what staff add. */
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 3;

/** A tab of the office's own, which the product carries and never reads. */
export interface ForeignTab {
  readonly title: string;
  readonly content: Content;
}

/** What a new workbook holds beside the entries of its period. */
export interface Beside {
  readonly further?: Further;
  readonly foreign?: readonly ForeignTab[];
}

/** A tab to be filled; one without a key is none of the product's. */
interface NewTab extends ForeignTab {
  readonly key?: string;
}

/** Fills a sheet, and marks it as a tab of the product when it is one. */
function fillSheet(sheetId: number, { key, content }: NewTab): readonly Change[] {
  const { rows, columnWidths, frozenRows, frozenColumns } = content;
  const note: readonly Change[] =
    key === undefined ? [] : [{ kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: key }];
  return [
    ...note,
    { kind: 'grow-sheet', sheetId, rowCount: rows.length + SPARE_ROWS, columnCount: columnsOf(content) },
    { kind: 'lay-out', sheetId, columnWidths, frozenRows, frozenColumns },
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
  ];
}

function columnsOf(content: Content): number {
  return (content.rows[0]?.length ?? 0) + SPARE_COLUMNS;
}

/** Tabs of the office's own come first, so that notes are seen; one whose title stands already is left alone. */
function tabsToFill(
  structure: Structure,
  input: PeriodInput,
  language: Language,
  { further, foreign = [] }: Beside,
): readonly NewTab[] {
  const rendered = [
    ...renderControlWorkbook(input, language),
    ...(further === undefined ? [] : renderFurther(further, input.sets, language)),
  ];
  const taken = new Set(structure.sheets.map((sheet) => sheet.title.toLowerCase()));
  const notes = foreign.filter(({ title }) => !taken.has(title.toLowerCase()));
  return [...notes, ...rendered.map((tab) => ({ ...tab, key: tabKeyText(tab.key) }))];
}

/**
 * Turns an empty spreadsheet into a control workbook: one tab per kind of entry, filled with what is known.
 * A sheet that already bears a tab's title, as the first sheet of a new file may, is used for it.
 */
export async function provision(
  spreadsheet: SpreadsheetPort,
  input: PeriodInput,
  language: Language,
  newRunId: () => string,
  beside: Beside = {},
): Promise<CommitOutcome> {
  const structure = await spreadsheet.readStructure();
  const { tabs: standing } = findTabs(structure);
  const tabs = tabsToFill(structure, input, language, beside);
  const sheetOf = ({ key }: NewTab) => (key === undefined ? undefined : standing.get(key));
  const missing = tabs.filter((tab) => sheetOf(tab) === undefined);
  const titles = missing.map(({ title }) => title);
  const places = new Map(
    allocateSheets(structure, titles).map((place, index) => [missing[index], place] as const),
  );
  const placed = tabs.map((tab) => {
    const place = places.get(tab);
    const sheetId = sheetOf(tab)?.sheetId ?? place?.sheetId;
    if (sheetId === undefined) throw new Error(`no sheet for the tab ${tab.title}`);
    return { tab, place, sheetId };
  });
  const fills = placed.flatMap(({ tab, place, sheetId }): readonly Change[] => {
    const fill = fillSheet(sheetId, tab);
    if (place === undefined) return fill;
    const { content } = tab;
    const size = { rowCount: content.rows.length + SPARE_ROWS, columnCount: columnsOf(content) };
    return [{ kind: 'add-sheet', ...place, ...size }, ...fill];
  });
  const ours = placed.flatMap(({ tab: { key }, sheetId }) => (key === undefined ? [] : [{ key, sheetId }]));
  const changes = [...fills, ...nameTabs(structure, ours)];
  return spreadsheet.commit({ version: versionOf(structure) + 1, runId: newRunId(), changes });
}
