import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, readValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const FILES = '/drive/v3/files';
const PIECE = 256 * 1024;
const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const AN = { authorization: 'Bearer token-an' };

type Sent = {
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
};
const send = (path: string, { method, headers = {}, body }: Sent) =>
  fetch(new URL(path, running.standIn.rootUrl), { method, headers, ...(body === undefined ? {} : { body }) });
const download = (id: string, headers: Record<string, string> = {}) =>
  send(`${FILES}/${id}?alt=media`, { method: 'GET', headers: { ...AN, ...headers } });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

const noise = (length: number): Buffer => {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(String(index)).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
};

/** The address to which the content of a new file goes. */
const begin = async (metadata: object, type = 'application/octet-stream', path = `/upload${FILES}`) => {
  const response = await send(`${path}?uploadType=resumable&fields=id,name,size`, {
    method: path.endsWith(FILES) ? 'POST' : 'PATCH',
    headers: { ...AN, 'content-type': 'application/json', 'x-upload-content-type': type },
    body: JSON.stringify(metadata),
  });
  expect([response.status, await response.text()]).toEqual([200, '']);
  return new URL(response.headers.get('location') ?? '').href;
};
const put = (address: string, body: Buffer, range?: string) =>
  send(address, { method: 'PUT', body, headers: range === undefined ? {} : { 'content-range': range } });
const ask = (address: string, total: number | '*' = '*') => put(address, Buffer.alloc(0), `bytes */${total}`);
const state = (response: Response) => [response.status, response.headers.get('range')];

test('a file that is not to become a spreadsheet is kept byte for byte, with its sums, and survives a restart', async () => {
  const content = Buffer.from([0, 255, 13, 10, 0xc3, 0x28]);
  const head = '--b\r\nContent-Type: application/json\r\n\r\n{"name":"quyết định.pdf"}\r\n--b\r\n';
  const parts = [`${head}Content-Type: application/pdf\r\n\r\n`, content, '\r\n--b--'];
  const made = await send(`/upload${FILES}?uploadType=multipart&fields=id`, {
    method: 'POST',
    headers: { ...AN, 'content-type': 'multipart/related; boundary=b' },
    body: Buffer.concat(parts.map((part) => Buffer.from(part))),
  });
  const { id } = (await made.json()) as { id: string };
  const fields = 'name,mimeType,size,md5Checksum,fileExtension,originalFilename,exportLinks';
  const { body } = await running.call('GET', `${FILES}/${id}?fields=${fields}`);
  expect(body).toEqual({
    name: 'quyết định.pdf',
    mimeType: 'application/pdf',
    size: '6',
    md5Checksum: createHash('md5').update(content).digest('hex'),
    fileExtension: 'pdf',
    originalFilename: 'quyết định.pdf',
  });
  await running.standIn.close();
  running = await runStandIn({ storeDir: running.directory });
  const got = await download(id);
  expect([got.headers.get('content-type'), await bytesOf(got)]).toEqual(['application/pdf', content]);
});

