import type { JsonObject } from '../contract/json.ts';
import { isJsonObject } from '../contract/json.ts';
import { newDriveFile } from '../drive/file-record.ts';
import {
  type Answer,
  type Call,
  inputCheck,
  json,
  type Method,
  queryFlag,
  queryText,
  todayOf,
} from '../http/call.ts';
import { SPREADSHEET_TYPE } from '../model/drive-file.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import type { Editor } from '../model/protection.ts';
import { checkedProperties } from '../model/spreadsheet-properties.ts';
import type { Workbook } from '../model/workbook.ts';
import { applyBatch } from '../requests/apply-batch.ts';
import type { BatchContext } from '../requests/handler.ts';
import { resolveA1 } from './a1-context.ts';
import { withContents } from './created-contents.ts';
import { editWorkbook, readWorkbook, refusedAsBadRequest, stampOf } from './edit-workbook.ts';
import { maskedView, masksGridData, masksUpdatedCells } from './masked-view.ts';
import { spreadsheetView } from './spreadsheet-view.ts';

async function create(call: Call): Promise<Answer> {
  const { service, body, caller } = call;
  const id = service.newFileId();
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  const title = String(properties['title'] ?? '') || 'Untitled spreadsheet';
  const locale = call.headers.get('x-standin-default-locale') ?? service.defaults.locale;
  const timeZone = call.headers.get('x-standin-default-timezone') ?? service.defaults.timeZone;
  const editor = { email: caller.email, isOwner: true, ownerEmail: caller.email };
  const made = refusedAsBadRequest(() => {
    const base = newWorkbook({ spreadsheetId: id, title, locale, timeZone });
    const named = { ...base, properties: { ...base.properties, ...checkedProperties(properties), title } };
    return withContents(named, body, batchContext(call, editor));
  });
  const workbook = await service.calculator.recalculated(undefined, made);
  const file = newDriveFile({ id, name: title, mimeType: SPREADSHEET_TYPE }, caller, stampOf(call));
  await service.store.create({ file, workbook });
  return json(
    spreadsheetView(workbook, {
      editor,
      ranges: undefined,
      withGridData: false,
      today: todayOf(call),
      web: service.web,
    }),
  );
}

function get(call: Call): Answer {
  const { workbook, editor } = readWorkbook(call);
  const mask = queryText(call, 'fields');
  // includeGridData is ignored when a field mask is set [D].
  const withGridData = mask === undefined ? queryFlag(call, 'includeGridData') : masksGridData(mask);
  const ranges = rangesOf(call, workbook);
  const body = spreadsheetView(workbook, {
    editor,
    withGridData,
    ranges,
    today: todayOf(call),
    web: call.service.web,
  });
  return { kind: 'json', body: maskedView(body, mask), masked: true };
}

function rangesOf(call: Call, workbook: Workbook) {
  const ranges = call.query.get('ranges') ?? [];
  return ranges.length === 0 ? undefined : ranges.map((text) => resolveA1(workbook, text));
}

interface BatchUpdate {
  readonly requests?: readonly JsonObject[];
  readonly includeSpreadsheetInResponse?: boolean;
  readonly responseRanges?: readonly string[];
  readonly responseIncludeGridData?: boolean;
}

async function batchUpdate(call: Call): Promise<Answer> {
  const request = call.body as BatchUpdate;
  const result = await editWorkbook(call, (workbook, editor) => {
    const applied = applyBatch(workbook, request.requests ?? [], batchContext(call, editor));
    const answer = (calculated: Workbook): JsonObject => ({
      spreadsheetId: workbook.spreadsheetId,
      replies: applied.replies,
      ...(request.includeSpreadsheetInResponse === true
        ? { updatedSpreadsheet: updatedView(call, calculated, request, editor) }
        : {}),
    });
    return { workbook: applied.workbook, answer };
  });
  return json(result);
}

/** Google's own limit for one request [D]. */
const MOST_MILLISECONDS = 180_000;

function batchContext(call: Call, editor: Editor): BatchContext {
  const { newId, evaluator, now } = call.service;
  const start = now();
  return {
    editor,
    newId,
    evaluator,
    year: start.getUTCFullYear(),
    today: todayOf(call),
    isLate: () => now().getTime() - start.getTime() > MOST_MILLISECONDS,
    checkInput: inputCheck(call.service),
  };
}

/** `responseIncludeGridData` is ignored under a field mask [D]. */
function updatedView(call: Call, workbook: Workbook, request: BatchUpdate, editor: Editor): JsonObject {
  const mask = queryText(call, 'fields');
  const texts = request.responseRanges ?? [];
  const ranges = texts.length === 0 ? undefined : texts.map((text) => resolveA1(workbook, text));
  const withGridData =
    mask === undefined ? request.responseIncludeGridData === true : masksUpdatedCells(mask);
  return spreadsheetView(workbook, {
    editor,
    ranges,
    withGridData,
    today: todayOf(call),
    web: call.service.web,
  });
}

export const spreadsheetMethods: Readonly<Record<string, Method>> = {
  'sheets.spreadsheets.create': create,
  'sheets.spreadsheets.get': get,
  'sheets.spreadsheets.batchUpdate': batchUpdate,
};
