import { driveFileNotFound } from '../contract/drive-error.ts';
import { notImplemented } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import type { Call } from '../http/call.ts';
import { assertDriveAccess } from '../identity/access.ts';
import { isBlob, SPREADSHEET_TYPE, type StoredFile } from '../model/drive-file.ts';
import { localeOf, type Workbook } from '../model/workbook.ts';
import { refusedAsBadRequest, stampOf } from '../sheets/edit-workbook.ts';
import { assertUnlocked } from './content-restriction.ts';
import { editedFile, resolvedParent, workbookFor } from './file-methods.ts';
import { newDriveFile } from './file-record.ts';
import { assertRoom, withContent } from './kept-content.ts';
import { keptFields } from './kept-fields.ts';
import { newFileId } from './new-file-id.ts';
import { importedSheet } from './sheet-text.ts';

/** What a client sent: what it says of the file, of what type the content is, and the content. */
export interface Uploaded {
  readonly metadata: JsonObject;
  readonly type: string;
  readonly content: Buffer;
}

/** A table that is to become a spreadsheet does; everything else is kept byte for byte. */
export function storeUpload(call: Call, fileId: string | undefined, uploaded: Uploaded): Promise<StoredFile> {
  return fileId === undefined ? created(call, uploaded) : replaced(call, fileId, uploaded);
}

async function created(call: Call, uploaded: Uploaded): Promise<StoredFile> {
  const { metadata, type, content } = uploaded;
  const mimeType = textIn(metadata, 'mimeType') ?? (type === '' ? 'application/octet-stream' : type);
  if (mimeType !== SPREADSHEET_TYPE && !isBlob(mimeType)) throw notImplemented(`upload as ${mimeType}`);
  const parents = (metadata['parents'] ?? []) as readonly string[];
  const file = newDriveFile(
    {
      id: newFileId(call, metadata['id'], mimeType),
      name: textIn(metadata, 'name') ?? textIn(metadata, 'title') ?? 'Untitled',
      mimeType,
      ...(parents.length === 0 ? {} : { parents: parents.map((one) => resolvedParent(call, one)) }),
      extra: keptFields({}, metadata),
    },
    call.caller,
    stampOf(call),
  );
  if (isBlob(mimeType)) assertRoom(call.service.store, content, undefined);
  const stored = isBlob(mimeType)
    ? withContent({ file }, content, mimeType)
    : { file, workbook: withTable(call, workbookFor(call, file), uploaded) };
  await call.service.store.create(stored);
  return stored;
}

function textIn(metadata: JsonObject, name: string): string | undefined {
  const value = metadata[name];
  return typeof value === 'string' ? value : undefined;
}

async function replaced(call: Call, id: string, uploaded: Uploaded): Promise<StoredFile> {
  const { metadata, type, content } = uploaded;
  assertDriveAccess(call.service.store.get(id), id, call.caller, 'writer');
  const stored = await call.service.store.update(id, (before) => {
    assertDriveAccess(before, id, call.caller, 'writer');
    assertUnlocked(before.file);
    const { mimeType } = before.file;
    if (before.workbook === undefined && !isBlob(mimeType)) throw notImplemented(`upload into ${mimeType}`);
    const { trashed: _bin, ...fields } = metadata;
    const edited = editedFile(call, before, fields);
    if (before.workbook === undefined) {
      assertRoom(call.service.store, content, before.content);
      const next = withContent(edited, content, textIn(metadata, 'mimeType') ?? (type || mimeType));
      return { next, result: next };
    }
    const workbook = withTable(call, edited.workbook ?? before.workbook, uploaded);
    const next = { ...edited, workbook };
    return { next, result: next };
  });
  if (stored === undefined) throw driveFileNotFound(id);
  return stored;
}

function withTable(call: Call, workbook: Workbook, { type, content }: Uploaded): Workbook {
  const kind = type === 'text/csv' ? 'csv' : type === 'text/tab-separated-values' ? 'tsv' : undefined;
  if (kind === undefined)
    throw notImplemented(`a spreadsheet made of ${type === '' ? 'content without a type' : type}`);
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
