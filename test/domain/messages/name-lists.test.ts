import { expect, test } from 'vitest';
import { joinNames, withArticle } from '../../../src/domain/messages/name-lists.ts';
import { ordinal } from '../../../src/domain/messages/ordinals.ts';

test.each([
  [[], '', ''],
  [['A'], 'A', 'A'],
  [['A', 'B'], 'A và B', 'A and B'],
  [['A', 'B', 'C'], 'A, B và C', 'A, B and C'],
  [['Sở A, B', 'Sở C', 'Sở D'], 'Sở A, B; Sở C và Sở D', 'Sở A, B; Sở C and Sở D'],
])('names stand in a row as a sentence holds them: %j', (names, vi, en) => {
  expect([joinNames(names, 'vi'), joinNames(names, 'en')]).toEqual([vi, en]);
});

test.each([
  [1, 'thứ nhất', 'first'],
  [4, 'thứ tư', 'fourth'],
  [6, 'thứ sáu', 'sixth'],
  [10, 'thứ mười', 'tenth'],
  [11, 'thứ 11', '11th'],
  [12, 'thứ 12', '12th'],
  [21, 'thứ 21', '21st'],
  [22, 'thứ 22', '22nd'],
  [33, 'thứ 33', '33rd'],
  [111, 'thứ 111', '111th'],
  [112, 'thứ 112', '112th'],
])('place %i is %s, in English %s', (number, vi, en) => {
  expect(ordinal(number)).toEqual({ vi, en });
});

test.each([
  ['Department of Health', 'the Department of Health'],
  ['Provincial Inspectorate', 'the Provincial Inspectorate'],
  ['Industrial Parks Authority', 'the Industrial Parks Authority'],
  ['Thủ Dầu Một City', 'Thủ Dầu Một City'],
  ['Hòa Phú Ward', 'Hòa Phú Ward'],
])('in an English sentence %s is %s', (name, expected) => {
  expect(withArticle(name)).toBe(expected);
});
