import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { ASSUMPTIONS, DOOR_CHECKS, type Finding } from '../../src/domain/doctor-finding.ts';
import { describeFinding } from '../../src/domain/messages/doctor-messages.ts';
import { classifyAnswer } from '../../src/sheets/classify-answer.ts';
import { type Ask, makeAsk } from '../../src/sheets/doctor/ask.ts';
import { examine } from '../../src/sheets/doctor/examine.ts';
import { makeReadPermissions } from '../../src/sheets/drive-permissions.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

const TAB = { sheetId: 5, title: 'Điểm', rowCount: 10, columnCount: 3, cells: [['của phòng']] };
const account = 'robot@stand-in.iam.test';

let harness: StandInHarness;
afterEach(() => harness.close());

interface Visit {
  readonly token?: string;
  readonly spreadsheetId?: string;
  readonly now?: () => number;
  readonly through?: (ask: Ask) => Ask;
  /** What Google's Drive answers when it is asked for roles; the local server when absent. */
  readonly driveRefuses?: readonly [number, object];
  /** What happened before. */
  readonly before?: (harness: StandInHarness) => Promise<unknown>;
}

async function visit(options: Visit) {
  const { token = 'token-an', now = Date.now, through, driveRefuses, before } = options;
  harness = await makeStandInHarness([TAB]);
  await before?.(harness);
  const { rootUrl } = harness.standIn;
  const { spreadsheetId = harness.spreadsheetId } = options;
  const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
  const plain = makeAsk({ auth, rootUrl, now });
  const ask = through?.(plain) ?? plain;
  const readPermissions =
    driveRefuses === undefined ? makeReadPermissions({ auth, rootUrl }) : refusing(...driveRefuses);
  return examine({ ask, readPermissions, spreadsheetId, account, now, random: Math.random });
}

/** A Google that refuses in its own words. */
function refusal(status: number, error: object) {
  return classifyAnswer(status, JSON.stringify({ error }), undefined);
}

function refusing(status: number, error: object): () => Promise<never> {
  return () => Promise.reject(new SpreadsheetError(refusal(status, error).failure));
}

function share(permission: object) {
  return ({ rest, spreadsheetId }: StandInHarness) =>
    rest('POST', `/drive/v3/files/${spreadsheetId}/permissions`, permission);
}

function troubles(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ kind }) => kind !== 'holds')
    .map((finding) => describeFinding(finding, 'vi', { account }));
}

test('everything holds on the local server, and nothing is left behind', async () => {
  const findings = await visit({});
  expect(troubles(findings)).toEqual([]);
  expect(findings.map(({ check }) => check).toSorted()).toEqual([...DOOR_CHECKS, ...ASSUMPTIONS].toSorted());
  const port = harness.open();
  const { sheets, metadata } = await port.readStructure();
  expect([sheets.map(({ title }) => title), metadata, await port.readGrids(sheets)]).toEqual([
    ['Điểm'],
    [],
    new Map([[5, [['của phòng']]]]),
  ]);
});

test('a spreadsheet that is not shared, or does not exist, is told with the address to share it with', async () => {
  const unknown = troubles(await visit({ spreadsheetId: 'a-spreadsheet-that-does-not-exist' }));
  await harness.close();
  expect(unknown).toEqual([
    `✘ Bảng tính mở được: Không tìm thấy bảng tính, hoặc bảng tính chưa được chia sẻ. Hãy chia sẻ bảng tính với ${account}, quyền Người chỉnh sửa, rồi thử lại.`,
  ]);
  expect(troubles(await visit({ token: 'token-binh' }))).toEqual([
    `✘ Bảng tính mở được: Hệ thống không có quyền chỉnh sửa bảng tính này. Hãy chia sẻ bảng tính với ${account}, quyền Người chỉnh sửa, rồi thử lại.`,
  ]);
});

test('credentials that Google refuses are told as such', async () => {
  expect(troubles(await visit({ token: 'expired' }))).toEqual([
    '✘ Hệ thống đăng nhập được vào Google: Hệ thống chưa đăng nhập được vào Google. Quản trị viên cần kiểm tra thông tin xác thực của tài khoản dịch vụ.',
  ]);
});

test('a clock that is wrong is told with the difference', async () => {
  const late = await visit({ now: () => Date.now() - 600_000 });
  expect(troubles(late)).toEqual([
    expect.stringMatching(/^✘ Đồng hồ máy khớp với Google: -(599|600|601) s\. Hãy bật đồng bộ thời gian/),
  ]);
});

const NOT_ENABLED = {
  message: 'Google Drive API has not been used in project 1 before or it is disabled.',
  details: [{ reason: 'SERVICE_DISABLED' }],
};
const TOO_NARROW = { message: 'Request had insufficient authentication scopes.' };

