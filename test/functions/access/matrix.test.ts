import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../../functions/access/policies.ts';
import { provision } from '../../../src/jobs/provision.ts';
import { startFunctions } from '../../../src/local/functions-process.ts';
import { makeRestClient, type RestClient } from '../../../src/local/rest-client.ts';
import type { Account } from '../../../src/local/stand-in/identity/accounts.ts';
import type { Issuer } from '../../../src/local/stand-in/identity/issuer.ts';
import { type StandIn, startStandIn } from '../../../src/local/stand-in/stand-in.ts';
import { bearerAuth } from '../../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../../src/sheets/google-spreadsheet.ts';
import { TAB_METADATA_KEY } from '../../../src/workbook/tab-key.ts';
import { sampleInput } from '../../jobs/sample.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const AUDIENCE = 'client-1.apps.googleusercontent.com';
const QUEUE_ACCOUNT = 'queue@par-index.test';
const URL_OF_FUNCTIONS = 'https://par-index.example.test/';

const account = (name: string, kind: Account['kind'] = 'person'): Account => ({
  email: `${name}@par-index.test`,
  displayName: name,
  kind,
  token: `token-${name}`,
});
const [robot, owner, reader, commenter, writer, publisher] = [
  account('robot', 'service'),
  account('owner'),
  account('reader'),
  account('commenter'),
  account('writer'),
  account('publisher'),
];

let standIn: StandIn;
let issuer: Issuer;
let functions: Awaited<ReturnType<typeof startFunctions>>;
let staff: RestClient;
let spreadsheetId: string;

beforeAll(async () => {
  const accounts = [robot, owner, reader, commenter, writer, publisher];
  standIn = await startStandIn({
    port: 0,
    storeDir: await temporaryFolder(),
    accounts,
  });
  ({ issuer } = standIn);
  functions = await startFunctions({
    port: 0,
    rootUrl: standIn.rootUrl,
    serviceAccount: robot.email,
    issuerUrl: issuer.url,
    audience: AUDIENCE,
    publishers: [publisher.email],
    environment: {
      PAR_DOMAINS: 'par-index.test',
      PAR_TASKS_QUEUE: 'projects/p/locations/l/queues/q',
      PAR_TASKS_ACCOUNT: QUEUE_ACCOUNT,
      PAR_URL: URL_OF_FUNCTIONS,
    },
  });
  staff = makeRestClient(standIn.rootUrl, owner.token, TAB_METADATA_KEY);
  spreadsheetId = await staff.createSpreadsheet('Bình Dương', 'Cài đặt');
  const auth = bearerAuth(async () => ({ accessToken: owner.token, expiresAt: Date.now() + 3_600_000 }));
  const connection = connectGoogle({ auth, rootUrl: standIn.rootUrl });
  const spreadsheet = new GoogleSpreadsheet({ connection, spreadsheetId });
  await provision(spreadsheet, await sampleInput('binh-duong-2017'), 'vi', () => 'provision');
  for (const [who, role] of [
    [robot, 'writer'],
    [reader, 'reader'],
    [commenter, 'commenter'],
    [writer, 'writer'],
    [publisher, 'writer'],
  ] as const) {
    // biome-ignore lint/performance/noAwaitInLoops: shares of one file are given one after another
    await staff.share(spreadsheetId, who.email, role);
  }
});

afterAll(async () => {
  await functions.stop();
  await standIn.close();
});

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

function claims(more: Record<string, unknown> = {}) {
  const usual = { iss: issuer.url, aud: AUDIENCE, email: writer.email, email_verified: true, sub: '1' };
  return { ...usual, iat: now(), exp: now() + 3600, ...more };
}

