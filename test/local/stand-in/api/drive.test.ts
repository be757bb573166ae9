import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractOf } from '../../../../src/local/stand-in/contract/contract-table.ts';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FOLDER = 'application/vnd.google-apps.folder';
const [OWNER, OTHER, THIRD] = ['token-an', 'token-binh', 'token-chi'];
const files = '/drive/v3/files';

const createFile = async (body: object): Promise<string> => (await running.call('POST', files, body)).body.id;
const listed = async (q: string, token?: string): Promise<readonly string[]> => {
  const { body } = await running.call(
    'GET',
    `${files}?q=${encodeURIComponent(q)}&orderBy=name`,
    undefined,
    token,
  );
  return body.files.map((file: { name: string }) => file.name);
};
const share = (id: string, body: object, token = OWNER) =>
  running.call('POST', `${files}/${id}/permissions`, body, token);

test('a new file answers four fields, and its title is the same on both sides', async () => {
  const { body } = await running.call('POST', files, { name: 'Bảng điểm', mimeType: SPREADSHEET });
  expect(body).toEqual({ kind: 'drive#file', id: body.id, name: 'Bảng điểm', mimeType: SPREADSHEET });
  await running.call('PATCH', `${files}/${body.id}`, { name: 'Bảng điểm 2' });
  const sheets = await running.call('GET', `/v4/spreadsheets/${body.id}?fields=properties.title`);
  expect(sheets.body).toEqual({ properties: { title: 'Bảng điểm 2' } });
});

test('a deleted file is gone for both services', async () => {
  const id = await newSpreadsheet(running);
  expect((await running.call('DELETE', `${files}/${id}`)).status).toBe(204);
  expect((await running.call('GET', `/v4/spreadsheets/${id}`)).body.error.message).toBe(
    'Requested entity was not found.',
  );
  const { status, body } = await running.call('GET', `${files}/${id}`);
  expect([status, body.error.message, body.error.errors[0].reason, body.error.status]).toEqual([
    404,
    `File not found: ${id}.`,
    'notFound',
    undefined,
  ]);
});

test('files are found by name, kind, folder, owner and by what they are not', async () => {
  const folder = await createFile({ name: 'q-folder', mimeType: FOLDER });
  await createFile({ name: "q-it's", mimeType: SPREADSHEET, parents: [folder] });
  const trashed = await createFile({ name: 'q-old', mimeType: SPREADSHEET, parents: [folder] });
  await running.call('PATCH', `${files}/${trashed}`, { trashed: true });
  expect(await listed(`'${folder}' in parents`)).toEqual(["q-it's", 'q-old']);
  expect(await listed(`'${folder}' in parents and trashed = false`)).toEqual(["q-it's"]);
  expect(await listed(`name = 'q-it\\'s'`)).toEqual(["q-it's"]);
  expect(await listed(`name contains 'q-' and not (mimeType = '${SPREADSHEET}')`)).toEqual(['q-folder']);
  expect(await listed(`'me' in owners and name = 'q-old' or name = "q-folder"`)).toEqual([
    'q-folder',
    'q-old',
  ]);
  const { status, body } = await running.call('GET', `${files}?q=${encodeURIComponent('name ==')}`);
  expect([status, body.error.errors[0].location]).toEqual([400, 'q']);
});

test('a list comes in pages that join to the whole', async () => {
  const names = ['p1', 'p2', 'p3', 'p4', 'p5'];
  await Promise.all(names.map((name) => createFile({ name, mimeType: SPREADSHEET, description: 'page' })));
  const seen: string[] = [];
  const query = `q=${encodeURIComponent("name contains 'p'")}&pageSize=2&orderBy=name`;
  for (let token = ''; token !== 'end'; ) {
    const suffix = token === '' ? '' : `&pageToken=${token}`;
    // biome-ignore lint/performance/noAwaitInLoops: each page names the next
    const { body } = await running.call('GET', `${files}?${query}${suffix}&fields=nextPageToken,files(name)`);
    seen.push(...body.files.map((file: { name: string }) => file.name));
    token = body.nextPageToken ?? 'end';
  }
  expect(seen).toEqual(names);
});

