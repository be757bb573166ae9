import { badRequest, notFound } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { withWorkbook } from '../drive/file-record.ts';
import { type Answer, type Call, intParam, json, type Method } from '../http/call.ts';
import { openedForSheets } from '../identity/access.ts';
import { assertWorkbookSize } from '../model/limits.ts';
import { rehomed } from '../model/rehome.ts';
import type { GridRange } from '../model/wire.ts';
import { findSheet, titleOf, type Workbook } from '../model/workbook.ts';
import { copyTitle, freshSheetId, numbered } from '../requests/sheet-requests.ts';
import { readWorkbook, refusedAsBadRequest, stampOf } from './edit-workbook.ts';

/** A tab copied to the end of another spreadsheet, or of the same one; its name begins with "Copy of". */
async function copyTo(call: Call): Promise<Answer> {
  const { service, caller } = call;
  const { workbook: source } = readWorkbook(call);
  const sheetId = intParam(call, 'sheetId');
  const sheet = findSheet(source, sheetId);
  if (sheet === undefined) throw badRequest(`No sheet with id: ${sheetId}`);
  const destination = String(call.body['destinationSpreadsheetId'] ?? '');
  openedForSheets(service.store.get(destination), caller, 'writer');
  const properties = await service.store.update(destination, async (stored) => {
    const { workbook } = openedForSheets(stored, caller, 'writer');
    const copied = refusedAsBadRequest((): { readonly after: Workbook; readonly shown: JsonObject } => {
      const id = freshSheetId(workbook, service);
      const elsewhere = (range: GridRange) => (workbook === source ? range : undefined);
      const title = copyTitle(workbook, titleOf(sheet));
      const copy = rehomed(sheet, { sheetId: id, title, newId: service.newId, elsewhere });
      const after = { ...workbook, sheets: [...workbook.sheets, copy] };
      assertWorkbookSize(after);
      return { after, shown: numbered(copy, workbook.sheets.length) };
    });
    const after = await service.calculator.recalculated(workbook, copied.after);
    return { next: withWorkbook(stored, after, stampOf(call)), result: copied.shown };
  });
  if (properties === undefined) throw notFound();
  return json(properties);
}

export const copySheetMethods: Readonly<Record<string, Method>> = {
  'sheets.spreadsheets.sheets.copyTo': copyTo,
};
