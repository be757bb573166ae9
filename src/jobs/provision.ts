import type { Change, CommitOutcome } from '../domain/change.ts';
import type { Content } from '../domain/content.ts';
import type { CriteriaSet } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Structure } from '../domain/spreadsheet.ts';
import { versionOf } from '../domain/version.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { findTabs } from '../workbook/find-tabs.ts';
import { type Further, renderFurther } from '../workbook/further-tabs.ts';
import { allocateSheets, type NewSheet } from '../workbook/output/allocate-sheets.ts';
import { nameTabs } from '../workbook/output/name-tabs.ts';
import { renderControlWorkbook } from '../workbook/render-control-workbook.ts';
import { type RenderedTab, renderedTab } from '../workbook/rendered-tab.ts';
import { TAB_METADATA_KEY, tabKeyText } from '../workbook/tab-key.ts';
import { dressForeign, dressTab, inTemplateOrder, isHiddenTab } from '../workbook/template/dress-workbook.ts';
import type { WorkbookTemplate } from '../workbook/template/template-schema.ts';

/** Empty rows and columns below and beside the entries, for what staff add. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 3;

/** A tab of the office's own, which the product carries and never reads. */
export interface ForeignTab {
  readonly title: string;
  readonly content: Content;
}

/** How a new workbook looks, and who keeps it. */
export interface Dress {
  readonly template: WorkbookTemplate;
  /** E-mail addresses of those who may change what is protected; without any, nothing is. */
  readonly office?: readonly string[];
  /** True for a workbook that people begin a year with: it has a page of instructions, and tabs that are yet empty. */
  readonly isToBeFilled?: boolean;
}

/** What a new workbook holds beside the entries of its period. */
export interface Beside {
  readonly further?: Further;
  readonly foreign?: readonly ForeignTab[];
  /** Absent for a bare workbook, such as one that only programs read. */
  readonly dress?: Dress;
  /** A tab without anything in it, as every new file has one: it goes, unless it bears the title of a tab. */
  readonly blankId?: number;
  /** How numbers look and whose clock counts; as the file has it when absent. */
  readonly locale?: Pick<Structure, 'locale' | 'timeZone'>;
}

/** A tab of entries; one whose columns stand in an order of its people's own is not dressed. */
type EntryTab = RenderedTab & { readonly isFitting?: boolean };

/** Entries as tabs, whether they can be read or not, and the criteria that their looks depend on. */
export interface EntryTabs {
  readonly tabs: readonly EntryTab[];
  readonly sets: readonly CriteriaSet[];
  readonly language: Language;
}

/** A tab to be filled; one without a key is none of the product's. */
type NewTab = EntryTab | (ForeignTab & { readonly key?: undefined });

/** A tab with its sheet: one that stands already, or one that is to be added. */
interface PlacedTab {
  readonly tab: NewTab;
  readonly sheetId: number;
  readonly place: NewSheet | undefined;
}

const NOTHING_FURTHER: Further = { history: { results: [], links: [] }, cases: [] };
const NO_CONTENT: Content = { rows: [], columnWidths: [], frozenRows: 0, frozenColumns: 0 };

function renderedTabs(
  input: PeriodInput,
  language: Language,
  { further, dress }: Beside,
): readonly RenderedTab[] {
  const isToBeFilled = dress?.isToBeFilled === true;
  return [
    ...renderControlWorkbook(input, language),
    ...(further === undefined && !isToBeFilled
      ? []
      : renderFurther(further ?? NOTHING_FURTHER, input.sets, language, isToBeFilled)),
  ];
}

/** Tabs of the office's own come first, so that notes are seen; one whose title stands already is left alone. */
function tabsToFill(
  structure: Structure,
  { tabs, language }: EntryTabs,
  { foreign = [], dress }: Beside,
): readonly NewTab[] {
  const isToBeFilled = dress?.isToBeFilled === true;
  const guide = isToBeFilled ? [renderedTab({ kind: 'guide' }, NO_CONTENT, language)] : [];
  const rendered = [...guide, ...tabs];
  const taken = new Set(structure.sheets.map((sheet) => sheet.title.toLowerCase()));
  const notes = foreign.filter(({ title }) => !taken.has(title.toLowerCase()));
  return [...notes, ...(dress === undefined ? rendered : inTemplateOrder(rendered, dress.template))];
}

/** The sheet of each tab. The first sheet of a new file may bear the title of a tab, and is taken for it. */
function placeTabs(tabs: readonly NewTab[], structure: Structure): readonly PlacedTab[] {
  const { tabs: standing } = findTabs(structure);
  const sheetOf = ({ key, title }: NewTab) => {
    if (key === undefined) return undefined;
    const known = standing.get(tabKeyText(key));
    // The title of the guide never marks a tab that is read.
    return (
      known ?? (key.kind === 'guide' ? structure.sheets.find((sheet) => sheet.title === title) : undefined)
    );
  };
  const missing = tabs.filter((tab) => sheetOf(tab) === undefined);
  const titles = missing.map(({ title }) => title);
  const places = new Map(
    allocateSheets(structure, titles).map((place, index) => [missing[index], place] as const),
  );
  return tabs.map((tab) => {
    const place = places.get(tab);
    const sheetId = sheetOf(tab)?.sheetId ?? place?.sheetId;
    if (sheetId === undefined) throw new Error(`no sheet for the tab ${tab.title}`);
    return { tab, place, sheetId };
  });
}

