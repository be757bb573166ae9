import type { AnsweringApi } from '../contract/contract-table.ts';
import { driveFileNotFound } from '../contract/drive-error.ts';
import { badRequest, notImplemented } from '../contract/google-error.ts';
import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, queryText } from '../http/call.ts';
import { assertDriveAccess } from '../identity/access.ts';
import { type DriveFile, SPREADSHEET_TYPE, type StoredFile } from '../model/drive-file.ts';
import { localeOf, type Workbook } from '../model/workbook.ts';
import { refusedAsBadRequest, stampOf } from '../sheets/edit-workbook.ts';
import { assertUnlocked } from './content-restriction.ts';
import { resolvedParent, workbookFor } from './file-methods.ts';
import { newDriveFile, touched } from './file-record.ts';
import { fileView } from './file-view.ts';
import { keptFields } from './kept-fields.ts';
import { multipartParts } from './multipart.ts';
import { newFileId } from './new-file-id.ts';
import { importedSheet } from './sheet-text.ts';
import { v2FileView } from './v2-view.ts';

export interface UploadRoute {
  readonly version: 'v2' | 'v3';
  /** Undefined for a new file. */
  readonly fileId: string | undefined;
}

export function matchUpload(method: string, path: string): UploadRoute | undefined {
  const match = /^\/upload\/drive\/(v[23])\/files(?:\/([\w-]+))?$/.exec(path);
  const [, version, fileId] = match ?? [];
  if (version !== 'v2' && version !== 'v3') return undefined;
  const expected = fileId === undefined ? 'POST' : version === 'v2' ? 'PUT' : 'PATCH';
  return method === expected ? { version, fileId } : undefined;
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

interface Uploaded {
  readonly metadata: JsonObject;
  readonly type: string;
  readonly content: Buffer;
}

/** A table becomes a spreadsheet; content of any other kind is not kept, and that is said. */
export async function upload(call: Call, route: UploadRoute, body: Buffer): Promise<Answer> {
  const uploaded = uploadedParts(call, body);
  const stored =
    route.fileId === undefined
      ? await createdBy(call, uploaded)
      : await replaced(call, route.fileId, uploaded);
  return route.version === 'v2'
    ? json(v2FileView(stored.file, call.caller))
    : json(fileView(stored.file, call));
}

function uploadedParts(call: Call, body: Buffer): Uploaded {
  const type = call.headers.get('content-type') ?? '';
  const kind = queryText(call, 'uploadType');
  if (kind === 'media') return { metadata: {}, type: typeName(type), content: body };
  if (kind !== 'multipart') throw notImplemented(`upload of type ${kind ?? 'none'}`);
  const [first, second] = multipartParts(type, body);
  if (first === undefined || second === undefined) throw badRequest('Multipart must have two parts.');
  const metadata: unknown = JSON.parse(first.content.toString('utf8') || '{}');
  if (!isJsonObject(metadata)) throw badRequest('Invalid JSON payload received.');
  return { metadata, type: typeName(second.type), content: second.content };
}

function typeName(type: string): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}

function withTable(call: Call, workbook: Workbook, { type, content }: Uploaded): Workbook {
  const kind = type === 'text/csv' ? 'csv' : type === 'text/tab-separated-values' ? 'tsv' : undefined;
  if (kind === undefined) throw notImplemented(`upload of ${type === '' ? 'content without a type' : type}`);
  const { newId, now, evaluator } = call.service;
  // The new sheet is named after the file (recorded).
  const sheet = refusedAsBadRequest(() =>
    importedSheet({
      text: content.toString('utf8'),
      kind,
      sheetId: newId(),
      title: String(workbook.properties['title'] ?? 'Sheet1').slice(0, 100),
      locale: localeOf(workbook),
      year: now().getUTCFullYear(),
      evaluator,
    }),
  );
  return { ...workbook, sheets: [sheet], namedRanges: [], developerMetadata: [] };
}

async function createdBy(call: Call, uploaded: Uploaded): Promise<StoredFile> {
  const { metadata } = uploaded;
  if (metadata['mimeType'] !== SPREADSHEET_TYPE)
    throw notImplemented('upload of a file that is not converted');
  const parents = (metadata['parents'] ?? []) as readonly string[];
  const file: DriveFile = newDriveFile(
    {
      id: newFileId(call, metadata['id'], SPREADSHEET_TYPE),
      name: typeof metadata['name'] === 'string' ? metadata['name'] : 'Untitled',
      mimeType: SPREADSHEET_TYPE,
      ...(parents.length === 0 ? {} : { parents: parents.map((one) => resolvedParent(call, one)) }),
      extra: keptFields({}, metadata),
    },
    call.caller,
    stampOf(call),
  );
  const stored = { file, workbook: withTable(call, workbookFor(call, file), uploaded) };
  await call.service.store.create(stored);
  return stored;
}

async function replaced(call: Call, id: string, uploaded: Uploaded): Promise<StoredFile> {
  assertDriveAccess(call.service.store.get(id), id, call.caller, 'writer');
  const stored = await call.service.store.update(id, (before) => {
    assertDriveAccess(before, id, call.caller, 'writer');
    assertUnlocked(before.file);
    if (before.workbook === undefined) throw notImplemented('upload of a file that is not converted');
    const workbook = withTable(call, before.workbook, uploaded);
    const next = { file: touched(before.file, stampOf(call)), workbook };
    return { next, result: next };
  });
  if (stored === undefined) throw driveFileNotFound(id);
  return stored;
}
