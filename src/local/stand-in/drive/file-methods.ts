import { driveFileNotFound, driveForbidden, driveInvalid } from '../contract/drive-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, type Method, param, queryText } from '../http/call.ts';
import { assertDriveAccess, hasRole, visibleFiles } from '../identity/access.ts';
import { type DriveFile, SPREADSHEET_TYPE, type StoredFile } from '../model/drive-file.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { stampOf } from '../sheets/edit-workbook.ts';
import { assertUnlocked, withRestriction } from './content-restriction.ts';
import { newDriveFile, rootIdOf, touched } from './file-record.ts';
import { fileView } from './file-view.ts';
import { keptFields } from './kept-fields.ts';
import { newFileId } from './new-file-id.ts';
import { matchesQuery } from './query-match.ts';
import { parseQuery } from './query-syntax.ts';

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
  const { file } = assertDriveAccess(call.service.store.get(id), id, call.caller, 'reader');
  if (queryText(call, 'alt') === 'media')
    throw driveForbidden(
      'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
      'fileNotDownloadable',
    );
  return json(fileView(file, call));
}

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

function list(call: Call): Answer {
  const { caller } = call;
  const source = queryText(call, 'q') ?? '';
  const query = source.trim() === '' ? undefined : parseQuery(source);
  if (query === undefined && source.trim() !== '') throw driveInvalid('Invalid Value', 'q');
  const found = visibleFiles(call.service.store, caller).filter(({ file }) => {
    const match = query === undefined ? true : matchesQuery(file, query, caller);
    if (match === undefined) throw driveInvalid('Invalid Value', 'q');
    return match;
  });
  const ordered = ordering(queryText(call, 'orderBy'), found);
  const start = pageStart(queryText(call, 'pageToken'));
  const size = pageSize(queryText(call, 'pageSize'));
  const page = ordered.slice(start, start + size);
  const more = start + size < ordered.length ? { nextPageToken: pageToken(start + size) } : {};
  return json({
    kind: 'drive#fileList',
    ...more,
    incompleteSearch: false,
    files: page.map(({ file }) => fileView(file, call)),
  });
}

function pageSize(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PAGE;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw driveInvalid(
      `Invalid value '${text}'. Values must be within the range: [1, ${MAX_PAGE}]`,
      'pageSize',
    );
  }
  return size;
}

function pageToken(start: number): string {
  return Buffer.from(`from:${start}`).toString('base64url');
}

function pageStart(token: string | undefined): number {
  if (token === undefined || token === '') return 0;
  const start = /^from:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (start === undefined) throw driveInvalid('Invalid Value', 'pageToken');
  return Number(start);
}

type Key = (file: DriveFile) => string;

const KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['name', (file) => file.name],
  ['name_natural', (file) => file.name],
  ['createdTime', (file) => file.createdTime],
  ['modifiedTime', (file) => file.modifiedTime],
  ['folder', (file) => (file.mimeType.endsWith('.folder') ? '0' : '1')],
  ['starred', (file) => (file.starred ? '0' : '1')],
]);

/** Newest first unless something else is asked for. */
function ordering(orderBy: string | undefined, files: readonly StoredFile[]): readonly StoredFile[] {
  const rules = (orderBy ?? 'modifiedTime desc').split(',').map((rule) => {
    const [name = '', direction] = rule.trim().split(/\s+/);
    const key = KEYS.get(name);
    if (key === undefined) throw driveInvalid('Invalid Value', 'orderBy');
    return { key, sign: direction === 'desc' ? -1 : 1 };
  });
  return files.toSorted((a, b) => {
    for (const { key, sign } of rules) {
      const order = key(a.file) < key(b.file) ? -1 : Number(key(a.file) > key(b.file));
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

async function update(call: Call): Promise<Answer> {
  const id = param(call, 'fileId');
  assertDriveAccess(call.service.store.get(id), id, call.caller, 'writer');
  const body = call.body as FileBody & JsonObject;
  const moved = movedParents(call);
  const file = await call.service.store.update(id, (stored) => {
    assertDriveAccess(stored, id, call.caller, body.trashed === undefined ? 'writer' : 'owner');
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
  'drive.files.list': list,
  'drive.files.update': update,
  'drive.files.delete': remove,
  'drive.files.emptyTrash': emptyTrash,
};
