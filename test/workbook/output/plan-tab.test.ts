import { expect, test } from 'vitest';
import type { CellStyle } from '../../../src/domain/cell-style.ts';
import type { Content } from '../../../src/domain/content.ts';
import type { Grid } from '../../../src/domain/grid.ts';
import { digestOfRow } from '../../../src/workbook/output/placement/row-digest.ts';
import { planNewTab, planStaleBanner, planStandingTab } from '../../../src/workbook/output/plan-tab.ts';
import { STYLES } from '../../../src/workbook/output/styles.ts';
import { aTab, HOLDING, recordIn, standingAfter, written } from './written-tab.ts';

const STATUS_ROW = 2;

/** A tab of the given rows; the third one is its status line, the fourth its headers. */
function aContent(rows: Grid, style: CellStyle = STYLES.text): Content {
  return {
    rows: rows.map((row) => row.map((value) => ({ value, style }))),
    columnWidths: (rows[0] ?? []).map((_, column) => 100 + column),
    frozenRows: 4,
    frozenColumns: 0,
    headerRow: 3,
  };
}

const ROWS: Grid = [
  ['title', null],
  ['subtitle', null],
  ['CURRENT · 1', null],
  ['Đơn vị', 'Điểm'],
  ['a', 1],
  ['b', 2],
];
const TAB = aTab(aContent(ROWS), { results: 'hash 1' });

/** The plan for a tab whose lines are held, by anchors of this run where the record's do not suffice. */
function planAgain(grid: Grid, content = aContent(ROWS), results = 'hash 1') {
  const [tab, standing] = [aTab(content, { results }), standingAfter(TAB, { grid })];
  const plan = planStandingTab(tab, standing, HOLDING);
  if (plan.unheld.length === 0) return plan;
  return planStandingTab(tab, standing, { ...HOLDING, anchored: new Map([[7, plan.unheld]]) });
}

test('a tab that holds what it should is not written', () => {
  expect(planStandingTab(TAB, standingAfter(TAB), HOLDING)).toMatchObject({
    changes: [],
    isRewritten: false,
  });
});

test('another status line alone is no reason to write', () => {
  const later = aTab(aContent(ROWS.with(STATUS_ROW, ['CURRENT · 2', null])), { results: 'hash 1' });
  expect(planStandingTab(later, standingAfter(TAB), HOLDING).changes).toEqual([]);
});

test('other results that look the same are told: the status line is written, and only that', () => {
  const later = aContent(ROWS.with(STATUS_ROW, ['CURRENT · 2', null]));
  const plan = planAgain(ROWS, later, 'hash 2');
  expect(written(plan.changes)).toEqual([
    {
      kind: 'write-cells',
      sheetId: 7,
      row: STATUS_ROW,
      column: 0,
      rows: [[{ value: 'CURRENT · 2', style: STYLES.current }]],
    },
  ]);
  expect([plan.isRewritten, recordIn(plan.changes)]).toMatchObject([
    true,
    { results: 'hash 2', status: 'CURRENT · 2' },
  ]);
});

test('a tab whose looks changed is written although its values did not', () => {
  const [change] = written(planAgain(ROWS, aContent(ROWS, STYLES.total)).changes);
  expect(change?.rows[4]?.[0]).toEqual({ value: 'a', style: STYLES.total });
});

test('widths and frozen rows are set once, then again only when the layout changes', () => {
  const layOut = (content: Content) =>
    planAgain(ROWS, content).changes.find((change) => change.kind === 'lay-out');
  expect(layOut(aContent(ROWS.with(4, ['a', 3])))).toMatchObject({ columnWidths: [] });
  expect(layOut(aContent(ROWS.with(4, ['a', 3])))).not.toHaveProperty('frozenRows');
  expect(layOut({ ...aContent(ROWS), columnWidths: [50, 60] })).toMatchObject({
    columnWidths: [50, 60],
    frozenRows: 4,
    frozenColumns: 0,
  });
});

test('rows that a shorter content no longer fills are emptied and stay ours; a column that it lacks is given up', () => {
  const wide: Grid = [...ROWS.map((row, r) => [...row, r === 3 ? 'Cũ' : 'old']), ['gone', 9, 'old']];
  const standing = standingAfter(aTab(aContent(wide)));
  const { changes } = planStandingTab(TAB, standing, HOLDING);
  const values = written(changes)[0]?.rows.map((row) => row.map(({ value }) => value));
  expect(values).toEqual([...ROWS.map((row) => [...row, null]), [null, null, null]]);
  expect(recordIn(changes)).toMatchObject({ rows: 6, spare: 1, keys: ['Đơn vị', 'Điểm'], columns: [0, 1] });
});

