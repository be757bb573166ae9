import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FOLDER = 'application/vnd.google-apps.folder';
const [READER, WRITER] = ['token-binh', 'token-chi'];
const files = '/drive/v3/files';

const created = async (body: object): Promise<string> =>
  (await running.call('POST', files, { mimeType: SPREADSHEET, ...body })).body.id;
const patch = (id: string, body: object, fields: string, token?: string) =>
  running.call('PATCH', `${files}/${id}?fields=${encodeURIComponent(fields)}`, body, token);
const statusOf = async (method: string, path: string, body?: object, token?: string) =>
  (await running.call(method, path, body, token)).status;
const found = async (q: string, token?: string): Promise<readonly string[]> => {
  const { status, body } = await running.call('GET', `${files}?q=${encodeURIComponent(q)}`, undefined, token);
  return status === 200 ? body.files.map((file: { name: string }) => file.name) : [body.error.message];
};

/** A file that one person reads and another writes. */
const shared = async (body: object = {}): Promise<string> => {
  const id = await created(body);
  for (const [role, name] of [
    ['reader', 'binh'],
    ['writer', 'chi'],
  ]) {
    const permission = { type: 'user', role, emailAddress: `${name}@stand-in.test` };
    // biome-ignore lint/performance/noAwaitInLoops: two calls
    expect(await statusOf('POST', `${files}/${id}/permissions`, permission)).toBe(200);
  }
  return id;
};

test('a locked file is read and unlocked, and neither written nor renamed nor commented', async () => {
  const id = await shared({ name: 'locked' });
  const lock = { contentRestrictions: [{ readOnly: true, reason: 'Đã công bố' }] };
  const fields = 'contentRestrictions(readOnly,reason,type),capabilities(canEdit)';
  expect((await patch(id, lock, fields)).body).toEqual({
    contentRestrictions: [{ readOnly: true, reason: 'Đã công bố', type: 'globalContentRestriction' }],
    capabilities: { canEdit: false },
  });
  expect(await statusOf('GET', `/v4/spreadsheets/${id}`)).toBe(200);
  expect((await writeValues(running, id, 'A1', [[1]])).status).toBe(403);
  expect((await patch(id, { name: 'other' }, 'name')).status).toBe(403);
  expect(await statusOf('POST', `${files}/${id}/comments?fields=id`, { content: 'x' })).toBe(403);
  const unlock = { name: 'other', contentRestrictions: [{ readOnly: false }] };
  expect((await patch(id, unlock, 'name,contentRestrictions', WRITER)).body).toEqual({ name: 'other' });
  expect((await writeValues(running, id, 'A1', [[1]])).status).toBe(200);
});

test('a lock of the owner’s own is taken off by the owner alone', async () => {
  const id = await shared();
  const lock = { contentRestrictions: [{ readOnly: true, ownerRestricted: true }] };
  const unlock = { contentRestrictions: [{ readOnly: false }] };
  expect((await patch(id, lock, 'id')).status).toBe(200);
  expect((await patch(id, unlock, 'id', WRITER)).status).toBe(403);
  expect((await patch(id, unlock, 'id')).status).toBe(200);
});

test('readers neither copy nor export where writers alone may', async () => {
  const id = await shared();
  const [copy, csv] = [`${files}/${id}/copy`, `${files}/${id}/export?mimeType=text/csv`];
  expect(await statusOf('POST', copy, {}, READER)).toBe(200);
  const fields = 'copyRequiresWriterPermission,viewersCanCopyContent';
  expect((await patch(id, { copyRequiresWriterPermission: true }, fields)).body).toEqual({
    copyRequiresWriterPermission: true,
    viewersCanCopyContent: false,
  });
  expect(await statusOf('POST', copy, {}, READER)).toBe(403);
  expect(await statusOf('GET', csv, undefined, READER)).toBe(403);
  expect(await statusOf('POST', copy, {}, WRITER)).toBe(200);
  expect(await statusOf('GET', `/v4/spreadsheets/${id}/values/A1`, undefined, READER)).toBe(200);
});

test('writers share until the owner keeps that to themselves', async () => {
  const id = await shared();
  const anyone = { type: 'anyone', role: 'reader' };
  const share = () => statusOf('POST', `${files}/${id}/permissions`, anyone, WRITER);
  expect(await share()).toBe(200);
  expect((await patch(id, { writersCanShare: false }, 'id')).status).toBe(200);
  expect(await share()).toBe(403);
});

test('permissions say what they cannot be, and what is not built', async () => {
  const id = await created({});
  const share = (body: object) => running.call('POST', `${files}/${id}/permissions`, body);
  expect((await share({ type: 'anyone', role: 'owner' })).status).toBe(400);
  expect((await share({ type: 'nobody', role: 'reader' })).status).toBe(400);
  expect((await share({ type: 'user', role: 'reader' })).status).toBe(400);
  const expiring = await share({
    type: 'user',
    role: 'reader',
    emailAddress: 'x@y.z',
    expirationTime: '2027-01-01T00:00:00Z',
  });
  expect([expiring.status, expiring.body.error.message]).toEqual([
    501,
    'not implemented by the stand-in: permissions with an expirationTime',
  ]);
});

