import { fc, test } from '@fast-check/vitest';
import { expect, test as once } from 'vitest';
import { analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { publishableResults, publishedFigures } from '../../../src/jobs/publication/render-publication.ts';
import { gridOfTab, type OutputTab } from '../../../src/workbook/output/output-tab.ts';
import { figureChanges } from '../../../src/workbook/publication/figure-changes.ts';
import { VIETNAMESE } from '../output/group-views.ts';
import { aProfiledYear } from '../output/profiles/profile-pages.ts';

const input = aProfiledYear();
const scoreboard = scorePeriod(input);
const analysis = analysePeriod(input, scoreboard, { results: [], links: [] });
const tabs = publishableResults(publishedFigures({ input, scoreboard, analysis }, VIETNAMESE), '');

interface Place {
  readonly tab: OutputTab;
  readonly row: number;
  readonly column: number;
}

/** Cells that hold anything, but the line of the release and what a unit's own line of the corrections tells. */
const places: readonly Place[] = tabs.flatMap((tab) =>
  tab.content.rows.flatMap((cells, row) =>
    cells.flatMap(({ value }, column) => {
      const header = tab.content.rows[4]?.[column]?.value ?? '';
      const isTold = tab.key.startsWith('ranking') && /^(Hạng|Chỉ số \(%\)|Xếp loại)$/.test(String(header));
      return value === null || value === '' || row === 2 || isTold ? [] : [{ tab, row, column }];
    }),
  ),
);

test.prop([fc.constantFrom(...places), fc.oneof(fc.constant('KHÁC'), fc.constant(-7), fc.constant(null))])(
  'whatever cell of a published tab is not as it was, its old content is told',
  ({ tab, row, column }, was) => {
    const published = gridOfTab(tab).map((cells, each) => (each === row ? cells.with(column, was) : cells));
    const now = tab.content.rows[row]?.[column]?.value ?? null;
    const found = figureChanges(tab, published);
    expect(found.map(({ before }) => before)).toContain(was);
    expect(found.map(({ after }) => after)).toContain(now);
  },
);

test.prop([fc.constantFrom(...tabs)])('a tab that is as it was has no changes', (tab) => {
  expect(figureChanges(tab, gridOfTab(tab))).toEqual([]);
});

once('a unit that moved to another line of a ranking changed no figure by that', () => {
  const ranking = tabs.find(({ key }) => key.startsWith('ranking'));
  if (ranking === undefined) throw new Error('no ranking');
  const grid = gridOfTab(ranking);
  const moved = [...grid.slice(0, 5), ...grid.slice(5, 8).toReversed(), ...grid.slice(8)];
  expect(moved).not.toEqual(grid);
  expect(figureChanges(ranking, moved)).toEqual([]);
});

once('of a table that became a column wider, the figures that stayed are not told', () => {
  const byField = tabs.find(({ key }) => key.startsWith('by-field'));
  if (byField === undefined) throw new Error('no results by field');
  const grid = gridOfTab(byField);
  const narrower = grid.map((cells) => cells.toSpliced(4, 1));
  const found = figureChanges(byField, narrower);
  expect(new Set(found.map(({ before }) => before))).toEqual(new Set([null]));
  const added = grid.map((cells) => cells[4] ?? null).filter((cell) => cell !== null && cell !== '');
  expect(found.map(({ after }) => after).toSorted()).toEqual(added.toSorted());
});
