import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { findTabs } from '../workbook/find-tabs.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { meantTabs } from '../workbook/meant-tabs.ts';
import type { StandingTab } from '../workbook/output/output-tab.ts';
import { isInputKey, isWrittenKey, parseTabKey, type TabKey, tabKeyText } from '../workbook/tab-key.ts';

/** A control workbook as it was read: two calls, one moment. */
export interface ReadWorkbook {
  readonly structure: Structure;
  readonly inputs: readonly InputTab[];
  /** The sheets of the inputs, in the same order. */
  readonly inputSheets: readonly Sheet[];
  /** The tabs that the product wrote before, by tab key. */
  readonly standing: ReadonlyMap<string, StandingTab>;
  /** What is wrong with the tabs as a whole, such as two that claim to be the same one. */
  readonly issues: readonly Issue[];
}

/** The language for people when the workbook itself cannot say: from the spreadsheet's locale. */
export function languageOfLocale(locale: string): Language {
  return locale === '' || locale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

function keyed(tabs: ReadonlyMap<string, Sheet>): readonly (readonly [TabKey, string, Sheet])[] {
  return [...tabs].flatMap(([text, sheet]) => {
    const key = parseTabKey(text);
    return key === undefined ? [] : [[key, text, sheet] as const];
  });
}

/** Reads the structure, then all tabs of the product together; tabs of others are not read. */
export async function readWorkbook(spreadsheet: SpreadsheetPort): Promise<ReadWorkbook> {
  const structure = await spreadsheet.readStructure();
  const found = findTabs(structure);
  const read = keyed(found.tabs).filter(([key]) => isInputKey(key) || isWrittenKey(key));
  const grids = await spreadsheet.readGrids(read.map(([, , sheet]) => sheet));
  const all = read.map(([key, text, sheet]) => ({
    key,
    text,
    sheet,
    grid: grids.get(sheet.sheetId) ?? [],
  }));
  const entered = all.filter(({ key }) => isInputKey(key));
  const { inputs, issues } = meantTabs(
    entered.map(({ key, sheet: { title, file }, grid }) => ({
      key,
      title,
      grid,
      ...(file !== undefined && { file }),
    })),
    found,
    languageOfLocale(structure.locale),
  );
  // A tab that only looks like one of ours is read and then left out: the sheets stay those of the inputs.
  const meant = new Set(inputs.map(({ key }) => tabKeyText(key)));
  return {
    structure,
    inputs,
    inputSheets: entered.filter(({ key }) => meant.has(tabKeyText(key))).map(({ sheet }) => sheet),
    standing: new Map(
      all.filter(({ key }) => !isInputKey(key)).map(({ text, sheet, grid }) => [text, { sheet, grid }]),
    ),
    issues,
  };
}