function sizeOf({ rows }: Content) {
  return { rowCount: rows.length + SPARE_ROWS, columnCount: (rows[0]?.length ?? 0) + SPARE_COLUMNS };
}

/** A sheet for a tab that has none. */
function addSheet({ place }: PlacedTab, { content, isHidden }: Looks): readonly Change[] {
  if (place === undefined) return [];
  return [{ kind: 'add-sheet', ...place, ...sizeOf(content), ...(isHidden ? { hidden: true } : {}) }];
}

/** Marks a sheet when it is one of the product's, fills it and lays it out. */
function fillSheet({ tab: { key }, sheetId }: PlacedTab, { content }: Looks): readonly Change[] {
  const { rows, ...layout } = content;
  const note: readonly Change[] =
    key === undefined
      ? []
      : [{ kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: tabKeyText(key) }];
  return [
    ...note,
    { kind: 'grow-sheet', sheetId, ...sizeOf(content) },
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
    { kind: 'lay-out', sheetId, ...layout },
  ];
}

/** The empty tab of a new file, and how its numbers look. */
function settleFile(
  { blankId, locale }: Beside,
  structure: Structure,
  placed: readonly PlacedTab[],
): readonly Change[] {
  const isTaken = placed.some(({ sheetId }) => sheetId === blankId);
  const isSame = locale?.locale === structure.locale && locale.timeZone === structure.timeZone;
  return [
    ...(blankId === undefined || isTaken ? [] : [{ kind: 'delete-sheet' as const, sheetId: blankId }]),
    // Last: what was typed above was typed by the locale that the file had.
    ...(locale === undefined || isSame ? [] : [{ kind: 'set-locale' as const, ...locale }]),
  ];
}

interface Looks {
  readonly content: Content;
  readonly isHidden: boolean;
}

/** How each tab looks, once it is known which sheet every tab has. */
function looksOf(
  placed: readonly PlacedTab[],
  { sets, language }: EntryTabs,
  dress: Dress | undefined,
): (tab: NewTab) => Looks {
  if (dress === undefined) return ({ content }) => ({ content, isHidden: false });
  const { template, office = [] } = dress;
  const sheetIds = new Map(
    // Of the tabs that there are for every set, the first is meant.
    placed.toReversed().map(({ tab: { key }, sheetId }) => [key?.kind as string | undefined, sheetId]),
  );
  const frame = { template, language, office, sheetIdOf: (kind: string) => sheetIds.get(kind) };
  return (tab) =>
    tab.key === undefined
      ? { content: dressForeign(tab.content, frame), isHidden: false }
      : {
          content: tab.isFitting === false ? tab.content : dressTab(tab, sets, frame),
          isHidden: isHiddenTab(tab.key, template),
        };
}

/**
 * Turns an empty spreadsheet into a control workbook in one commit: one tab per kind of entry, filled with what is
 * known, looking as the template says.
 */
export async function provision(
  spreadsheet: SpreadsheetPort,
  input: PeriodInput,
  language: Language,
  newRunId: () => string,
  beside: Beside = {},
): Promise<CommitOutcome> {
  const tabs = renderedTabs(input, language, beside);
  return provisionTabs(spreadsheet, { tabs, sets: input.sets, language }, newRunId, beside);
}

/** The same from tabs that hold whatever was entered, such as marks that are still to be corrected. */
export async function provisionTabs(
  spreadsheet: SpreadsheetPort,
  entries: EntryTabs,
  newRunId: () => string,
  beside: Beside,
): Promise<CommitOutcome> {
  const structure = await spreadsheet.readStructure();
  const placed = placeTabs(tabsToFill(structure, entries, beside), structure);
  const looks = looksOf(placed, entries, beside.dress);
  const dressed = placed.map((each) => ({ each, look: looks(each.tab) }));
  // Every tab is there before the first is filled: one may take its drop-downs from another.
  const fills = [
    ...dressed.flatMap(({ each, look }) => addSheet(each, look)),
    ...dressed.flatMap(({ each, look }) => fillSheet(each, look)),
  ];
  const ours = placed.flatMap(({ tab: { key }, sheetId }) =>
    key === undefined ? [] : [{ key: tabKeyText(key), sheetId }],
  );
  const changes = [...fills, ...nameTabs(structure, ours), ...settleFile(beside, structure, placed)];
  return spreadsheet.commit({ version: versionOf(structure) + 1, runId: newRunId(), changes });
}
