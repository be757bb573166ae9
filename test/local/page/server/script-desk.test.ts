import { afterAll, beforeAll, expect, test } from 'vitest';
import { share } from '../rich-workbook.ts';
import { type House, jsonCall, openHouse } from './page-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { standIn, people, id } = house;
  await share(standIn.rootUrl, people.editor.token, id, {
    type: 'user',
    role: 'reader',
    emailAddress: people.reader.email,
  });
});
afterAll(() => house.stop());

async function script(ask: object, as = 'editor') {
  const { status, text } = await house.ask(`/api/script/workbooks/${house.id}/ask?as=${as}`, jsonCall(ask));
  return { status, told: JSON.parse(text) };
}

const fetching = (url: string, more: object = {}) => ({
  kind: 'fetch',
  url,
  method: 'GET',
  headers: {},
  ...more,
});

const own = () => `sheets://workbook/v4/spreadsheets/${house.id}`;

test('the script reads its own workbook as the person who clicks, and gets no token for it', async () => {
  const { told } = await script(fetching(`${own()}?fields=properties.title`));
  expect(told).toMatchObject({ ok: true, value: { status: 200 } });
  expect((await script({ kind: 'identity-token' })).told).toEqual({
    ok: true,
    value: 'identity-of-the-person',
  });
});

test('it calls the functions with the identity of the person, whatever it says itself', async () => {
  const headers = { Authorization: 'Bearer of another' };
  await script(
    fetching(`${house.functionsUrl}/recompute`, { method: 'POST', headers, body: '{}' }),
    'reader',
  );
  expect(house.arrived).toEqual([
    { path: '/recompute', authorization: 'Bearer identity of reader@par-index.test' },
  ]);
});

test.each([
  ['another workbook', () => 'sheets://workbook/v4/spreadsheets/other'],
  ['a workbook whose id begins alike', () => `${own()}x`],
  ['the list of files', () => 'sheets://workbook/drive/v3/files'],
  ['files, by dots', () => `${own()}/../../../drive/v3/files`],
  ['files, by dots in disguise', () => `${own()}/%2e%2e/%2e%2e/%2e%2e/drive/v3/files`],
  ['another host in the place of the spreadsheet server', () => 'sheets://workbook///evil.test/v4'],
  ['the functions’ address as a name before another host', () => `${house.functionsUrl}@evil.test/`],
  ['a port that begins like the functions’', () => `${house.functionsUrl}1/`],
  ['another site', () => 'https://evil.test/'],
  ['the spreadsheet server itself', () => `${house.standIn.rootUrl}drive/v3/files`],
  ['no address', () => 'x'],
])('it may not call %s', async (_, url) => {
  const { told } = await script(fetching(url()));
  expect(told).toEqual({ ok: false, message: `the script may not call ${url()}` });
});

test('it makes files for the person, and shares those that it made and no others', async () => {
  const post = (path: string, body: object) =>
    fetching(`sheets://workbook/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const letIn = { type: 'user', role: 'writer', emailAddress: house.people.service.email };
  const { told } = await script(post('drive/v3/files?fields=id', { name: 'Tệp mới' }));
  const { id } = JSON.parse(told.value.text);
  const shareOf = (fileId: string) => post(`drive/v3/files/${fileId}/permissions?fields=id`, letIn);
  expect((await script(shareOf(id))).told).toMatchObject({ ok: true, value: { status: 200 } });
  const { url } = shareOf(house.id);
  expect((await script(shareOf(house.id))).told).toEqual({
    ok: false,
    message: `the script may not call ${url}`,
  });
  expect((await script(shareOf(id), 'reader')).told.ok).toBe(false);
});

test('a reader’s script has a reader’s rights', async () => {
  const clear = fetching(`${own()}/values/A1:clear`, { method: 'POST', body: '{}' });
  expect((await script(clear, 'reader')).told).toMatchObject({ ok: true, value: { status: 403 } });
});

test('who is not let in has no script there, and what is no question of a script is refused', async () => {
  expect((await script(fetching(own()), 'publisher')).status).toBe(404);
  expect((await script({ kind: 'eval', text: '1' })).told.ok).toBe(false);
});

test('properties of the document are kept for each workbook', async () => {
  expect((await script({ kind: 'get-property', name: 'run' })).told).toEqual({ ok: true, value: null });
  await script({ kind: 'set-property', name: 'run', value: '7' });
  expect((await script({ kind: 'get-property', name: 'run' })).told).toEqual({ ok: true, value: '7' });
});
