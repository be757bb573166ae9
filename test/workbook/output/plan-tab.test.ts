import { expect, test } from 'vitest';
import type { CellStyle } from '../../../src/domain/cell-style.ts';
import type { Change } from '../../../src/domain/change.ts';
import type { Content } from '../../../src/domain/content.ts';
import type { Grid } from '../../../src/domain/grid.ts';
import type { OutputRecord } from '../../../src/workbook/output/output-record.ts';
import type { StandingTab } from '../../../src/workbook/output/output-tab.ts';
import { planNewTab, planStaleBanner, planStandingTab } from '../../../src/workbook/output/plan-tab.ts';
import { STYLES } from '../../../src/workbook/output/styles.ts';

const STATUS_ROW = 2;
const itself = (text: string) => text;

/** A tab of the given rows; the third one is its status line. */
function aContent(rows: Grid, style: CellStyle = STYLES.text): Content {
  return {
    rows: rows.map((row) => row.map((value) => ({ value, style }))),
    columnWidths: [100, 50],
    frozenRows: 1,
    frozenColumns: 0,
  };
}

const ROWS: Grid = [
  ['title', null],
  ['subtitle', null],
  ['CURRENT · 1', null],
  ['a', 1],
  ['b', 2],
];

const aTab = (content: Content) => ({ key: 'summary', title: 'Tổng hợp', content });

/** What a run leaves behind after it wrote a content, optionally with other cells or another record. */
function standingAfter(
  content: Content,
  changed: { grid?: Grid; record?: Partial<OutputRecord> } = {},
): StandingTab {
  const made = planNewTab(aTab(content), { sheetId: 7, title: 'Tổng hợp' }, itself);
  const note = made.find((change) => change.kind === 'set-metadata' && change.key === 'par.output');
  const record = note?.kind === 'set-metadata' ? (JSON.parse(note.value) as OutputRecord) : undefined;
  return {
    sheet: {
      sheetId: 7,
      title: 'Tổng hợp',
      hidden: false,
      rowCount: 30,
      columnCount: 10,
      metadata: [{ id: 3, key: 'par.output', value: JSON.stringify({ ...record, ...changed.record }) }],
    },
    grid: changed.grid ?? content.rows.map((row) => row.map(({ value }) => value)),
  };
}

function written(changes: readonly Change[]) {
  return changes.flatMap((change) => (change.kind === 'write-cells' ? [change] : []));
}

test('a tab that holds what it should is not written', () => {
  const content = aContent(ROWS);
  expect(planStandingTab(aTab(content), standingAfter(content), itself)).toEqual([]);
});

test('another status line alone is no reason to write', () => {
  const later = aContent(ROWS.with(STATUS_ROW, ['CURRENT · 2', null]));
  expect(planStandingTab(aTab(later), standingAfter(aContent(ROWS)), itself)).toEqual([]);
});

test('a tab whose looks changed is written although its values did not', () => {
  const plain = standingAfter(aContent(ROWS));
  const [change] = written(planStandingTab(aTab(aContent(ROWS, STYLES.total)), plain, itself));
  expect(change?.rows[3]?.[0]).toEqual({ value: 'a', style: STYLES.total });
});

test('a tab that got smaller is written over its whole old extent, so that no old row or column stays', () => {
  const wide: Grid = [...ROWS.map((row) => [...row, 'old']), ['gone', 9, 'old']];
  const standing = standingAfter(aContent(wide));
  const changes = planStandingTab(aTab(aContent(ROWS)), standing, itself);
  const values = written(changes)[0]?.rows.map((row) => row.map(({ value }) => value));
  expect(values).toEqual([...ROWS.map((row) => [...row, null]), [null, null, null]]);
  expect(changes.at(-1)).toMatchObject({ kind: 'set-metadata', replaces: 3 });
});

test('a tab that shrank to the same cells is still rewritten, so that its record tells its true extent', () => {
  const standing = standingAfter(aContent(ROWS), { record: { rows: 9 } });
  expect(planStandingTab(aTab(aContent(ROWS)), standing, itself)).not.toEqual([]);
});

test('a figure that somebody typed over is written again', () => {
  const content = aContent(ROWS);
  const standing = standingAfter(content, { grid: ROWS.with(3, ['a', 100]) });
  expect(written(planStandingTab(aTab(content), standing, itself))).toHaveLength(1);
});

test('cells that staff added beside and below are neither compared nor written', () => {
  const content = aContent(ROWS);
  const grid: Grid = [...ROWS.map((row) => [...row, 'ghi chú']), ['của phòng']];
  expect(planStandingTab(aTab(content), standingAfter(content, { grid }), itself)).toEqual([]);
});

test('the banner over figures that are not current looks like a warning and keeps their line', () => {
  const [banner, record] = planStaleBanner(
    standingAfter(aContent(ROWS)),
    (line) => `NOT CURRENT, was: ${line}`,
  );
  expect(banner).toEqual({
    kind: 'write-cells',
    sheetId: 7,
    row: STATUS_ROW,
    column: 0,
    rows: [[{ value: 'NOT CURRENT, was: CURRENT · 1', style: STYLES.stale }]],
  });
  expect(record).toMatchObject({ replaces: 3, value: expect.stringContaining('"state":"stale"') });
});

test('figures that are current again get their old line back, in the look of a current one', () => {
  const content = aContent(ROWS);
  const standing = standingAfter(content, {
    grid: ROWS.with(STATUS_ROW, ['NOT CURRENT', null]),
    record: { state: 'stale' },
  });
  const [line, record] = planStandingTab(aTab(content), standing, itself);
  expect(line).toEqual({
    kind: 'write-cells',
    sheetId: 7,
    row: STATUS_ROW,
    column: 0,
    rows: [[{ value: 'CURRENT · 1', style: STYLES.current }]],
  });
  expect(record).toMatchObject({ replaces: 3, value: expect.stringContaining('"state":"current"') });
});
