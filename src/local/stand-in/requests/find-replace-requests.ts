import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, sheetOf, wholeBox } from '../model/box.ts';
import { mapUsedCells } from '../model/edit-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { typedInto, typedOut } from '../model/typed-into.ts';
import type { CellData, ExtendedValue, GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { Refusal } from '../refusal.ts';
import { foundIn, type TextSearch } from './found-text.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

interface FindReplace {
  readonly find?: string;
  readonly replacement?: string;
  readonly matchCase?: boolean;
  readonly matchEntireCell?: boolean;
  readonly searchByRegex?: boolean;
  readonly includeFormulas?: boolean;
  readonly range?: GridRange;
  readonly sheetId?: number;
  readonly allSheets?: boolean;
}

interface Tally {
  valuesChanged: number;
  formulasChanged: number;
  occurrencesChanged: number;
  rowsChanged: number;
  sheetsChanged: number;
}

function findReplace(workbook: Workbook, request: FindReplace, context: BatchContext): Applied {
  const search = searchOf(request);
  const tally: Tally = {
    valuesChanged: 0,
    formulasChanged: 0,
    occurrencesChanged: 0,
    rowsChanged: 0,
    sheetsChanged: 0,
  };
  let current = workbook;
  for (const { sheet, box } of scopeOf(workbook, request)) {
    assertEditable(current, sheet, box, context.editor);
    current = withSheet(
      current,
      replacedIn({ workbook: current, sheet, box, request, search, tally, context }),
    );
  }
  const counts = Object.entries(tally).filter(([, count]) => count > 0);
  return { workbook: current, reply: Object.fromEntries(counts) as JsonObject };
}

function searchOf(request: FindReplace): TextSearch {
  if (!request.find) throw new Refusal('The find text cannot be empty.');
  return {
    find: request.find,
    replacement: request.replacement ?? '',
    isRegular: request.searchByRegex === true,
    matchCase: request.matchCase === true,
    matchEntireCell: request.matchEntireCell === true,
  };
}

interface Scope {
  readonly sheet: Sheet;
  readonly box: Box;
}

function scopeOf(workbook: Workbook, { range, sheetId, allSheets }: FindReplace): readonly Scope[] {
  if (range !== undefined) return [{ sheet: sheetOf(workbook, range.sheetId), box: boxOf(workbook, range) }];
  if (allSheets === true) return workbook.sheets.map((one) => ({ sheet: one, box: wholeBox(one) }));
  if (sheetId === undefined) throw new Refusal('A range, a sheet or all sheets must be specified.');
  const sheet = sheetOf(workbook, sheetId);
  return [{ sheet, box: wholeBox(sheet) }];
}

interface Search {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly box: Box;
  readonly request: FindReplace;
  readonly search: TextSearch;
  readonly tally: Tally;
  readonly context: BatchContext;
}

function replacedIn({ workbook, sheet, box, request, search, tally, context }: Search): Sheet {
  const typing = { locale: localeOf(workbook), year: context.year };
  const withFormulas = request.includeFormulas === true;
  const texts: string[] = [];
  mapUsedCells(sheet, box, (cell) => {
    const source = searchedText(cell, withFormulas, typing.locale);
    if (source !== undefined) texts.push(source.text);
    return cell;
  });
  const found = foundIn(texts, search);
  if (found.size === 0) return sheet;
  const rows = new Set<number>();
  const changed = mapUsedCells(sheet, box, (cell, row) => {
    const source = searchedText(cell, withFormulas, typing.locale);
    const hit = source === undefined ? undefined : found.get(source.text);
    if (cell === undefined || source === undefined || hit === undefined) return cell;
    const { text } = hit;
    tally.occurrencesChanged += hit.hits;
    tally[source.isFormula ? 'formulasChanged' : 'valuesChanged'] += 1;
    rows.add(row);
    const value: ExtendedValue | undefined = source.isFormula
      ? { formulaValue: text }
      : typedInto(cell, text, typing).value;
    return withValue(cell, value, context.evaluator);
  });
  tally.rowsChanged += rows.size;
  if (rows.size > 0) tally.sheetsChanged += 1;
  return changed;
}

/** Values are searched, and read again, as they are typed in the spreadsheet's locale: `7,5` stays a number in vi_VN. */
function searchedText(cell: CellData | undefined, formulas: boolean, locale: string) {
  const value = cell?.userEnteredValue;
  if (value?.formulaValue !== undefined)
    return formulas ? { text: value.formulaValue, isFormula: true } : undefined;
  const isPlain = value !== undefined && value.errorValue === undefined;
  return isPlain ? { text: typedOut(cell, value, locale), isFormula: false } : undefined;
}

export const findReplaceRequests: RequestFamily = { findReplace: handler(findReplace) };
