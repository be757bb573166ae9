import { expect, test } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import { describeIssue } from '../../src/domain/messages/describe-issue.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { renderControlWorkbook } from '../../src/workbook/render-control-workbook.ts';
import { sampleInput } from '../jobs/sample.ts';

const TITLE = 'Thẩm định – huyen';

/** The sample of nine districts, its appraisal as somebody changed it. */
async function issuesWith(change: (grid: Grid) => Grid) {
  const tabs = renderControlWorkbook(await sampleInput('binh-duong-2017'), 'vi').map(
    ({ key, title, content }): InputTab => {
      const grid = content.rows.map((row) => row.map(({ value }) => value));
      return { key, title, grid: title === TITLE ? change(grid) : grid };
    },
  );
  return parseControlWorkbook(tabs).issues;
}

const rename = (names: ReadonlyMap<string, string>) => (grid: Grid) =>
  grid.map((row) => row.map((cell) => names.get(String(cell)) ?? cell));

test('a row whose code and name are those of two units is refused, because whose marks it holds is not clear', async () => {
  const issues = await issuesWith(
    rename(
      new Map([
        ['Huyện Bàu Bàng', 'Huyện Phú Giáo'],
        ['Huyện Phú Giáo', 'Huyện Bàu Bàng'],
      ]),
    ),
  );
  const wrong = { code: 'name-of-another', location: { tab: TITLE, cell: expect.stringMatching(/^B\d+$/) } };
  expect(issues).toEqual([
    { ...wrong, given: expect.any(String), unit: expect.any(String), unitId: expect.any(String) },
    { ...wrong, given: expect.any(String), unit: expect.any(String), unitId: expect.any(String) },
  ]);
  expect(issues.map((issue) => describeIssue(issue, 'vi').problem).toSorted()).toEqual([
    'Tên ở dòng này là “Huyện Bàu Bàng” nhưng mã PG là của Huyện Phú Giáo; không rõ điểm của dòng là của đơn vị nào.',
    'Tên ở dòng này là “Huyện Phú Giáo” nhưng mã BB là của Huyện Bàu Bàng; không rõ điểm của dòng là của đơn vị nào.',
  ]);
});

test('a name that no unit bears, one in other letters, and no name at all are no contradiction', async () => {
  const names = ['Bàu Bàng (mới)', 'HUYỆN  BÀU BÀNG', 'Huyện Bàu Bàng'.normalize('NFD'), ''];
  const found = await Promise.all(
    names.map((name) => issuesWith(rename(new Map([['Huyện Bàu Bàng', name]])))),
  );
  expect(found).toEqual(names.map(() => []));
});
