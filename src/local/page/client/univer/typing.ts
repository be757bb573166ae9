import type { ICellData, ICellDataForSheetInterceptor, IDocumentData, Nullable } from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  SheetInterceptorService,
  VALIDATE_CELL,
} from '@univerjs/preset-sheets-core';
import { editText, enteredCell } from '../../model/edit-text.ts';
import type { PageCell } from '../../model/page-workbook.ts';
import type { CellPlace, GridEvents } from '../grid.ts';
import { type Carried, cellData, pageCellIn } from './cell-data.ts';
import type { EditorSeen } from './editor-seen.ts';
import { type Sheets, tabOf } from './sheets.ts';

/** Before the grid's own readers of numbers, dates and formulas: the text is the server's to read. */
const FIRST = 1_000;

interface Location {
  readonly worksheet: {
    readonly getSheetId: () => string;
    readonly getCellRaw: (row: number, column: number) => Nullable<ICellData>;
  };
  readonly row: number;
  readonly col: number;
}

/** What a cell carries that was typed into: the text goes to the server as it is. */
export interface Typed extends Carried {
  readonly typed: string;
}

/** Rich text ends with a line break of its own. */
function textOf(document: IDocumentData): string {
  return (document.body?.dataStream ?? '').replace(/\r\n$/, '').replace(/\r/g, '\n');
}

function enteredText(value: ICellData): string {
  if (value.f !== undefined && value.f !== null) return value.f;
  if (value.p !== undefined && value.p !== null) return textOf(value.p);
  const text = String(value.v ?? '');
  // The grid takes an apostrophe off; it belongs to what was typed.
  return value.t === 4 ? `'${text}` : text;
}

function placeOf({ worksheet, row, col }: Location): CellPlace {
  return { tab: tabOf(worksheet), row, column: col };
}

/** A cell filled with a text, as if it had been typed. */
export function typedData(text: string, place: CellPlace, sheets: Sheets): ICellData {
  const before = sheets.cellAt(place);
  const page = enteredCell(text, before, sheets.lookOf(before), sheets.typing());
  const carried: Typed = { page, typed: text };
  const { v = null, t = null, s } = cellData(page);
  // Null takes away what stood there; what is left out would stay.
  return { v, t, f: null, si: null, p: null, ...(s === undefined ? {} : { s }), custom: { ...carried } };
}

/** Cells are opened for editing with the text that a person would type, and what is typed is read as the server will read it. */
export function readTyping(sheets: Sheets, barred: GridEvents['barred'], editor: EditorSeen): void {
  const { writeCellInterceptor } = sheets.injector.get(SheetInterceptorService);
  const cellIn = ({ worksheet, row, col }: Location) => pageCellIn(worksheet.getCellRaw(row, col)) ?? null;
  const offeredFor = (cell: PageCell | null): string => {
    const { locale, year } = sheets.typing();
    return editText(cell, sheets.lookOf(cell), locale, year);
  };
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (value, context): ICellDataForSheetInterceptor => {
      const text = offeredFor(cellIn(context));
      return { ...value, v: text, t: 1, p: null, f: null };
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (value, context) => {
      const raw = context.worksheet.getCellRaw(context.row, context.col);
      const text = enteredText(value ?? {});
      // Opened and left as it was: nothing was entered, whatever the text might mean.
      const before = editor.cellIn(placeOf(context));
      if (text === offeredFor(before === undefined ? cellIn(context) : before)) {
        editor.abandon();
        return raw ?? {};
      }
      return typedData(text, placeOf(context), sheets);
    },
  });
  writeCellInterceptor.intercept(VALIDATE_CELL, {
    priority: FIRST,
    handler: async (before, context) => {
      if ((await before) === false) return false;
      const carried = context.worksheet.getCellRaw(context.row, context.col)?.custom as
        | Partial<Typed>
        | undefined;
      return carried?.typed === undefined || !barred(placeOf(context), carried.typed);
    },
  });
}