test('a download goes on where it was cut off; a start beyond the end is refused', async () => {
  const made = await send(`/upload${FILES}?uploadType=media`, {
    method: 'POST',
    headers: { ...AN, 'content-type': 'text/plain' },
    body: '0123456789',
  });
  const { id } = (await made.json()) as { id: string };
  const part = async (range: string) => {
    const response = await download(id, { range });
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  expect(await part('bytes=4-')).toEqual([206, 'bytes 4-9/10', '456789']);
  expect(await part('bytes=0-99')).toEqual([206, 'bytes 0-9/10', '0123456789']);
  expect(await part('bytes=2-3')).toEqual([206, 'bytes 2-3/10', '23']);
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
});

test('new content takes the place of the old, with another name if one is given; a copy has it as well', async () => {
  const upload = (path: string, method: string, body: string) =>
    send(path, { method, headers: { ...AN, 'content-type': 'text/csv' }, body });
  const made = await upload(`/upload${FILES}?uploadType=media`, 'POST', 'a,b');
  const { id } = (await made.json()) as { id: string };
  await upload(`/upload${FILES}/${id}?uploadType=media`, 'PATCH', 'c,d\n');
  await running.call('PATCH', `${FILES}/${id}`, { name: 'điểm.csv' });
  const copy = await running.call('POST', `${FILES}/${id}/copy`, { name: 'bản sao.csv' });
  expect(await (await download(id)).text()).toBe('c,d\n');
  expect(await (await download(copy.body.id)).text()).toBe('c,d\n');
  const facts = await running.call('GET', `${FILES}/${copy.body.id}?fields=name,mimeType,size`);
  expect(facts.body).toEqual({ name: 'bản sao.csv', mimeType: 'text/csv', size: '4' });
});

test('who may only read gets no download where writers alone may; nobody downloads a document of Google’s', async () => {
  const made = await send(`/upload${FILES}?uploadType=media`, { method: 'POST', headers: AN, body: 'x' });
  const { id } = (await made.json()) as { id: string };
  await running.call('POST', `${FILES}/${id}/permissions`, {
    type: 'user',
    role: 'reader',
    emailAddress: 'binh@stand-in.test',
  });
  const asBinh = { authorization: 'Bearer token-binh' };
  expect((await download(id, asBinh)).status).toBe(200);
  await running.call('PATCH', `${FILES}/${id}`, { copyRequiresWriterPermission: true });
  const refused = (await (await download(id, asBinh)).json()) as { error: { errors: { reason: string }[] } };
  expect(refused.error.errors[0]?.reason).toBe('cannotDownloadFile');
  expect((await download(id, { authorization: 'Bearer token-chi' })).status).toBe(404);
  expect((await download(await newSpreadsheet(running))).status).toBe(403);
});

test('an upload in pieces: each answer says how much is there, the last one is the file', async () => {
  const content = noise(3 * PIECE + 17);
  const address = await begin({ name: 'lớn.bin' });
  const total = content.length;
  expect(state(await ask(address, total))).toEqual([308, null]);
  const first = await put(address, content.subarray(0, PIECE), `bytes 0-${PIECE - 1}/*`);
  expect(state(first)).toEqual([308, `bytes=0-${PIECE - 1}`]);
  // A piece that is no multiple is kept as far as one reaches.
  const end = 2 * PIECE + 100;
  const second = await put(address, content.subarray(PIECE, end), `bytes ${PIECE}-${end - 1}/${total}`);
  expect(state(second)).toEqual([308, `bytes=0-${2 * PIECE - 1}`]);
  expect(state(await ask(address))).toEqual([308, `bytes=0-${2 * PIECE - 1}`]);
  // What has come already may come again.
  const last = await put(address, content.subarray(PIECE), `bytes ${PIECE}-${total - 1}/${total}`);
  const file = (await last.json()) as { id: string };
  expect([last.status, file]).toEqual([200, { id: file.id, name: 'lớn.bin', size: String(total) }]);
  expect((await bytesOf(await download(file.id))).equals(content)).toBe(true);
  expect(await (await ask(address, total)).json()).toEqual(file);
});

test('the answer to the last piece may get lost: who asks again hears it, and there is one file', async () => {
  const address = await begin({ name: 'một lần' }, 'text/plain');
  running.standIn.faults.add({ kind: 'cut-after-commit', methods: ['drive.files.create'] });
  await expect(put(address, Buffer.from('abc'))).rejects.toThrow();
  expect(await (await ask(address, 3)).json()).toMatchObject({ name: 'một lần', size: '3' });
  const { body } = await running.call('GET', `${FILES}?q=${encodeURIComponent("name = 'một lần'")}`);
  expect(body.files).toHaveLength(1);
});

test('a table in pieces becomes a spreadsheet; new content in pieces takes the place of the old', async () => {
  const address = await begin({ name: 'Bảng', mimeType: SPREADSHEET }, 'text/csv');
  const { id } = (await (await put(address, Buffer.from('a,1\n'))).json()) as { id: string };
  expect(await readValues(running, id, 'A1:B1')).toEqual([['a', '1']]);
  const again = await begin({ name: 'Bảng 2' }, 'text/csv', `/upload${FILES}/${id}`);
  expect(await (await put(again, Buffer.from('b,2'))).json()).toMatchObject({ id, name: 'Bảng 2' });
  expect(await readValues(running, id, 'A1:B1')).toEqual([['b', '2']]);
});

test('a file without content is made by asking for its end', async () => {
  const address = await begin({ name: 'rỗng' }, 'text/plain');
  expect(await (await ask(address, 0)).json()).toMatchObject({ name: 'rỗng', size: '0' });
});

test('pieces that leave a gap, are too small, or are not what they say are refused, and what was there stays', async () => {
  const address = await begin({ name: 'x' });
  const refused = async (response: Response) => {
    const { error } = (await response.json()) as { error: { message: string } };
    return [response.status, error.message];
  };
  const piece = noise(PIECE);
  expect((await put(address, piece, `bytes 0-${PIECE - 1}/${3 * PIECE}`)).status).toBe(308);
  const gap = await put(address, piece, `bytes ${2 * PIECE}-${3 * PIECE - 1}/${3 * PIECE}`);
  expect(await refused(gap)).toEqual([
    400,
    `Invalid request. According to the Content-Range header, the upload offset is ${2 * PIECE} byte(s), which exceeds already uploaded size of ${PIECE} byte(s).`,
  ]);
  const small = await put(address, piece.subarray(0, 9), `bytes ${PIECE}-${PIECE + 8}/${3 * PIECE}`);
  expect((await refused(small))[0]).toBe(400);
  const unparsed = [400, 'Failed to parse Content-Range header.'];
  expect(await refused(await put(address, piece, `bytes 0-9/${3 * PIECE}`))).toEqual(unparsed);
  expect(await refused(await put(address, piece, 'pieces 1 of 2'))).toEqual(unparsed);
  expect((await refused(await put(address, piece, `bytes 0-${PIECE - 1}/${PIECE}`)))[0]).toBe(400);
  expect(state(await ask(address))).toEqual([308, `bytes=0-${PIECE - 1}`]);
});

test('an upload that was given up is forgotten; an unknown one is not found; one that is too large does not begin', async () => {
  const address = await begin({ name: 'x' });
  expect((await send(address, { method: 'DELETE' })).status).toBe(499);
  expect((await ask(address)).status).toBe(404);
  const headers = { ...AN, 'x-upload-content-length': String(2 ** 40) };
  const large = await send(`/upload${FILES}?uploadType=resumable`, { method: 'POST', headers, body: '{}' });
  expect(large.status).toBe(400);
  const nobody = await send(`/upload${FILES}?uploadType=resumable`, { method: 'POST', body: '{}' });
  expect(nobody.status).toBe(401);
});

test('what is said of a file is judged like any other body', async () => {
  const headers = { ...AN, 'content-type': 'application/json' };
  const path = `/upload${FILES}?uploadType=resumable`;
  const answered = (body: string) => send(path, { method: 'POST', headers, body });
  expect((await answered('{"name":')).status).toBe(400);
  expect((await answered('{"name":{"a":1}}')).status).toBe(400);
  expect((await answered('[]')).status).toBe(400);
});

test('uploads that wait hold so much and no more: the one that rested longest has to begin anew', async () => {
  const addresses: string[] = [];
  for (let count = 0; count < 101; count += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: the order decides which is the oldest
    addresses.push(await begin({ name: `x${count}` }));
  }
  const [oldest = '', second = ''] = addresses;
  expect([(await ask(oldest)).status, (await ask(second)).status]).toEqual([404, 308]);
});
