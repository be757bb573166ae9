import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import type { IssueCode } from '../../src/domain/issue.ts';
import type { Language } from '../../src/domain/language.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { HEAD_HEIGHT } from '../../src/workbook/marks-shape.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { renderControlWorkbook } from '../../src/workbook/render-control-workbook.ts';
import { isInputKey } from '../../src/workbook/tab-key.ts';
import { periods } from './period-arbitraries.ts';

const languages = fc.constantFrom<Language>('vi', 'en');

function workbookOf(input: PeriodInput, language: Language): readonly InputTab[] {
  return renderControlWorkbook(input, language).map(({ key, title, content }) => ({
    key,
    title,
    grid: content.rows.map((row) => row.map((cell) => cell.value)),
  }));
}

const WORTH_A_REMARK: ReadonlySet<IssueCode> = new Set([
  'group-without-units',
  'classes-without-units',
  'level-without-classes',
  'nothing-to-attain',
  'zero-maximum',
  'marks-like-shares',
  'column-of-other-basis',
  'column-without-criterion',
  'part-exceeds-whole',
  'rate-over-whole',
  'award-over-max',
  'award-under-max',
  'awards-up-and-down',
]);

/** What does not keep a sound period from being scored, and is worth a look. */
const remarks = (tabs: readonly InputTab[]) =>
  parseControlWorkbook(tabs).issues.filter(({ code }) => !WORTH_A_REMARK.has(code));

test.prop([periods, languages])(
  'what is rendered is read back as it was, in both languages',
  (input, language) => {
    const tabs = workbookOf(input, language);
    expect(remarks(tabs)).toEqual([]);
    expect(parseControlWorkbook(tabs)).toMatchObject({ ok: true });
    const outcome = parseControlWorkbook(tabs);
    expect(outcome.ok && outcome.value).toEqual(input);
  },
);

test.prop([periods, languages])(
  'every rendered tab is a rectangle below a frozen heading',
  (input, language) => {
    for (const { key, content } of renderControlWorkbook(input, language)) {
      expect(isInputKey(key)).toBe(true);
      expect(new Set(content.rows.map((row) => row.length)).size).toBe(1);
      expect(content.frozenRows).toBeGreaterThan(0);
    }
  },
);

/** What staff do to a tab: text above, own columns and rows, columns in another order, decomposed letters. */
function disturbed(grid: Grid, seed: number): Grid {
  const width = grid[0]?.length ?? 0;
  const order = Array.from({ length: width }, (_, column) => column).toSorted(
    (a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5) || a - b,
  );
  const moved = grid.flatMap((row, index) => {
    const cells = order.map((column) => row[column] ?? null);
    const retyped = cells.map((cell) => (typeof cell === 'string' ? ` ${cell.normalize('NFD')} ` : cell));
    const own = index % 3 === seed % 3 ? 'ghi chú' : null;
    const withOwn = [own, ...retyped, false, index + 0.75];
    return index % 4 === 3 ? [[], withOwn] : [withOwn];
  });
  return [['Bảng do Sở Nội vụ lập'], [], ['Cập nhật', 45_000], ...moved, [], ['Tổng số']];
}

test.prop([periods, languages, fc.nat(100)])(
  'staff may insert rows and columns, reorder columns and tabs, and retitle tabs: nothing changes',
  (input, language, seed) => {
    const tabs = workbookOf(input, language)
      .map((tab) => ({ ...tab, title: `Bảng ${seed}`, grid: disturbed(tab.grid, seed) }))
      .toReversed();
    expect(remarks(tabs)).toEqual([]);
    const outcome = parseControlWorkbook(tabs);
    expect(outcome.ok && outcome.value).toEqual(input);
  },
);

test.prop([periods, languages])('the order of the rows of a matrix changes nothing', (input, language) => {
  const tabs = workbookOf(input, language).map((tab) => {
    if (tab.key.kind !== 'marks') return tab;
    return { ...tab, grid: [...tab.grid.slice(0, HEAD_HEIGHT), ...tab.grid.slice(HEAD_HEIGHT).toReversed()] };
  });
  const outcome = parseControlWorkbook(tabs);
  expect(outcome.ok && outcome.value).toEqual(input);
});

test.prop([periods])('headers and words of the other language are read all the same', (input) => {
  const english = new Map(workbookOf(input, 'en').map((tab) => [JSON.stringify(tab.key), tab]));
  const mixed = workbookOf(input, 'vi').map((tab, index) =>
    index % 2 === 0 ? (english.get(JSON.stringify(tab.key)) ?? tab) : tab,
  );
  const outcome = parseControlWorkbook(mixed);
  expect(outcome.ok && outcome.value).toEqual(input);
});
