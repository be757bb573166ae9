import { driveFileNotFound, driveNotDownloadable } from '../contract/drive-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, type Method, param, queryText } from '../http/call.ts';
import { assertDriveAccess, hasRole } from '../identity/access.ts';
import { type DriveFile, isBlob, SPREADSHEET_TYPE, type StoredFile } from '../model/drive-file.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { stampOf } from '../sheets/edit-workbook.ts';
import { assertMayTake, assertUnlocked, withRestriction } from './content-restriction.ts';
import { newDriveFile, rootFolder, rootIdOf, touched } from './file-record.ts';
import { fileView } from './file-view.ts';
import { keptFields } from './kept-fields.ts';
import { newFileId } from './new-file-id.ts';
import { assertBuilt, assertUpdatable } from './writable-fields.ts';

interface FileBody {
  readonly id?: string;
  readonly name?: string;
  readonly mimeType?: string;
  readonly parents?: readonly string[];
  readonly trashed?: boolean;
  readonly starred?: boolean;
}

async function create(call: Call): Promise<Answer> {
  const { service, caller } = call;
  const body = call.body as FileBody & JsonObject;
  assertBuilt(body);
  const name = body.name ?? 'Untitled';
  const mimeType = body.mimeType ?? 'application/octet-stream';
  const id = newFileId(call, body['id'], mimeType);
  const parents = body.parents?.length
    ? { parents: body.parents.map((one) => resolvedParent(call, one)) }
    : {};
  const file = newDriveFile(
    { id, name, mimeType, ...parents, extra: keptFields({}, body) },
    caller,
    stampOf(call),
  );
  await service.store.create(
    mimeType === SPREADSHEET_TYPE ? { file, workbook: workbookFor(call, file) } : { file },
  );
  return json(fileView(file, call));
}

export function workbookFor(call: Call, file: DriveFile) {
  const { service, headers } = call;
  const locale = headers.get('x-standin-default-locale') ?? service.defaults.locale;
  const timeZone = headers.get('x-standin-default-timezone') ?? service.defaults.timeZone;
  return newWorkbook({ spreadsheetId: file.id, title: file.name, locale, timeZone });
}

export function resolvedParent(call: Call, parent: string): string {
  if (parent === 'root') return rootIdOf(call.caller);
  if (parent === rootIdOf(call.caller)) return parent;
  assertDriveAccess(call.service.store.get(parent), parent, call.caller, 'writer');
  return parent;
}

function get(call: Call): Answer {
  const id = param(call, 'fileId');
  const { caller } = call;
  if (id === 'root' || id === rootIdOf(caller)) return json(fileView(rootFolder(caller), call));
  const stored = assertDriveAccess(call.service.store.get(id), id, caller, 'reader');
  const isDownload = queryText(call, 'alt')?.toLowerCase() === 'media';
  return isDownload ? download(call, stored) : json(fileView(stored.file, call));
}

/** A file that nobody filled is empty; documents of Google's own editors are exported instead. */
function download(call: Call, { file, content }: StoredFile): Answer {
  if (!isBlob(file.mimeType)) throw driveNotDownloadable();
  assertMayTake(call, file, { reason: 'cannotDownloadFile', verb: 'downloaded' });
  return { kind: 'bytes', type: file.mimeType, bytes: content ?? Buffer.alloc(0), ranged: true };
}

async function update(call: Call): Promise<Answer> {
  const id = param(call, 'fileId');
  assertDriveAccess(call.service.store.get(id), id, call.caller, 'writer');
  const body = call.body as FileBody & JsonObject;
  const moved = movedParents(call);
  const file = await call.service.store.update(id, (stored) => {
    assertDriveAccess(stored, id, call.caller, body.trashed === undefined ? 'writer' : 'owner');
    assertUpdatable(body, stored.file.mimeType);
    const restricted = withRestriction(call, stored.file, body);
    if (body.name !== undefined && body.name !== stored.file.name) assertUnlocked(restricted);
    const next = renamed({ ...stored, file: changedFile(call, restricted, body, moved) }, body.name);
    return { next, result: next.file };
  });
  if (file === undefined) throw driveFileNotFound(id);
  return json(fileView(file, call));
}

interface Moves {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function movedParents(call: Call): Moves {
  const ids = (name: string) =>
    (queryText(call, name) ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  return {
    added: ids('addParents').map((one) => resolvedParent(call, one)),
    removed: ids('removeParents').map((one) => (one === 'root' ? rootIdOf(call.caller) : one)),
  };
}

function changedFile(call: Call, file: DriveFile, body: FileBody & JsonObject, moves: Moves): DriveFile {
  const parents = [
    ...new Set([...file.parents.filter((one) => !moves.removed.includes(one)), ...moves.added]),
  ];
  return {
    ...touched(file, stampOf(call)),
    name: body.name ?? file.name,
    trashed: body.trashed ?? file.trashed,
    starred: body.starred ?? file.starred,
    parents,
    extra: keptFields(file.extra, body),
  };
}

/** The file with what an upload says of it. */
export function editedFile(call: Call, stored: StoredFile, body: FileBody & JsonObject): StoredFile {
  const file = changedFile(call, stored.file, body, movedParents(call));
  return renamed({ ...stored, file }, body.name);
}

/** A spreadsheet's title is the file's name, whichever side changes it. */
function renamed(stored: StoredFile, name: string | undefined): StoredFile {
  if (name === undefined || stored.workbook === undefined) return stored;
  const { workbook } = stored;
  return { ...stored, workbook: { ...workbook, properties: { ...workbook.properties, title: name } } };
}

/** A folder goes with everything in it that belongs to the caller [D]. */
async function remove(call: Call): Promise<Answer> {
  const id = param(call, 'fileId');
  assertDriveAccess(call.service.store.get(id), id, call.caller, 'owner');
  const below = ownDescendants(call, id);
  if (!(await call.service.store.remove(id))) throw driveFileNotFound(id);
  await Promise.all(below.map((one) => call.service.store.remove(one)));
  return { kind: 'empty' };
}

function ownDescendants({ service, caller }: Call, id: string): readonly string[] {
  const found = new Set<string>();
  const queue = [id];
  const files = service.store.all().map(({ file }) => file);
  for (let parent = queue.pop(); parent !== undefined; parent = queue.pop()) {
    for (const file of files) {
      const isNew = file.parents.includes(parent) && file.id !== id && !found.has(file.id);
      if (!isNew || !hasRole(file, caller, 'owner')) continue;
      found.add(file.id);
      queue.push(file.id);
    }
  }
  return [...found];
}

async function emptyTrash({ service, caller }: Call): Promise<Answer> {
  const trashed = service.store.all().filter(({ file }) => file.trashed && hasRole(file, caller, 'owner'));
  await Promise.all(trashed.map(({ file }) => service.store.remove(file.id)));
  return { kind: 'empty' };
}

export const fileMethods: Readonly<Record<string, Method>> = {
  'drive.files.create': create,
  'drive.files.get': get,
  'drive.files.update': update,
  'drive.files.delete': remove,
  'drive.files.emptyTrash': emptyTrash,
};
