import { afterAll, beforeAll, expect, test } from 'vitest';
import { formCall, type House, jsonCall, openHouse } from './page-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const portOf = (url: string) => new URL(url).port;

const edit = (value: string) => ({
  version: 1,
  edits: [{ id: 'e1', tab: 11, row: 3, column: 2, values: [[value]], seen: [[1.75]] }],
});

const markIn = async () => {
  const { text } = await house.ask(`/api/workbooks/${house.id}`);
  return JSON.parse(text).tabs[0].rows[3][2].value;
};

test.each([
  ['a name that its owner led here', (port: string) => `evil.test:${port}`],
  ['a name that begins like ours', (port: string) => `localhost.evil.test:${port}`],
  ['our address at another port', () => '127.0.0.1:1'],
  ['our address without a port', () => '127.0.0.1'],
  ['an address of this machine that is not served', (port: string) => `0.0.0.0:${port}`],
])('a request for %s is answered by nothing but a refusal', async (_, host) => {
  const { status, text } = await house.ask(`/api/workbooks/${house.id}`, {
    headers: { host: host(portOf(house.url)) },
  });
  expect([status, text]).toEqual([403, '{"problem":"not from here"}']);
});

test.each([
  ['//', 404],
  ['//evil.test/', 404],
  ['//[', 404],
  ['http://127.0.0.1/', 400],
])(
  'an address that is none of a page’s, %s, is refused and no fault of the server’s',
  async (path, wanted) => {
    const { status } = await house.ask(path);
    expect([status, house.reported]).toEqual([wanted, []]);
  },
);

test.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('%s is this machine', async (name) => {
  const { status } = await house.ask('/icon.svg', { headers: { host: `${name}:${portOf(house.url)}` } });
  expect(status).toBe(200);
});

test.each([
  ['another site', () => ({ origin: 'https://evil.test' })],
  ['another program on this machine', () => ({ origin: 'http://127.0.0.1:9' })],
  ['the same name without its port', () => ({ origin: 'http://127.0.0.1' })],
  ['a page in a sandbox', () => ({ origin: 'null' })],
  ['nobody that says so', () => ({ origin: null })],
  ['another site, whatever it claims', () => ({ 'sec-fetch-site': 'cross-site' })],
  ['another port, as browsers tell it', () => ({ 'sec-fetch-site': 'same-site' })],
])('what would change something is refused from %s, and nothing is changed', async (_, headers) => {
  const { status } = await house.ask(`/api/workbooks/${house.id}/edits`, jsonCall(edit('2'), headers()));
  const trash = await house.ask(`/workbook/${house.id}/trash`, formCall({ trashed: 'true' }, headers()));
  expect([status, trash.status, await markIn()]).toEqual([403, 403, 1.75]);
});

test('an edit is not taken in a form’s clothes', async () => {
  const { status } = await house.ask(`/api/workbooks/${house.id}/edits`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(edit('2')),
  });
  expect([status, await markIn()]).toEqual([415, 1.75]);
});

test('another site can lead people here, and neither read nor embed anything', async () => {
  const from = (mode: string, destination: string) =>
    house.ask('/', {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': destination },
    });
  const replies = [
    await from('navigate', 'document'),
    await from('navigate', 'iframe'),
    await from('no-cors', 'image'),
    await from('cors', 'empty'),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 403, 403, 403]);
});

test('of language and of what is shown then, no address leads away', async () => {
  const backs = ['/view/a?b=c', '//evil.test/', '/\t/evil.test', '/\\evil.test', 'https://evil.test/', ''];
  const places = await Promise.all(
    backs.map(
      async (back) => (await house.ask('/language', formCall({ language: 'en', back }))).headers.location,
    ),
  );
  expect(places).toEqual(['/view/a?b=c', '/', '/', '/', '/', '/']);
});

test('a body that is too large is not taken into memory', async () => {
  const body = Buffer.alloc(65 * 1024 * 1024, ' ');
  const { status } = await house.ask('/workbooks/import?name=a.xlsx', { method: 'POST', body });
  expect(status).toBe(413);
});
