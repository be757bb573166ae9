import { expect, test } from 'vitest';
import { tabTitles } from '../../../../src/local/stand-in/drive/export-xlsx/tab-titles.ts';
import { newSheet } from '../../../../src/local/stand-in/model/new-sheet.ts';

const titlesOf = (...titles: readonly string[]) => [
  ...tabTitles(titles.map((title, index) => newSheet(index, title, {}))).values(),
];

test('a title that fits keeps its letters, whatever a longer one would become', () => {
  const [long, short] = ['x'.repeat(40), 'x'.repeat(31)];
  expect(titlesOf(long, short)).toEqual([`${'x'.repeat(27)} (2)`, short]);
});

test('titles that would be the same in whatever case are told apart by a number', () => {
  expect(titlesOf('a/b', 'A:B', 'ab')).toEqual(['ab (2)', 'AB (3)', 'ab']);
});

test('what is left without letters is called as a new tab is; one word belongs to another program', () => {
  expect(titlesOf('a', '[?]', "'b'", 'History')).toEqual(['a', 'Sheet2', 'b', 'History (2)']);
});

test('a title is not cut in the middle of a letter that takes two places', () => {
  expect(titlesOf(`${'x'.repeat(30)}🌵`)).toEqual(['x'.repeat(30)]);
});
