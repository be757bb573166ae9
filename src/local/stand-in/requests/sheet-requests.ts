import { followTitle, loseTitle } from '../formulas/follow-references.ts';
import { wholeBox } from '../model/box.ts';
import { assertFrozenWhole } from '../model/frozen.ts';
import { assertGridSize, assertWorkbookSize } from '../model/limits.ts';
import { masksField, mergeByMask } from '../model/masked-merge.ts';
import { newSheet, tidyProperties } from '../model/new-sheet.ts';
import { assertEditable, assertSheetOpen, assertUnprotected, type Editor } from '../model/protection.ts';
import { rehomed, withoutSources } from '../model/rehome.ts';
import { spliceDimension } from '../model/splice-dimension.ts';
import type { SheetProperties } from '../model/wire.ts';
import {
  columnCountOf,
  findSheet,
  isObjectSheet,
  rowCountOf,
  type Sheet,
  sheetIndexOf,
  titleOf,
  type Workbook,
  withSheet,
} from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import type { Applied, BatchContext, RequestFamily } from './handler.ts';
import { handler } from './handler.ts';
import { maskOf } from './update-mask.ts';

const MAX_TITLE = 100;

function addSheet(
  workbook: Workbook,
  { properties = {} }: { readonly properties?: SheetProperties },
  context: BatchContext,
): Applied {
  const sheetId = properties.sheetId ?? freshSheetId(workbook, context);
  assertFreshSheetId(workbook, sheetId);
  const { sheetType = 'GRID' } = properties;
  if (sheetType !== 'GRID') throw new NotBuilt(`addSheet with sheetType ${sheetType}`);
  const title = properties.title ?? freshTitle(workbook, 'Sheet', workbook.sheets.length + 1);
  assertTitle(workbook, title, undefined);
  const sheet = newSheet(sheetId, title, properties);
  assertFrozenFits(sheet.properties);
  const index = placeOf(workbook, properties.index ?? workbook.sheets.length, 'index');
  const changed = { ...workbook, sheets: workbook.sheets.toSpliced(index, 0, sheet) };
  assertWorkbookSize(changed);
  return { workbook: changed, reply: { properties: numbered(sheet, index) } };
}

function deleteSheet(
  workbook: Workbook,
  { sheetId = 0 }: { readonly sheetId?: number },
  context: BatchContext,
): Applied {
  const gone = assertSheet(workbook, sheetId);
  assertUnprotected(gone, context.editor);
  const sheets = workbook.sheets.filter((sheet) => sheet.sheetId !== sheetId);
  assertSheetsLeft(sheets);
  const left = { ...workbook, sheets: sheets.map((sheet) => withoutSources(sheet, sheetId)) };
  return {
    workbook: {
      ...loseTitle(left, titleOf(gone)),
      namedRanges: workbook.namedRanges.filter((named) => (named.range?.sheetId ?? 0) !== sheetId),
      developerMetadata: workbook.developerMetadata.filter(({ location }) => {
        const anchor = location?.sheetId ?? location?.dimensionRange?.sheetId;
        return location?.spreadsheet === true || (anchor ?? 0) !== sheetId;
      }),
    },
  };
}

function duplicateSheet(
  workbook: Workbook,
  request: {
    readonly sourceSheetId?: number;
    readonly insertSheetIndex?: number;
    readonly newSheetId?: number;
    readonly newSheetName?: string;
  },
  context: BatchContext,
): Applied {
  const source = assertSheet(workbook, request.sourceSheetId ?? 0);
  const sheetId = request.newSheetId ?? freshSheetId(workbook, context);
  assertFreshSheetId(workbook, sheetId);
  const title = request.newSheetName ?? copyTitle(workbook, titleOf(source));
  assertTitle(workbook, title, undefined);
  const copy = rehomed(source, { sheetId, title, elsewhere: (range) => range, newId: context.newId });
  const index = placeOf(workbook, request.insertSheetIndex ?? 0, 'insertSheetIndex');
  const changed = { ...workbook, sheets: workbook.sheets.toSpliced(index, 0, copy) };
  assertWorkbookSize(changed);
  return { workbook: changed, reply: { properties: numbered(copy, index) } };
}