test('an API that is not enabled is told, that of Sheets as well as that of Drive', async () => {
  const failing: (ask: Ask) => Ask = () => async () => ({ ok: false, problem: refusal(403, NOT_ENABLED) });
  expect(troubles(await visit({ through: failing }))).toEqual([
    '✘ Bảng tính mở được: Google Sheets API chưa được bật cho dự án. Quản trị viên cần bật API này trong Google Cloud rồi thử lại sau vài phút.',
  ]);
  await harness.close();
  expect(troubles(await visit({ driveRefuses: [403, NOT_ENABLED] }))).toEqual([
    '✘ Xem được vai trò của từng người trong bảng tính: Google Drive API chưa được bật cho dự án. Quản trị viên cần bật API này trong Google Cloud rồi thử lại sau vài phút.',
  ]);
});

test('people’s roles that cannot be seen are told with what is missing', async () => {
  expect(troubles(await visit({ driveRefuses: [403, TOO_NARROW] }))).toEqual([
    '✘ Xem được vai trò của từng người trong bảng tính: Tài khoản của hệ thống chưa được cấp phạm vi “drive.metadata.readonly”. Quản trị viên cần cấp phạm vi này rồi thử lại.',
  ]);
  await harness.close();
  const notEditor = { message: 'The user does not have sufficient permissions for this file.' };
  expect(troubles(await visit({ driveRefuses: [403, notEditor] }))).toEqual([
    `✘ Xem được vai trò của từng người trong bảng tính: Hệ thống không có quyền chỉnh sửa bảng tính này. Hãy chia sẻ bảng tính với ${account}, quyền Người chỉnh sửa, rồi thử lại.`,
  ]);
});

test('an account that was invited to look only is told its role', async () => {
  const before = share({ type: 'user', role: 'reader', emailAddress: account });
  expect(troubles(await visit({ before }))).toEqual([
    `✘ Xem được vai trò của từng người trong bảng tính: ${account} reader. Hãy nâng tài khoản này lên quyền Người chỉnh sửa rồi thử lại.`,
  ]);
});

test('a spreadsheet that is open to anybody with the link is told as a leak', async () => {
  const before = share({ type: 'anyone', role: 'reader' });
  expect(troubles(await visit({ before }))).toEqual([
    '✘ Chỉ người được mời mới mở được bảng tính: anyone reader. Kết quả chưa công bố sẽ lộ cho người có đường liên kết. Hãy chọn Chia sẻ ▸ Quyền truy cập chung ▸ Hạn chế.',
  ]);
});

const NOON = Date.parse('2026-11-23T10:40:30+07:00');

/** A Google that refuses matching requests in its own words. */
function refusesWhere(pattern: RegExp, status: number, message: string): (ask: Ask) => Ask {
  return (ask) => async (method, path, body) =>
    pattern.test(`${method} ${path} ${JSON.stringify(body)}`)
      ? { ok: false, problem: refusal(status, { message }) }
      : ask(method, path, body);
}

const QUOTA = (kind: string) =>
  `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user'`;