function forged(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signed = `${encode({ alg: 'RS256', kid: issuer.keyId, typ: 'JWT' })}.${encode(claims())}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

function hs256(): string {
  const signed = `${encode({ alg: 'HS256', kid: issuer.keyId, typ: 'JWT' })}.${encode(claims())}`;
  return `${signed}.${createHmac('sha256', issuer.publicKey).update(signed).digest('base64url')}`;
}

const tokenOf = (email: string, more: Record<string, unknown> = {}) =>
  issuer.sign({ email, aud: AUDIENCE, ...more });

/** Every kind of caller; undefined stands for no token at all. */
const CALLERS = {
  none: () => undefined,
  'not a token': () => 'abc.def',
  expired: () => tokenOf(writer.email, { iat: now() - 7200, exp: now() - 400 }),
  'too early': () => tokenOf(writer.email, { iat: now() + 400, exp: now() + 3600 }),
  'wrong audience': () => tokenOf(writer.email, { aud: 'client-2.apps.googleusercontent.com' }),
  'wrong issuer': () => tokenOf(writer.email, { iss: 'https://accounts.evil.test' }),
  forged,
  'unknown key': () => forged().replace(/^[^.]+/, encode({ alg: 'RS256', kid: 'other', typ: 'JWT' })),
  'alg none': () => `${encode({ alg: 'none', kid: issuer.keyId, typ: 'JWT' })}.${encode(claims())}.`,
  'HS256 with the public key': hs256,
  'unverified e-mail': () => tokenOf(writer.email, { email_verified: false }),
  'another domain': () => tokenOf('writer@elsewhere.test'),
  outsider: () => tokenOf('outsider@par-index.test'),
  reader: () => tokenOf(reader.email),
  commenter: () => tokenOf(commenter.email),
  writer: () => tokenOf(writer.email),
  publisher: () => tokenOf(publisher.email),
  'clock five minutes off': () => tokenOf(writer.email, { iat: now() + 240, exp: now() + 3600 }),
  'service identity': () => tokenOf(QUEUE_ACCOUNT, { aud: URL_OF_FUNCTIONS }),
  'a person with the queue’s audience': () => tokenOf(writer.email, { aud: URL_OF_FUNCTIONS }),
} as const;
type CallerName = keyof typeof CALLERS;

type Expected = readonly [status: number, code: string];
const OK: Expected = [200, ''];
const INVALID: Expected = [401, 'identity-invalid'];
const VIEW_ONLY: Expected = [403, 'not-a-writer'];
const UNKNOWN_SCRIPT: Expected = [403, 'script-not-allowed'];
const NOT_FOR_QUEUE: Expected = [403, 'not-for-queue'];
const NOT_A_PUBLISHER: Expected = [403, 'not-a-publisher'];
/** Let in, and told that there is nothing to withdraw or to verify. */
const NOTHING_YET: Expected = [409, 'nothing-published'];

/** Those of whom nothing depends on the function. */
const REFUSED: Partial<Record<CallerName, Expected>> = {
  none: [401, 'no-identity'],
  'not a token': INVALID,
  expired: [401, 'identity-expired'],
  'too early': INVALID,
  'wrong audience': UNKNOWN_SCRIPT,
  'wrong issuer': INVALID,
  forged: INVALID,
  'unknown key': INVALID,
  'alg none': INVALID,
  'HS256 with the public key': INVALID,
  'unverified e-mail': [403, 'email-not-verified'],
  'another domain': [403, 'domain-not-allowed'],
  outsider: [404, 'not-found'],
  'a person with the queue’s audience': UNKNOWN_SCRIPT,
};

const LET_IN: Readonly<Record<FunctionName, Partial<Record<CallerName, Expected>>>> = {
  recompute: { reader: VIEW_ONLY, commenter: VIEW_ONLY, 'service identity': OK },
  preview: { reader: VIEW_ONLY, commenter: VIEW_ONLY, 'service identity': NOT_FOR_QUEUE },
  check: { reader: VIEW_ONLY, commenter: VIEW_ONLY, 'service identity': NOT_FOR_QUEUE },
  status: { reader: OK, commenter: OK, 'service identity': NOT_FOR_QUEUE },
  cancel: { reader: VIEW_ONLY, commenter: VIEW_ONLY, 'service identity': NOT_FOR_QUEUE },
  publish: {
    reader: VIEW_ONLY,
    commenter: VIEW_ONLY,
    writer: NOT_A_PUBLISHER,
    'clock five minutes off': NOT_A_PUBLISHER,
    publisher: OK,
    'service identity': NOT_FOR_QUEUE,
  },
  withdraw: {
    reader: VIEW_ONLY,
    commenter: VIEW_ONLY,
    writer: NOT_A_PUBLISHER,
    'clock five minutes off': NOT_A_PUBLISHER,
    publisher: NOTHING_YET,
    'service identity': NOT_FOR_QUEUE,
  },
  verify: {
    reader: VIEW_ONLY,
    commenter: VIEW_ONLY,
    writer: NOTHING_YET,
    'clock five minutes off': NOTHING_YET,
    publisher: NOTHING_YET,
    'service identity': NOT_FOR_QUEUE,
  },
  setup: {
    reader: VIEW_ONLY,
    commenter: VIEW_ONLY,
    writer: NOT_A_PUBLISHER,
    'clock five minutes off': NOT_A_PUBLISHER,
    publisher: OK,
    'service identity': NOT_FOR_QUEUE,
  },
};

const PUBLIC_WORDS = { who: 'Sở Nội vụ', why: 'Công bố theo kế hoạch' };
/** What a function takes beside the workbook’s id. */
const MORE: Partial<Record<string, object>> = {
  publish: { ...PUBLIC_WORDS, audience: { kind: 'anyone' }, copying: true },
  withdraw: PUBLIC_WORDS,
  setup: { period: '2018', language: 'vi' },
};

interface Called {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

async function call(name: string, token: string | undefined, id = spreadsheetId): Promise<Called> {
  const response = await fetch(new URL(name, functions.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ spreadsheetId: id, ...MORE[name] }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Record<string, unknown> };
}

const matrix = FUNCTION_NAMES.flatMap((name) =>
  (Object.keys(CALLERS) as CallerName[]).map(
    (caller) => [name, caller, REFUSED[caller] ?? LET_IN[name][caller] ?? OK] as const,
  ),
);

test.each(matrix)('%s called by %s answers %j', async (name, caller, expected) => {
  const token = CALLERS[caller]();
  const { status, text, body } = await call(name, token);
  expect([status, body['code'] ?? '']).toEqual(expected);
  // No refusal repeats any part of a token that somebody could use.
  for (const part of (token ?? '').split('.')) if (part.length > 20) expect(text).not.toContain(part);
});

test('a workbook that the caller may not see and one that does not exist are answered alike', async () => {
  const token = CALLERS.outsider();
  const [hidden, unknown] = await Promise.all([
    call('recompute', token),
    call('recompute', token, '1AbCdEfGhIjKlMnOpQrStUvWxYz'),
  ]);
  const alike = ({ status, body }: Called) => ({ status, ...body, runId: '' });
  expect(alike(hidden)).toEqual(alike(unknown));
});

test('a script that is not on the list is told its id and the command that adds it', async () => {
  const { body } = await call('check', CALLERS['wrong audience']());
  expect(body['detail']).toContain(
    'npm run deploy -- --add-audience client-2.apps.googleusercontent.com --confirm',
  );
});

test('the run log names the person whose token it was, and the person for whom the queue calls', async () => {
  const response = await fetch(new URL('recompute', functions.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${CALLERS['service identity']()}` },
    body: JSON.stringify({ spreadsheetId, onBehalfOf: publisher.email }),
  });
  expect(response.status).toBe(200);
  await call('recompute', tokenOf(writer.email));
  const log = await staff.shownValues(spreadsheetId, 'Nhật ký');
  expect(log.slice(-2).map((row) => row[2])).toEqual([publisher.email, writer.email]);
});

test.each([
  ['speak for another', { onBehalfOf: publisher.email }],
  ['pass for a job of the queue', { job: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }],
])('a person cannot %s', async (_, more) => {
  const response = await fetch(new URL('recompute', functions.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf(writer.email)}` },
    body: JSON.stringify({ spreadsheetId, ...more }),
  });
  expect([response.status, ((await response.json()) as Called['body'])['code']]).toEqual([
    400,
    'bad-request',
  ]);
});

test('the log tells none of the addresses, tokens, workbooks, scores or names that were in the calls', () => {
  const log = functions.logged().join('\n');
  expect(functions.logged().length).toBeGreaterThan(matrix.length);
  for (const secret of [spreadsheetId, '@par-index.test', 'eyJ', '51,75', '51.75', 'Thủ Dầu Một', 'TDM'])
    expect(log).not.toContain(secret);
  for (const line of functions.logged()) expect(JSON.parse(line)).toMatchObject({ severity: 'INFO' });
});
