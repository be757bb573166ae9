import type { Change } from '../../domain/change.ts';
import type { Content, ContentCell } from '../../domain/content.ts';
import { cellAt, type Grid } from '../../domain/grid.ts';
import type { NewSheet } from '../output/allocate-sheets.ts';
import { cell, STATUS_ROW } from '../output/content-rows.ts';
import type { Fingerprint, OutputTab, StandingTab } from '../output/output-tab.ts';
import { STYLES } from '../output/styles.ts';
import { TAB_METADATA_KEY } from '../tab-key.ts';
import {
  findPublishedRecord,
  PUBLISHED_KEY,
  type PublishedRecord,
  publishedRecord,
} from './published-record.ts';

/** Charts hang over cells, and a tab has as many cells as its charts need. */
const ROOM_FOR_CHARTS = { rows: 20, columns: 3 } as const;

function sizeOf({ rows }: Content): { readonly rowCount: number; readonly columnCount: number } {
  const columns = rows[0]?.length ?? 0;
  return {
    rowCount: rows.length + ROOM_FOR_CHARTS.rows,
    columnCount: columns + ROOM_FOR_CHARTS.columns,
  };
}

function layOut(sheetId: number, content: Content, before: PublishedRecord | undefined): Change {
  const { rows: _rows, headerRow: _headerRow, ...layout } = content;
  const { ruled = [], charts = [] } = before ?? {};
  return { kind: 'lay-out', sheetId, ...layout, ruledBefore: ruled, chartedBefore: charts };
}

function recordChange(sheetId: number, record: PublishedRecord, replaces: number | undefined): Change {
  const value = JSON.stringify(record);
  const replaced = replaces === undefined ? {} : { replaces };
  return { kind: 'set-metadata', sheetId, key: PUBLISHED_KEY, value, ...replaced };
}

/** A tab that the file does not have yet: made, marked, laid out and filled. */
export function planNewPublished(
  { key, content }: OutputTab,
  { sheetId, title }: NewSheet,
  fingerprint: Fingerprint,
): readonly Change[] {
  return [
    { kind: 'add-sheet', sheetId, title, ...sizeOf(content) },
    { kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: key },
    layOut(sheetId, content, undefined),
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows: content.rows },
    recordChange(sheetId, publishedRecord(content, fingerprint), undefined),
  ];
}

/** Whether every cell but the line that tells the release holds what it should. */
function sameValues({ rows }: Content, grid: Grid): boolean {
  return rows.every(
    (row, index) =>
      index === STATUS_ROW ||
      row.every(({ value }, column) => (value === '' ? null : value) === cellAt(grid, index, column)),
  );
}

/** The content, widened and lengthened with empty cells to what was written before, so that nothing old stays. */
function coverOld({ rows }: Content, old: PublishedRecord | undefined): readonly (readonly ContentCell[])[] {
  const width = Math.max(rows[0]?.length ?? 0, old?.columns ?? 0);
  const height = Math.max(rows.length, old?.rows ?? 0);
  const empty = cell(null, STYLES.blank);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => rows[row]?.[column] ?? empty),
  );
}

/** The line over figures that stay: each release says its own. */
function restate({ content }: OutputTab, { sheet, grid }: StandingTab): readonly Change[] {
  const status = content.rows[STATUS_ROW]?.[0];
  if (status === undefined || cellAt(grid, STATUS_ROW, 0) === status.value) return [];
  return [{ kind: 'write-cells', sheetId: sheet.sheetId, row: STATUS_ROW, column: 0, rows: [[status]] }];
}

export interface TabNotes {
  readonly fingerprint: Fingerprint;
  /** Keys of standing tabs in which somebody changed how a figure is shown: they are written anew. */
  readonly shownOtherwise: ReadonlySet<string>;
}

/**
 * Brings a published tab to its new content. Nobody but the functions writes into a results file, so everything
 * stands from the first cell on: what somebody put in nevertheless is a leak, and is told before anything is written.
 */
export function planStandingPublished(
  tab: OutputTab,
  standing: StandingTab,
  { fingerprint, shownOtherwise }: TabNotes,
): readonly Change[] {
  const { content, key } = tab;
  const { sheet, grid } = standing;
  const { sheetId } = sheet;
  const { record: before, noteId } = findPublishedRecord(sheet);
  const record = publishedRecord(content, fingerprint);
  const isAsWritten = JSON.stringify(before) === JSON.stringify(record) && !shownOtherwise.has(key);
  const isSame = isAsWritten && sameValues(content, grid);
  if (isSame) return restate(tab, standing);
  const rows = coverOld(content, before);
  return [
    { kind: 'grow-sheet', sheetId, ...sizeOf({ ...content, rows }) },
    layOut(sheetId, content, before),
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
    recordChange(sheetId, record, noteId),
  ];
}
