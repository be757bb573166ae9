import { afterEach, beforeEach, expect, test } from 'vitest';
import { titlesSeenBy, valuesSeenBy } from './publication-views.ts';
import {
  COLLEAGUE,
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
  ROBOT,
} from './publication-world.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const BY_FIELD = 'Theo lĩnh vực – Huyện, thị xã, thành phố';
const TABS = [RANKING, BY_FIELD, 'Tổng hợp', 'Phương pháp tính', 'Cách kiểm tra', 'Nhật ký đính chính'];

let world: PublicationWorld;
beforeEach(async () => {
  world = await makePublicationWorld();
});
afterEach(() => world.close());

const titles = (id: string, who = OUTSIDER) => titlesSeenBy(who, world, id);
const values = (id: string, title: string, who = OUTSIDER) => valuesSeenBy(who, world, id, title);

/** How many charts each tab has, by its title. */
async function chartsOf(id: string, who = OUTSIDER) {
  const fields = encodeURIComponent('sheets(properties.title,charts.chartId)');
  const { body } = await world.call(who, 'GET', `/v4/spreadsheets/${id}?fields=${fields}`);
  const sheets = body['sheets'] as { properties: { title: string }; charts?: unknown[] }[];
  return sheets.flatMap(({ properties: { title }, charts = [] }) =>
    charts.length === 0 ? [] : [[title, charts.length]],
  );
}

async function readersOf(id: string) {
  const fields = encodeURIComponent('permissions(type,role,emailAddress,domain)');
  const { body } = await world.call(PUBLISHER, 'GET', `/drive/v3/files/${id}/permissions?fields=${fields}`);
  const shares = body['permissions'] as {
    type: string;
    role: string;
    emailAddress?: string;
    domain?: string;
  }[];
  return shares
    .filter(({ emailAddress }) => emailAddress !== PUBLISHER.email && emailAddress !== ROBOT.email)
    .map(({ type, role, emailAddress, domain }) => [type, emailAddress ?? domain ?? '', role]);
}

test('a first draft needs no file: it tells what would be published, and nothing is written', async () => {
  const { outcome } = await world.publish(REQUEST);
  expect(outcome).toMatchObject({ kind: 'draft', number: 1, corrections: [] });
  if (outcome.kind !== 'draft') return;
  expect(outcome.tabs.map(({ title }) => title)).toEqual(TABS);
  expect(outcome.fileName).toContain('Bình Dương');
  expect(outcome).not.toHaveProperty('resultsId');
  expect(await titles(world.controlId, PUBLISHER)).not.toContain('Nhật ký công bố');
});

test('a publication is filled, checked and then open to everyone, who can read it and nothing else', async () => {
  const resultsId = await world.newFile();
  expect(await titles(resultsId)).toBe(403);
  const { outcome } = await world.publishAll({ ...REQUEST, resultsId });
  expect(outcome).toMatchObject({ kind: 'published', resultsId, resumed: false });
  expect(await titles(resultsId)).toEqual(TABS);
  const published = await values(resultsId, RANKING);
  const computed = await values(world.controlId, RANKING, PUBLISHER);
  expect(published.toSpliced(2, 1)).toEqual(computed.toSpliced(2, 1));
  expect(published[2]).toEqual(['CÔNG BỐ LẦN 1 · 09:15:02 23/11/2026 · Sở Nội vụ']);
  const write = await world.call(
    OUTSIDER,
    'PUT',
    `/v4/spreadsheets/${resultsId}/values/A1?valueInputOption=RAW`,
    { values: [['x']] },
  );
  expect(write.status).toBe(403);
  expect(await titles(world.controlId)).toBe(403);
  expect(JSON.stringify(published)).not.toContain('@');
  expect(await readersOf(resultsId)).toEqual([['anyone', '', 'reader']]);
});

