import { expect, test } from 'vitest';
import { describeSpreadsheetFailure } from '../../src/domain/messages/spreadsheet-error-messages.ts';
import type { SpreadsheetFailure } from '../../src/domain/spreadsheet-failure.ts';

const account = 'par-index@du-an.iam.gserviceaccount.com';

/** One of every kind and variant: a new one breaks this list before it reaches a person without a sentence. */
const FAILURES: readonly SpreadsheetFailure[] = [
  { kind: 'not-found' },
  { kind: 'forbidden', reason: 'not-shared' },
  { kind: 'forbidden', reason: 'missing-scope' },
  { kind: 'forbidden', reason: 'service-disabled' },
  { kind: 'sharing-refused', reason: 'organisation-policy' },
  { kind: 'sharing-refused', reason: 'no-such-account' },
  { kind: 'sharing-refused', reason: 'not-allowed' },
  { kind: 'protected-range', cells: [{ tab: 'Xếp hạng' }], owners: ['chu@tinh.gov.vn'] },
  { kind: 'protected-range' },
  { kind: 'rate-limited', quota: 'writes', perMinute: 60, retryAt: '10:42' },
  { kind: 'rate-limited', quota: 'requests' },
  { kind: 'unavailable' },
  { kind: 'too-large', limit: 'cells' },
  { kind: 'too-large', limit: 'columns' },
  { kind: 'too-large', limit: 'cell-text' },
  { kind: 'too-large', limit: 'request' },
  { kind: 'bad-request', detail: 'Invalid JSON payload' },
  { kind: 'unauthenticated' },
  { kind: 'conflict', detail: 'No grid with id: 7' },
  { kind: 'unknown-outcome' },
  { kind: 'cancelled' },
];

test('every failure has a sentence of its own in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const sentences = FAILURES.map((failure) => describeSpreadsheetFailure(failure, language));
    expect(new Set(sentences).size).toBe(FAILURES.length);
    expect(sentences.filter((sentence) => !/[^\s.]/u.test(sentence))).toEqual([]);
  }
});

test('a spreadsheet that is not shared is told with the address to share it with', () => {
  expect(describeSpreadsheetFailure({ kind: 'not-found' }, 'vi', { account })).toBe(
    `Không tìm thấy bảng tính, hoặc bảng tính chưa được chia sẻ. Hãy chia sẻ bảng tính với ${account}, quyền Người chỉnh sửa, rồi thử lại.`,
  );
  expect(describeSpreadsheetFailure({ kind: 'not-found' }, 'en', { account })).toBe(
    `The spreadsheet was not found, or it is not shared. Share the spreadsheet with ${account}, as Editor, then try again.`,
  );
});

test('a used-up quota is told with the limit and the time to come back', () => {
  const failure = { kind: 'rate-limited', quota: 'writes', perMinute: 60, retryAt: '10:42' } as const;
  expect(describeSpreadsheetFailure(failure, 'vi')).toBe(
    'Đã đạt giới hạn 60 lượt ghi mỗi phút của Google. Hãy thử lại lúc 10:42.',
  );
  expect(describeSpreadsheetFailure(failure, 'en')).toBe(
    'Google’s limit of 60 writes a minute was reached. Try again at 10:42.',
  );
});

test('a protected range is told with its cells, its description and those who may lift it', () => {
  const cells = [{ tab: 'Xếp hạng', range: 'B2:D10', description: 'Đã chốt' }];
  const failure = { kind: 'protected-range', cells, editors: ['a@tinh.gov.vn', 'b@tinh.gov.vn'] } as const;
  expect(describeSpreadsheetFailure(failure, 'vi', { account })).toBe(
    `Vùng B2:D10 của trang tính “Xếp hạng” (“Đã chốt”) đang được bảo vệ; chưa có gì được ghi. Hãy nhờ a@tinh.gov.vn và b@tinh.gov.vn bỏ bảo vệ, hoặc thêm ${account} vào danh sách được chỉnh sửa, rồi thử lại.`,
  );
  expect(describeSpreadsheetFailure(failure, 'en', { account })).toBe(
    `B2:D10 in the tab “Xếp hạng” (“Đã chốt”) is protected; nothing was written. Ask a@tinh.gov.vn and b@tinh.gov.vn to remove the protection, or to add ${account} to those who may edit it; then try again.`,
  );
});

test('where Google tells no editors, the owner is whom to ask, and of many protections three are named', () => {
  const cells = ['Một', 'Hai', 'Ba', 'Bốn'].map((tab) => ({ tab }));
  const failure = { kind: 'protected-range', cells, owners: ['chu@tinh.gov.vn'] } as const;
  expect(describeSpreadsheetFailure(failure, 'vi', { account })).toBe(
    `Trang tính “Một”, trang tính “Hai”, trang tính “Ba” và 1 vùng khác đang được bảo vệ; chưa có gì được ghi. Hãy nhờ chủ sở hữu bảng tính (chu@tinh.gov.vn) bỏ bảo vệ, hoặc thêm ${account} vào danh sách được chỉnh sửa, rồi thử lại.`,
  );
  expect(describeSpreadsheetFailure({ kind: 'protected-range' }, 'en')).toBe(
    'The range to write is protected; nothing was written. Ask the owner of the spreadsheet to remove the protection, or to add the service account to those who may edit it; then try again.',
  );
});
