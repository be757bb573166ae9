import { expect, test } from 'vitest';
import type { CellStyle } from '../../../src/domain/cell-style.ts';
import type { Content } from '../../../src/domain/content.ts';
import type { Grid } from '../../../src/domain/grid.ts';
import { planStandingTab, type TabPlan } from '../../../src/workbook/output/plan-tab.ts';
import { STYLES } from '../../../src/workbook/output/styles.ts';
import { aTab, HOLDING, standingAfter, written } from './written-tab.ts';

const STATUS_ROW = 2;
const ROWS: Grid = [
  ['title', null],
  ['subtitle', null],
  ['CURRENT · 1', null],
  ['Đơn vị', 'Điểm'],
  ['a', 1],
  ['b', 2],
];

function aContent(rows: Grid, style: CellStyle = STYLES.text): Content {
  return {
    rows: rows.map((row) => row.map((value) => ({ value, style }))),
    columnWidths: [100, 100],
    frozenRows: 4,
    frozenColumns: 0,
    headerRow: 3,
  };
}

/** The plan for a tab that holds a grid where it was written with the usual rows, under anchors of this run. */
function plan(grid: Grid, content: Content): TabPlan {
  const standing = standingAfter(aTab(aContent(ROWS)), { grid });
  const first = planStandingTab(aTab(content), standing, HOLDING);
  if (first.unheld.length === 0) return first;
  return planStandingTab(aTab(content), standing, { ...HOLDING, anchored: new Map([[7, first.unheld]]) });
}

/** Row, number of rows, and whether their looks stand, of each block that is written. */
function blocksOf({ changes }: TabPlan) {
  return written(changes).map(({ row, rows, looksStand = false }) => [row, rows.length, looksStand]);
}

test('where a tab stands as it was written, the status line and values of rows that differ are written, nothing else', () => {
  const changed = aContent(ROWS.with(5, ['b', 3]));
  expect(blocksOf(plan(ROWS, changed))).toEqual([
    [STATUS_ROW, 1, false],
    [5, 1, true],
  ]);
});

test('a row that has to look different is written with its look, even when it holds the same', () => {
  const content = aContent(ROWS);
  const bold = { ...content, rows: content.rows.with(4, aContent(ROWS, STYLES.total).rows[4] ?? []) };
  expect(blocksOf(plan(ROWS, bold))).toEqual([
    [STATUS_ROW, 1, false],
    [4, 1, false],
  ]);
});

test('where somebody typed over a cell or sorted rows, everything is written, looks included', () => {
  const changed = aContent(ROWS.with(5, ['b', 3]));
  expect(blocksOf(plan(ROWS.with(4, ['a', 100]), changed))).toEqual([[0, 6, false]]);
  expect(blocksOf(plan([...ROWS.slice(0, 4), ['b', 2], ['a', 1]], changed))).toEqual([[0, 6, false]]);
});

test('a record that does not fit the values lets everything be written', () => {
  const standing = standingAfter(aTab(aContent(ROWS)), { record: { figures: 'of other values' } });
  const planned = planStandingTab(aTab(aContent(ROWS.with(5, ['b', 3]))), standing, HOLDING);
  expect(blocksOf(planned)).toEqual([[0, 6, false]]);
});
