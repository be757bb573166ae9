import type { Change, CommitOutcome } from '../domain/change.ts';
import type { Content } from '../domain/content.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { versionOf } from '../domain/version.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { findTabs } from '../workbook/find-tabs.ts';
import { allocateSheets } from '../workbook/output/allocate-sheets.ts';
import { nameTabs } from '../workbook/output/name-tabs.ts';
import { renderControlWorkbook } from '../workbook/render-control-workbook.ts';
import { TAB_METADATA_KEY, tabKeyText } from '../workbook/tab-key.ts';

/** Empty rows and columns below and beside the entries, for what staff add. */
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 3;

/** Marks a sheet as a tab of the product and fills it. */
function fillSheet(sheetId: number, key: string, content: Content): readonly Change[] {
  const { rows, columnWidths, frozenRows, frozenColumns } = content;
  return [
    { kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: key },
    { kind: 'grow-sheet', sheetId, rowCount: rows.length + SPARE_ROWS, columnCount: columnsOf(content) },
    { kind: 'lay-out', sheetId, columnWidths, frozenRows, frozenColumns },
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
  ];
}

function columnsOf(content: Content): number {
  return (content.rows[0]?.length ?? 0) + SPARE_COLUMNS;
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
): Promise<CommitOutcome> {
  const structure = await spreadsheet.readStructure();
  const { tabs: standing } = findTabs(structure);
  const tabs = renderControlWorkbook(input, language).map((tab) => ({ ...tab, key: tabKeyText(tab.key) }));
  const missing = tabs.filter(({ key }) => !standing.has(key));
  const titles = missing.map(({ title }) => title);
  const places = new Map(
    allocateSheets(structure, titles).map((place, index) => [missing[index]?.key, place] as const),
  );
  const placed = tabs.map((tab) => {
    const place = places.get(tab.key);
    const sheetId = standing.get(tab.key)?.sheetId ?? place?.sheetId;
    if (sheetId === undefined) throw new Error(`no sheet for the tab ${tab.key}`);
    return { ...tab, place, sheetId };
  });
  const fills = placed.flatMap(({ key, content, place, sheetId }): readonly Change[] => {
    const fill = fillSheet(sheetId, key, content);
    if (place === undefined) return fill;
    const size = { rowCount: content.rows.length + SPARE_ROWS, columnCount: columnsOf(content) };
    return [{ kind: 'add-sheet', ...place, ...size }, ...fill];
  });
  const changes = [...fills, ...nameTabs(structure, placed)];
  return spreadsheet.commit({ version: versionOf(structure) + 1, runId: newRunId(), changes });
}
