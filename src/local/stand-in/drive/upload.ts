import type { AnsweringApi } from '../contract/contract-table.ts';
import { badRequest, notImplemented } from '../contract/google-error.ts';
import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { validateRequest } from '../contract/validate-request.ts';
import { type Answer, type Call, json, queryText } from '../http/call.ts';
import { BODY_LIMITS, parseJsonBody } from '../http/read-body.ts';
import type { StoredFile } from '../model/drive-file.ts';
import { fileView } from './file-view.ts';
import { multipartParts } from './multipart.ts';
import { storeUpload, type Uploaded } from './store-upload.ts';
import { v2FileView } from './v2-view.ts';

export interface UploadRoute {
  readonly version: 'v2' | 'v3';
  /** Undefined for a new file. */
  readonly fileId: string | undefined;
}

/** The address of an upload, whatever is done there. */
export function uploadAddress(path: string): UploadRoute | undefined {
  const match = /^(?:\/resumable)?\/upload\/drive\/(v[23])\/files(?:\/([\w-]+))?$/.exec(path);
  const [, version, fileId] = match ?? [];
  return version === 'v2' || version === 'v3' ? { version, fileId } : undefined;
}

export function matchUpload(method: string, path: string): UploadRoute | undefined {
  const route = uploadAddress(path);
  if (route === undefined) return undefined;
  const { version, fileId } = route;
  const expected = fileId === undefined ? 'POST' : version === 'v2' ? 'PUT' : 'PATCH';
  return method === expected ? route : undefined;
}

/** The method that an upload calls; version 2 has another name for a new file. */
export function uploadMethod({ version, fileId }: UploadRoute): {
  readonly api: AnsweringApi;
  readonly methodId: string;
} {
  if (fileId !== undefined)
    return { api: version === 'v2' ? 'drive-v2' : 'drive', methodId: 'drive.files.update' };
  return version === 'v2'
    ? { api: 'drive-v2', methodId: 'drive.files.insert' }
    : { api: 'drive', methodId: 'drive.files.create' };
}

/** A whole file in one request. */
export async function upload(call: Call, route: UploadRoute, body: Buffer): Promise<Answer> {
  const uploaded = uploadedParts(call, route, body);
  return uploadAnswer(call, route, await storeUpload(call, route.fileId, uploaded));
}

export function uploadAnswer(call: Call, route: UploadRoute, { file }: StoredFile): Answer {
  return route.version === 'v2' ? json(v2FileView(file, call.caller)) : json(fileView(file, call));
}

function uploadedParts(call: Call, route: UploadRoute, body: Buffer): Uploaded {
  const type = call.headers.get('content-type') ?? '';
  const kind = queryText(call, 'uploadType');
  if (kind === 'media') return { metadata: {}, type: typeName(type), content: body };
  if (kind !== 'multipart') throw notImplemented(`upload of type ${kind ?? 'none'}`);
  const [first, second] = multipartParts(type, body);
  if (first === undefined || second === undefined) throw badRequest('Multipart must have two parts.');
  return {
    metadata: uploadMetadata(route, first.content),
    type: typeName(second.type),
    content: second.content,
  };
}

/** What a client says of the file, judged by the contract as the body of any other call. */
export function uploadMetadata(route: UploadRoute, bytes: Buffer): JsonObject {
  const body = parseJsonBody(bytes, BODY_LIMITS) ?? {};
  if (!isJsonObject(body)) throw badRequest('Invalid JSON payload received.');
  const { api, methodId } = uploadMethod(route);
  if (api !== 'drive') return body;
  const checked = validateRequest({ api, methodId, query: new URLSearchParams(), body });
  if (!checked.ok) throw checked.error;
  return checked.body;
}

export function typeName(type: string): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}
