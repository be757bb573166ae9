import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { ASSUMPTIONS, DOOR_CHECKS } from '../../src/domain/doctor-finding.ts';
import { describeFinding } from '../../src/domain/messages/doctor-messages.ts';
import type { Ask } from '../../src/sheets/doctor/ask.ts';
import {
  account,
  lying,
  refusal,
  refusesWhere,
  share,
  TAB,
  troubles,
  type Visit,
  visitOn,
} from './doctor-visit.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

let harness: StandInHarness;
afterEach(() => harness.close());

async function visit(options: Visit) {
  harness = await makeStandInHarness([TAB]);
  return visitOn(harness, options);
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

test('a note that is taken away is named by its key too: one of others that has the same id stays', async () => {
  const bodies: string[] = [];
  const through =
    (ask: Ask): Ask =>
    (method, path, body) => {
      bodies.push(JSON.stringify(body ?? {}));
      return ask(method, path, body);
    };
  await visit({ through });
  const lookups = bodies.flatMap((body) => [
    ...body.matchAll(
      /"deleteDeveloperMetadata":\{"dataFilter":\{"developerMetadataLookup":(\{.*?"metadataId":.*?)\}/g,
    ),
  ]);
  const unnamed = lookups.filter(([, lookup]) => !/"metadataKey":"par\.(doctor|anchor)"/.test(lookup ?? ''));
  expect([lookups.length > 0, unnamed.map(([, lookup]) => lookup)]).toEqual([true, []]);
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

test('an examination that holds tells people’s roles and the calls that it took', async () => {
  const before = share({ type: 'user', role: 'writer', emailAddress: account });
  const said = (await visit({ before })).map((finding) => describeFinding(finding, 'en'));
  expect(said).toContain('✔ The role of each person in the spreadsheet can be seen: owner 1, writer 1');
  expect(said.at(-1)).toMatch(
    /^✔ Google’s quota of a minute suffices \(reads \+ writes of this examination\): \d+ \+ \d+$/,
  );
});

const LOCALE = { properties: { title: 'Sổ', locale: 'fr_FR', timeZone: 'Europe/Paris' } };

test('a Google that tells no time is told as a clock that cannot be compared', async () => {
  const timeless: (ask: Ask) => Ask = (ask) => async (method, path, body) => {
    const result = await ask(method, path, body);
    return result.ok ? { ok: true, value: { body: result.value.body } } : result;
  };
  expect(troubles(await visit({ through: timeless }))).toEqual([
    '✘ Đồng hồ máy khớp với Google: no Date header. Hãy bật đồng bộ thời gian trên máy rồi thử lại.',
  ]);
});

test('a scratch tab that cannot be taken away again is told as what refused it', async () => {
  const through = refusesWhere(/"deleteSheet"/, 400, 'You are trying to edit a protected cell or object.');
  expect(troubles(await visit({ through }))).toEqual([
    expect.stringMatching(
      /^✘ Hệ thống được chỉnh sửa bảng tính: Vùng cần ghi đang được bảo vệ; chưa có gì được ghi\./,
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
