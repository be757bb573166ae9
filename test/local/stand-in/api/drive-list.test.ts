import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  // A clock that moves on with each look at it: no two files are of one age.
  let time = Date.UTC(2026, 0, 1);
  const now = (): Date => {
    time += 1000;
    return new Date(time);
  };
  running = await runStandIn({ now });
  // One after the other: each is newer than the one before.
  await ['v10', 'v2', 'Bảng', 'bob'].reduce(async (before, title) => {
    await before;
    await newSpreadsheet(running, { properties: { title } });
  }, Promise.resolve());
});
afterAll(() => running.end());

const FILES = '/drive/v3/files';
const get = async (path: string) => (await running.call('GET', path)).body;
const listed = async (query: Readonly<Record<string, string>>) =>
  get(`${FILES}?${new URLSearchParams({ fields: 'files(name)', ...query })}`);
const names = async (query: Readonly<Record<string, string>>) =>
  (await listed(query)).files.map(({ name }: { name: string }) => name);
const problem = async (query: Readonly<Record<string, string>>) => {
  const { error } = await listed(query);
  const { reason, location } = error.errors[0];
  return [error.code, error.message, reason, location];
};

test('files come in the order asked for: by name, by the numbers in it, newest first by any of their times', async () => {
  expect(await names({ orderBy: 'name' })).toEqual(['bob', 'Bảng', 'v10', 'v2']);
  expect((await names({ orderBy: 'name_natural' })).slice(2)).toEqual(['v2', 'v10']);
  const times = ['recency', 'viewedByMeTime', 'modifiedByMeTime', 'modifiedTime'];
  const newest = await Promise.all(times.map((key) => names({ orderBy: `${key} desc` })));
  expect(newest).toEqual(times.map(() => ['bob', 'Bảng', 'v2', 'v10']));
  expect(await names({ orderBy: 'folder,quotaBytesUsed,sharedWithMeTime' })).toEqual([
    'v10',
    'v2',
    'Bảng',
    'bob',
  ]);
});

test('names are looked for in either case of the letters a to z, and in no other (measured)', async () => {
  expect(await names({ q: "name = 'BOB'" })).toEqual(['bob']);
  expect(await names({ q: "name = 'bẢng'" })).toEqual([]);
  expect(await names({ q: "viewedByMeTime > '2012-06-04T12:00:00' and name != 'BOB'" })).toHaveLength(3);
});

test('what cannot be listed is refused in the words of Drive', async () => {
  expect(await problem({ pageSize: '1001' })).toEqual([
    400,
    "Invalid value '1001'. Values must be within the range: [value: 1\n, value: 1000\n]",
    'invalidParameter',
    'page_size',
  ]);
  expect(await problem({ orderBy: 'bogus' })).toEqual([400, 'Invalid Value', 'invalid', 'orderBy']);
  expect(await problem({ q: "fullText contains 'x'", orderBy: 'name' })).toEqual([
    403,
    'Sorting is not supported for queries with fullText terms. Results are always in descending relevance order.',
    'forbidden',
    'orderBy',
  ]);
  expect(await problem({ corpora: 'drive', driveId: 'none' })).toEqual([
    404,
    'Shared drive not found: none',
    'notFound',
    'driveId',
  ]);
  expect(await problem({ corpora: 'drive' })).toEqual([
    403,
    'The driveId parameter must be specified if and only if corpora is set to drive.',
    'teamDriveIdRequiresTeamDriveCorpora',
    undefined,
  ]);
  expect(
    await names({ corpora: 'allDrives', includeItemsFromAllDrives: 'true', supportsAllDrives: 'true' }),
  ).toHaveLength(4);
});

test('a mask that names nothing shows nothing (measured)', async () => {
  expect(await get(`${FILES}?fields=`)).toEqual({});
  expect(await get(`${FILES}/root?fields=%20`)).toEqual({});
});

test('My Drive is a folder that lies in none, by its alias and by its id', async () => {
  expect(await get(`${FILES}/root`)).toMatchObject({ kind: 'drive#file', name: 'My Drive' });
  const root = await get(
    `${FILES}/root?fields=id,parents,mimeType,capabilities(canAddChildren,canListChildren)`,
  );
  const [file] = (await get(`${FILES}?pageSize=1&fields=files/parents`)).files;
  expect(root).toEqual({
    id: file.parents[0],
    mimeType: 'application/vnd.google-apps.folder',
    capabilities: { canAddChildren: true, canListChildren: true },
  });
});

test('an export asks for a format that spreadsheets have, in whatever case, and is of the type as it was asked for (measured)', async () => {
  const id = await newSpreadsheet(running);
  const refused = async (path: string) => {
    const { error } = await get(path);
    const { reason, location } = error.errors[0];
    return [error.code, error.message, reason, location];
  };
  expect(await refused(`${FILES}/none/export`)).toEqual([
    400,
    'Required parameter: mimeType',
    'required',
    'mimeType',
  ]);
  const unsupported = [400, 'The requested conversion is not supported.', 'badRequest', 'convertTo'];
  expect(await refused(`${FILES}/${id}/export?mimeType=text/html`)).toEqual(unsupported);
  expect(await refused(`${FILES}/${id}/export?mimeType=`)).toEqual(unsupported);
  const headers = { authorization: 'Bearer token-an' };
  const url = new URL(`${FILES}/${id}/export?mimeType=TEXT/CSV&alt=media`, running.standIn.rootUrl);
  expect((await fetch(url, { headers })).headers.get('content-type')).toBe('TEXT/CSV');
  expect((await refused(`${FILES}/${id}?alt=media`)).slice(2)).toEqual(['fileNotDownloadable', 'alt']);
  expect(await refused('/drive/v3/changes')).toEqual([
    400,
    'Required parameter: pageToken',
    'required',
    'pageToken',
  ]);
  expect((await refused('/drive/v3/drives/none'))[1]).toBe('Shared drive not found: none');
});

test('Sheets knows no folder, no Office file and no text (measured)', async () => {
  const answered = async (mimeType: string) => {
    const made = await running.call('POST', FILES, { name: 'x', mimeType });
    const { error } = await get(`/v4/spreadsheets/${made.body.id}`);
    return [error.code, error.status];
  };
  expect(await answered('application/vnd.google-apps.folder')).toEqual([400, 'INVALID_ARGUMENT']);
  expect(await answered('application/vnd.google-apps.document')).toEqual([404, 'NOT_FOUND']);
  expect(await answered('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toEqual([
    400,
    'FAILED_PRECONDITION',
  ]);
  expect(await answered('text/plain')).toEqual([400, 'INVALID_ARGUMENT']);
});

test('a query that asks for something unknown is refused, also where there is no file to ask it of', async () => {
  const asked = async (q: string) =>
    (await running.call('GET', `${FILES}?${new URLSearchParams({ q })}`, undefined, 'token-binh')).status;
  expect(await asked("name = 'x'")).toBe(200);
  expect([await asked("colour = 'x'"), await asked("name > 'x'"), await asked("'x' in friends")]).toEqual([
    400, 400, 400,
  ]);
});