test('the same file, under the same link, takes a correction; the old figures stay in its log', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  await world.type(world.mark, 41.75);
  await world.recompute();
  const request = { ...REQUEST, why: 'Sửa điểm theo kết luận kiểm tra' };
  const drafted = await world.publish(request);
  expect(drafted.outcome).toMatchObject({ kind: 'draft', number: 2, resultsId });
  if (drafted.outcome.kind !== 'draft') return;
  const moved = drafted.outcome.corrections.find(({ unitId }) => unitId === 'TDM');
  expect(moved).toMatchObject({ rank: { before: 1, after: 8 }, unitName: 'Thành phố Thủ Dầu Một' });
  expect(drafted.outcome.cells.map(({ tab }) => tab)).toEqual([
    RANKING,
    BY_FIELD,
    'Tổng hợp',
    'Cách kiểm tra',
    'Nhật ký đính chính',
  ]);
  const { outcome } = await world.publish({ ...request, confirm: drafted.outcome.draft });
  expect(outcome).toMatchObject({ kind: 'published', resultsId });
  const log = (await values(resultsId, 'Nhật ký đính chính')).slice(5);
  expect(log[0]?.slice(0, 5)).toEqual([
    1,
    '09:15:02 23/11/2026',
    'Công bố lần đầu',
    'Sở Nội vụ',
    REQUEST.why,
  ]);
  expect(log[1]?.slice(0, 5)).toEqual([
    2,
    '09:15:02 23/11/2026',
    'Công bố lại: 8 đơn vị đổi hạng, chỉ số hoặc xếp loại; 77 số liệu khác thay đổi',
    'Sở Nội vụ',
    request.why,
  ]);
  const before = moved?.index.before;
  expect(log.find((row) => row[6] === 'TDM')?.slice(5)).toEqual([
    RANKING,
    'TDM',
    'Thành phố Thủ Dầu Một',
    1,
    8,
    before,
    moved?.index.after,
  ]);
  expect(log).toHaveLength(2 + 8 + 77);
  const others = log.slice(10).map((row) => [row[5], row[6], row[7], ...row.slice(14)]);
  expect(others).toContainEqual([
    RANKING,
    'TDM',
    'Thành phố Thủ Dầu Một',
    'Điểm thẩm định (tối đa 65)',
    51.75,
    41.75,
  ]);
  const mean = ['Kết quả theo nhóm · Chỉ số trung bình (%)', 'Huyện, thị xã, thành phố', 78.39, 77.28];
  expect(others).toContainEqual(['Tổng hợp', '', ...mean]);
  expect(drafted.outcome.figures).toHaveLength(77);
  expect(drafted.outcome.figures[0]).toEqual({
    tab: RANKING,
    code: 'TU',
    row: 'Thị xã Tân Uyên',
    column: 'Cách hạng trên (điểm %)',
    before: 2.58,
    after: null,
  });
  const chain = (await values(resultsId, 'Cách kiểm tra')).slice(-2);
  expect(chain[1]?.[15]).toBe(chain[0]?.[16]);
});

test('figures look as in the control workbook, in a file that was made under another locale', async () => {
  const path = '/v4/spreadsheets';
  const properties = { title: 'Results', locale: 'en_US', timeZone: 'Etc/GMT' };
  const { body } = await world.call(PUBLISHER, 'POST', path, { properties });
  const resultsId = String(body['spreadsheetId']);
  const share = { type: 'user', role: 'writer', emailAddress: ROBOT.email };
  await world.call(PUBLISHER, 'POST', `/drive/v3/files/${resultsId}/permissions`, share);
  expect((await world.publishAll({ ...REQUEST, resultsId })).outcome.kind).toBe('published');
  const range = encodeURIComponent(`'${RANKING}'!F6`);
  const shown = await world.call(OUTSIDER, 'GET', `${path}/${resultsId}/values/${range}`);
  expect(shown.body['values']).toEqual([['84,58']]);
});

test.each([
  [
    { kind: 'people' as const, addresses: [OUTSIDER.email, COLLEAGUE.email] },
    [
      ['user', COLLEAGUE.email, 'reader'],
      ['user', OUTSIDER.email, 'reader'],
    ],
  ],
  [{ kind: 'domain' as const, domain: 'elsewhere.test' }, [['domain', 'elsewhere.test', 'reader']]],
])('the audience %j and nobody else may read', async (audience, shares) => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, audience, resultsId });
  expect(await readersOf(resultsId)).toEqual(shares);
  expect(await titles(resultsId)).toEqual(TABS);
});

