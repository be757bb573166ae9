import { badRequest, notImplemented } from '../contract/google-error.ts';
import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { validateRequest } from '../contract/validate-request.ts';
import { type Answer, type Call, json, queryText } from '../http/call.ts';
import { BODY_LIMITS, parseJsonBody } from '../http/read-body.ts';
import type { StoredFile } from '../model/drive-file.ts';
import { fileView } from './file-view.ts';
import { multipartParts } from './multipart.ts';
import { storeUpload, type Uploaded } from './store-upload.ts';
import { type UploadRoute, uploadMethod } from './upload-route.ts';
import { v2FileView } from './v2-view.ts';

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
