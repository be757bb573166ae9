import { afterAll, beforeAll, expect, test } from 'vitest';
import { formCall, type House, openHouse } from './page-house.ts';

const PHRASE = 'mười hai con giáp';

let house: House;
let time = Date.UTC(2026, 2, 1);
beforeAll(async () => {
  house = await openHouse({ passPhrase: PHRASE, now: () => new Date(time) });
});
afterAll(() => house.stop());

const enter = (phrase: string) => house.ask('/sign-in', formCall({ phrase }));

const cookieOf = async () => {
  const [cookie = ''] = (await enter(PHRASE)).headers['set-cookie'] ?? [];
  return cookie;
};

test('until the pass phrase was shown nothing is: pages lead to where it is asked for, calls are refused', async () => {
  const paths = [
    '/',
    `/workbook/${house.id}`,
    `/view/${house.id}`,
    '/menu/code.js',
    '/script-page/x',
    '/no/such/page',
  ];
  const replies = await Promise.all(paths.map((path) => house.ask(path)));
  expect(replies.map(({ status, headers }) => [status, headers.location])).toEqual(
    paths.map(() => [303, '/sign-in']),
  );
  expect((await house.ask(`/api/workbooks/${house.id}`)).status).toBe(401);
  expect((await house.ask('/sign-in')).status).toBe(200);
});

test('who knows it gets a cookie that no script can read and no other site can send, and is let in', async () => {
  const cookie = await cookieOf();
  expect(cookie).toMatch(/^par-index-pass=[\w-]+; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(cookie).not.toContain(PHRASE);
  const [pair = ''] = cookie.split(';');
  const at = async (given: string) =>
    (await house.ask(`/workbook/${house.id}`, { headers: { cookie: given } })).status;
  expect([await at(pair), await at(`${pair}x`), await at('par-index-pass=')]).toEqual([200, 303, 303]);
});

test('a cookie of another start of the server opens nothing', async () => {
  const other = await openHouse({ passPhrase: PHRASE });
  const [pair = ''] = (await cookieOf()).split(';');
  expect((await other.ask('/', { headers: { cookie: pair } })).status).toBe(303);
  await other.stop();
});

test('a wrong phrase is told, and after ten in a minute even the right one has to wait', async () => {
  time += 120_000;
  const wrong = await enter('mười hai');
  expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined]);
  for (let count = 1; count < 10; count += 1)
    // biome-ignore lint/performance/noAwaitInLoops: one guess after the other
    expect((await enter('x')).status).toBe(403);
  expect((await enter(PHRASE)).status).toBe(429);
  time += 61_000;
  expect((await enter(PHRASE)).status).toBe(303);
});