test('a longer content first fills the rows that a shorter one emptied, then puts rows in', () => {
  const shrunk = standingAfter(TAB, { record: { spare: 1 }, grid: [...ROWS, [], ['của phòng']] });
  const longer = aContent([...ROWS, ['c', 3], ['d', 4], ['e', 5]]);
  const { changes } = planStandingTab(aTab(longer), shrunk, HOLDING);
  expect(changes.filter(({ kind }) => kind === 'insert-lines')).toEqual([
    { kind: 'insert-lines', sheetId: 7, dimension: 'rows', at: 7, count: 2 },
  ]);
  expect(written(changes).map(({ row, rows }) => [row, rows.length])).toEqual([[0, 9]]);
});

test('emptied rows that somebody uses are no longer ours', () => {
  const used = standingAfter(TAB, { record: { spare: 2 }, grid: [...ROWS, ['của phòng']] });
  const { changes } = planStandingTab(aTab(aContent([...ROWS, ['c', 3]])), used, HOLDING);
  expect(changes).toContainEqual({ kind: 'insert-lines', sheetId: 7, dimension: 'rows', at: 6, count: 1 });
});

test('a new column is put in after the one before it, and the columns of staff keep their cells', () => {
  const grid: Grid = ROWS.map(([first = null, ...rest]) => [first, 'của phòng', ...rest]);
  const more = aContent(
    ROWS.map(([first = null, ...rest], row) => [first, row === 3 ? 'Thưởng' : null, ...rest]),
  );
  const { changes } = planAgain(grid, more);
  expect(changes).toContainEqual({ kind: 'insert-lines', sheetId: 7, dimension: 'columns', at: 1, count: 1 });
  expect(written(changes).map(({ column, rows }) => [column, rows[3]?.map(({ value }) => value)])).toEqual([
    [0, ['Đơn vị', 'Thưởng']],
    [3, ['Điểm']],
  ]);
});

test('a figure that somebody typed over is written again', () => {
  const plan = planAgain(ROWS.with(4, ['a', 100]));
  expect([written(plan.changes).length, plan.isRewritten]).toEqual([1, true]);
});

/** Two points of one unit whose rows have one digest: there are only 24 bits for each half of a row. */
function alike(): readonly [number, number] {
  const seen = new Map<string, number>();
  for (let points = 1; ; points += 1) {
    const digest = digestOfRow(['b', points]);
    const other = seen.get(digest);
    if (other !== undefined) return [other, points];
    seen.set(digest, points);
  }
}

test('a figure that changed is written also when its row’s digest is the same', () => {
  const [before, after] = alike();
  const [old, now] = [ROWS.with(5, ['b', before]), ROWS.with(5, ['b', after])];
  const standing = standingAfter(aTab(aContent(old), { results: 'hash 1' }));
  const plan = planStandingTab(aTab(aContent(now), { results: 'hash 1' }), standing, HOLDING);
  expect(plan.isRewritten).toBe(true);
  const altered = { ...standing, grid: now };
  expect(planStandingTab(aTab(aContent(old), { results: 'hash 1' }), altered, HOLDING).isRewritten).toBe(
    true,
  );
});

test('cells that staff added beside and below, and the order in which they sorted, are no reason to write', () => {
  const beside = [...ROWS.map((row) => [...row, 'ghi chú']), ['của phòng']];
  expect(planAgain(beside).changes).toEqual([]);
  expect(planAgain([...ROWS.slice(0, 4), ['b', 2], ['a', 1]]).changes).toEqual([]);
});

test('rows that staff put in above and inside are neither written nor moved', () => {
  const grid: Grid = [['của phòng'], ...ROWS.slice(0, 5), ['ở giữa', 'x'], ...ROWS.slice(5)];
  expect(planAgain(grid).changes).toEqual([]);
  const { changes } = planAgain(grid, aContent(ROWS.with(4, ['a', 3])));
  expect(written(changes).map(({ row, rows }) => [row, rows.length])).toEqual([
    [1, 5],
    [7, 1],
  ]);
});

test('headers in another language are the same columns', () => {
  const english = aContent(ROWS.with(3, ['Unit', 'Points']));
  expect(planAgain(ROWS, english).changes.filter(({ kind }) => kind === 'insert-lines')).toEqual([]);
});

test('a tab in which nothing of ours is left is written anew, above whatever stands there', () => {
  const { changes } = planAgain([['của phòng'], ['x', 'y']]);
  expect(changes[0]).toEqual({ kind: 'insert-lines', sheetId: 7, dimension: 'rows', at: 0, count: 6 });
  expect(written(changes).map(({ row, column }) => [row, column])).toEqual([[0, 0]]);
});

