import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { ASSUMPTIONS, DOOR_CHECKS, type Finding } from '../../src/domain/doctor-finding.ts';
import { describeFinding } from '../../src/domain/messages/doctor-messages.ts';
import { type Ask, makeAsk } from '../../src/sheets/doctor/ask.ts';
import { examine } from '../../src/sheets/doctor/examine.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
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
}

async function visit({ token = 'token-an', spreadsheetId, now = Date.now, through = (ask) => ask }: Visit) {
  harness = await makeStandInHarness([TAB]);
  const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
  const ask = through(makeAsk({ auth, rootUrl: harness.standIn.rootUrl, now }));
  const findings = await examine({
    ask,
    spreadsheetId: spreadsheetId ?? harness.spreadsheetId,
    now,
    random: Math.random,
  });
  return findings;
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
  { check: 'locale', pattern: /properties\(title/, answer: LOCALE },
])('a Google for which $check does not hold is noticed', async ({ check, pattern, answer }) => {
  const findings = await visit({ through: lying(pattern, answer) });
  expect(findings.filter(({ kind }) => kind === 'fails').map((finding) => finding.check)).toContain(check);
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
  const good = await runMain(['--lang', 'en', address], environment);
  expect([good.code, good.out.split('\n').filter((line) => line.startsWith('✔')).length]).toEqual([0, 16]);
  const bad = await runMain(['--lang', 'en', address], { ...environment, PAR_ACCESS_TOKEN: 'expired' });
  expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('✘ The system can sign in to Google')]);
});
