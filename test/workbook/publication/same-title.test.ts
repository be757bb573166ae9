import { expect, test } from 'vitest';
import { saysTitle } from '../../../src/workbook/publication/same-title.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

test.each([
  ['the title itself', RANKING, true],
  ['a number where the title was taken', `${RANKING} (2)`, true],
  ['other signs between the same letters', 'Xếp hạng - Huyện, thị xã, thành phố', true],
  ['as much as an .xlsx holds', RANKING.slice(0, 31), true],
  ['as much as an .xlsx holds, with a sign that it was cut', `${RANKING.slice(0, 30)}…`, true],
  ['the title of another tab', 'Xếp hạng – Xã, phường, thị trấn', false],
  ['only its beginning, which several tabs have', 'Xếp hạng', false],
  ['the title with something more', `${RANKING} (dự thảo)`, false],
  ['nothing', '', false],
])('of a tab’s title, %s is told apart', (_, found, isSaid) => {
  expect(saysTitle(found, RANKING)).toBe(isSaid);
});