function updateSheetProperties(
  workbook: Workbook,
  { properties = {}, fields }: { readonly properties?: SheetProperties; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('SheetProperties', fields);
  const sheet = assertSheet(workbook, properties.sheetId ?? 0);
  assertSheetOpen(sheet, context.editor);
  if (masksField(paths, 'title')) assertTitle(workbook, properties.title ?? '', sheet.sheetId);
  const merged = mergeByMask(sheet.properties, properties, paths);
  const { index: _place, ...wanted } = merged as SheetProperties;
  if (masksField(paths, 'sheetType')) assertSameType(sheet, properties.sheetType);
  const kept = { ...wanted, sheetId: sheet.sheetId, sheetType: sheet.properties.sheetType ?? 'GRID' };
  assertEndsEditable(workbook, sheet, kept, context.editor);
  assertFrozenFits(kept);
  const resized = resizedTo(workbook, sheet, kept);
  const changed = withSheet(resized, {
    ...assertSheet(resized, sheet.sheetId),
    properties: tidyProperties(kept),
  });
  if (changed.sheets.every(isHidden)) throw new Refusal("You can't hide all the sheets in a document.");
  assertFrozenWhole(changed, assertSheet(changed, sheet.sheetId), 'freezing');
  const named = followTitle(changed, titleOf(sheet), titleOf(assertSheet(changed, sheet.sheetId)));
  return { workbook: masksField(paths, 'index') ? moved(named, sheet.sheetId, properties.index) : named };
}

/** The type of a tab cannot be changed [D]. */
function assertSameType({ properties }: Sheet, wanted: string | undefined): void {
  if (wanted === undefined || wanted === (properties.sheetType ?? 'GRID')) return;
  throw new Refusal('The sheetType of a sheet cannot be changed.');
}

/** Rows and columns that a smaller grid cuts off may hold protected cells. */
function assertEndsEditable(workbook: Workbook, sheet: Sheet, wanted: SheetProperties, editor: Editor): void {
  const { rowCount = 0, columnCount = 0 } = wanted.gridProperties ?? {};
  const whole = wholeBox(sheet);
  if (rowCount < whole.bottom) assertEditable(workbook, sheet, { ...whole, top: rowCount }, editor);
  if (columnCount < whole.right) assertEditable(workbook, sheet, { ...whole, left: columnCount }, editor);
}

/** Rows and columns cut off take their cells and ranges with them; new ones come at the end. */
function resizedTo(workbook: Workbook, sheet: Sheet, wanted: SheetProperties): Workbook {
  const rowCount = wanted.gridProperties?.rowCount ?? 0;
  const columnCount = wanted.gridProperties?.columnCount ?? 0;
  const isSame = rowCount === rowCountOf(sheet) && columnCount === columnCountOf(sheet);
  if (isSame || isObjectSheet(sheet)) return workbook;
  assertGridSize(rowCount, columnCount);
  const rows = resize(workbook, sheet.sheetId, 'ROWS', rowCount);
  // The rows come first and have to fit in the old width (reported: gspread-dataframe#37).
  assertWorkbookSize(rows);
  const both = resize(rows, sheet.sheetId, 'COLUMNS', columnCount);
  assertWorkbookSize(both);
  return both;
}

function resize(workbook: Workbook, sheetId: number, dimension: 'ROWS' | 'COLUMNS', size: number): Workbook {
  const sheet = assertSheet(workbook, sheetId);
  const before = dimension === 'ROWS' ? rowCountOf(sheet) : columnCountOf(sheet);
  const removed = Math.max(0, before - size);
  const added = Math.max(0, size - before);
  return spliceDimension(workbook, sheet, { sheetId, dimension, start: before - removed, removed, added });
}

function assertFrozenFits({ gridProperties }: SheetProperties): void {
  const { frozenRowCount = 0, rowCount = 0, frozenColumnCount = 0, columnCount = 0 } = gridProperties ?? {};
  if (frozenRowCount > 0 && frozenRowCount >= rowCount)
    throw new Refusal("You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount > 0 && frozenColumnCount >= columnCount)
    throw new Refusal("You can't freeze all visible columns on the sheet.");
}

/** The wanted index counts places as they were before the move (recorded): one past itself is where it stands. */
function moved(workbook: Workbook, sheetId: number, wanted: number | undefined): Workbook {
  const from = sheetIndexOf(workbook, sheetId);
  const target = placeOf(workbook, wanted ?? workbook.sheets.length, 'index');
  const sheet = workbook.sheets[from];
  if (sheet === undefined || target === from || target === from + 1) return workbook;
  const rest = workbook.sheets.toSpliced(from, 1);
  return { ...workbook, sheets: rest.toSpliced(target > from ? target - 1 : target, 0, sheet) };
}

/** A place past the last tab is the end. */
function placeOf({ sheets }: Workbook, index: number, name: string): number {
  if (index < 0) throw new Refusal(`${name} must be >= 0`);
  return Math.min(index, sheets.length);
}

export function numbered(sheet: Sheet, index: number): SheetProperties {
  const { sheetId, title, ...rest } = sheet.properties;
  return { sheetId: sheetId ?? sheet.sheetId, title: title ?? '', index, ...rest };
}

function assertSheet(workbook: Workbook, sheetId: number): Sheet {
  const sheet = findSheet(workbook, sheetId);
  if (sheet === undefined) throw new Refusal(`No sheet with id: ${sheetId}`);
  return sheet;
}

function assertTitle(workbook: Workbook, title: string, own: number | undefined): void {
  if (title === '') throw new Refusal('The sheet name cannot be empty.');
  if (title.length > MAX_TITLE) {
    throw new Refusal(`The sheet name cannot be greater than ${MAX_TITLE} characters.`);
  }
  const taken = workbook.sheets.some(
    (sheet) => sheet.sheetId !== own && titleOf(sheet).toLowerCase() === title.toLowerCase(),
  );
  if (taken) {
    throw new Refusal(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

export function assertFreshSheetId(workbook: Workbook, sheetId: number): void {
  if (findSheet(workbook, sheetId) !== undefined)
    throw new Refusal(`Sheet with id ${sheetId} already exists`);
  if (sheetId < 0) throw new Refusal('sheetId must be >= 0');
}

export function assertSheetsLeft(sheets: readonly Sheet[]): void {
  if (sheets.length === 0) throw new Refusal("You can't remove all the sheets in a document.");
  if (sheets.every(isHidden)) throw new Refusal("You can't remove all the visible sheets in a document.");
}

export function freshSheetId(workbook: Workbook, context: Pick<BatchContext, 'newId'>): number {
  const id = context.newId();
  return findSheet(workbook, id) === undefined ? id : freshSheetId(workbook, context);
}

export function freshTitle(workbook: Workbook, word: string, number: number): string {
  const title = `${word}${number}`;
  const isTaken = workbook.sheets.some((sheet) => titleOf(sheet) === title);
  return isTaken ? freshTitle(workbook, word, number + 1) : title;
}

export function copyTitle(workbook: Workbook, title: string, number = 1): string {
  const copy = number === 1 ? `Copy of ${title}` : `Copy of ${title} ${number}`;
  return workbook.sheets.some((sheet) => titleOf(sheet) === copy)
    ? copyTitle(workbook, title, number + 1)
    : copy;
}

function isHidden(sheet: Sheet): boolean {
  return sheet.properties.hidden === true;
}

export const sheetRequests: RequestFamily = {
  addSheet: handler(addSheet),
  deleteSheet: handler(deleteSheet),
  duplicateSheet: handler(duplicateSheet),
  updateSheetProperties: handler(updateSheetProperties),
};
