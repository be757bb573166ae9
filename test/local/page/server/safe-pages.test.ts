import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRichWorkbook, share } from '../rich-workbook.ts';
import { type House, jsonCall, openHouse } from './page-house.ts';

let house: House;
let open: string;
beforeAll(async () => {
  house = await openHouse();
  const { standIn, people, id } = house;
  await share(standIn.rootUrl, people.editor.token, id, { type: 'anyone', role: 'reader' });
  open = `/view/${id}`;
});
afterAll(() => house.stop());

const pages = () => [
  '/',
  `/workbook/${house.id}`,
  `/workbook/${house.id}/tables`,
  open,
  '/view/nothing',
  `/api/workbooks/${house.id}`,
  `/workbook/${house.id}/tables/charts/1`,
  '/assets/small.js',
  '/icon.svg',
  '/no/such/page',
];

function directives(policy: string): ReadonlyMap<string, string> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

test('on every answer the policy lets in what this server sends and nothing else: no eval, no inline script, no other host', async () => {
  for (const path of pages()) {
    // biome-ignore lint/performance/noAwaitInLoops: a server for one person is asked one thing at a time
    const { headers } = await house.ask(path);
    const policy = directives(String(headers['content-security-policy']));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src') ?? "'self'").toBe("'self'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test('pages are in nobody’s frame, and a nonce for styles is new each time', async () => {
  const [first, second] = [await house.ask(open), await house.ask(open)];
  const nonce = ({ headers }: { readonly headers: object }) =>
    /'nonce-([^']+)'/.exec(String(Reflect.get(headers, 'content-security-policy')))?.[1];
  expect(String(first.headers['content-security-policy'])).toContain("frame-ancestors 'none'");
  expect(nonce(first)).not.toBe(nonce(second));
  expect(first.text).toContain(`nonce="${nonce(first)}"`);
});

test('no page names another host, so nothing is fetched from anywhere else', async () => {
  for (const path of pages().slice(0, 5)) {
    // biome-ignore lint/performance/noAwaitInLoops: a server for one person is asked one thing at a time
    const { text } = await house.ask(path);
    expect(text.match(/<(?!a )[^>]*(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g) ?? []).toEqual([]);
  }
});

test('no answer holds a token', async () => {
  const { people } = house;
  const tokens = Object.values(people).map(({ token }) => token);
  for (const path of [...pages(), `/api/workbooks/${house.id}/changes?version=0`]) {
    // biome-ignore lint/performance/noAwaitInLoops: a server for one person is asked one thing at a time
    const { text } = await house.ask(path);
    expect(tokens.filter((token) => text.includes(token))).toEqual([]);
  }
});

test('a page of the script runs in an origin of its own and reaches nothing', async () => {
  const kept = await house.ask('/api/script/pages', jsonCall({ html: '<!doctype html><p>Xin chào</p>' }));
  const { headers, text } = await house.ask(JSON.parse(kept.text).path);
  const policy = directives(String(headers['content-security-policy']));
  expect(Object.fromEntries(policy)).toEqual({
    sandbox: 'allow-scripts',
    'default-src': "'none'",
    'script-src': "'unsafe-inline'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'frame-ancestors': "'self'",
  });
  expect(text).toMatch(/^<!doctype html><script>[\s\S]*<p>Xin chào<\/p>$/);
});

test('a view shows what is open to all; a draft, and a workbook that is not there, look the same', async () => {
  const { standIn, people } = house;
  const draft = await makeRichWorkbook(standIn.rootUrl, people.editor.token);
  const [shown, closed, absent] = [
    await house.ask(open),
    await house.ask(`/view/${draft}`),
    await house.ask('/view/none'),
  ];
  expect([shown.status, closed.status, closed.text]).toEqual([200, 404, absent.text]);
  expect((await house.ask(`/view/${draft}/charts/1`)).status).toBe(404);
});

test('whoever is not let in sees nothing, and nobody can act as the outsider or as the functions', async () => {
  const path = `/api/workbooks/${house.id}`;
  const statuses = await Promise.all(
    ['editor', 'outsider', 'service', 'an@par-index.test', ''].map(
      async (as) => (await house.ask(`${path}?as=${as}`)).status,
    ),
  );
  expect(statuses).toEqual([200, 400, 400, 400, 400]);
});

test('a person who opens an address where nothing is reads a sentence in their language; a program gets the problem', async () => {
  const opened = (path: string, language: string) =>
    house.ask(path, { headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': language } });
  for (const path of ['/no/such/page', '/workbook/nothing', '/no/such/page?x=<b>']) {
    // biome-ignore lint/performance/noAwaitInLoops: a server for one person is asked one thing at a time
    const [vi, en] = [await opened(path, 'vi'), await opened(path, 'en')];
    expect([vi.status, en.status]).toEqual([404, 404]);
    expect([vi.text, en.text]).toEqual([
      expect.stringContaining('Địa chỉ này không có gì'),
      expect.stringContaining('There is nothing at this address'),
    ]);
  }
  const told = await house.ask('/no/such/page');
  expect([told.status, JSON.parse(told.text)]).toEqual([404, { problem: 'no such page' }]);
});
