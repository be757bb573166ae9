import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from '../../../src/jobs/publication/publish.ts';
import { withdraw } from '../../../src/jobs/publication/withdraw.ts';
import {
  COLLEAGUE,
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
} from './publication-world.ts';

let world: PublicationWorld;
beforeEach(async () => {
  world = await makePublicationWorld();
});
afterEach(() => world.close());

const status = async (id: string, who = OUTSIDER) =>
  (await world.call(who, 'GET', `/v4/spreadsheets/${id}?fields=spreadsheetId`)).status;

async function rows(id: string, title: string) {
  const path = `/v4/spreadsheets/${id}/values/${encodeURIComponent(`'${title}'`)}`;
  const { body } = await world.call(PUBLISHER, 'GET', path);
  return body['values'] as string[][];
}

test('nothing can be withdrawn before anything was published', async () => {
  expect((await world.withdraw()).outcome).toEqual({ kind: 'nothing-published' });
});

test('a withdrawal closes every share and says so in both logs; publishing opens the same link again', async () => {
  const resultsId = await world.newFile();
  const audience = { kind: 'people' as const, addresses: [OUTSIDER.email, COLLEAGUE.email] };
  await world.publishAll({ ...REQUEST, audience, resultsId });
  expect([await status(resultsId), await status(resultsId, COLLEAGUE)]).toEqual([200, 200]);
  expect((await world.withdraw()).outcome).toEqual({ kind: 'withdrawn', number: 1, closed: 2 });
  expect([await status(resultsId), await status(resultsId, COLLEAGUE)]).toEqual([403, 403]);
  const [log, corrections] = [
    await rows(world.controlId, 'Nhật ký công bố'),
    await rows(resultsId, 'Nhật ký đính chính'),
  ];
  expect(log.slice(5).map((row) => [row[0], row[1], row[5]])).toEqual([
    ['Công bố', '1', REQUEST.why],
    ['Rút công bố', '1', 'Rà soát lại'],
  ]);
  expect(log.at(-1)?.slice(17, 19)).toEqual(['09:15:02 23/11/2026', PUBLISHER.email]);
  expect(corrections.slice(5).map((row) => row[2])).toEqual([
    'Công bố lần đầu',
    'ĐÃ RÚT CÔNG BỐ LẦN 1 · 09:15:02 23/11/2026 · Sở Nội vụ',
  ]);
  expect((await rows(resultsId, 'Tổng hợp'))[2]?.[0]).toMatch(/^ĐÃ RÚT CÔNG BỐ LẦN 1/);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
  expect((await world.publishAll({ ...REQUEST, audience })).outcome).toMatchObject({
    kind: 'published',
    resultsId,
  });
  expect(await status(resultsId)).toBe(200);
  expect((await rows(resultsId, 'Tổng hợp'))[2]?.[0]).toMatch(/^CÔNG BỐ LẦN 2/);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
});

test('a withdrawal repeated adds nothing, and closes what somebody opened by hand', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  await world.withdraw();
  const share = { type: 'anyone', role: 'reader' };
  await world.call(PUBLISHER, 'POST', `/drive/v3/files/${resultsId}/permissions`, share);
  expect((await world.withdraw()).outcome).toEqual({ kind: 'withdrawn', number: 1, closed: 1 });
  expect(await status(resultsId)).toBe(403);
  expect((await rows(world.controlId, 'Nhật ký công bố')).slice(5)).toHaveLength(2);
});

