import {
  driveConversionUnsupported,
  driveError,
  driveExportTooLarge,
  driveRequired,
} from '../contract/drive-error.ts';
import { notImplemented } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, type Method, queryText, todayOf } from '../http/call.ts';
import type { DriveFile, StoredFile } from '../model/drive-file.ts';
import { isObjectSheet, localeOf, type Workbook } from '../model/workbook.ts';
import { stampOf } from '../sheets/edit-workbook.ts';
import { assertMayTake } from './content-restriction.ts';
import { EXPORT_FORMATS, XLSX_TYPE } from './export-formats.ts';
import { exportXlsx } from './export-xlsx/export-xlsx.ts';
import { resolvedParent } from './file-methods.ts';
import { newDriveFile } from './file-record.ts';
import { fileView } from './file-view.ts';
import { assertRoom } from './kept-content.ts';
import { keptFields } from './kept-fields.ts';
import { newFileId } from './new-file-id.ts';
import { exportedText } from './sheet-text.ts';
import { readFile } from './update-file.ts';
import { assertBuilt } from './writable-fields.ts';

/** The copy is the caller's own: values, formats and tabs go along, permissions, comments and developer metadata's owner do not. */
async function copy(call: Call): Promise<Answer> {
  const { service, caller } = call;
  const source = readFile(call, 'reader');
  assertMayTake(call, source.file, { reason: 'cannotCopyFile', verb: 'copied' });
  const body = call.body as { readonly name?: string; readonly parents?: readonly string[] } & JsonObject;
  assertBuilt(body);
  const id = newFileId(call, body['id'], source.file.mimeType);
  const name = body.name ?? `Copy of ${source.file.name}`;
  const parents = body.parents?.length
    ? { parents: body.parents.map((one) => resolvedParent(call, one)) }
    : {};
  const { mimeType } = source.file;
  // The copy is open, whatever closed the original.
  const { contentRestrictions: _lock, copyRequiresWriterPermission: _closed, ...extra } = source.file.extra;
  const file = newDriveFile(
    { id, name, mimeType, ...parents, extra: keptFields(extra, body) },
    caller,
    stampOf(call),
  );
  const copied = copiedFile(source, file);
  if (copied.content !== undefined) assertRoom(service.store, copied.content, undefined);
  await service.store.create(copied);
  return json(fileView(copied.file, call));
}

function copiedFile(
  { workbook, content, file: { content: facts } }: StoredFile,
  file: DriveFile,
): StoredFile {
  if (workbook !== undefined) {
    const properties = { ...workbook.properties, title: file.name };
    return { file, workbook: { ...workbook, spreadsheetId: file.id, properties } };
  }
  return content === undefined || facts === undefined
    ? { file }
    : { file: { ...file, content: facts }, content };
}

/** Google exports no more than 10 MB [D]. */
const MOST_EXPORTED_BYTES = 10 * 1024 * 1024;

const TEXT_FORMATS: ReadonlyMap<string, 'csv' | 'tsv'> = new Map([
  ['text/csv', 'csv'],
  ['text/tab-separated-values', 'tsv'],
]);

async function exportFile(call: Call): Promise<Answer> {
  const asked = queryText(call, 'mimeType');
  if (asked === undefined) throw driveRequired('mimeType');
  const { file, workbook } = readFile(call, 'reader');
  assertMayTake(call, file, { reason: 'cannotExportFile', verb: 'exported' });
  const type = asked.toLowerCase();
  if (workbook === undefined) {
    throw driveError({
      code: 403,
      reason: 'fileNotExportable',
      message: 'Export only supports Docs Editors files.',
    });
  }
  if (type === XLSX_TYPE) return { kind: 'bytes', type: asked, bytes: await xlsxOf(call, workbook) };
  const kind = TEXT_FORMATS.get(type);
  if (kind === undefined) {
    if (EXPORT_FORMATS.includes(type)) throw notImplemented(`export as ${type}`);
    throw driveConversionUnsupported();
  }
  const first = workbook.sheets.find((sheet) => !isObjectSheet(sheet));
  const text = first === undefined ? '' : exportedText(first, localeOf(workbook), kind);
  if (Buffer.byteLength(text) > MOST_EXPORTED_BYTES) throw driveExportTooLarge();
  return { kind: 'text', type: asked, text };
}

async function xlsxOf(call: Call, workbook: Workbook): Promise<Buffer> {
  const limits = { today: todayOf(call), now: call.service.now(), mostBytes: MOST_EXPORTED_BYTES };
  const bytes = await exportXlsx(workbook, limits);
  if (bytes === undefined) throw driveExportTooLarge();
  return bytes;
}

async function generateIds(call: Call): Promise<Answer> {
  const count = Math.min(1000, Math.max(1, Number(queryText(call, 'count') ?? 10)));
  const ids = Array.from({ length: count }, () => call.service.newFileId());
  return json({ kind: 'drive#generatedIds', space: 'drive', ids });
}

export const copyMethods: Readonly<Record<string, Method>> = {
  'drive.files.copy': copy,
  'drive.files.export': exportFile,
  'drive.files.generateIds': generateIds,
};
