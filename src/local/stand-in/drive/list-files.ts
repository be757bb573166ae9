import { driveError, driveInvalid, driveSharedDriveNotFound } from '../contract/drive-error.ts';
import { type Answer, type Call, json, type Method, queryText } from '../http/call.ts';
import { visibleFiles } from '../identity/access.ts';
import type { Account } from '../identity/accounts.ts';
import type { DriveFile, StoredFile } from '../model/drive-file.ts';
import { rootFolder } from './file-record.ts';
import { fileView } from './file-view.ts';
import { assertedPageSize } from './page-size.ts';
import { matchesQuery } from './query-match.ts';
import { namesField, parseQuery, type Query } from './query-syntax.ts';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

/** What is wrong is told in the order in which Google looks (measured by others): page size, order, query, page token. */
function list(call: Call): Answer {
  const { caller } = call;
  const size = assertedPageSize(Number(queryText(call, 'pageSize') ?? DEFAULT_PAGE), MAX_PAGE);
  assertCorpora(call);
  const spaces = spacesOf(call);
  const orderBy = queryText(call, 'orderBy') ?? '';
  const rules = rulesOf(orderBy);
  const query = queryOf(queryText(call, 'q') ?? '', caller);
  if (orderBy !== '' && query !== undefined && namesField(query, 'fullText')) throw unsortable();
  const start = pageStart(queryText(call, 'pageToken'));
  const visible = spaces.includes('drive') ? visibleFiles(call.service.store, caller) : [];
  const found = visible.filter(
    ({ file }) => query === undefined || matchesQuery(file, query, caller) === true,
  );
  const ordered = inOrder(found, rules);
  const page = ordered.slice(start, start + size);
  const more = start + size < ordered.length ? { nextPageToken: pageToken(start + size) } : {};
  return json({
    kind: 'drive#fileList',
    ...more,
    incompleteSearch: false,
    files: page.map(({ file }) => fileView(file, call)),
  });
}

/** Whether it asks for something unknown is a matter of the query, not of the files: any file can tell, were it the caller's root. */
function queryOf(source: string, caller: Account): Query | undefined {
  if (source.trim() === '') return undefined;
  const query = parseQuery(source);
  if (query === undefined || matchesQuery(rootFolder(caller), query, caller) === undefined)
    throw driveInvalid('Invalid Value', 'q');
  return query;
}

const CORPORA: ReadonlySet<string> = new Set(['user', 'domain', 'drive', 'allDrives']);

/** Nobody has shared drives here, so none is found; the id of one belongs to the corpus `drive` and to no other (reported). */
function assertCorpora(call: Call): void {
  const corpora = queryText(call, 'corpora') ?? '';
  const driveId = queryText(call, 'driveId') ?? '';
  if (corpora !== '' && !CORPORA.has(corpora)) throw driveInvalid('Invalid Value', 'corpora');
  if ((corpora === 'drive') !== (driveId !== '')) {
    throw driveError({
      code: 403,
      reason: 'teamDriveIdRequiresTeamDriveCorpora',
      message: 'The driveId parameter must be specified if and only if corpora is set to drive.',
    });
  }
  if (driveId !== '') throw driveSharedDriveNotFound(driveId);
}

const SPACES: ReadonlySet<string> = new Set(['drive', 'appDataFolder']);

/** Every file here lies in the space `drive`; the application's own folder is empty. */
function spacesOf(call: Call): readonly string[] {
  const asked = queryText(call, 'spaces') ?? '';
  const spaces = asked === '' ? ['drive'] : asked.split(',').map((one) => one.trim());
  if (spaces.some((one) => !SPACES.has(one))) throw driveInvalid('Invalid Value', 'spaces');
  return spaces;
}

function unsortable() {
  return driveError({
    code: 403,
    reason: 'forbidden',
    message:
      'Sorting is not supported for queries with fullText terms. Results are always in descending relevance order.',
    location: 'orderBy',
  });
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

type Compare = (a: DriveFile, b: DriveFile) => number;

const by =
  (key: (file: DriveFile) => string): Compare =>
  (a, b) =>
    key(a) < key(b) ? -1 : Number(key(a) > key(b));
const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const byModified = by((file) => file.modifiedTime);

/** Nobody looks at a file or has it opened for her without a change here: those times are that of the last change. */
const KEYS: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['name', by((file) => file.name.toLowerCase())],
  ['name_natural', (a, b) => NATURAL.compare(a.name, b.name)],
  ['createdTime', by((file) => file.createdTime)],
  ['modifiedTime', byModified],
  ['modifiedByMeTime', byModified],
  ['viewedByMeTime', byModified],
  ['recency', byModified],
  ['sharedWithMeTime', by((file) => file.createdTime)],
  ['quotaBytesUsed', by(() => '')],
  ['folder', by((file) => (file.mimeType.endsWith('.folder') ? '0' : '1'))],
  ['starred', by((file) => (file.starred ? '0' : '1'))],
]);

interface Rule {
  readonly compare: Compare;
  readonly sign: 1 | -1;
}

/** Newest first unless something else is asked for. */
function rulesOf(orderBy: string): readonly Rule[] {
  const rules = (orderBy === '' ? 'modifiedTime desc' : orderBy).split(',').map((rule): Rule => {
    const [name = '', direction, more] = rule.trim().split(/\s+/);
    const compare = KEYS.get(name);
    if (compare === undefined || more !== undefined || (direction !== undefined && direction !== 'desc'))
      throw driveInvalid('Invalid Value', 'orderBy');
    return { compare, sign: direction === 'desc' ? -1 : 1 };
  });
  return rules;
}

function inOrder(files: readonly StoredFile[], rules: readonly Rule[]): readonly StoredFile[] {
  return files.toSorted((a, b) => {
    for (const { compare, sign } of rules) {
      const order = compare(a.file, b.file);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

export const listMethods: Readonly<Record<string, Method>> = { 'drive.files.list': list };