test('a quota that is used up is told with the limit and the time to come back, whichever call met it', async () => {
  const early = refusesWhere(/^GET .*properties\(title/, 429, QUOTA('Read'));
  expect(troubles(await visit({ through: early, now: () => NOON }))).toEqual([
    '✘ Hạn mức mỗi phút của Google đủ dùng (lượt đọc + lượt ghi của lần kiểm tra này): Đã đạt giới hạn 60 lượt đọc mỗi phút của Google. Hãy thử lại lúc 10:42.',
  ]);
  await harness.close();
  const late = refusesWhere(/"metadataValue":"mine"/, 429, QUOTA('Write'));
  const findings = await visit({ through: late });
  const [met, told] = findings.filter(({ kind }) => kind !== 'holds');
  expect([met?.check, told && describeFinding(told, 'en')]).toEqual([
    'guard-read-back',
    expect.stringMatching(
      /^✘ Google’s quota of a minute suffices .*: Google’s limit of 60 writes a minute was reached\. Try again at \d\d:\d\d\.$/,
    ),
  ]);
});

test('a Google that refuses a write tied to a row in its place is noticed', async () => {
  const taken = 'Invalid requests[2].createDeveloperMetadata: that ID already exists.';
  const findings = await visit({ through: refusesWhere(/"deleteDeveloperMetadata".*"ours"/, 400, taken) });
  expect(findings.filter(({ kind }) => kind !== 'holds').map(({ check }) => check)).toEqual(['held-line']);
});

test('an examination that holds tells people’s roles and the calls that it took', async () => {
  const before = share({ type: 'user', role: 'writer', emailAddress: account });
  const said = (await visit({ before })).map((finding) => describeFinding(finding, 'en'));
  expect(said).toContain('✔ The role of each person in the spreadsheet can be seen: owner 1, writer 1');
  expect(said.at(-1)).toMatch(
    /^✔ Google’s quota of a minute suffices \(reads \+ writes of this examination\): \d+ \+ \d+$/,
  );
});

/** A Google that does something else than is believed: answers to matching requests are replaced. */
function lying(pattern: RegExp, answer: unknown): (ask: Ask) => Ask {
  return (ask) => async (method, path, body) => {
    const result = await ask(method, path, body);
    const isMeant = pattern.test(`${method} ${path} ${JSON.stringify(body)}`);
    return isMeant ? { ok: true, value: { body: answer, serverTime: Date.now() } } : result;
  };
}

const READ = { values: [['2']] };
const ABSENT = { metadataValue: 'somebody' };
const LOCALE = { properties: { title: 'Sổ', locale: 'fr_FR', timeZone: 'Europe/Paris' } };

test.each<{ check: string; pattern: RegExp; answer: unknown }>([
  { check: 'text-stays-text', pattern: /valueRenderOption=FORMULA/, answer: READ },
  { check: 'copy-keeps-text', pattern: /valueRenderOption=FORMULA/, answer: READ },
  { check: 'guard-refuses', pattern: /"metadataValue":"second"/, answer: {} },
  { check: 'guard-refuses-at-once', pattern: /"metadataValue":"run \d"/, answer: {} },
  { check: 'guard-read-back', pattern: /GET .*developerMetadata/, answer: ABSENT },
  { check: 'absent-guard', pattern: /GET .*developerMetadata/, answer: ABSENT },
  { check: 'grid-edge-refuses', pattern: /"rowIndex":500/, answer: {} },
  { check: 'append-grows', pattern: /valueRenderOption=UNFORMATTED/, answer: READ },
  { check: 'number-look', pattern: /valueRenderOption=FORMATTED/, answer: { values: [['47.45']] } },
  { check: 'sheet-id-kept', pattern: /sheets\.properties\.sheetId/, answer: { sheets: [] } },
  { check: 'line-put-in', pattern: /"deleteDeveloperMetadata".*"ours"/, answer: {} },
  { check: 'line-moved', pattern: /"deleteDeveloperMetadata".*"ours"/, answer: {} },
  { check: 'rows-sorted', pattern: /"deleteDeveloperMetadata".*"ours"/, answer: {} },
])('a Google for which $check does not hold is noticed, and told as not to be used', async (lie) => {
  const { check, pattern, answer } = lie;
  const findings = await visit({ through: lying(pattern, answer) });
  const failing = findings.find((finding) => finding.check === check);
  expect([failing?.kind, failing && describeFinding(failing, 'en')]).toEqual([
    'fails',
    expect.stringMatching(
      /^✘ .*\. Google behaves differently from what the system relies on\. Do not use it officially yet; send this to the administrator\.$/,
    ),
  ]);
});

test('a locale with other marks is told with where it is set', async () => {
  expect(troubles(await visit({ through: lying(/properties\(title/, LOCALE) }))).toContain(
    '✘ Ngôn ngữ của bảng tính là tiếng Việt hoặc tiếng Anh: fr_FR, Europe/Paris. Hãy chọn Việt Nam trong Tệp ▸ Cài đặt ▸ Ngôn ngữ.',
  );
});

test('somebody who may only look is told that editing is not allowed', async () => {
  const refuse: (ask: Ask) => Ask = (ask) => async (method, path, body) =>
    method === 'POST'
      ? {
          ok: false,
          problem: { failure: { kind: 'forbidden', reason: 'not-shared' }, transient: false, applied: 'no' },
        }
      : ask(method, path, body);
  expect(troubles(await visit({ through: refuse }))).toEqual([
    `✘ Hệ thống được chỉnh sửa bảng tính: Hệ thống không có quyền chỉnh sửa bảng tính này. Hãy chia sẻ bảng tính với ${account}, quyền Người chỉnh sửa, rồi thử lại.`,
  ]);
});

const MAIN = fileURLToPath(new URL('../../src/sheets/doctor/main.ts', import.meta.url));

function runMain(args: readonly string[], environment: Readonly<Record<string, string>>) {
  return new Promise<{ readonly code: number; readonly out: string }>((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(process.execPath, ['--import', 'tsx', MAIN, ...args], { env }, (error, out) =>
      resolve({ code: Number(error?.code ?? 0), out }),
    );
  });
}

test('the command prints a verdict for each check and ends with 0 when all hold, else with 1', async () => {
  harness = await makeStandInHarness([TAB]);
  const address = `https://docs.google.com/spreadsheets/d/${harness.spreadsheetId}/edit#gid=0`;
  const environment = { PAR_SHEETS_ROOT_URL: harness.standIn.rootUrl, PAR_ACCESS_TOKEN: 'token-an' };
  const good = await runMain(['--language', 'en', address], environment);
  expect([good.code, good.out.split('\n').filter((line) => line.startsWith('✔')).length]).toEqual([
    0,
    DOOR_CHECKS.length + ASSUMPTIONS.length,
  ]);
  const bad = await runMain(['--language', 'en', address], { ...environment, PAR_ACCESS_TOKEN: 'expired' });
  expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('✘ The system can sign in to Google')]);
});
