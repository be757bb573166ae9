import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, sheetOf, wholeBox } from '../model/box.ts';
import { mapUsedCells } from '../model/edit-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { typedInto } from '../model/typed-into.ts';
import type { CellData, ExtendedValue, GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
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
  const pattern = patternOf(request);
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
      replacedIn({ workbook: current, sheet, box, request, pattern, tally, context }),
    );
  }
  const counts = Object.entries(tally).filter(([, count]) => count > 0);
  return { workbook: current, reply: Object.fromEntries(counts) as JsonObject };
}

function patternOf({ find, searchByRegex, matchCase, matchEntireCell }: FindReplace): RegExp {
  if (!find) throw new Refusal('The find text cannot be empty.');
  // Google's regular expressions run in linear time; JavaScript's do not, and a hostile one would stop the server.
  if (searchByRegex === true) throw new NotBuilt('findReplace with searchByRegex');
  const literal = find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(matchEntireCell === true ? `^${literal}$` : literal, matchCase === true ? 'gu' : 'giu');
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
  readonly pattern: RegExp;
  readonly tally: Tally;
  readonly context: BatchContext;
}

function replacedIn({ workbook, sheet, box, request, pattern, tally, context }: Search): Sheet {
  const typing = { locale: localeOf(workbook), year: context.year };
  const rows = new Set<number>();
  const changed = mapUsedCells(sheet, box, (cell, row) => {
    const source = searchedText(cell, request.includeFormulas === true);
    const hits = source === undefined ? 0 : [...source.text.matchAll(pattern)].length;
    if (cell === undefined || source === undefined || hits === 0) return cell;
    const text = source.text.replace(pattern, () => request.replacement ?? '');
    tally.occurrencesChanged += hits;
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

function searchedText(cell: CellData | undefined, formulas: boolean) {
  const value = cell?.userEnteredValue;
  if (value?.formulaValue !== undefined)
    return formulas ? { text: value.formulaValue, isFormula: true } : undefined;
  const plain = value?.stringValue ?? value?.numberValue ?? value?.boolValue;
  return plain === undefined ? undefined : { text: String(plain), isFormula: false };
}

export const findReplaceRequests: RequestFamily = { findReplace: handler(findReplace) };