test('properties are merged by their keys, taken away by null, and found', async () => {
  const id = await created({ name: 'marked', appProperties: { a: '1', b: '2', none: null } });
  const fields = 'appProperties,properties';
  expect((await patch(id, { properties: { p: 'q' } }, fields)).body).toEqual({
    appProperties: { a: '1', b: '2' },
    properties: { p: 'q' },
  });
  const changed = await patch(id, { appProperties: { a: null, c: '3' } }, 'appProperties');
  expect(changed.body).toEqual({ appProperties: { b: '2', c: '3' } });
  expect(await found("appProperties has { key='c' and value='3' }")).toEqual(['marked']);
  expect(await found("appProperties has { key='b' }")).toEqual(['marked']);
  expect(await found("appProperties has { key='c' and value='2' }")).toEqual([]);
  expect(await found("appProperties has { key='toString' }")).toEqual([]);
  expect(await found('appProperties has { key=b }')).toEqual(['Invalid Value']);
});

test('what is shared with a person is theirs to find, and a restricted file is none of the open ones', async () => {
  const id = await shared({ name: 'for Bình' });
  expect(await found("sharedWithMe and name = 'for Bình'", READER)).toEqual(['for Bình']);
  expect(await found("sharedWithMe and name = 'for Bình'")).toEqual([]);
  const open = "name = 'for Bình' and visibility = 'anyoneWithLink'";
  expect(await found(open)).toEqual([]);
  await running.call('POST', `${files}/${id}/permissions`, { type: 'anyone', role: 'reader' });
  expect(await found(open)).toEqual(['for Bình']);
});

test('a folder takes along what lies in it; the bin is emptied; only files have bytes of their own', async () => {
  const folder = await created({ mimeType: FOLDER });
  const inner = await created({ mimeType: FOLDER, parents: [folder] });
  const child = await created({ parents: [inner] });
  expect(await statusOf('GET', `${files}/${child}?alt=media`)).toBe(403);
  expect(await statusOf('DELETE', `${files}/${folder}`)).toBe(204);
  expect(await statusOf('GET', `${files}/${child}`)).toBe(404);
  expect(await statusOf('GET', `/v4/spreadsheets/${child}`)).toBe(404);
  const binned = await created({});
  const kept = await created({});
  await patch(binned, { trashed: true }, 'id');
  expect(await statusOf('DELETE', `${files}/trash`)).toBe(204);
  expect(await statusOf('GET', `${files}/${binned}`)).toBe(404);
  expect(await statusOf('GET', `${files}/${kept}`)).toBe(200);
});

test('a copy keeps the cells and the app’s properties, and none of the closures', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['kept']]);
  await patch(id, { appProperties: { a: '1', b: '2' }, copyRequiresWriterPermission: true }, 'id');
  const fields = 'id,appProperties,copyRequiresWriterPermission';
  const { body } = await running.call('POST', `${files}/${id}/copy?fields=${fields}`, {
    appProperties: { b: null },
  });
  const { id: copy, ...rest } = body;
  expect(rest).toEqual({ appProperties: { a: '1' }, copyRequiresWriterPermission: false });
  const values = await running.call('GET', `/v4/spreadsheets/${copy}/values/A1`);
  expect(values.body.values).toEqual([['kept']]);
});

test.each([
  [{ parents: ['root'] }, /^The parents field is not directly writable in update requests\./],
  [{ name: 'x', id: 'abc' }, /^The resource body includes fields which are not directly writable\.$/],
  [{ createdTime: '2026-01-01T00:00:00Z' }, /not directly writable/],
])('what an update cannot write is refused, and nothing of it is done: %j', async (body, words) => {
  const id = await created({ name: 'before' });
  const answer = await patch(id, body, 'name');
  expect([answer.status, answer.body.error.errors[0].reason]).toEqual([403, 'fieldNotWritable']);
  expect(answer.body.error.message).toMatch(words);
  expect((await running.call('GET', `${files}/${id}?fields=name`)).body).toEqual({ name: 'before' });
});

test('fields of a file that are not built are refused by name, whoever names them', async () => {
  const id = await created({});
  const closed = { viewersCanCopyContent: false };
  const answers = [
    await patch(id, closed, 'id'),
    await patch(id, { mimeType: 'text/plain' }, 'id'),
    await running.call('POST', files, { mimeType: SPREADSHEET, ...closed }),
    await running.call('POST', `${files}/${id}/copy`, { modifiedTime: '2026-01-01T00:00:00Z' }),
  ];
  expect(answers.map(({ status, body }) => [status, body.error.message])).toEqual([
    [501, 'not implemented by the stand-in: files with viewersCanCopyContent'],
    [501, 'not implemented by the stand-in: a file that changes its mimeType'],
    [501, 'not implemented by the stand-in: files with viewersCanCopyContent'],
    [501, 'not implemented by the stand-in: files with modifiedTime'],
  ]);
});

test('the application’s own folder holds none of the files, and a space that does not exist is refused', async () => {
  await created({});
  const listed = async (spaces: string) => {
    const { status, body } = await running.call('GET', `${files}?spaces=${spaces}`);
    return status === 200 ? body.files.length > 0 : body.error.errors[0].location;
  };
  expect([await listed('drive'), await listed('appDataFolder'), await listed('photos')]).toEqual([
    true,
    false,
    'spaces',
  ]);
});
