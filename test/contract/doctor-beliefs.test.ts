import { afterEach, expect, test } from 'vitest';
import { ASSUMPTIONS, type Assumption } from '../../src/domain/doctor-finding.ts';
import { describeFinding } from '../../src/domain/messages/doctor-messages.ts';
import type { Ask } from '../../src/sheets/doctor/ask.ts';
import { lying, refusesWhere, TAB, visitOn } from './doctor-visit.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

let harness: StandInHarness | undefined;
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

const READ = { values: [['2']] };
const ABSENT = { metadataValue: 'somebody' };
/** What Google does otherwise, and how a person is told of it. */
interface Lie {
  readonly check: Assumption;
  readonly through: (ask: Ask) => Ask;
  readonly subject: string;
}

const NO_DELETION = refusesWhere(
  /"deleteDeveloperMetadata":\{"dataFilter":\{"developerMetadataLookup":\{"metadataId":\d+,"metadataKey":"par.doctor"\}/,
  400,
  'No metadata.',
);
const TAKEN = 'Invalid requests[2].createDeveloperMetadata: that ID already exists.';

const LIES: readonly Lie[] = [
  {
    check: 'text-stays-text',
    through: lying(/valueRenderOption=FORMULA/, READ),
    subject: 'Văn bản bắt đầu bằng = + - @ vẫn là văn bản',
  },
  {
    check: 'copy-keeps-text',
    through: lying(/valueRenderOption=FORMULA/, READ),
    subject: 'Sao chép giữ nguyên văn bản và ô trống',
  },
  {
    check: 'guard-refuses',
    through: lying(/"metadataValue":"second"/, {}),
    subject: 'Ghi lần thứ hai cho cùng một phiên bản bị từ chối toàn bộ',
  },
  {
    check: 'guard-refuses-at-once',
    through: lying(/"metadataValue":"run \d"/, {}),
    subject: 'Trong mười lần ghi cùng lúc cho một phiên bản, đúng một lần thành công',
  },
  {
    check: 'guard-read-back',
    through: lying(/GET .*developerMetadata/, ABSENT),
    subject: 'Phiên bản vừa ghi đọc lại được ngay',
  },
  {
    check: 'absent-guard',
    through: lying(/GET .*developerMetadata/, ABSENT),
    subject: 'Phiên bản chưa có thì đọc báo không tìm thấy',
  },
  { check: 'absent-metadata', through: NO_DELETION, subject: 'Xóa ghi chú không tồn tại được chấp nhận' },
  {
    check: 'grid-edge-refuses',
    through: lying(/"rowIndex":500/, {}),
    subject: 'Ghi ra ngoài trang tính bị từ chối toàn bộ',
  },
  {
    check: 'append-grows',
    through: lying(/valueRenderOption=UNFORMATTED/, READ),
    subject: 'Thêm dòng vào cuối thì trang tính tự mở rộng',
  },
  {
    check: 'number-look',
    through: lying(/valueRenderOption=FORMATTED/, { values: [['47.45']] }),
    subject: 'Số hiển thị đúng dấu thập phân của bảng tính',
  },
  {
    check: 'sheet-id-kept',
    through: lying(/sheets\.properties\.sheetId/, { sheets: [] }),
    subject: 'Mã trang tính do ta chọn được giữ nguyên',
  },
  {
    check: 'held-line',
    through: refusesWhere(/"deleteDeveloperMetadata".*"ours"/, 400, TAKEN),
    subject: 'Ghi kèm điều kiện về vị trí dòng được chấp nhận khi dòng còn ở chỗ cũ',
  },
  {
    check: 'line-put-in',
    through: lying(/"deleteDeveloperMetadata".*"ours"/, {}),
    subject: 'Chèn dòng phía trên thì lần ghi theo vị trí cũ bị từ chối toàn bộ',
  },
  {
    check: 'line-moved',
    through: lying(/"deleteDeveloperMetadata".*"ours"/, {}),
    subject: 'Di chuyển dòng thì lần ghi theo vị trí cũ bị từ chối toàn bộ',
  },
  {
    check: 'rows-sorted',
    through: lying(/"deleteDeveloperMetadata".*"ours"/, {}),
    subject: 'Sắp xếp các dòng thì lần ghi theo vị trí cũ bị từ chối toàn bộ',
  },
];

test('every belief about Google is tried by a Google that does otherwise', () => {
  expect(LIES.map(({ check }) => check).toSorted()).toEqual(ASSUMPTIONS.toSorted());
});

test.each(LIES)('a Google for which $check does not hold is told as not to be used', async (lie) => {
  const { check, through, subject } = lie;
  harness = await makeStandInHarness([TAB]);
  const failing = (await visitOn(harness, { through })).find((finding) => finding.check === check);
  const [vi, en] = (['vi', 'en'] as const).map((language) => failing && describeFinding(failing, language));
  expect(failing?.kind).toBe('fails');
  const [begin, end] = [
    `✘ ${subject}: `,
    '. Google xử lý khác với điều hệ thống dựa vào. Chưa nên dùng chính thức; hãy gửi kết quả này cho quản trị viên.',
  ];
  expect([vi?.slice(0, begin.length), vi?.slice(-end.length)]).toEqual([begin, end]);
  expect(en).toMatch(
    /^✘ .*\. Google behaves differently from what the system relies on\. Do not use it officially yet; send this to the administrator\.$/,
  );
});