test('what a layout lays over cells goes where the cells are, and replaces what it laid before', () => {
  const area = { top: 4, left: 1, height: 2, width: 1 };
  const scales = [{ area, low: { colour: '#ffffff' }, high: { colour: '#000000' } }];
  const before = aTab({ ...aContent(ROWS), scales, filter: { top: 3, left: 0, height: 3, width: 2 } });
  const moved: Grid = [['của phòng'], ...ROWS.map((row) => [null, ...row])];
  const standing = standingAfter(before, { grid: moved });
  const now = { ...before.content, rows: aContent(ROWS.with(4, ['a', 3])).rows };
  const { changes } = planStandingTab(aTab(now), standing, HOLDING);
  const placed = { top: 5, left: 2, height: 2, width: 1 };
  expect(changes.find(({ kind }) => kind === 'lay-out')).toMatchObject({
    scales: [{ area: placed }],
    filter: { top: 4, left: 1, height: 3, width: 2 },
    ruledBefore: [{ ...placed, by: 'scale' }],
  });
});

const WHY = {
  state: 'stale',
  cause: 'errors 1',
  bannerOf: (line: string) => `NOT CURRENT, was: ${line}`,
} as const;

test('the banner over figures that are not current looks like a warning and keeps their line', () => {
  const { changes } = planStaleBanner(standingAfter(TAB), WHY, HOLDING);
  expect(written(changes)).toEqual([
    {
      kind: 'write-cells',
      sheetId: 7,
      row: STATUS_ROW,
      column: 0,
      rows: [[{ value: 'NOT CURRENT, was: CURRENT · 1', style: STYLES.stale }]],
    },
  ]);
  expect(recordIn(changes)).toMatchObject({ state: 'stale', cause: 'errors 1', status: 'CURRENT · 1' });
});

test('the same banner is not written twice; one with another cause is, and one that staff’s edits put there', () => {
  const marked = (record: object) => standingAfter(TAB, { record });
  const changesFor = (record: object) => planStaleBanner(marked(record), WHY, HOLDING).changes;
  expect(changesFor({ state: 'stale', cause: 'errors 1' })).toEqual([]);
  expect(written(changesFor({ state: 'stale', cause: 'errors 2' }))).toHaveLength(1);
  expect(written(changesFor({ state: 'stale', cause: '' }))).toHaveLength(1);
});

test('figures that are current again get their old line back, in the look of a current one', () => {
  const standing = standingAfter(TAB, {
    grid: ROWS.with(STATUS_ROW, ['NOT CURRENT · 1', null]),
    record: { state: 'stale' },
  });
  const { changes, isRewritten } = planStandingTab(TAB, standing, HOLDING);
  expect(written(changes)).toEqual([
    {
      kind: 'write-cells',
      sheetId: 7,
      row: STATUS_ROW,
      column: 0,
      rows: [[{ value: 'CURRENT · 1', style: STYLES.current }]],
    },
  ]);
  expect([isRewritten, recordIn(changes)?.state]).toEqual([false, 'current']);
});

test('a status line that somebody deleted comes back with the whole table', () => {
  const { changes, isRewritten } = planAgain(ROWS.toSpliced(STATUS_ROW, 1));
  expect([isRewritten, written(changes)[0]?.rows[STATUS_ROW]?.[0]?.value]).toEqual([true, 'CURRENT · 1']);
});

test('a tab is written only while its lines are held: else they are to be anchored first, and nothing is written', () => {
  const inside: Grid = [...ROWS.slice(0, 5), ['ở giữa'], ...ROWS.slice(5)];
  const content = aContent(ROWS.with(4, ['a', 3]));
  const unknown = standingAfter(TAB, { grid: inside });
  const first = planStandingTab(aTab(content), unknown, HOLDING);
  expect([first.changes, first.unheld.map(({ line }) => [line.dimension, line.index])]).toEqual([
    [],
    [
      ['rows', 0],
      ['rows', 6],
      ['rows', 7],
      ['rows', 39],
      ['rows', 5],
      ['rows', 2],
      ['columns', 0],
      ['columns', 1],
      ['columns', 2],
      ['columns', 11],
      ['columns', 0],
    ],
  ]);
  const anchored = { ...HOLDING, anchored: new Map([[7, first.unheld]]) };
  const second = planStandingTab(aTab(content), unknown, anchored);
  expect([second.unheld, written(second.changes).length]).toEqual([[], 2]);
  const distrusting = { ...HOLDING, distrustsRecords: true };
  expect(planStandingTab(aTab(content), standingAfter(TAB), distrusting).unheld).not.toEqual([]);
});

test('a new tab is anchored where it will stand', () => {
  const { changes } = planNewTab(TAB, { sheetId: 7, title: 'Tổng hợp' }, HOLDING);
  const held = changes.flatMap((change) => (change.kind === 'hold-line' ? [change] : []));
  expect(held.map(({ from, to }) => [from, to?.dimension, to?.index])).toEqual([
    [undefined, 'rows', 0],
    [undefined, 'rows', 5],
    [undefined, 'rows', 6],
    [undefined, 'rows', 25],
    [undefined, 'rows', 2],
    [undefined, 'columns', 0],
    [undefined, 'columns', 1],
    [undefined, 'columns', 2],
    [undefined, 'columns', 17],
    [undefined, 'columns', 0],
  ]);
});