test('a narrower audience takes the old readers away before anything new is written', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  const audience = { kind: 'people' as const, addresses: [COLLEAGUE.email] };
  const { outcome } = await world.publishAll({ ...REQUEST, audience, copying: false });
  expect(outcome).toMatchObject({ kind: 'published' });
  expect(await readersOf(resultsId)).toEqual([['user', COLLEAGUE.email, 'reader']]);
  expect(await titles(resultsId)).toBe(403);
  const { body } = await world.call(
    PUBLISHER,
    'GET',
    `/drive/v3/files/${resultsId}?fields=copyRequiresWriterPermission`,
  );
  expect(body).toEqual({ copyRequiresWriterPermission: true });
});

test('only what was chosen is published, a tab that is no longer chosen goes, and a correction shows no more', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  const { outcome } = await world.publishAll({ ...REQUEST, tabs: ['summary'] });
  expect(outcome).toMatchObject({ kind: 'published' });
  expect(await titles(resultsId)).toEqual(TABS.slice(2));
  expect((await world.verify(resultsId)).outcome).toMatchObject({ differences: [] });
  const corrected = await world.publish(REQUEST);
  expect(corrected.outcome).toMatchObject({
    kind: 'draft',
    choices: [
      { key: 'ranking.huyen', title: RANKING, chosen: false },
      { key: 'by-field.huyen', title: BY_FIELD, chosen: false },
      {
        key: 'criteria-analysis.huyen',
        title: 'Phân tích tiêu chí – Huyện, thị xã, thành phố',
        chosen: false,
      },
      { key: 'profiles.huyen', title: 'Hồ sơ đơn vị – Huyện, thị xã, thành phố', chosen: false },
      { key: 'summary', title: 'Tổng hợp', chosen: true },
      { key: 'announcement', title: 'Thông báo kết quả', chosen: false },
    ],
  });
  await world.publishAll({ ...REQUEST, tabs: ['summary', 'ranking.huyen'] });
  expect(await titles(resultsId)).toEqual(expect.arrayContaining(TABS.toSpliced(1, 1)));
});

test('every result can be published, with its charts, and is verified cell by cell; what it replaces goes', async () => {
  const resultsId = await world.newFile();
  const { outcome } = await world.publish(REQUEST);
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  const tabs = outcome.choices.map(({ key }) => key);
  expect((await world.publishAll({ ...REQUEST, tabs, resultsId })).outcome.kind).toBe('published');
  expect(await chartsOf(resultsId)).toEqual(await chartsOf(world.controlId, PUBLISHER));
  expect(await chartsOf(resultsId)).not.toEqual([]);
  const first = (await world.verify(resultsId)).outcome;
  expect(first).toMatchObject({ differences: [] });
  await world.type(world.mark, 41.75);
  await world.recompute();
  expect((await world.publishAll(REQUEST)).outcome.kind).toBe('published');
  expect(await chartsOf(resultsId)).toEqual(await chartsOf(world.controlId, PUBLISHER));
  expect((await world.verify(resultsId)).outcome).toMatchObject({ differences: [] });
});

test('the same confirmation repeated is the same release: one line in each log', async () => {
  const resultsId = await world.newFile();
  const { outcome } = await world.publish({ ...REQUEST, resultsId });
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  const request = { ...REQUEST, resultsId, confirm: outcome.draft };
  const [first, second] = [await world.publish(request), await world.publish(request)];
  expect(second.outcome).toEqual({ ...first.outcome, resumed: true });
  expect((await values(world.controlId, 'Nhật ký công bố', PUBLISHER)).slice(5)).toHaveLength(1);
  expect((await values(resultsId, 'Nhật ký đính chính')).slice(5)).toHaveLength(1);
});

test('of two publishers at once one publishes; the other is told that a newer one stands', async () => {
  const resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  await world.type(world.mark, 41.75);
  await world.recompute();
  const requests = ['Lý do một', 'Lý do hai'].map((why) => ({ ...REQUEST, why }));
  const confirmed = await Promise.all(
    requests.map(async (request) => {
      const { outcome } = await world.publish(request);
      return { ...request, confirm: outcome.kind === 'draft' ? outcome.draft : '' };
    }),
  );
  const outcomes = await Promise.all(confirmed.map((request) => world.publish(request)));
  const kinds = outcomes.map(({ outcome }) =>
    outcome.kind === 'refused' ? outcome.refusal.kind : outcome.kind,
  );
  expect(kinds.toSorted()).toEqual(['published', 'superseded']);
  expect((await values(world.controlId, 'Nhật ký công bố', PUBLISHER)).slice(5)).toHaveLength(2);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
});