test('a stranger gets 403 from Sheets and 404 from Drive; a reader reads; a writer writes', async () => {
  const id = await newSpreadsheet(running);
  const read = (token: string) => running.call('GET', `/v4/spreadsheets/${id}/values/A1`, undefined, token);
  const write = (token: string) =>
    running.call(
      'PUT',
      `/v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`,
      { values: [[token]] },
      token,
    );
  expect((await read(OTHER)).body.error).toEqual({
    code: 403,
    message: 'The caller does not have permission',
    status: 'PERMISSION_DENIED',
  });
  expect((await running.call('GET', `${files}/${id}`, undefined, OTHER)).status).toBe(404);
  const granted = await share(id, { type: 'user', role: 'reader', emailAddress: 'binh@stand-in.test' });
  expect([(await read(OTHER)).status, (await write(OTHER)).status]).toEqual([200, 403]);
  await running.call('PATCH', `${files}/${id}/permissions/${granted.body.id}`, { role: 'writer' });
  expect((await write(OTHER)).status).toBe(200);
  expect((await running.call('DELETE', `${files}/${id}`, undefined, OTHER)).status).toBe(403);
  await running.call('DELETE', `${files}/${id}/permissions/${granted.body.id}`);
  expect((await read(OTHER)).status).toBe(403);
});

test('anyone with the link reads, and only until the link is withdrawn', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await share(id, { type: 'anyone', role: 'reader' });
  expect(body).toEqual({
    kind: 'drive#permission',
    id: 'anyoneWithLink',
    type: 'anyone',
    role: 'reader',
    allowFileDiscovery: false,
  });
  const read = () => running.call('GET', `/v4/spreadsheets/${id}`, undefined, THIRD);
  expect((await read()).status).toBe(200);
  await running.call('DELETE', `${files}/${id}/permissions/anyoneWithLink`);
  expect((await read()).status).toBe(403);
});

test('ownership changes hands only by the owner and only when said', async () => {
  const id = await newSpreadsheet(running);
  const body = { type: 'user', role: 'owner', emailAddress: 'binh@stand-in.test' };
  expect((await share(id, body)).status).toBe(400);
  const path = `${files}/${id}/permissions?transferOwnership=true`;
  expect((await running.call('POST', path, body)).status).toBe(200);
  const { body: file } = await running.call('GET', `${files}/${id}?fields=ownedByMe,owners(emailAddress)`);
  expect(file).toEqual({ ownedByMe: false, owners: [{ emailAddress: 'binh@stand-in.test' }] });
});

test('a protected range stops everybody but its editors and the owner, and stops the whole call', async () => {
  const id = await newSpreadsheet(running);
  await share(id, { type: 'user', role: 'writer', emailAddress: 'binh@stand-in.test' });
  await share(id, { type: 'user', role: 'writer', emailAddress: 'chi@stand-in.test' });
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
  const protectedRange = { range, editors: { users: ['chi@stand-in.test'] } };
  await running.call('POST', `/v4/spreadsheets/${id}:batchUpdate`, {
    requests: [{ addProtectedRange: { protectedRange } }],
  });
  const write = (token: string) =>
    running.call(
      'POST',
      `/v4/spreadsheets/${id}/values:batchUpdate`,
      {
        valueInputOption: 'RAW',
        data: [
          { range: 'A2', values: [['open']] },
          { range: 'A1', values: [['locked']] },
        ],
      },
      token,
    );
  const refused = await write(OTHER);
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    'Invalid data[1]: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  ]);
  expect(await readValues(running, id, 'Sheet1')).toBeUndefined();
  expect([(await write(THIRD)).status, (await write(OWNER)).status]).toEqual([200, 200]);
  const shown = await running.call('GET', `/v4/spreadsheets/${id}`, undefined, OTHER);
  expect(Object.keys(shown.body.sheets[0].protectedRanges[0])).toEqual(['protectedRangeId', 'range']);
});

test('a copy is the caller’s own, named after the original unless a name is given', async () => {
  const id = await newSpreadsheet(running, { properties: { title: 'Original' } });
  await writeValues(running, id, 'A1', [['x']]);
  const { body } = await running.call('POST', `${files}/${id}/copy`, { name: null });
  expect(body.name).toBe('Copy of Original');
  await writeValues(running, id, 'A1', [['y']]);
  expect(await readValues(running, body.id, 'A1')).toEqual([['x']]);
});