test('a share that cannot be taken away, as of a folder, keeps none of the others open', async () => {
  const resultsId = await world.newFile();
  const audience = { kind: 'people' as const, addresses: [COLLEAGUE.email, OUTSIDER.email] };
  await world.publishAll({ ...REQUEST, audience, resultsId });
  const { file } = world.dependencies().openResults(resultsId);
  const [first] = (await file.shares()).filter(({ role }) => role === 'reader');
  const refusing: typeof fetch = (input, init) =>
    init?.method === 'DELETE' && String(input).includes(`/permissions/${first?.id}`)
      ? Promise.resolve(
          Response.json(
            { error: { code: 403, message: 'inherited', errors: [{ reason: 'cannotDeletePermission' }] } },
            { status: 403 },
          ),
        )
      : fetch(input, init);
  const request = { who: 'Sở Nội vụ', why: 'Rà soát lại' };
  await expect(
    withdraw(world.dependencies({ fetch: refusing }), request, PUBLISHER.email),
  ).rejects.toMatchObject({ failure: { kind: 'sharing-refused' } });
  const left = (await file.shares()).filter(({ role }) => role === 'reader');
  expect(left.map(({ id }) => id)).toEqual([first?.id]);
  // Once the owner took it away, the same withdrawal comes to its end.
  expect((await world.withdraw()).outcome).toMatchObject({ kind: 'withdrawn', number: 1 });
});

test('it closes the file even where the control workbook takes no note, and is told to have failed', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  const refusing: typeof fetch = (input, init) =>
    init?.method === 'POST' && String(input).includes(`${world.controlId}:batchUpdate`)
      ? Promise.resolve(
          Response.json({ error: { code: 400, message: 'no', status: 'INVALID_ARGUMENT' } }, { status: 400 }),
        )
      : fetch(input, init);
  const request = { who: 'Sở Nội vụ', why: 'Rà soát lại' };
  await expect(withdraw(world.dependencies({ fetch: refusing }), request, PUBLISHER.email)).rejects.toThrow();
  expect(await status(resultsId)).toBe(403);
  expect((await world.withdraw()).outcome).toMatchObject({ kind: 'withdrawn', number: 1 });
});

test('it closes the file even while entries have errors', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  await world.type(world.mark, 'năm mươi');
  expect((await world.withdraw()).outcome).toMatchObject({ kind: 'withdrawn' });
  expect(await status(resultsId)).toBe(403);
});

test('a file whose chain was changed by hand is closed all the same, and said to be so', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  const range = encodeURIComponent("'Cách kiểm tra'!F13");
  const path = `/v4/spreadsheets/${resultsId}/values/${range}?valueInputOption=RAW`;
  await world.call(PUBLISHER, 'PUT', path, { values: [['lý do khác']] });
  const { outcome } = await world.withdraw();
  expect(outcome).toMatchObject({ kind: 'closed-without-log', faults: [{ kind: 'changed', number: 1 }] });
  expect(await status(resultsId)).toBe(403);
  expect((await world.publish(REQUEST)).outcome).toMatchObject({ refusal: { kind: 'chain-broken' } });
});

test.each(['before', 'after'] as const)(
  'a publication that is withdrawn just %s it is opened ends closed',
  async (when) => {
    const resultsId = await world.newFile();
    const { outcome } = await world.publish({ ...REQUEST, resultsId });
    if (outcome.kind !== 'draft') throw new Error(outcome.kind);
    let isWithdrawn = false;
    const stop = async () => {
      isWithdrawn = true;
      await withdraw(world.dependencies(), { who: 'Sở Nội vụ', why: 'Dừng lại' }, PUBLISHER.email);
    };
    const isOpening = (url: string, method: string | undefined) =>
      !isWithdrawn && url.includes('/permissions') && method === 'POST';
    const carry: typeof fetch = async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (!isOpening(url, init?.method)) return fetch(input, init);
      if (when === 'before') await stop();
      const response = await fetch(input, init);
      if (when === 'after') await stop();
      return response;
    };
    const request = { ...REQUEST, resultsId, confirm: outcome.draft };
    const report = await publish(world.dependencies({ fetch: carry }), request, PUBLISHER.email);
    expect(isWithdrawn).toBe(true);
    expect(report.outcome.kind).toBe('refused');
    expect(await status(resultsId)).toBe(403);
  },
);
