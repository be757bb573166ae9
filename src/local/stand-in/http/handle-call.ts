import { type AnsweringApi, type Api, methodOf } from '../contract/contract-table.ts';
import { parseFieldMask, selectFields } from '../contract/field-mask.ts';
import { notImplemented } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { driveFieldsView } from '../drive/default-fields.ts';
import { driveMethods } from '../drive/methods.ts';
import { copySheetMethods } from '../sheets/copy-sheet.ts';
import { dataFilterMethods } from '../sheets/data-filter-methods.ts';
import { metadataMethods } from '../sheets/metadata-methods.ts';
import { spreadsheetMethods } from '../sheets/spreadsheet-methods.ts';
import { valuesMethods } from '../sheets/values-methods.ts';
import { type Answer, type Call, type Method, queryText } from './call.ts';
import { jsonText, type Payload } from './send-answer.ts';

const METHODS: ReadonlyMap<string, Method> = new Map([
  ...Object.entries(spreadsheetMethods),
  ...Object.entries(valuesMethods),
  ...Object.entries(metadataMethods),
  ...Object.entries(dataFilterMethods),
  ...Object.entries(copySheetMethods),
  ...Object.entries(driveMethods),
]);

const JSON_TYPE = 'application/json; charset=UTF-8';

/** Runs the method and shows its answer through the caller's field mask. */
export async function handleCall(api: Api, call: Call): Promise<Payload> {
  const method = METHODS.get(call.methodId);
  if (method === undefined) throw notImplemented(`method ${call.methodId}`);
  // A mask that names nothing is refused before anything is changed.
  const show = answerMask(api, call);
  return payloadOf(api, call, await method(call), show);
}

export function answerPayload(api: AnsweringApi, call: Call, answer: Answer): Payload {
  return payloadOf(api, call, answer, answerMask(api, call));
}

function isPretty(call: Call): boolean {
  return !/^(false|0)$/.test(queryText(call, 'prettyPrint') ?? '');
}

type Show = (body: JsonObject) => JsonObject;

function answerMask(api: AnsweringApi, call: Call): Show {
  const mask = queryText(call, 'fields');
  const schema = methodOf(api, call.methodId).response;
  if (schema === undefined) return (body) => body;
  // Drive shows nothing to who asks for nothing (measured by others).
  if (mask?.trim() === '' && api !== 'sheets') return () => ({});
  if (mask === undefined || mask === '')
    return api === 'drive' ? (body) => driveFieldsView(call.methodId, body) : (body) => body;
  const parsed = parseFieldMask(api, schema, mask);
  if (!parsed.ok) throw parsed.error;
  return (body) => selectFields(parsed.selection, body) as JsonObject;
}

function payloadOf(api: AnsweringApi, call: Call, answer: Answer, show: Show): Payload {
  switch (answer.kind) {
    case 'empty':
      return { status: 204, type: '', text: '' };
    case 'text':
      return { status: 200, type: answer.type, text: answer.text };
    case 'bytes':
      return answer.ranged === true
        ? rangeOf(call, answer)
        : { status: 200, type: answer.type, text: answer.bytes };
    default: {
      const body = answer.masked === true ? answer.body : show(answer.body);
      call.service.checkAnswer?.(api, call.methodId, body);
      return { status: 200, type: JSON_TYPE, text: jsonText(body, isPretty(call)) };
    }
  }
}

/** The part of a download that a client asked for, so that it can go on where it was cut off; the whole otherwise. */
function rangeOf(call: Call, { type, bytes }: { readonly type: string; readonly bytes: Buffer }): Payload {
  const total = bytes.length;
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(call.headers.get('range') ?? '') ?? [];
  if (from === '') return { status: 200, type, text: bytes, headers: { 'Accept-Ranges': 'bytes' } };
  const start = Number(from);
  const end = to === '' ? total : Math.min(total, Number(to) + 1);
  if (start >= end)
    return { status: 416, type: 'text/html', text: '', headers: { 'Content-Range': `bytes */${total}` } };
  const headers = { 'Content-Range': `bytes ${start}-${end - 1}/${total}` };
  return { status: 206, type, text: bytes.subarray(start, end), headers };
}

export function errorPayload(status: number, body: JsonObject): Payload {
  return { status, type: JSON_TYPE, text: jsonText(body, true) };
}
