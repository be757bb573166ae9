import { expect, test } from 'vitest';
import { caseLines } from '../../../src/domain/messages/case-words.ts';

test('cases of the office are counted also where all passed; nothing is said where it has none', () => {
  const told = (passed: number, failed: number) =>
    caseLines({ passed, failed }).map(({ vi, en }) => [vi, en]);
  expect(told(0, 0)).toEqual([]);
  expect(told(1, 0)).toEqual([['1 tình huống kiểm thử quy tắc: đạt', '1 case of the office: passed']]);
  expect(told(3, 0)).toEqual([
    ['3 tình huống kiểm thử quy tắc: tất cả đều đạt', '3 cases of the office: all passed'],
  ]);
  expect(told(2, 1)).toEqual([
    ['3 tình huống kiểm thử quy tắc: 2 đạt, 1 không đạt', '3 cases of the office: 2 passed, 1 failed'],
  ]);
});
