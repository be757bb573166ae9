import { boxOf, sheetAround, sheetOf } from '../model/box.ts';
import { shownValue } from '../model/cell-order.ts';
import { cellAt, mapUsedCells, withRowStretches } from '../model/edit-cells.ts';
import { assertEditable } from '../model/protection.ts';
import { typedInto, typedOut } from '../model/typed-into.ts';
import type { CellData, GridCoordinate, GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import { widest } from '../values/widest.ts';
import { grownTo } from './cell-requests.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type Delimiter = 'COMMA' | 'SEMICOLON' | 'PERIOD' | 'SPACE' | 'CUSTOM' | 'AUTODETECT';

const DELIMITERS: Readonly<Record<Exclude<Delimiter, 'CUSTOM' | 'AUTODETECT'>, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  PERIOD: '.',
  SPACE: ' ',
};

interface TextToColumns {
  readonly source?: GridRange;
  readonly delimiter?: string;
  readonly delimiterType?: Delimiter;
}

/** One column of text becomes several; the pieces are read as if typed. */
function textToColumns(workbook: Workbook, request: TextToColumns, context: BatchContext): Applied {
  const { source = {} } = request;
  const box = boxOf(workbook, source);
  const before = sheetOf(workbook, source.sheetId);
  if (box.right - box.left !== 1) throw new Refusal('The source range must be exactly one column wide.');
  const texts = Array.from({ length: box.bottom - box.top }, (_, down) =>
    textOf(cellAt(before, box.top + down, box.left), localeOf(workbook)),
  );
  const delimiter = delimiterOf(request, texts);
  const pieces = texts.map((text) => (text === '' ? [] : text.split(delimiter)));
  const width = Math.max(1, widest(pieces));
  const grown = grownTo(workbook, before, 0, box.left + width);
  const sheet = sheetOf(grown, source.sheetId);
  assertEditable(grown, sheet, { ...box, right: box.left + width }, context.editor);
  return {
    workbook: withSheet(
      grown,
      withTyped(grown, sheet, { top: box.top, left: box.left, rows: pieces }, context),
    ),
  };
}

function delimiterOf({ delimiterType, delimiter }: TextToColumns, texts: readonly string[]): string {
  if (delimiterType === 'CUSTOM') {
    if (!delimiter) throw new Refusal('A custom delimiter must be specified.');
    return delimiter;
  }
  if (delimiterType !== undefined && delimiterType !== 'AUTODETECT') return DELIMITERS[delimiterType];
  return [',', ';', '\t', ' '].find((one) => texts.some((text) => text.includes(one))) ?? ',';
}

function textOf(cell: CellData | undefined, locale: string): string {
  const value = shownValue(cell);
  const isText = value?.stringValue !== undefined || value?.numberValue !== undefined;
  return isText ? typedOut(cell, value, locale) : '';
}

interface Typed {
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly string[])[];
}

function withTyped(
  workbook: Workbook,
  sheet: Sheet,
  { top, left, rows }: Typed,
  context: BatchContext,
): Sheet {
  const typing = { locale: localeOf(workbook), year: context.year };
  const stretches = rows.map((items, down) => ({ row: top + down, left, items }));
  return withRowStretches(sheet, stretches, (before, text) =>
    withValue(before, typedInto(before, text, typing).value, context.evaluator),
  );
}

interface PasteData {
  readonly coordinate?: GridCoordinate;
  readonly data?: string;
  readonly delimiter?: string;
  readonly html?: boolean;
}

function pasteData(workbook: Workbook, request: PasteData, context: BatchContext): Applied {
  const { coordinate = {}, data = '', delimiter } = request;
  if (request.html === true) throw new NotBuilt('pasteData with html');
  if (delimiter === undefined) throw new Refusal('A delimiter or html must be specified.');
  const rows = data.split(/\r?\n/).map((line) => line.split(delimiter));
  const top = coordinate.rowIndex ?? 0;
  const left = coordinate.columnIndex ?? 0;
  const width = widest(rows);
  const grown = grownTo(workbook, sheetAround(workbook, coordinate), top + rows.length, left + width);
  const sheet = sheetOf(grown, coordinate.sheetId);
  assertEditable(grown, sheet, { top, left, bottom: top + rows.length, right: left + width }, context.editor);
  return { workbook: withSheet(grown, withTyped(grown, sheet, { top, left, rows }, context)) };
}

/** Blanks at both ends go, runs of blanks inside become one. */
function trimWhitespace(
  workbook: Workbook,
  { range = {} }: { readonly range?: GridRange },
  context: BatchContext,
): Applied {
  const box = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, box, context.editor);
  let cellsChangedCount = 0;
  const trimmed = mapUsedCells(sheet, box, (cell) => {
    const text = cell?.userEnteredValue?.stringValue;
    const short = text?.trim().replace(/\s+/g, ' ');
    if (text === undefined || short === text) return cell;
    cellsChangedCount += 1;
    return withValue(cell, { stringValue: short ?? '' }, context.evaluator);
  });
  return {
    workbook: withSheet(workbook, trimmed),
    reply: cellsChangedCount === 0 ? {} : { cellsChangedCount },
  };
}

export const textRequests: RequestFamily = {
  textToColumns: handler(textToColumns),
  pasteData: handler(pasteData),
  trimWhitespace: handler(trimWhitespace),
};