test('export gives the first tab as CSV or TSV, and names what it cannot give', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    ['a,"b"', 1.5],
    ['', 'c'],
  ]);
  const exported = (type: string) =>
    running.call('GET', `${files}/${id}/export?mimeType=${encodeURIComponent(type)}`);
  expect((await exported('text/csv')).body).toBe('"a,""b""",1.5\r\n,c');
  expect((await exported('text/tab-separated-values')).body).toBe('a,"b"\t1.5\r\n\tc');
  expect((await exported('application/pdf')).status).toBe(501);
});

test('comments are written, answered, resolved and withdrawn', async () => {
  const id = await newSpreadsheet(running);
  const comments = `${files}/${id}/comments`;
  expect((await running.call('GET', comments)).body.error.errors[0].reason).toBe('required');
  const { body: comment } = await running.call('POST', `${comments}?fields=id,content`, {
    content: 'Xem lại',
  });
  await running.call('POST', `${comments}/${comment.id}/replies?fields=id`, { action: 'resolve' });
  const { body } = await running.call('GET', `${comments}?fields=comments(content,resolved,replies/action)`);
  expect(body).toEqual({
    comments: [{ content: 'Xem lại', resolved: true, replies: [{ action: 'resolve' }] }],
  });
  expect((await running.call('DELETE', `${comments}/${comment.id}`)).status).toBe(204);
  expect((await running.call('GET', `${comments}?fields=comments(content)`)).body).toEqual({ comments: [] });
});

test('changes since a token are the files modified since, and about knows the caller', async () => {
  const { body: start } = await running.call('GET', '/drive/v3/changes/startPageToken');
  const id = await newSpreadsheet(running);
  const { body } = await running.call('GET', `/drive/v3/changes?pageToken=${start.startPageToken}`);
  expect(body.changes.map((change: { fileId: string }) => change.fileId)).toContain(id);
  const about = await running.call('GET', '/drive/v3/about?fields=user(emailAddress,me)');
  expect(about.body).toEqual({ user: { emailAddress: 'an@stand-in.test', me: true } });
  const revisions = await running.call('GET', `${files}/${id}/revisions`);
  expect(revisions.body.revisions[0].id).toBe('1');
});

test('a method of Drive that is not built is refused by its name', async () => {
  const id = await newSpreadsheet(running);
  const { methods, unspoken } = contractOf('drive');
  expect([methods.has('drive.files.watch'), unspoken.length]).toEqual([false, 31]);
  for (const { id: methodId, httpMethod, path } of unspoken) {
    const address = `/${path.replace('{fileId}', id).replaceAll(/\{\w+\}/g, 'x')}`;
    // biome-ignore lint/performance/noAwaitInLoops: one after another, so that a silent one is named
    const { status, body } = await running.call(httpMethod, address, httpMethod === 'GET' ? undefined : {});
    expect([methodId, status, body.error.message]).toEqual([
      methodId,
      501,
      `not implemented by the stand-in: method ${methodId}`,
    ]);
  }
});

test('new ids are made as many as were asked for; a spreadsheet takes none of them, in the words that were measured', async () => {
  const { body } = await running.call('GET', '/drive/v3/files/generateIds?count=2');
  expect({ ...body, ids: new Set(body.ids).size }).toEqual({
    kind: 'drive#generatedIds',
    space: 'drive',
    ids: 2,
  });
  const id = await newSpreadsheet(running);
  const own = { id: body.ids[0], mimeType: SPREADSHEET };
  const refused = [
    await running.call('POST', files, own),
    await running.call('POST', `${files}/${id}/copy`, own),
  ];
  expect(refused.map(({ status, body: { error } }) => [status, error.message])).toEqual([
    [400, 'Generated IDs are not supported for Docs Editors formats.'],
    [400, 'Generated IDs are not supported for Docs Editors formats.'],
  ]);
  expect((await running.call('POST', files, { ...own, mimeType: FOLDER })).status).toBe(501);
  expect((await running.call('GET', `${files}/${own.id}`)).status).toBe(404);
});

test('who changed a file last is called as its owner is', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await running.call('GET', `${files}/${id}?fields=owners,lastModifyingUser`);
  expect(body.lastModifyingUser).toEqual(body.owners[0]);
  const revisions = await running.call('GET', `${files}/${id}/revisions?fields=revisions.lastModifyingUser`);
  expect(revisions.body.revisions).toEqual([{ lastModifyingUser: body.owners[0] }]);
});
