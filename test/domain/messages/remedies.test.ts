import { expect, test } from 'vitest';
import type { Issue } from '../../../src/domain/issue.ts';
import { describeIssue } from '../../../src/domain/messages/describe-issue.ts';
import { RANKING_NOTES } from '../../../src/domain/messages/ranking-notes.ts';

const location = { tab: 'Thẩm định', cell: 'A2' };
const remedies = (issue: Issue) => (['vi', 'en'] as const).map((each) => describeIssue(issue, each).remedy);
const unknown = (given: string) => remedies({ location, code: 'unknown-code', given, referent: 'unit' });

test('a letter of another script in a code is named, because it cannot be seen', () => {
  expect(unknown('TDМ')).toEqual([
    expect.stringMatching(
      / Chữ “М” trong mã là chữ Kirin \(Cyrillic\) trông giống chữ Latinh: xóa rồi gõ lại\.$/,
    ),
    expect.stringMatching(
      / The letter “М” in it is Cyrillic and only looks like a Latin one: delete it and type it again\.$/,
    ),
  ]);
  expect(unknown('Αbc')[1]).toContain('is Greek');
  expect(unknown('Ｂ')[1]).toContain('is full-width');
  expect(unknown('Đông Hòa')[1]).not.toContain('looks like');
});

test('a formula without a stored result is to be saved again by a program that computes it', () => {
  expect(remedies({ location, code: 'not-a-number', given: '=B2+C2' })).toEqual([
    'Mở tệp bằng Excel rồi lưu lại để có kết quả; hoặc nhập thẳng một số.',
    'Open the file in Excel and save it again, so that the result is stored; or enter a number.',
  ]);
  expect(remedies({ location, code: 'not-a-number', given: 'x' })[1]).toMatch(/^Enter a number/);
});

test('one penalty point is one', () => {
  expect([RANKING_NOTES.deducted('1').en, RANKING_NOTES.deducted('1.5').en]).toEqual([
    '1 penalty point taken from criteria or fields',
    '1.5 penalty points taken from criteria or fields',
  ]);
});

test('a code with a character that cannot be seen is told to be typed again', () => {
  const issue = {
    location: { tab: 'x', cell: 'A2' },
    code: 'unknown-code',
    given: 'X1\u200b',
    referent: 'listed-unit',
  } as const;
  expect(describeIssue(issue, 'vi').remedy).toMatch(
    /ký tự không nhìn thấy, thường do sao chép: xóa cả ô rồi gõ lại\.$/,
  );
  expect(describeIssue(issue, 'en').remedy).toMatch(
    /cannot be seen, mostly from copying: clear the cell and type it again\.$/,
  );
});
