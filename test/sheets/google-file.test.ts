import { afterEach, expect, test } from 'vitest';
import type { Reader } from '../../src/domain/audience.ts';
import { GoogleFile } from '../../src/sheets/file/google-file.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { makeFakeClock } from './fake-clock.ts';
import {
  type Answer,
  type Recorded,
  type RecordingServer,
  startRecordingServer,
} from './recording-server.ts';

let server: RecordingServer | undefined;
afterEach(() => server?.close());

async function fileThatAnswers(script: (request: Recorded, nth: number) => Answer): Promise<GoogleFile> {
  let asked = 0;
  server = await startRecordingServer((request) => {
    asked += 1;
    return script(request, asked);
  });
  const { rootUrl } = server;
  const auth = bearerAuth(async () => ({ accessToken: 'token', expiresAt: Date.now() + 3_600_000 }));
  return new GoogleFile({
    connection: connectGoogle({ auth, rootUrl }),
    fileId: 'file',
    patience: { clock: makeFakeClock(), random: () => 0.5 },
  });
}

const refusal = (status: number, reason: string, message = 'No.'): Answer => ({
  status,
  body: { error: { code: status, message, errors: [{ domain: 'global', reason, message }] } },
});

test.each<readonly [Reader, object, string | null]>([
  [
    { type: 'user', address: 'an@province.test' },
    { type: 'user', role: 'reader', emailAddress: 'an@province.test' },
    'false',
  ],
  [
    { type: 'domain', domain: 'province.test' },
    { type: 'domain', role: 'reader', domain: 'province.test', allowFileDiscovery: false },
    null,
  ],
  [{ type: 'anyone' }, { type: 'anyone', role: 'reader', allowFileDiscovery: false }, null],
])(
  '%j is let in to read and nothing more, without a message and without search engines',
  async (reader, body, notify) => {
    const file = await fileThatAnswers(() => ({ status: 200, body: { id: '1' } }));
    await file.share(reader);
    const [request] = server?.requests ?? [];
    expect([request?.method, request?.path]).toEqual(['POST', '/drive/v3/files/file/permissions']);
    expect(JSON.parse(request?.body ?? '')).toEqual(body);
    expect(request?.query.get('sendNotificationEmail') ?? null).toBe(notify);
  },
);

test.each([
  [403, 'domainPolicy', '', 'organisation-policy'],
  [403, 'publishOutNotPermitted', '', 'organisation-policy'],
  [403, 'shareOutNotPermitted', '', 'organisation-policy'],
  [403, 'teamDriveDomainUsersOnlyRestriction', '', 'organisation-policy'],
  [400, 'invalidSharingRequest', 'Bad Request. User message: ""', 'organisation-policy'],
  [
    400,
    'invalidSharingRequest',
    'There is no Google account associated with this address',
    'no-such-account',
  ],
  [403, 'insufficientFilePermissions', '', 'not-allowed'],
])('a refusal %i %s (%s) is told as what it is: %s', async (status, reason, message, told) => {
  const file = await fileThatAnswers(() => refusal(status, reason, message));
  await expect(file.share({ type: 'anyone' })).rejects.toMatchObject({
    failure: { kind: 'sharing-refused', reason: told },
  });
  expect(server?.requests).toHaveLength(1);
});

test.each([
  ['an overloaded Drive', { status: 503, body: {} } as const],
  ['a rate limit', refusal(403, 'sharingRateLimitExceeded')],
  ['a lost answer', 'cut' as const],
])('%s is waited out', async (_, answer) => {
  const file = await fileThatAnswers((__, nth) => (nth === 1 ? answer : { status: 200, body: { id: '1' } }));
  await file.share({ type: 'anyone' });
  expect(server?.requests).toHaveLength(2);
});

test('a share that is gone already is as good as one that was taken away', async () => {
  const file = await fileThatAnswers(() => refusal(404, 'notFound', 'Permission not found: 1.'));
  await expect(file.unshare('1')).resolves.toBeUndefined();
});

test('shares are read to the last page; a list without an end is not taken for a whole one', async () => {
  const permission = (id: string) => ({ id, type: 'anyone', role: 'reader' });
  const file = await fileThatAnswers(({ query }) => ({
    status: 200,
    body:
      query.get('pageToken') === null
        ? { permissions: [permission('1')], nextPageToken: 'more' }
        : { permissions: [permission('2')] },
  }));
  expect((await file.shares()).map(({ id }) => id)).toEqual(['1', '2']);
  await server?.close();
  const endless = await fileThatAnswers(() => ({
    status: 200,
    body: { permissions: [], nextPageToken: 'x' },
  }));
  await expect(endless.shares()).rejects.toMatchObject({ failure: { kind: 'bad-request' } });
});

test('whether readers may copy is said the other way round at Drive', async () => {
  const file = await fileThatAnswers(() => ({ status: 200, body: { id: 'file' } }));
  await file.allowCopying(false);
  await file.allowCopying(true);
  const bodies = server?.requests.map(({ method, body }) => [method, JSON.parse(body)]);
  expect(bodies).toEqual([
    ['PATCH', { copyRequiresWriterPermission: true }],
    ['PATCH', { copyRequiresWriterPermission: false }],
  ]);
});

test('what is behind cells is read: links of every form, notes, formulas, entry rules, pivots, smart chips', async () => {
  const values = [
    { userEnteredValue: { stringValue: 'a' }, hyperlink: 'https://a.test' },
    {
      userEnteredValue: { stringValue: 'b' },
      textFormatRuns: [{ format: { link: { uri: 'https://b.test' } } }],
      note: 'n',
    },
    {
      userEnteredValue: { stringValue: 'c' },
      chipRuns: [{ chip: { personProperties: { email: 'c@c.test' } } }],
    },
    { userEnteredValue: { formulaValue: '=1' }, effectiveValue: { numberValue: 1 } },
    { dataValidation: { condition: { type: 'BOOLEAN' } } },
    { pivotTable: { source: {} } },
    { userEnteredFormat: { textFormat: {} } },
  ];
  const file = await fileThatAnswers(({ path, query }) => {
    if (path === '/drive/v3/files/file')
      return { status: 200, body: { name: 'x', mimeType: 'application/vnd.google-apps.spreadsheet' } };
    if (path.startsWith('/drive/')) return { status: 200, body: {} };
    const properties = { sheetId: 7, title: 'T', gridProperties: { rowCount: 2, columnCount: 8 } };
    const isGrid = query.getAll('ranges').length > 0;
    const data = [{ rowData: [{ values }], rowMetadata: [{}, { hiddenByFilter: true }], columnMetadata: [] }];
    return { status: 200, body: { sheets: [{ properties, ...(isGrid ? { data } : {}) }] } };
  });
  const { tabs } = await file.describe();
  expect(tabs).toHaveLength(1);
  expect(tabs[0]?.cells).toEqual([
    { row: 0, column: 0, value: 'a', links: ['https://a.test'], hasValidation: false },
    { row: 0, column: 1, value: 'b', note: 'n', links: ['https://b.test'], hasValidation: false },
    { row: 0, column: 2, value: 'c', links: ['chip'], hasValidation: false },
    { row: 0, column: 3, value: 1, formula: '=1', links: [], hasValidation: false },
    { row: 0, column: 4, value: null, links: [], hasValidation: true },
  ]);
  expect([tabs[0]?.hiddenRows, tabs[0]?.objects]).toEqual([[1], ['pivotTable']]);
});
